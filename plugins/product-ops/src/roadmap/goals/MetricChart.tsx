import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { GoalDetails } from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, readableDate, toneColors } from '../../components';
import { useText } from '../../useText';
import { chartOf } from './chartGeometry';
import { withUnit } from './words';

const HEIGHT = 220;
/** The room for values beside the axis. */
const LABELS = 72;

const useStyles = makeStyles(
  (theme: Theme) => ({
    figure: { margin: theme.spacing(1.5, 0, 1) },
    plot: {
      position: 'relative',
      height: HEIGHT,
      marginLeft: LABELS,
      borderLeft: `1px solid ${line(theme)}`,
      borderBottom: `1px solid ${line(theme)}`,
      '& svg': {
        position: 'absolute',
        inset: 0,
        width: '100%',
        height: '100%',
        overflow: 'visible',
      },
    },
    values: {
      fill: 'none',
      stroke: toneColors(theme, 'info').ink,
      strokeWidth: 2.5,
      strokeLinejoin: 'round',
    },
    target: {
      stroke: toneColors(theme, 'ok').ink,
      strokeWidth: 2,
      strokeDasharray: '7 4',
    },
    pace: {
      stroke: mutedInk(theme),
      strokeWidth: 1.5,
      strokeDasharray: '2 4',
    },
    today: { stroke: line(theme), strokeWidth: 2 },
    dot: {
      position: 'absolute',
      width: 9,
      height: 9,
      margin: '-4.5px 0 0 -4.5px',
      borderRadius: '50%',
      background: toneColors(theme, 'info').ink,
      boxShadow: `0 0 0 2px ${theme.palette.background.paper}`,
    },
    label: {
      position: 'absolute',
      right: '100%',
      width: LABELS - 6,
      marginRight: 6,
      textAlign: 'right',
      fontSize: '0.75rem',
      lineHeight: 1.2,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      color: mutedInk(theme),
    },
    days: {
      display: 'flex',
      justifyContent: 'space-between',
      fontSize: '0.75rem',
      color: mutedInk(theme),
      margin: `4px 0 0 ${LABELS}px`,
    },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      fontSize: '0.8rem',
      '& li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
    },
  }),
  { name: 'ProductOpsMetricChart' },
);

/** How a metric came to be what it is, against its target and an even pace. Words beside it say the same. */
export function MetricChart(props: {
  goal: Pick<GoalDetails, 'series' | 'metric' | 'start' | 'due'>;
  /** ISO 8601. */
  now: string;
}) {
  const { goal, now } = props;
  const classes = useStyles();
  const t = useText();
  const chart = chartOf(goal, now);
  const { metric } = goal;
  if (!chart || !metric) {
    return null;
  }
  const { points, target, pace, today, labels, from, to } = chart;
  const legend = [
    { className: classes.values, label: t('roadmap.goals.metric.values') },
    ...(target === undefined
      ? []
      : [
          {
            className: classes.target,
            label: t('roadmap.goals.metric.targetLine'),
          },
        ]),
    ...(pace
      ? [{ className: classes.pace, label: t('roadmap.goals.metric.pace') }]
      : []),
  ];
  const last = points[points.length - 1];
  return (
    <figure
      className={classes.figure}
      aria-label={t('roadmap.goals.metric.chart', { name: metric.name })}
    >
      <div className={classes.plot} aria-hidden>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" focusable={false}>
          <line
            className={classes.today}
            x1={today}
            x2={today}
            y1={0}
            y2={100}
            vectorEffect="non-scaling-stroke"
          />
          {target !== undefined && (
            <line
              className={classes.target}
              x1={0}
              x2={100}
              y1={target}
              y2={target}
              vectorEffect="non-scaling-stroke"
            />
          )}
          {pace && (
            <line
              className={classes.pace}
              {...pace}
              vectorEffect="non-scaling-stroke"
            />
          )}
          <polyline
            className={classes.values}
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {labels.map(({ value, y }) => (
          <span
            key={value}
            className={classes.label}
            style={{ top: `calc(${y}% - 9px)` }}
          >
            {withUnit(value, metric.unit)}
          </span>
        ))}
        <span
          className={classes.dot}
          style={{ left: `${last.x}%`, top: `${last.y}%` }}
        />
      </div>
      <div className={classes.days} aria-hidden>
        <span>{readableDate(from)}</span>
        <span>{readableDate(to)}</span>
      </div>
      <ul className={classes.legend} aria-hidden>
        {legend.map(({ className, label }) => (
          <li key={label}>
            <svg width={26} height={8} focusable={false}>
              <line className={className} x1={0} x2={26} y1={4} y2={4} />
            </svg>
            {label}
          </li>
        ))}
        <li>
          <svg width={26} height={12} focusable={false}>
            <line className={classes.today} x1={13} x2={13} y1={0} y2={12} />
          </svg>
          {t('roadmap.goals.metric.today')}
        </li>
      </ul>
    </figure>
  );
}
