import { useId } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  type Quadrant,
  type ScoreMethod,
  valueEffortMatrix,
} from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, Panel, toneColors } from '../../../components';
import { useText } from '../../../useText';
import { useEditing } from '../useEditing';
import { movedApart, shareOf } from './matrixLayout';
import type { Candidate } from './candidates';

const WIDTH = 640;
const HEIGHT = 400;
const RADIUS = 12;
/** Points in sight: more would only cover each other. The lists have all. */
const MOST = 100;
const QUADRANTS: Quadrant[] = ['quick-win', 'big-bet', 'fill-in', 'reconsider'];
/** Outside of the frame, where no point can lie on them. */
const CORNERS: Record<Quadrant, { x: number; y: number; end: boolean }> = {
  'quick-win': { x: 0, y: -8, end: false },
  'big-bet': { x: WIDTH, y: -8, end: true },
  'fill-in': { x: 0, y: HEIGHT + 18, end: false },
  reconsider: { x: WIDTH, y: HEIGHT + 18, end: true },
};

const useStyles = makeStyles(
  (theme: Theme) => ({
    figure: { margin: 0 },
    svg: { width: '100%', maxWidth: 760, height: 'auto', display: 'block' },
    frame: { fill: 'none', stroke: line(theme) },
    half: { stroke: line(theme), strokeDasharray: '5 5' },
    axis: { fill: mutedInk(theme), fontSize: 12 },
    corner: { fill: mutedInk(theme), fontSize: 13, fontWeight: 700 },
    dot: {
      fill: toneColors(theme, 'info').background,
      stroke: toneColors(theme, 'info').ink,
    },
    number: {
      fill: toneColors(theme, 'info').ink,
      fontSize: 11,
      fontWeight: 700,
      textAnchor: 'middle',
    },
    point: { cursor: 'pointer' },
    note: { color: mutedInk(theme), fontSize: '0.85rem' },
    lists: {
      display: 'grid',
      gap: theme.spacing(1, 2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(230px, 1fr))',
      '& h3': { fontSize: '0.9rem', margin: theme.spacing(1, 0, 0) },
      '& ol': { margin: 0, paddingLeft: 0, listStyle: 'none' },
    },
    item: {
      textTransform: 'none',
      textAlign: 'left',
      justifyContent: 'flex-start',
      padding: '1px 4px',
      fontWeight: 400,
      fontSize: '0.88rem',
      letterSpacing: 0,
      lineHeight: 1.35,
    },
  }),
  { name: 'ProductOpsMatrix' },
);

/** Items by value and effort: numbered points, and the same in words below. */
export function Matrix(props: {
  candidates: Candidate[];
  method: ScoreMethod;
}) {
  const { candidates, method } = props;
  const { open } = useEditing();
  const classes = useStyles();
  const t = useText();
  const id = useId();
  const { items, medianValue, medianEffort } = valueEffortMatrix(
    candidates,
    method,
  );
  if (medianValue === undefined || medianEffort === undefined) {
    return null;
  }
  const shown = items.slice(0, MOST);
  const values = items.map(({ value }) => value);
  const efforts = items.map(({ effort }) => effort);
  const places = movedApart(
    shown.map(({ value, effort }) => ({
      x: shareOf(effort, efforts, medianEffort),
      y: shareOf(value, values, medianValue),
    })),
    { x: (2 * RADIUS + 2) / WIDTH, y: (2 * RADIUS + 2) / HEIGHT },
  );
  const number = (value: number) =>
    value.toLocaleString(undefined, { maximumFractionDigits: 1 });
  const sentence = (one: (typeof items)[number], index: number) =>
    t('roadmap.editing.priorities.point', {
      number: String(index + 1),
      title: one.item.item.title,
      value: number(one.value),
      effort: number(one.effort),
    });
  return (
    <Panel title={t('roadmap.editing.priorities.matrix')}>
      <Typography className={classes.note}>
        {t('roadmap.editing.priorities.matrixText')}
      </Typography>
      <figure className={classes.figure}>
        <svg
          viewBox={`-24 -24 ${WIDTH + 26} ${HEIGHT + 48}`}
          className={classes.svg}
          role="img"
          aria-labelledby={`${id}name`}
        >
          <title id={`${id}name`}>
            {t('roadmap.editing.priorities.matrixOf', {
              number: String(items.length),
            })}
          </title>
          <rect
            width={WIDTH}
            height={HEIGHT}
            rx={6}
            className={classes.frame}
          />
          <line
            x1={WIDTH / 2}
            x2={WIDTH / 2}
            y1={0}
            y2={HEIGHT}
            className={classes.half}
          />
          <line
            x1={0}
            x2={WIDTH}
            y1={HEIGHT / 2}
            y2={HEIGHT / 2}
            className={classes.half}
          />
          {QUADRANTS.map(quadrant => (
            <text
              key={quadrant}
              x={CORNERS[quadrant].x}
              y={CORNERS[quadrant].y}
              textAnchor={CORNERS[quadrant].end ? 'end' : 'start'}
              className={classes.corner}
            >
              {t(`roadmap.editing.priorities.quadrants.${quadrant}`)}
            </text>
          ))}
          <text
            x={WIDTH / 2}
            y={HEIGHT + 18}
            textAnchor="middle"
            className={classes.axis}
          >
            {t('roadmap.editing.priorities.effort')} →
          </text>
          <text
            transform={`translate(-8 ${HEIGHT / 2}) rotate(-90)`}
            textAnchor="middle"
            className={classes.axis}
          >
            {t('roadmap.editing.priorities.value')} →
          </text>
          {shown.map((one, index) => (
            <g
              key={one.item.itemId + one.item.item.source}
              transform={`translate(${places[index].x * WIDTH} ${
                (1 - places[index].y) * HEIGHT
              })`}
              className={classes.point}
              onClick={() => open(one.item.item)}
            >
              <title>{sentence(one, index)}</title>
              <circle r={RADIUS} className={classes.dot} />
              <text dy={4} className={classes.number}>
                {index + 1}
              </text>
            </g>
          ))}
        </svg>
      </figure>
      <div className={classes.lists}>
        {QUADRANTS.map(quadrant => {
          const some = items
            .map((one, index) => ({ one, index }))
            .filter(({ one }) => one.quadrant === quadrant);
          return (
            <section
              key={quadrant}
              aria-label={t(`roadmap.editing.priorities.quadrants.${quadrant}`)}
            >
              <h3>{t(`roadmap.editing.priorities.quadrants.${quadrant}`)}</h3>
              <span className={classes.note}>
                {t(`roadmap.editing.priorities.quadrantsText.${quadrant}`)}
              </span>
              <ol>
                {some.map(({ one, index }) => (
                  <li key={index}>
                    <Button
                      size="small"
                      className={classes.item}
                      aria-haspopup="dialog"
                      onClick={() => open(one.item.item)}
                    >
                      {sentence(one, index)}
                    </Button>
                  </li>
                ))}
              </ol>
            </section>
          );
        })}
      </div>
    </Panel>
  );
}
