import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { TimelineZoom } from '@productops/backstage-plugin-product-ops-common';
import { useUrlState } from '../../../components';
import { addMonths, isDay, quarterOf } from './days';
import type { TimelineModel } from './model';
import { ZOOMS } from './TimelineToolbar';

/** What one looks at of a timeline, as the address says: how close, and from which day on. */
export function useTimelineAddress(): {
  zoom: TimelineZoom;
  from: string | undefined;
} {
  const url = useUrlState();
  const from = url.get('from');
  return {
    zoom: ZOOMS.find(zoom => zoom === url.get('zoom')) ?? 'months',
    from: isDay(from) ? from : undefined,
  };
}

function unitOf(day: string, zoom: TimelineZoom): string {
  switch (zoom) {
    case 'weeks':
      return `${day.slice(0, 7)}-01`;
    case 'months':
      return quarterOf(day);
    default:
      return `${day.slice(0, 4)}-01-01`;
  }
}

const MONTHS: Record<TimelineZoom, number> = {
  weeks: 1,
  months: 3,
  quarters: 12,
};

/** Where a timeline opens when the address does not say. */
function defaultDay(today: string, zoom: TimelineZoom): string {
  switch (zoom) {
    case 'weeks':
      return `${today.slice(0, 7)}-01`;
    case 'months':
      return quarterOf(today);
    default:
      return addMonths(quarterOf(today), -3);
  }
}

/** Keeps the day at the left edge where it is while the scale changes, and moves it by steps. */
export function useWindow(options: {
  scroller: RefObject<HTMLElement>;
  model: TimelineModel;
  today: string;
  look: () => void;
}) {
  const { scroller, model, today, look } = options;
  const { scale } = model;
  const url = useUrlState();
  const { zoom, from } = useTimelineAddress();
  const wanted = from ?? defaultDay(today, zoom);
  // The day at the left edge, and how far into it one looks, in pixels.
  const left = useRef({ day: wanted, into: 0 });
  const shown = useRef(wanted);

  const scrollTo = useCallback(
    (day: string, into = 0) => {
      left.current = { day, into };
      const element = scroller.current;
      if (element) {
        element.scrollLeft = (scale.x(day) ?? 0) + into;
        look();
      }
    },
    [scroller, scale, look],
  );
  // What is kept is the day: a scale may begin somewhere else since an item has moved.
  useLayoutEffect(() => {
    const asked = shown.current !== wanted;
    shown.current = wanted;
    scrollTo(
      asked ? wanted : left.current.day,
      asked ? 0 : Math.min(left.current.into, scale.dayWidth - 1),
    );
  }, [wanted, scale, scrollTo]);

  const onScroll = useCallback(() => {
    const at = scroller.current?.scrollLeft ?? 0;
    const day = scale.dayAt(at);
    left.current = { day, into: at - (scale.x(day) ?? 0) };
    look();
  }, [scroller, scale, look]);

  const step = (steps: 1 | -1) => {
    const { day: at } = left.current;
    const unit = unitOf(at, zoom);
    const back = steps < 0 && unit < at;
    const day = back ? unit : addMonths(unit, steps * MONTHS[zoom]);
    url.patch({ from: day }, { replace: true });
    scrollTo(day);
  };
  const toToday = () => {
    url.patch({ from: undefined }, { replace: true });
    scrollTo(defaultDay(today, zoom));
  };
  const onZoom = (next: TimelineZoom) =>
    url.patch(
      { zoom: next === 'months' ? undefined : next },
      { replace: true },
    );
  return { zoom, onScroll, step, toToday, onZoom };
}
