import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { EntitySunset } from '@productops/backstage-plugin-product-ops-common';
import { useEntitySunset } from '../../api/lifecyclePortfolioHooks';
import {
  EntityName,
  OnDate,
  toneColors,
  useEntityPath,
} from '../../components';
import { useText } from '../../useText';
import { dependsSentence, leavingSentence } from './sentences';

/** So many are named; the rest is a number. */
const NAMED = 3;

const useStyles = makeStyles(
  (theme: Theme) => {
    const tone = toneColors(theme, 'warn');
    return {
      root: {
        border: `1px solid ${tone.border}`,
        background: tone.background,
        color: tone.ink,
        borderRadius: 8,
        padding: theme.spacing(1.25, 2),
        fontSize: '0.92rem',
        display: 'flex',
        gap: theme.spacing(1.25),
        alignItems: 'flex-start',
        overflowWrap: 'anywhere',
        '& a': { color: 'inherit', textDecoration: 'underline' },
        '& svg': { flex: 'none' },
      },
      lines: { listStyle: 'none', margin: 0, padding: 0, minWidth: 0 },
      message: { whiteSpace: 'pre-line' },
    };
  },
  { name: 'ProductOpsSunsetBanner' },
);

function Own(props: { plan: NonNullable<EntitySunset['plan']> }) {
  const { plan } = props;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  return (
    <li>
      <strong>{leavingSentence(plan, t)}</strong>{' '}
      {plan.successor &&
        t('sunset.use', { successor: <EntityName entity={plan.successor} /> })}
      {plan.message && <div className={classes.message}>{plan.message}</div>}{' '}
      <Link
        to={path(plan.entity, 'lifecycle')}
        aria-label={t('sunset.detailsOf', { entity: plan.entity.title })}
      >
        {t('sunset.details')}
      </Link>
    </li>
  );
}

/** What is in sunset though nobody has planned its end. */
function Unplanned(props: {
  leaving: NonNullable<EntitySunset['leaving']>;
  entity: EntitySunset['entity'];
}) {
  const { leaving, entity } = props;
  const { stage, successor } = leaving;
  const t = useText();
  const path = useEntityPath();
  return (
    <li>
      <strong>{t('sunset.inStage', { stage: stage.title })}</strong>{' '}
      {successor
        ? t('sunset.use', { successor: <EntityName entity={successor} /> })
        : t('sunset.noSuccessor')}{' '}
      {t('sunset.unplanned')}{' '}
      <Link
        to={path(entity, 'lifecycle')}
        aria-label={t('sunset.stageOf', { entity: entity.title })}
      >
        {t('sunset.stage')}
      </Link>
    </li>
  );
}

function Leaving(props: { leaving: EntitySunset['dependsOn'][number] }) {
  const { leaving } = props;
  const { entity, plan, dependant } = leaving;
  const t = useText();
  const path = useEntityPath();
  const successor = plan?.successor ?? leaving.successor;
  const date = dependant && <OnDate value={dependant.dueOn} />;
  return (
    <li>
      <strong>{dependsSentence(leaving, t)}</strong>{' '}
      {date &&
        successor &&
        t('sunset.moveTo', {
          successor: <EntityName entity={successor} />,
          date,
        })}
      {date && !successor && t('sunset.moveBy', { date })}{' '}
      {!date &&
        successor &&
        t('sunset.use', { successor: <EntityName entity={successor} /> })}{' '}
      {dependant?.late && `${t('sunset.lateHint')} `}
      {dependant?.state === 'open' && `${t('sunset.unanswered')} `}
      <Link
        to={path(entity, 'lifecycle')}
        aria-label={t('sunset.detailsOf', { entity: entity.title })}
      >
        {t('sunset.details')}
      </Link>
    </li>
  );
}

/** That an entity leaves and what to use instead, and what it depends on that leaves; nothing where nothing does. */
export function SunsetBanner(props: {
  /** The full ref of the entity. */
  entityRef: string;
}) {
  const classes = useStyles();
  const t = useText();
  const { data } = useEntitySunset(props.entityRef);
  if (!data) {
    return null;
  }
  const { plan, leaving: unplanned } = data;
  const leaving = data.dependsOn.filter(
    ({ dependant }) => dependant?.state !== 'gone',
  );
  if (!plan && !unplanned && leaving.length === 0) {
    return null;
  }
  return (
    <aside aria-label={t('sunset.banner')} className={classes.root}>
      <WarningIcon aria-hidden />
      <ul className={classes.lines}>
        {plan && <Own plan={plan} />}
        {unplanned && <Unplanned leaving={unplanned} entity={data.entity} />}
        {leaving.slice(0, NAMED).map(one => (
          <Leaving key={one.entity.ref} leaving={one} />
        ))}
        {leaving.length > NAMED && (
          <li>
            {t('sunset.andMore', { number: String(leaving.length - NAMED) })}
          </li>
        )}
      </ul>
    </aside>
  );
}
