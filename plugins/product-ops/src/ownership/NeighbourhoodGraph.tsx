import { makeStyles, type Theme, useTheme } from '@material-ui/core/styles';
import { EntityName, line, mutedInk, toneColors } from '../components';
import { useText } from '../useText';
import {
  type Neighbour,
  type Neighbourhood,
  NEIGHBOUR,
  neighbourLayout,
} from './neighbourLayout';

const useStyles = makeStyles(
  (theme: Theme) => ({
    frame: { position: 'relative', overflow: 'hidden', margin: '0 auto' },
    lines: { position: 'absolute', left: 0, top: 0, pointerEvents: 'none' },
    heading: {
      position: 'absolute',
      fontSize: '0.8rem',
      fontWeight: 700,
      color: mutedInk(theme),
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    box: {
      position: 'absolute',
      boxSizing: 'border-box',
      padding: '6px 10px',
      borderRadius: 8,
      border: `1px solid ${line(theme)}`,
      background: theme.palette.background.paper,
      fontSize: 14,
      lineHeight: '20px',
      '& a:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    middle: {
      borderColor: toneColors(theme, 'info').ink,
      background: toneColors(theme, 'info').background,
    },
    line: {
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    title: { fontWeight: 700 },
    about: { color: mutedInk(theme) },
    more: {
      position: 'absolute',
      border: 'none',
      padding: '2px 10px',
      background: 'transparent',
      color: theme.palette.primary.main,
      font: 'inherit',
      fontSize: 14,
      cursor: 'pointer',
      textAlign: 'left',
      textDecoration: 'underline',
    },
  }),
  { name: 'ProductOpsNeighbourhoodGraph' },
);

function Box(props: { neighbour: Neighbour; x: number; y: number }) {
  const { neighbour, x, y } = props;
  const { entity, about } = neighbour;
  const classes = useStyles();
  const text = `${entity?.title ?? neighbour.title}`;
  return (
    <div
      className={`${classes.box} ${neighbour.middle ? classes.middle : ''}`}
      style={{ left: x, top: y, ...NEIGHBOUR }}
    >
      <span className={`${classes.line} ${classes.title}`} title={text}>
        {entity && !neighbour.middle ? <EntityName entity={entity} /> : text}
      </span>
      <span className={`${classes.line} ${classes.about}`} title={about}>
        {about}
      </span>
    </div>
  );
}

/** Who answers for it on the left, what it is made of, needs and is needed by on the right, each with its owner. */
export function NeighbourhoodGraph(props: {
  neighbourhood: Neighbourhood;
  /** Shows everything, where there is more than is drawn. */
  onAll: () => void;
}) {
  const { neighbourhood, onAll } = props;
  const classes = useStyles();
  const theme = useTheme();
  const t = useText();
  const { width, height, middle, groups } = neighbourLayout(neighbourhood);
  const stroke = theme.palette.type === 'dark' ? '#7d8794' : '#a7b0bb';
  return (
    <div style={{ overflowX: 'auto' }}>
      <div className={classes.frame} style={{ width, height }}>
        <svg
          className={classes.lines}
          width={width}
          height={height}
          aria-hidden
        >
          {groups.flatMap(({ boxes }) =>
            boxes.map(({ neighbour, edge }) => (
              <path
                key={neighbour.key}
                d={edge}
                fill="none"
                stroke={stroke}
                strokeWidth={1.5}
              />
            )),
          )}
        </svg>
        <Box
          neighbour={{ ...neighbourhood.middle, middle: true }}
          x={middle.x}
          y={middle.y}
        />
        {groups.map(({ key, title, x, y, boxes, more }) => (
          <div key={key} role="group" aria-label={title}>
            <div className={classes.heading} style={{ left: x, top: y }}>
              {title}
            </div>
            <ul className={classes.list}>
              {boxes.map(({ neighbour, x: left, y: top }) => (
                <li key={neighbour.key}>
                  <Box neighbour={neighbour} x={left} y={top} />
                </li>
              ))}
            </ul>
            {more && (
              <button
                type="button"
                className={classes.more}
                style={{ left: more.x, top: more.y }}
                aria-label={`${title}: ${t('common.more', {
                  number: String(more.number),
                })}`}
                onClick={onAll}
              >
                {t('common.more', { number: String(more.number) })}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
