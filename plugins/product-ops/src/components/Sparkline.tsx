import { makeStyles, type Theme } from '@material-ui/core/styles';
import { distance } from './moments';
import { mutedInk, toneColors } from './tones';

const WIDTH = 120;
const HEIGHT = 24;
const EDGE = 3;

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      color: mutedInk(theme),
    },
    line: {
      fill: 'none',
      stroke: toneColors(theme, 'info').ink,
      strokeWidth: 1.5,
      strokeLinejoin: 'round',
    },
    end: { fill: toneColors(theme, 'info').ink },
  }),
  { name: 'ProductOpsSparkline' },
);

/** How a number came to be what it is: a small line, and the same in words. */
export function Sparkline(props: {
  trend: { day: string; count: number }[];
  /** The same in words. */
  words: (trend: { before: string; when: string; now: string }) => string;
}) {
  const { trend, words } = props;
  const classes = useStyles();
  if (trend.length < 2) {
    return null;
  }
  const first = trend[0];
  const last = trend[trend.length - 1];
  const days = trend.map(({ day }) => Date.parse(day));
  const span = Math.max(days[days.length - 1] - days[0], 1);
  const most = Math.max(...trend.map(({ count }) => count), 1);
  const points = trend.map(({ count }, index) => ({
    x: EDGE + ((days[index] - days[0]) / span) * (WIDTH - 2 * EDGE),
    y: HEIGHT - EDGE - (count / most) * (HEIGHT - 2 * EDGE),
  }));
  const end = points[points.length - 1];
  return (
    <span className={classes.root}>
      <svg width={WIDTH} height={HEIGHT} aria-hidden focusable={false}>
        <polyline
          className={classes.line}
          points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        />
        <circle className={classes.end} cx={end.x} cy={end.y} r={2.5} />
      </svg>
      <span>
        {words({
          before: String(first.count),
          when: distance(first.day) ?? first.day,
          now: String(last.count),
        })}
      </span>
    </span>
  );
}
