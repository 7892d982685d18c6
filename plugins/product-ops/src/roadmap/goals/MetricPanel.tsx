import Box from '@material-ui/core/Box';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  GoalDetails,
  GoalMetric,
} from '@productops/backstage-plugin-product-ops-common';
import {
  line,
  Muted,
  mutedInk,
  Panel,
  readableDate,
  Subheading,
  Tag,
  When,
} from '../../components';
import { useText } from '../../useText';
import { MetricChart } from './MetricChart';
import { withUnit } from './words';

const useStyles = makeStyles(
  (theme: Theme) => ({
    text: { fontSize: '0.95rem', margin: 0, overflowWrap: 'anywhere' },
    details: {
      marginTop: theme.spacing(1),
      '& summary': { cursor: 'pointer', fontSize: '0.88rem' },
    },
    scroll: { maxHeight: 260, overflow: 'auto' },
    table: {
      borderCollapse: 'collapse',
      fontSize: '0.88rem',
      width: '100%',
      '& th, & td': {
        textAlign: 'left',
        padding: theme.spacing(0.5, 1, 0.5, 0),
        borderBottom: `1px solid ${line(theme)}`,
      },
      '& td:last-child, & th:last-child': {
        textAlign: 'right',
        fontVariantNumeric: 'tabular-nums',
      },
    },
    query: {
      fontFamily: 'monospace',
      fontSize: '0.82rem',
      color: mutedInk(theme),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ProductOpsMetricPanel' },
);

function useSentences(goal: GoalDetails, metric: GoalMetric): string[] {
  const t = useText();
  const { series, due } = goal;
  const say = (value: number) => withUnit(value, metric.unit);
  const first = series[0];
  const last = series[series.length - 1];
  const told: string[] = [];
  if (!last) {
    told.push(
      metric.current === undefined
        ? t('roadmap.goals.metric.none')
        : t('roadmap.goals.metric.onlyFile', { value: say(metric.current) }),
    );
  } else if (series.length === 1) {
    told.push(
      t('roadmap.goals.metric.summaryOne', {
        name: metric.name,
        last: say(last.value),
        lastDay: readableDate(last.at),
      }),
    );
  } else {
    told.push(
      t('roadmap.goals.metric.summary', {
        name: metric.name,
        first: say(first.value),
        firstDay: readableDate(first.at),
        last: say(last.value),
        lastDay: readableDate(last.at),
      }),
    );
  }
  if (metric.target !== undefined) {
    const target = say(metric.target);
    told.push(
      due
        ? t('roadmap.goals.metric.aimDue', { target, due: readableDate(due) })
        : t('roadmap.goals.metric.aim', { target }),
    );
  }
  if (metric.declaredCurrent !== undefined) {
    told.push(
      t('roadmap.goals.metric.fileSays', {
        value: say(metric.declaredCurrent),
      }),
    );
  }
  return told;
}

function Source(props: { metric: GoalMetric }) {
  const { metric } = props;
  const classes = useStyles();
  const t = useText();
  const { source } = metric;
  if (!source) {
    return null;
  }
  return (
    <>
      <Subheading>{t('roadmap.goals.source.title')}</Subheading>
      <div className={classes.text}>
        {t('roadmap.goals.source.reads', { name: source.prometheus })}{' '}
        {source.state === 'ok' && (
          <Tag tone="ok">
            {t('roadmap.goals.source.ok', {
              ago: <When value={source.checkedAt ?? ''} />,
            })}
          </Tag>
        )}
        {source.state === 'waiting' && (
          <Tag>{t('roadmap.goals.source.waiting')}</Tag>
        )}
        {source.state === 'failing' && (
          <Tag tone="warn">
            {t('roadmap.goals.source.failing', {
              ago: <When value={source.failingSince ?? ''} />,
            })}
          </Tag>
        )}
      </div>
      {source.state === 'failing' && (
        <div className={classes.text}>
          {source.error}.{' '}
          {metric.current === undefined || !metric.measuredAt
            ? t('roadmap.goals.source.noLast')
            : t('roadmap.goals.source.last', {
                value: withUnit(metric.current, metric.unit),
                ago: <When value={metric.measuredAt} />,
              })}
        </div>
      )}
      <div className={classes.query}>{source.query}</div>
    </>
  );
}

/** The metric of a goal: in words, drawn, and as a table; and how its source is. */
export function MetricPanel(props: { goal: GoalDetails; now: string }) {
  const { goal, now } = props;
  const { metric, series } = goal;
  const classes = useStyles();
  const t = useText();
  const sentences = useSentences(goal, metric ?? { name: '' });
  if (!metric) {
    return (
      <Panel title={t('roadmap.goals.metric.title')}>
        <Muted>{t('roadmap.goals.metric.noMetric')}</Muted>
      </Panel>
    );
  }
  return (
    <Panel title={`${t('roadmap.goals.metric.title')}: ${metric.name}`}>
      <p className={classes.text}>{sentences.join(' ')}</p>
      <MetricChart goal={goal} now={now} />
      {series.length > 0 && (
        <details className={classes.details}>
          <summary>{t('roadmap.goals.metric.table')}</summary>
          <Box
            className={classes.scroll}
            role="group"
            aria-label={t('roadmap.goals.metric.table')}
            // What scrolls must be reached by keyboard.
            tabIndex={0}
          >
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('roadmap.goals.metric.day')}</th>
                  <th scope="col">{t('roadmap.goals.metric.value')}</th>
                </tr>
              </thead>
              <tbody>
                {series.map(({ at, value }) => (
                  <tr key={at}>
                    <td>{readableDate(at)}</td>
                    <td>{withUnit(value, metric.unit)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Box>
        </details>
      )}
      <Source metric={metric} />
    </Panel>
  );
}
