import { type RefObject, useEffect, useRef } from 'react';
import type { Text } from '../../../useText';
import { addDays, daysBetween, isDay } from './days';
import type { Bar, TimelineModel } from './model';
import type { Rescheduling, TimelineEntry } from './types';
import { periodWords } from './words';

/** A hand that shakes is not a drag. */
const THRESHOLD = 4;

type Part = 'whole' | 'start' | 'end';

interface Drag {
  element: HTMLElement;
  bar: Bar;
  part: Part;
  fromX: number;
  scrolled: number;
  days: number;
  begun: boolean;
}

/** What becomes of an item when a part of it is moved by days; nothing where that cannot be. */
export function rescheduled(
  { start, end }: Pick<TimelineEntry, 'start' | 'end'>,
  part: Part,
  days: number,
): Rescheduling | undefined {
  if (days === 0) {
    return undefined;
  }
  if (part === 'whole') {
    return { type: 'shift', days };
  }
  if (part === 'start') {
    const from = isDay(start) ? start : end;
    const moved = isDay(from) ? addDays(from, days) : undefined;
    return moved === undefined || (isDay(end) && moved > end)
      ? undefined
      : { type: 'resize', start: moved };
  }
  const to = isDay(end) ? end : start;
  const moved = isDay(to) ? addDays(to, days) : undefined;
  return moved === undefined || (isDay(start) && moved < start)
    ? undefined
    : { type: 'resize', end: moved };
}

/** The days of an item after it was rescheduled. */
export function daysAfter(
  { start, end }: Pick<TimelineEntry, 'start' | 'end'>,
  change: Rescheduling,
): Pick<TimelineEntry, 'start' | 'end'> {
  if (change.type === 'resize') {
    return { start: change.start ?? start, end: change.end ?? end };
  }
  return {
    start: isDay(start) ? addDays(start, change.days) : start,
    end: isDay(end) ? addDays(end, change.days) : end,
  };
}

/** Bars follow the mouse without being drawn anew; what came of it is told once, at the end. */
export function useDragging(options: {
  canvas: RefObject<HTMLElement>;
  scroller: RefObject<HTMLElement>;
  model: TimelineModel;
  t: Text;
  mayMove: (entry: TimelineEntry) => boolean;
  onReschedule: (entry: TimelineEntry, change: Rescheduling) => void;
}): void {
  const latest = useRef(options);
  latest.current = options;
  const { canvas, scroller } = options;
  useEffect(() => {
    const element = canvas.current;
    if (!element) {
      return undefined;
    }
    let drag: Drag | undefined;
    let wasDragged = false;

    const reset = ({ element: { style, dataset }, bar }: Drag) => {
      delete dataset.to;
      style.left = `${bar.x}px`;
      style.width = `${bar.width}px`;
    };
    const show = ({ element: dragged, bar, part, days }: Drag) => {
      const { model, t } = latest.current;
      const by = days * model.scale.dayWidth;
      const { style, dataset } = dragged;
      if (part !== 'end') {
        style.left = `${bar.x + by}px`;
      }
      if (part !== 'whole') {
        const wider = part === 'end' ? by : -by;
        style.width = `${Math.max(8, bar.width + wider)}px`;
      }
      const change = rescheduled(bar.item, part, days);
      dataset.to = periodWords(
        change ? daysAfter(bar.item, change) : bar.item,
        t,
      );
    };
    const down = (event: PointerEvent) => {
      wasDragged = false;
      const { target } = event;
      if (event.pointerType === 'touch' || event.button !== 0) {
        return;
      }
      const button =
        target instanceof Element && target.closest<HTMLElement>('[data-uid]');
      const bar =
        button && latest.current.model.bars.get(button.dataset.uid ?? '');
      if (button && bar && latest.current.mayMove(bar.item)) {
        const grip = (target as HTMLElement).dataset.grip;
        drag = {
          element: button,
          bar,
          part: grip === 'start' || grip === 'end' ? grip : 'whole',
          fromX: event.clientX,
          scrolled: scroller.current?.scrollLeft ?? 0,
          days: 0,
          begun: false,
        };
      }
    };
    const move = (event: PointerEvent) => {
      if (!drag) {
        return;
      }
      const scrolled = (scroller.current?.scrollLeft ?? 0) - drag.scrolled;
      const by = event.clientX - drag.fromX + scrolled;
      drag.begun ||= Math.abs(by) >= THRESHOLD;
      if (drag.begun) {
        drag.days = Math.round(by / latest.current.model.scale.dayWidth);
        show(drag);
      }
    };
    const end = (isDone: boolean) => {
      const ended = drag;
      drag = undefined;
      if (ended?.begun) {
        wasDragged = true;
        reset(ended);
        const change = rescheduled(ended.bar.item, ended.part, ended.days);
        if (isDone && change) {
          latest.current.onReschedule(ended.bar.item, change);
        }
      }
    };
    const up = () => end(true);
    const cancel = () => end(false);
    const escape = ({ key }: KeyboardEvent) => key === 'Escape' && cancel();
    // What ends a drag is no click.
    const click = (event: MouseEvent) => {
      if (wasDragged) {
        wasDragged = false;
        event.stopPropagation();
        event.preventDefault();
      }
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('click', click, true);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', escape);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('click', click, true);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', escape);
    };
  }, [canvas, scroller]);
}

/** How a key reschedules an item: Alt with an arrow moves it by a step of the zoom, with Shift its end. */
export function keyRescheduling(
  entry: TimelineEntry,
  event: { key: string; altKey: boolean; shiftKey: boolean },
  step: (day: string, steps: number) => string,
): Rescheduling | undefined {
  const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!event.altKey || steps === undefined) {
    return undefined;
  }
  const part = event.shiftKey ? 'end' : 'whole';
  const first =
    part === 'end' ? [entry.end, entry.start] : [entry.start, entry.end];
  const day = first.find(isDay);
  return day === undefined
    ? undefined
    : rescheduled(entry, part, daysBetween(day, step(day, steps)));
}
