import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useId,
  useMemo,
  useRef,
} from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { line, mutedInk, quietSurface, toneColors } from '../../../components';
import { useText } from '../../../useText';
import { stepOf, todayInUtc } from './days';
import { lowerParts } from './headerParts';
import { timelineModel } from './model';
import { TimelineBarButton } from './TimelineBarButton';
import { TimelineEdges } from './TimelineEdges';
import { HEADER_HEIGHT, TimelineHeader } from './TimelineHeader';
import { TimelineMarks } from './TimelineMarks';
import { TimelineSide } from './TimelineSide';
import { TimelineTip } from './TimelineTip';
import { TimelineToolbar } from './TimelineToolbar';
import {
  type Rescheduling,
  type TimelineEntry,
  type TimelineSection,
  uidOf,
} from './types';
import { keyRescheduling, useDragging } from './useDragging';
import { useRoving } from './useRoving';
import { useSight } from './useSight';
import { useTimelineAddress, useWindow } from './useWindow';

const useStyles = makeStyles(
  (theme: Theme) => ({
    scroller: {
      '--head': `${HEADER_HEIGHT}px`,
      '--side': '190px',
      overflow: 'auto',
      maxHeight: 'max(360px, calc(100vh - 290px))',
      border: `1px solid ${line(theme)}`,
      borderRadius: 8,
      background: theme.palette.background.paper,
      overscrollBehaviorX: 'contain',
      // What is drawn here moves nothing else of the page.
      contain: 'content',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
      [theme.breakpoints.down('xs')]: { '--side': '104px' },
    },
    canvas: {
      display: 'grid',
      gridTemplateColumns: 'var(--side) auto',
      width: 'max-content',
      position: 'relative',
    },
    corner: {
      position: 'sticky',
      top: 0,
      left: 0,
      zIndex: 5,
      background: theme.palette.background.paper,
      borderRight: `1px solid ${line(theme)}`,
      borderBottom: `1px solid ${line(theme)}`,
    },
    head: {
      position: 'sticky',
      top: 0,
      zIndex: 4,
      background: theme.palette.background.paper,
      borderBottom: `1px solid ${line(theme)}`,
    },
    side: {
      position: 'sticky',
      left: 0,
      zIndex: 3,
      background: theme.palette.background.paper,
      borderRight: `1px solid ${line(theme)}`,
    },
    body: { position: 'relative', contain: 'strict' },
    row: {
      position: 'absolute',
      left: 0,
      right: 0,
      borderTop: `1px solid ${line(theme)}`,
    },
    grid: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      width: 1,
      background: quietSurface(theme),
    },
    today: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      width: 2,
      marginLeft: -1,
      background: toneColors(theme, 'info').ink,
    },
    group: { display: 'contents' },
    help: {
      color: mutedInk(theme),
      fontSize: '0.78rem',
      margin: theme.spacing(0.75, 0, 0),
      [theme.breakpoints.down('xs')]: { display: 'none' },
    },
  }),
  { name: 'ProductOpsRoadmapTimeline' },
);

/**
 * Items on their days: in groups, with what they wait for. What is drawn is what is in sight, so that thousands of items
 * scroll like ten. The address holds how close one looks (`zoom`), and from which day on (`from`).
 */
export function Timeline(props: {
  label: string;
  entries: readonly TimelineEntry[];
  sections: readonly TimelineSection[];
  /** The day of today, in UTC. */
  today?: string;
  onOpen: (entry: TimelineEntry) => void;
  /** Given where items may be rescheduled here. */
  onReschedule?: (entry: TimelineEntry, change: Rescheduling) => void;
  mayReschedule?: (entry: TimelineEntry) => boolean;
}) {
  const { label, entries, sections, onOpen, onReschedule } = props;
  const { today = todayInUtc(), mayReschedule = always } = props;
  const classes = useStyles();
  const t = useText();
  const helpId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const { zoom: asked, from } = useTimelineAddress();
  const { sight, size, look } = useSight(scroller);
  const model = useMemo(
    () =>
      timelineModel({
        entries,
        sections,
        zoom: asked,
        today,
        width: size.width,
        from,
      }),
    [entries, sections, asked, today, size.width, from],
  );
  const { zoom, onScroll, step, toToday, onZoom } = useWindow({
    scroller,
    model,
    today,
    look,
  });
  const { scale } = model;
  const shown = useMemo(() => model.within(sight), [model, sight]);
  const placed = useMemo(() => model.sectionsIn(sight), [model, sight]);
  const parts = useMemo(
    () => lowerParts(scale, sight.left, sight.right),
    [scale, sight],
  );
  const { active, goTo, afterKey } = useRoving({
    scroller,
    canvas,
    model,
    shown: shown.bars,
  });
  const mayMove = useCallback(
    (entry: TimelineEntry) => Boolean(onReschedule) && mayReschedule(entry),
    [onReschedule, mayReschedule],
  );
  useDragging({
    canvas,
    scroller,
    model,
    t,
    mayMove,
    onReschedule: (entry, change) => onReschedule?.(entry, change),
  });

  const barAt = (target: EventTarget) => {
    const uid =
      target instanceof Element &&
      target.closest<HTMLElement>('[data-uid]')?.dataset.uid;
    return uid ? model.bars.get(uid) : undefined;
  };
  const onClick = ({ target }: MouseEvent) => {
    const bar = barAt(target);
    if (bar) {
      goTo(uidOf(bar.item));
      onOpen(bar.item);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const bar = barAt(event.target);
    if (!bar) {
      return;
    }
    const change = keyRescheduling(bar.item, event, (day, steps) =>
      stepOf(day, zoom, steps),
    );
    if (change && mayMove(bar.item)) {
      event.preventDefault();
      onReschedule?.(bar.item, change);
    } else if (!event.altKey && !event.metaKey && afterKey(bar, event)) {
      event.preventDefault();
    }
  };

  const drawn = new Set(shown.bars);
  const activeBar = active === undefined ? undefined : model.bars.get(active);
  if (activeBar) {
    drawn.add(activeBar);
  }
  const bars = [...drawn];
  const groups = model.sections.filter(
    one => placed.includes(one) || one.section.id === activeBar?.group,
  );
  return (
    <div>
      <TimelineToolbar
        zoom={zoom}
        onZoom={onZoom}
        onStep={step}
        onToday={toToday}
      />
      <div
        ref={scroller}
        className={classes.scroller}
        role="region"
        aria-label={label}
        aria-describedby={helpId}
        onScroll={onScroll}
      >
        <div className={classes.canvas}>
          <div className={classes.corner} />
          <div className={classes.head} style={{ width: scale.width }}>
            <TimelineHeader
              scale={scale}
              sight={sight}
              today={today}
              parts={parts}
            />
          </div>
          <div className={classes.side} style={{ height: model.height }}>
            <TimelineSide sections={placed} onOpen={onOpen} />
          </div>
          <div
            ref={canvas}
            className={classes.body}
            style={{ height: model.height, width: scale.width }}
            onClick={onClick}
            onKeyDown={onKeyDown}
            role="presentation"
          >
            {parts.map(({ day, x }) => (
              <div key={day} className={classes.grid} style={{ left: x }} />
            ))}
            {placed.map(({ section, top }) => (
              <div key={section.id} className={classes.row} style={{ top }} />
            ))}
            <TimelineMarks sections={placed} sight={sight} />
            <div className={classes.today} style={{ left: scale.x(today) }} />
            <TimelineEdges model={model} edges={shown.edges} active={active} />
            {groups.map(({ section, items }) => (
              <div
                key={section.id}
                role="group"
                aria-label={t('roadmap.plan.timeline.group', {
                  title: section.title,
                  count: items,
                })}
                className={classes.group}
              >
                {bars
                  .filter(({ group }) => group === section.id)
                  .map(bar => {
                    const uid = uidOf(bar.item);
                    return (
                      <TimelineBarButton
                        key={uid}
                        entry={bar.item}
                        x={bar.x}
                        y={model.yOf(bar)}
                        width={bar.width}
                        room={model.roomOf(bar)}
                        open={bar.open}
                        active={uid === active}
                        movable={mayMove(bar.item)}
                      />
                    );
                  })}
              </div>
            ))}
            <TimelineTip canvas={canvas} model={model} sight={sight} />
          </div>
        </div>
      </div>
      <p id={helpId} className={classes.help}>
        {t(
          onReschedule
            ? 'roadmap.plan.timeline.helpMoving'
            : 'roadmap.plan.timeline.help',
        )}
      </p>
    </div>
  );
}

function always(): boolean {
  return true;
}
