import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  countRunSteps,
  readableDuration,
  readableElapsed,
  runElapsedMs,
  type RunbookRunDetails,
} from '@productops/backstage-plugin-product-ops-common';
import { Duration } from 'luxon';
import {
  EntityName,
  linksInText,
  mutedInk,
  OutLink,
  Tag,
} from '../../components';
import { useOnCall } from '../../api/alertsHooks';
import { useText } from '../../useText';
import { OnCallPeople } from '../alerts/OnCallPeople';
import { useNow, type RunSight } from './useRunState';
import { statusWord, toneOfRun } from './words';

/** How often the time that has gone by is looked at. */
const TICK_MS = 5_000;

const useStyles = makeStyles(
  (theme: Theme) => ({
    about: {
      color: mutedInk(theme),
      fontSize: '0.92rem',
      overflowWrap: 'anywhere',
      ...linksInText,
    },
    title: {
      fontSize: '1.35rem',
      fontWeight: 700,
      overflowWrap: 'anywhere',
    },
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      margin: theme.spacing(1, 0),
    },
    progress: {
      height: 8,
      borderRadius: 4,
      margin: theme.spacing(0.5, 0, 1.5),
    },
  }),
  { name: 'ProductOpsRunHead' },
);

/** What is run, why, by whom, and how far it is against what was expected. */
export function RunHead(props: { run: RunbookRunDetails; sight: RunSight }) {
  const { run, sight } = props;
  const { state, nameOf, personOf } = sight;
  const classes = useStyles();
  const t = useText();
  const now = useNow(TICK_MS);
  const onCall = useOnCall(run.entity.ref).data?.people ?? [];
  const elapsed = runElapsedMs(state, now);
  const { expectedDuration } = run.runbook;
  const expected = expectedDuration
    ? Duration.fromISO(expectedDuration).toMillis()
    : NaN;
  const over = elapsed - expected;
  const counts = countRunSteps(state.steps);
  const dealt = counts.done + counts.skipped + counts.failed;
  const lead = personOf(state.lead);
  const time = readableElapsed(elapsed);
  return (
    <header>
      <div className={classes.about}>
        <EntityName entity={run.entity} /> ·{' '}
        {t(`runbooks.runs.reasons.${run.reason.kind}`)}:{' '}
        <OutLink url={run.reason.link}>{run.reason.text}</OutLink>
      </div>
      <Typography component="h2" className={classes.title}>
        {run.runbook.title}
      </Typography>
      <div className={classes.tags}>
        <Tag tone={toneOfRun(state)}>
          {state.status === 'closed'
            ? t('runbooks.runs.took', { outcome: statusWord(t, state), time })
            : t('runbooks.runs.elapsed', {
                status: statusWord(t, state),
                time,
              })}
        </Tag>
        {expectedDuration && (
          <Tag tone={over > 0 ? 'bad' : 'neutral'}>
            {over > 0
              ? t('runbooks.runs.over', { time: readableElapsed(over) })
              : t('runbooks.runs.expectedTime', {
                  time: readableDuration(expectedDuration),
                })}
          </Tag>
        )}
        {Object.entries(state.parameters).map(([name, value]) => (
          <Tag key={name}>{`${name}: ${value}`}</Tag>
        ))}
      </div>
      <div className={classes.about}>
        {t('runbooks.runs.lead', {
          name: lead ? <EntityName entity={lead} /> : nameOf(state.lead),
        })}
        {state.startedBy !== state.lead && (
          <>
            {' · '}
            {t('runbooks.runs.startedBy', { name: nameOf(state.startedBy) })}
          </>
        )}
        {' · '}
        {t('runbooks.runs.progress', { done: dealt, total: counts.total })}
      </div>
      {state.status !== 'closed' && onCall.length > 0 && (
        <div className={classes.about}>
          {t('runbooks.firing.onCall')}: <OnCallPeople people={onCall} />
        </div>
      )}
      <LinearProgress
        className={classes.progress}
        variant="determinate"
        value={counts.total ? (100 * dealt) / counts.total : 0}
        aria-label={t('runbooks.runs.progress', {
          done: dealt,
          total: counts.total,
        })}
      />
    </header>
  );
}
