import { makeStyles, type Theme } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import GoneIcon from '@material-ui/icons/Block';
import LateIcon from '@material-ui/icons/Schedule';
import ObjectsIcon from '@material-ui/icons/ReportProblemOutlined';
import OpenIcon from '@material-ui/icons/HelpOutline';
import MovingIcon from '@material-ui/icons/TrendingFlat';
import type {
  SunsetDependantState,
  SunsetDependantView,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  Muted,
  OnDate,
  Tag,
  type Tone,
  When,
} from '../../components';
import { useText } from '../../useText';

const LOOKS: Record<
  SunsetDependantState,
  { tone: Tone; Icon: typeof DoneIcon }
> = {
  open: { tone: 'warn', Icon: OpenIcon },
  acknowledged: { tone: 'info', Icon: MovingIcon },
  moved: { tone: 'ok', Icon: DoneIcon },
  objected: { tone: 'bad', Icon: ObjectsIcon },
  gone: { tone: 'neutral', Icon: GoneIcon },
};

const useStyles = makeStyles(
  // Links above one another stay far enough apart to be hit by a finger.
  (theme: Theme) => ({ facts: { marginTop: theme.spacing(0.75) } }),
  { name: 'ProductOpsDependantFacts' },
);

/** Where a dependant stands, by colour, shape and word. */
export function DependantTag(props: { state: SunsetDependantState }) {
  const { tone, Icon } = LOOKS[props.state];
  const t = useText();
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {t(`sunset.states.${props.state}`)}
    </Tag>
  );
}

/** What is unusual about a dependant: it came late, or should be gone by now. */
export function DependantFlags(props: { dependant: SunsetDependantView }) {
  const { late, overdue } = props.dependant;
  const t = useText();
  return (
    <>
      {late && (
        <Tag
          tone="warn"
          icon={<LateIcon aria-hidden />}
          title={t('sunset.lateHint')}
        >
          {t('sunset.late')}
        </Tag>
      )}
      {overdue && (
        <Tag tone="bad" icon={<ObjectsIcon aria-hidden />}>
          {t('sunset.overdue')}
        </Tag>
      )}
    </>
  );
}

/** Who must move it, until when, and what was said of it. */
export function DependantFacts(props: { dependant: SunsetDependantView }) {
  const { owner, via, dueOn, since, goneAt, answer } = props.dependant;
  const classes = useStyles();
  const t = useText();
  return (
    <div className={classes.facts}>
      <Muted>
        {owner ? <EntityName entity={owner} /> : t('ownership.unowned')}
        {' · '}
        {goneAt ? (
          <>
            {t('sunset.gone')} <When value={goneAt} />
          </>
        ) : (
          <>
            {t('sunset.due')} <OnDate value={dueOn} /> (<When value={dueOn} />)
          </>
        )}
        {' · '}
        {t('sunset.since')} <When value={since} />
        {via && (
          <> · {t('sunset.via', { part: <EntityName entity={via} /> })}</>
        )}
      </Muted>
      {answer && (
        <div>
          {answer.note && `“${answer.note}” `}
          <Muted>
            {t(`sunset.states.${answer.answer}`)}, {t('sunset.by')}{' '}
            <EntityName entity={answer.by} /> <When value={answer.at} />
          </Muted>
        </div>
      )}
    </div>
  );
}
