import { type CSSProperties, memo } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/Check';
import ConflictIcon from '@material-ui/icons/Warning';
import { mutedInk, toneColors } from '../../../components';
import { useText } from '../../../useText';
import { keepsItRunning } from '../../words';
import { BAR_HEIGHT } from './model';
import { type TimelineEntry, uidOf } from './types';
import { nameOf } from './words';

/** Below this width the words stand behind the bar, where there is room. */
const WORDY = 96;
const LETTER = 6.7;
/** From this width on the words of a bar stay in sight while one scrolls through it. */
const STAYING = 280;

const useStyles = makeStyles(
  (theme: Theme) => {
    const colors = (tone: 'info' | 'warn' | 'bad') => {
      const { ink, background } = toneColors(theme, tone);
      return { borderColor: ink, backgroundColor: background };
    };
    return {
      bar: {
        position: 'absolute',
        height: BAR_HEIGHT,
        boxSizing: 'border-box',
        display: 'flex',
        alignItems: 'center',
        margin: 0,
        padding: 0,
        border: '1px solid',
        borderRadius: 5,
        font: 'inherit',
        fontSize: '0.8rem',
        lineHeight: `${BAR_HEIGHT - 2}px`,
        textAlign: 'left',
        color: theme.palette.text.primary,
        cursor: 'pointer',
        ...colors('info'),
        '&:hover': { filter: 'brightness(0.96)' },
        '&:focus-visible': {
          outline: `3px solid ${theme.palette.primary.main}`,
          outlineOffset: 1,
          zIndex: 1,
        },
        // While it is dragged, where to: below it, where the header does not cover it.
        '&[data-to]': { zIndex: 3 },
        '&[data-to]::after': {
          content: 'attr(data-to)',
          position: 'absolute',
          top: BAR_HEIGHT + 2,
          left: 0,
          padding: '0 8px',
          borderRadius: 4,
          whiteSpace: 'nowrap',
          color: theme.palette.background.paper,
          background: theme.palette.text.primary,
          zIndex: 3,
        },
      },
      running: colors('warn'),
      conflict: colors('bad'),
      proposed: { borderStyle: 'dashed' },
      closed: {
        borderColor: mutedInk(theme),
        backgroundColor: theme.palette.background.paper,
        color: mutedInk(theme),
      },
      dropped: { textDecoration: 'line-through' },
      openEnd: {
        borderRightStyle: 'dotted',
        borderTopRightRadius: 0,
        borderBottomRightRadius: 0,
      },
      openStart: {
        borderLeftStyle: 'dotted',
        borderTopLeftRadius: 0,
        borderBottomLeftRadius: 0,
      },
      // Of a bar that began long ago, the words stay in sight. Of a short one that is not worth its price.
      staying: { position: 'sticky', left: 'calc(var(--side) + 2px)' },
      text: {
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        minWidth: 0,
        maxWidth: '100%',
        boxSizing: 'border-box',
        padding: '0 7px',
        whiteSpace: 'nowrap',
        pointerEvents: 'none',
        '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
        '& svg': { fontSize: '0.95rem', flex: 'none' },
      },
      behind: {
        position: 'absolute',
        left: '100%',
        paddingLeft: 5,
      },
      conflictIcon: { color: toneColors(theme, 'bad').ink },
      grip: {
        position: 'absolute',
        top: 0,
        bottom: 0,
        width: 7,
        cursor: 'ew-resize',
      },
      gripStart: { left: -1 },
      gripEnd: { right: -1 },
    };
  },
  { name: 'ProductOpsTimelineBar' },
);

function BarButton(props: {
  entry: TimelineEntry;
  x: number;
  y: number;
  width: number;
  /** From its beginning to the next bar of the row. */
  room: number;
  open?: 'start' | 'end';
  active: boolean;
  movable: boolean;
}) {
  const { entry, x, y, width, room, open, active, movable } = props;
  const classes = useStyles();
  const t = useText();
  const isClosed = entry.status === 'done' || entry.status === 'dropped';
  const inConflict = entry.conflicts.length > 0;
  const icons = (inConflict ? 18 : 0) + (entry.status === 'done' ? 18 : 0);
  const needed = icons + 14 + LETTER * entry.title.length;
  const free = Math.min(room - width - 8, 260);
  const behind = width < Math.min(needed, WORDY) && free > width - 10;
  const bare = !behind && width < 34;
  const stays = width > STAYING ? classes.staying : '';
  const place = behind ? classes.behind : stays;
  let textStyle: CSSProperties | undefined;
  if (behind) {
    textStyle = { maxWidth: free };
  } else if (bare) {
    textStyle = { padding: 2 };
  }
  return (
    <button
      type="button"
      data-uid={uidOf(entry)}
      tabIndex={active ? 0 : -1}
      aria-label={nameOf(entry, t)}
      className={[
        classes.bar,
        keepsItRunning(entry) && classes.running,
        isClosed && classes.closed,
        entry.status === 'dropped' && classes.dropped,
        (entry.status === 'proposed' || entry.status === 'deferred') &&
          classes.proposed,
        inConflict && classes.conflict,
        open === 'end' && classes.openEnd,
        open === 'start' && classes.openStart,
      ]
        .filter(Boolean)
        .join(' ')}
      style={{ left: x, top: y, width }}
    >
      {(!bare || inConflict) && (
        <span className={`${classes.text} ${place}`} style={textStyle}>
          {inConflict && (
            <ConflictIcon className={classes.conflictIcon} aria-hidden />
          )}
          {entry.status === 'done' && !bare && <DoneIcon aria-hidden />}
          {!bare && <span>{entry.title}</span>}
        </span>
      )}
      {movable && (
        <>
          <span
            data-grip="start"
            className={`${classes.grip} ${classes.gripStart}`}
          />
          <span
            data-grip="end"
            className={`${classes.grip} ${classes.gripEnd}`}
          />
        </>
      )}
    </button>
  );
}

/** One item on its days. All that is done with it is heard of by the canvas. */
export const TimelineBarButton = memo(BarButton);
