import { type RefObject, useEffect, useState } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ConflictIcon from '@material-ui/icons/Warning';
import { line, mutedInk, toneColors } from '../../../components';
import { useText } from '../../../useText';
import { BAR_HEIGHT, type Sight, type TimelineModel } from './model';
import { periodWords } from './words';

const WIDTH = 280;

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      position: 'absolute',
      width: WIDTH,
      boxSizing: 'border-box',
      padding: theme.spacing(1, 1.25),
      border: `1px solid ${line(theme)}`,
      borderRadius: 6,
      boxShadow: theme.shadows[4],
      background: theme.palette.background.paper,
      fontSize: '0.82rem',
      lineHeight: 1.4,
      overflowWrap: 'anywhere',
      pointerEvents: 'none',
      zIndex: 2,
    },
    title: { fontWeight: 700 },
    about: { color: mutedInk(theme) },
    conflict: {
      display: 'flex',
      gap: 5,
      marginTop: 4,
      '& svg': {
        fontSize: '1rem',
        flex: 'none',
        marginTop: 1,
        color: toneColors(theme, 'bad').ink,
      },
    },
  }),
  { name: 'ProductOpsTimelineTip' },
);

const uidAt = (target: EventTarget | null) =>
  target instanceof Element
    ? target.closest<HTMLElement>('[data-uid]')?.dataset.uid
    : undefined;

/** What a bar says in full, beside the one that the pointer or the keyboard is at. Escape hides it. */
export function TimelineTip(props: {
  canvas: RefObject<HTMLElement>;
  model: TimelineModel;
  sight: Sight;
}) {
  const { canvas, model, sight } = props;
  const classes = useStyles();
  const t = useText();
  const [uid, setUid] = useState<string>();

  useEffect(() => {
    const element = canvas.current;
    if (!element) {
      return undefined;
    }
    const point = ({ target }: Event) => setUid(uidAt(target));
    const focus = ({ target }: Event) => {
      const seen =
        target instanceof Element && target.matches(':focus-visible');
      setUid(seen ? uidAt(target) : undefined);
    };
    const hide = () => setUid(undefined);
    const escape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') {
        hide();
      }
    };
    element.addEventListener('pointerover', point);
    element.addEventListener('pointerleave', hide);
    element.addEventListener('pointerdown', hide);
    element.addEventListener('focusin', focus);
    element.addEventListener('focusout', hide);
    element.addEventListener('keydown', escape);
    return () => {
      element.removeEventListener('pointerover', point);
      element.removeEventListener('pointerleave', hide);
      element.removeEventListener('pointerdown', hide);
      element.removeEventListener('focusin', focus);
      element.removeEventListener('focusout', hide);
      element.removeEventListener('keydown', escape);
    };
  }, [canvas]);

  const bar = uid === undefined ? undefined : model.bars.get(uid);
  if (!bar) {
    return null;
  }
  const { item } = bar;
  const y = model.yOf(bar);
  // Below the bar, or above it where that would be the end of the canvas.
  const below = y + BAR_HEIGHT + 130 < model.height || y < 130;
  const left = Math.max(
    0,
    Math.min(Math.max(bar.x, sight.left + 200), model.scale.width - WIDTH - 8),
  );
  return (
    // The same is in the name of the bar.
    <div
      aria-hidden
      className={classes.root}
      style={{
        left,
        ...(below
          ? { top: y + BAR_HEIGHT + 5 }
          : { top: y - 5, transform: 'translateY(-100%)' }),
      }}
    >
      <div className={classes.title}>{item.title}</div>
      <div className={classes.about}>
        {[
          periodWords(item, t),
          t(`roadmap.statuses.${item.status}`),
          item.category,
          item.owner?.title,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {item.conflicts.slice(0, 3).map(conflict => (
        <div key={conflict} className={classes.conflict}>
          <ConflictIcon />
          <span>{conflict}</span>
        </div>
      ))}
    </div>
  );
}
