import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { TimelineWindow } from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, toneColors } from '../../../components';
import { type Bar, BAR_HEIGHT, isViolated, type TimelineModel } from './model';
import { type TimelineEntry, uidOf } from './types';

/** So many lines are still told apart; those that are violated, or begin at the chosen bar, come first. */
const MOST_EDGES = 200;

const useStyles = makeStyles(
  (theme: Theme) => {
    const bad = toneColors(theme, 'bad').ink;
    return {
      root: {
        position: 'absolute',
        top: 0,
        left: 0,
        pointerEvents: 'none',
        zIndex: 1,
      },
      edge: {
        fill: 'none',
        stroke: mutedInk(theme),
        strokeWidth: 1.2,
        opacity: 0.55,
      },
      chosen: { strokeWidth: 2, opacity: 1 },
      violated: {
        fill: 'none',
        stroke: bad,
        strokeWidth: 1.8,
        strokeDasharray: '5 4',
      },
      arrow: { fill: mutedInk(theme) },
      badArrow: { fill: bad },
      sign: {
        fill: theme.palette.background.paper,
        stroke: bad,
        strokeWidth: 1.3,
      },
      signText: {
        fill: bad,
        fontSize: 11,
        fontWeight: 700,
        textAnchor: 'middle',
      },
    };
  },
  { name: 'ProductOpsTimelineEdges' },
);

interface Point {
  x: number;
  y: number;
}

/** From the end of what is waited for to the beginning of what waits; where that ends first, to its end. */
function lineOf(from: Bar, to: Bar, violated: boolean, model: TimelineModel) {
  const y = (bar: Bar) => model.yOf(bar) + BAR_HEIGHT / 2;
  const a: Point = { x: from.x + from.width, y: y(from) };
  const b: Point = { x: violated ? to.x + to.width : to.x, y: y(to) };
  const bend = Math.min(80, Math.max(22, Math.abs(b.x - a.x) / 2));
  const first: Point = { x: a.x + bend, y: a.y };
  const second: Point = { x: violated ? b.x + bend : b.x - bend, y: b.y };
  return {
    path: `M${a.x} ${a.y}C${first.x} ${first.y} ${second.x} ${second.y} ${b.x} ${b.y}`,
    // Half way along the curve.
    middle: {
      x: (a.x + 3 * first.x + 3 * second.x + b.x) / 8,
      y: (a.y + 3 * first.y + 3 * second.y + b.y) / 8,
    },
    tip: b,
    // Which way the arrow points.
    way: violated ? -1 : 1,
  };
}

/** The dependencies of what is in sight. What they say is in the names of the bars. */
export function TimelineEdges(props: {
  model: TimelineModel;
  edges: TimelineWindow<TimelineEntry>['edges'];
  active: string | undefined;
}) {
  const { model, active } = props;
  const classes = useStyles();
  const edges = props.edges
    .map(({ fromBar, toBar, backward }) => ({
      from: fromBar,
      to: toBar,
      violated: isViolated(fromBar, toBar, backward),
      chosen: active === uidOf(fromBar.item) || active === uidOf(toBar.item),
    }))
    .sort(
      (a, b) =>
        Number(b.violated) +
        Number(b.chosen) -
        (Number(a.violated) + Number(a.chosen)),
    )
    .slice(0, MOST_EDGES);
  return (
    <svg
      className={classes.root}
      // As large as the canvas: what stays in sight while one scrolls is not painted again.
      width={model.scale.width}
      height={model.height}
      aria-hidden
    >
      {edges.map(({ from, to, violated, chosen }) => {
        const { path, middle, tip, way } = lineOf(from, to, violated, model);
        return (
          <g key={`${uidOf(from.item)}>${uidOf(to.item)}`}>
            <path
              className={`${violated ? classes.violated : classes.edge} ${
                chosen ? classes.chosen : ''
              }`}
              d={path}
            />
            <path
              className={violated ? classes.badArrow : classes.arrow}
              d={`M${tip.x} ${tip.y}l${-6 * way} -4v8z`}
            />
            {violated && (
              <>
                <path
                  className={classes.sign}
                  d={`M${middle.x} ${middle.y - 9}l9 16h-18z`}
                />
                <text
                  className={classes.signText}
                  x={middle.x}
                  y={middle.y + 5}
                >
                  !
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
