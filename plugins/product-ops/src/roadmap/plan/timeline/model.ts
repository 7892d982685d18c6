import {
  indexTimeline,
  itemKeyOf,
  layoutTimeline,
  type TimelineBar,
  type TimelineScale,
  timelineScale,
  type TimelineWindow,
  type TimelineZoom,
} from '@productops/backstage-plugin-product-ops-common';
import { addDays, addMonths, isDay } from './days';
import { type Mark, marksOf, MARK_HEIGHT } from './marks';
import {
  sectionOf,
  type TimelineEntry,
  type TimelineSection,
  uidOf,
} from './types';

export const ROW_HEIGHT = 33;
export const BAR_HEIGHT = 26;
const PADDING = 9;
const LABEL_HEIGHT = 58;
const UNDATED_HEIGHT = 24;
/** Days further away are typing errors more often than plans: their items are listed at the side. */
const FARTHEST_YEARS = 20;
const SHORTEST_BAR = 22;
const ROOM_BELOW = 24;

export type Bar = TimelineBar<TimelineEntry>;

/** A group with its place, from top to bottom in pixels. */
export interface PlacedSection {
  section: TimelineSection;
  top: number;
  height: number;
  /** Where its marks begin. */
  marksTop: number;
  marks: Mark[];
  /** Its bars from left to right. */
  bars: Bar[];
  /** Items without days, or with days that no timeline reaches. */
  undated: TimelineEntry[];
  items: number;
}

/** What is in sight, in pixels of the canvas. */
export interface Sight {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface TimelineModel {
  scale: TimelineScale;
  height: number;
  sections: PlacedSection[];
  bars: ReadonlyMap<string, Bar>;
  yOf(bar: Bar): number;
  /** How far a text may go from the beginning of a bar, before the next bar of its row begins. */
  roomOf(bar: Bar): number;
  sectionsIn(sight: Sight): PlacedSection[];
  within(sight: Sight): TimelineWindow<TimelineEntry>;
}

interface ModelOptions {
  entries: readonly TimelineEntry[];
  /** In the order in which they stand. Of what has neither items nor days nothing is shown. */
  sections: readonly TimelineSection[];
  zoom: TimelineZoom;
  today: string;
  /** The least width, so that the days fill the screen. */
  width: number;
  /** A day that must be on it. */
  from?: string;
}

/** Tells whether a day is one that a timeline reaches. */
function reachOf(today: string) {
  const first = addMonths(today, -12 * FARTHEST_YEARS);
  const last = addMonths(today, 12 * FARTHEST_YEARS);
  return (day: string | undefined): day is string =>
    isDay(day) && day >= first && day <= last;
}

type Reach = ReturnType<typeof reachOf>;

/** Whether an item can be drawn: its days are there, and none of them is out of reach. */
function isDrawn({ start, end }: TimelineEntry, reaches: Reach): boolean {
  const days = [start, end].filter(isDay);
  return days.length > 0 && days.every(reaches);
}

function scaleOf(
  options: ModelOptions,
  drawn: readonly TimelineEntry[],
  reaches: Reach,
) {
  const { zoom, today, width, sections, from } = options;
  const days = new Set<string>([today]);
  const add = (day: string | undefined) => {
    if (reaches(day)) {
      days.add(day);
    }
  };
  add(from);
  sections.forEach(({ dates }) => dates.forEach(({ day }) => add(day)));
  drawn.forEach(({ start, end, milestones }) => {
    add(start);
    add(end);
    milestones.forEach(({ value }) => add(value));
  });
  const least = timelineScale(days, { zoom, today });
  // Where one looks, there is a screen full of days, also after the last item.
  const looksAt = reaches(from) ? from : least.first;
  const lack = width - (least.width - (least.x(looksAt) ?? 0));
  return lack > 0
    ? timelineScale(
        [...days, addDays(least.last, Math.ceil(lack / least.dayWidth))],
        { zoom, today },
      )
    : least;
}

function listIn<T>(lists: Map<string, T[]>, id: string): T[] {
  const known = lists.get(id);
  if (known) {
    return known;
  }
  const list: T[] = [];
  lists.set(id, list);
  return list;
}

/** Lays a timeline out: where each group, bar and mark is. It is done once; what shows is looked up. */
export function timelineModel(options: ModelOptions): TimelineModel {
  const { entries, sections, today } = options;
  const order = new Map(sections.map(({ id }, index) => [id, index]));
  const known = entries
    .filter(entry => order.has(sectionOf(entry)))
    .map(entry => ({ entry, at: order.get(sectionOf(entry))! }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
  const reaches = reachOf(today);
  const drawn: TimelineEntry[] = [];
  const undatedOf = new Map<string, TimelineEntry[]>();
  known.forEach(entry =>
    (isDrawn(entry, reaches)
      ? drawn
      : listIn(undatedOf, sectionOf(entry))
    ).push(entry),
  );
  const scale = scaleOf(options, drawn, reaches);
  const layout = layoutTimeline(drawn, scale, {
    groupOf: sectionOf,
    shortest: SHORTEST_BAR,
  });
  const groups = new Map(layout.groups.map(group => [group.id, group]));
  const barsOf = new Map<string, Bar[]>();
  layout.bars.forEach(bar => listIn(barsOf, bar.group).push(bar));
  const placed: PlacedSection[] = [];
  const rowTops: number[] = [];
  let top = 0;
  for (const section of sections) {
    const bars = (barsOf.get(section.id) ?? []).sort(
      (a, b) => a.x - b.x || a.row - b.row,
    );
    const undated = undatedOf.get(section.id) ?? [];
    const { marks, lanes } = marksOf(section, bars, scale);
    if (bars.length + undated.length + marks.length > 0) {
      const rows = groups.get(section.id)?.rows ?? 0;
      for (let row = 0; row < rows; row += 1) {
        rowTops.push(top + PADDING + row * ROW_HEIGHT);
      }
      const marksTop = top + PADDING + rows * ROW_HEIGHT;
      const height = Math.max(
        marksTop + lanes * MARK_HEIGHT + PADDING - top,
        LABEL_HEIGHT + (undated.length > 0 ? UNDATED_HEIGHT : 0),
      );
      const items = bars.length + undated.length;
      placed.push({
        section,
        top,
        height,
        marksTop,
        marks,
        bars,
        undated,
        items,
      });
      top += height;
    }
  }

  const room = new Map<Bar, number>();
  layout.bars.forEach((bar, index) => {
    const next = layout.bars[index + 1];
    const end = next && next.row === bar.row ? next.x : Infinity;
    room.set(bar, end - bar.x);
  });
  const find = indexTimeline(layout);
  const sectionsIn = ({ top: from, bottom: to }: Sight) => {
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placed[middle].top + placed[middle].height < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    let end = low;
    while (end < placed.length && placed[end].top <= to) {
      end += 1;
    }
    return placed.slice(low, end);
  };
  const rowAt = (y: number) => {
    let low = 0;
    let high = rowTops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rowTops[middle] + ROW_HEIGHT < y) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  return {
    scale,
    // Below the last row there is room for what is said of it.
    height: top + ROOM_BELOW,
    sections: placed,
    bars: new Map(layout.bars.map(bar => [uidOf(bar.item), bar])),
    yOf: bar => rowTops[bar.row],
    roomOf: bar => room.get(bar) ?? Infinity,
    sectionsIn,
    within: sight =>
      find({
        firstRow: rowAt(sight.top),
        lastRow: rowAt(sight.bottom),
        fromX: sight.left,
        toX: sight.right,
      }),
  };
}

/** Whether a dependency contradicts the days, or something else that is known of the two items. */
export function isViolated(from: Bar, to: Bar, backward: boolean): boolean {
  const open =
    from.item.status !== 'done' &&
    to.item.status !== 'done' &&
    to.item.status !== 'dropped';
  return to.item.against.includes(itemKeyOf(from.item)) || (backward && open);
}
