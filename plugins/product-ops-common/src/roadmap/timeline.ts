import { readDay } from './days';
import { dependencyTargetOf, itemKeyOf } from './itemRefs';
import type { RoadmapEntry } from './items';
import type { TimelineScale } from './timelineScale';

/**
 * What of an item a timeline shows.
 *
 * @public
 */
export type TimelineItem = Pick<
  RoadmapEntry,
  'entityRef' | 'itemId' | 'start' | 'end' | 'dependsOn'
>;

/**
 * The place of an item on a timeline.
 *
 * @public
 */
export interface TimelineBar<T> {
  /** See {@link itemKeyOf}. */
  key: string;
  item: T;
  /** The group that it stands in. */
  group: string;
  /** From 0, counted over all groups. */
  row: number;
  /** In pixels. */
  x: number;
  width: number;
  /** Which ends are not known: then the bar is a short one beside the day that is. */
  open?: 'start' | 'end';
}

/**
 * Rows that belong together.
 *
 * @public
 */
export interface TimelineGroup {
  id: string;
  /** Its first row, and how many it has; none where all of its items are undated. */
  firstRow: number;
  rows: number;
  /** How many items it has, undated ones included. */
  items: number;
}

/**
 * Items laid out on a scale.
 *
 * @public
 */
export interface TimelineLayout<T> {
  scale: TimelineScale;
  /** By row, then from left to right. */
  bars: Array<TimelineBar<T>>;
  /** In the order in which their first items came. */
  groups: TimelineGroup[];
  rows: number;
  /** Items without any day: they are listed beside. */
  undated: T[];
  /** Dependencies between bars, from what is waited for to what waits. */
  edges: TimelineEdge[];
}

/**
 * A dependency between two bars. It goes `backward` when what is waited for ends after what waits: then dates are wrong,
 * or it is part of a circle.
 *
 * @public
 */
export interface TimelineEdge {
  from: string;
  to: string;
  backward: boolean;
}

interface Draft<T> {
  key: string;
  item: T;
  x: number;
  width: number;
  open?: 'start' | 'end';
}

function draftOf<T extends TimelineItem>(
  item: T,
  scale: TimelineScale,
  shortest: number,
): Draft<T> | undefined {
  const key = itemKeyOf(item);
  const start = readDay(item.start) === undefined ? undefined : item.start;
  const end = readDay(item.end) === undefined ? undefined : item.end;
  if (start !== undefined && end !== undefined) {
    // Reversed days are drawn between the two: the conflict says what is wrong with them.
    const [left, right] = start <= end ? [start, end] : [end, start];
    const x = scale.x(left)!;
    const width = scale.x(right)! + scale.dayWidth - x;
    return { key, item, x, width: Math.max(width, shortest) };
  }
  if (start !== undefined) {
    return { key, item, x: scale.x(start)!, width: shortest, open: 'end' };
  }
  if (end !== undefined) {
    const x = scale.x(end)! + scale.dayWidth - shortest;
    return { key, item, x, width: shortest, open: 'start' };
  }
  return undefined;
}

/** A heap of rows by where they end, so that the row which is free for longest is at hand. */
function sift(heap: Array<{ end: number; row: number }>) {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    let least = at;
    if (left < heap.length && heap[left].end < heap[least].end) {
      least = left;
    }
    if (right < heap.length && heap[right].end < heap[least].end) {
      least = right;
    }
    if (least === at) {
      return;
    }
    [heap[at], heap[least]] = [heap[least], heap[at]];
    at = least;
  }
}

function raise(heap: Array<{ end: number; row: number }>) {
  let at = heap.length - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (heap[above].end <= heap[at].end) {
      return;
    }
    [heap[at], heap[above]] = [heap[above], heap[at]];
    at = above;
  }
}

/** Puts bars into as few rows as possible, none over another. */
function pack<T>(drafts: Array<Draft<T>>, gap: number): number[] {
  const rows: number[] = [];
  const heap: Array<{ end: number; row: number }> = [];
  for (const { x, width } of drafts) {
    const end = x + width + gap;
    if (heap.length > 0 && heap[0].end <= x) {
      rows.push(heap[0].row);
      heap[0].end = end;
      sift(heap);
    } else {
      rows.push(heap.length);
      heap.push({ end, row: heap.length });
      raise(heap);
    }
  }
  return rows;
}

/**
 * Lays items out: bars in rows, as few a group as possible, and the dependencies between them.
 *
 * @remarks
 *
 * Takes time in proportion to n log n; circles of dependencies are just edges. What an item depends on that is not
 * shown has no edge.
 *
 * @param options - `groupOf` says where an item stands, its entity when absent; `packed: false` gives each item a row
 *   of its own; `shortest` is the least width of a bar and `gap` the least room between two, in pixels
 *
 * @public
 */
export function layoutTimeline<T extends TimelineItem>(
  items: readonly T[],
  scale: TimelineScale,
  options: {
    groupOf?: (item: T) => string;
    packed?: boolean;
    shortest?: number;
    gap?: number;
  } = {},
): TimelineLayout<T> {
  const { groupOf, packed = true, shortest = 8, gap = 4 } = options;
  const groups = new Map<string, { drafts: Array<Draft<T>>; items: number }>();
  const undated: T[] = [];
  for (const item of items) {
    const id = groupOf ? groupOf(item) : item.entityRef;
    const group = groups.get(id) ?? { drafts: [], items: 0 };
    groups.set(id, group);
    group.items += 1;
    const draft = draftOf(item, scale, shortest);
    if (draft) {
      group.drafts.push(draft);
    } else {
      undated.push(item);
    }
  }
  const bars: Array<TimelineBar<T>> = [];
  const shown: TimelineGroup[] = [];
  let firstRow = 0;
  for (const [id, { drafts, items: count }] of groups) {
    drafts.sort((a, b) => a.x - b.x || b.width - a.width);
    const rows = packed ? pack(drafts, gap) : drafts.map((_, row) => row);
    const height = rows.reduce((most, row) => Math.max(most, row + 1), 0);
    const base = firstRow;
    const placed = drafts.map((draft, index) => ({
      ...draft,
      group: id,
      row: base + rows[index],
    }));
    placed.sort((a, b) => a.row - b.row || a.x - b.x);
    placed.forEach(bar => bars.push(bar));
    shown.push({ id, firstRow, rows: height, items: count });
    firstRow += height;
  }
  const byKey = new Map(bars.map(bar => [bar.key, bar]));
  const edges: TimelineEdge[] = [];
  for (const bar of bars) {
    const sources = new Set(
      bar.item.dependsOn.flatMap(ref => {
        const target = dependencyTargetOf(ref, bar.item.entityRef);
        return target ? [itemKeyOf(target)] : [];
      }),
    );
    for (const from of sources) {
      const source = byKey.get(from);
      if (source && source !== bar) {
        const backward = source.x + source.width > bar.x + bar.width;
        edges.push({ from, to: bar.key, backward });
      }
    }
  }
  return { scale, bars, groups: shown, rows: firstRow, undated, edges };
}
