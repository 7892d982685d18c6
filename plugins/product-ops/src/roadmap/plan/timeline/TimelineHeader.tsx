import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { TimelineScale } from '@productops/backstage-plugin-product-ops-common';
import { line, mutedInk, toneColors } from '../../../components';
import { useText } from '../../../useText';
import { type HeaderPart, upperParts } from './headerParts';
import type { Sight } from './model';

export const HEADER_HEIGHT = 50;

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      position: 'relative',
      height: HEADER_HEIGHT,
      background: theme.palette.background.paper,
      overflow: 'clip',
    },
    part: {
      position: 'absolute',
      height: HEADER_HEIGHT / 2,
      boxSizing: 'border-box',
      lineHeight: `${HEADER_HEIGHT / 2}px`,
      whiteSpace: 'nowrap',
      fontSize: '0.8rem',
    },
    upper: {
      top: 0,
      fontWeight: 700,
      borderLeft: `1px solid ${line(theme)}`,
      // The name of what one is in the middle of stays in sight.
      '& > span': {
        position: 'sticky',
        left: 'var(--side)',
        padding: '0 6px',
      },
    },
    lower: {
      top: HEADER_HEIGHT / 2,
      color: mutedInk(theme),
      paddingLeft: 6,
      overflow: 'clip',
    },
    today: {
      position: 'absolute',
      bottom: 2,
      transform: 'translateX(-50%)',
      padding: '0 6px',
      borderRadius: 8,
      fontSize: '0.72rem',
      lineHeight: '17px',
      color: theme.palette.background.paper,
      background: toneColors(theme, 'info').ink,
    },
  }),
  { name: 'ProductOpsTimelineHeader' },
);

/** The names of the days. */
export function TimelineHeader(props: {
  scale: TimelineScale;
  sight: Sight;
  today: string;
  /** Its lower line. */
  parts: readonly HeaderPart[];
}) {
  const { scale, sight, today, parts } = props;
  const { left, right } = sight;
  const classes = useStyles();
  const t = useText();
  return (
    <div className={classes.root} aria-hidden>
      {upperParts(scale, left, right).map(part => (
        <div
          key={part.day}
          className={`${classes.part} ${classes.upper}`}
          style={{ left: part.x, width: part.width }}
        >
          <span>{part.label}</span>
        </div>
      ))}
      {parts.map(part => (
        <div
          key={part.day}
          className={`${classes.part} ${classes.lower}`}
          style={{ left: part.x, width: part.width }}
        >
          {part.label}
        </div>
      ))}
      <div className={classes.today} style={{ left: scale.x(today) }}>
        {t('roadmap.plan.timeline.today')}
      </div>
    </div>
  );
}
