import { makeStyles, type Theme } from '@material-ui/core/styles';
import ApprovedIcon from '@material-ui/icons/HourglassEmpty';
import ClosedIcon from '@material-ui/icons/Block';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import RequestedIcon from '@material-ui/icons/PanToolOutlined';
import type {
  StageTransition,
  StageTransitionState,
} from '@productops/backstage-plugin-product-ops-common';
import { EntityName, Muted, Tag, type Tone, When } from '../../components';
import { useText } from '../../useText';
import { StageTag } from '../StageTag';

const LOOKS: Record<
  StageTransitionState,
  { tone: Tone; Icon: typeof DoneIcon }
> = {
  requested: { tone: 'info', Icon: RequestedIcon },
  approved: { tone: 'warn', Icon: ApprovedIcon },
  completed: { tone: 'ok', Icon: DoneIcon },
  refused: { tone: 'bad', Icon: ClosedIcon },
  withdrawn: { tone: 'neutral', Icon: ClosedIcon },
  superseded: { tone: 'neutral', Icon: ClosedIcon },
};

const useStyles = makeStyles(
  (theme: Theme) => ({
    move: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      margin: theme.spacing(0.5, 0),
    },
  }),
  { name: 'ProductOpsLifecycleMove' },
);

/** How far a move is, by colour, shape and word. */
export function TransitionTag(props: { state: StageTransitionState }) {
  const { tone, Icon } = LOOKS[props.state];
  const t = useText();
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {t(`lifecycleTab.states.${props.state}`)}
    </Tag>
  );
}

/** From where to where, why, who said so and when. */
export function TransitionFacts(props: { transition: StageTransition }) {
  const { from, to, state, reason, requestedBy, requestedAt, decisions } =
    props.transition;
  const classes = useStyles();
  const t = useText();
  return (
    <>
      <div className={classes.move}>
        {from && (
          <>
            <StageTag stage={from} />
            <span>→</span>
          </>
        )}
        <StageTag stage={to} /> <TransitionTag state={state} />
      </div>
      <div>“{reason}”</div>
      <Muted>
        {t('lifecycleTab.requestedBy', {
          person: <EntityName entity={requestedBy} />,
          date: <When value={requestedAt} />,
        })}
      </Muted>
      {decisions.map(({ decision, by, at, as, reason: why }) => (
        <Muted key={`${at} ${by.ref}`}>
          {t(`lifecycleTab.decided.${decision}`, {
            person: <EntityName entity={by} />,
            date: <When value={at} />,
          })}{' '}
          {as.length > 0 && t('lifecycleTab.asWhom', { titles: as.join(', ') })}
          {why && `: “${why}”`}
        </Muted>
      ))}
    </>
  );
}

/** The checks that keep the gate of a requested move closed. */
export function Blocking(props: { transition: StageTransition }) {
  const { state, blocking } = props.transition;
  const t = useText();
  if (state !== 'requested') {
    return null;
  }
  return (
    <div>
      {blocking.length === 0
        ? t('lifecycleTab.noBlocking')
        : `${t('lifecycleTab.blocking')} ${blocking
            .map(({ title }) => `“${title}”`)
            .join(', ')}`}
    </div>
  );
}
