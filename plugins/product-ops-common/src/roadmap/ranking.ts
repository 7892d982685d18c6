import { itemKeyOf } from './itemRefs';
import type { RoadmapEntry } from './items';
import { SCORE_INPUTS, ScoreMethod, scoreOf } from './score';

/**
 * What of an item a ranking looks at.
 *
 * @public
 */
export type RankableItem = Pick<RoadmapEntry, 'entityRef' | 'itemId' | 'score'>;

/**
 * An item with its place in a ranking.
 *
 * @public
 */
export interface RankedItem<T> {
  item: T;
  /** The score, without unit: the higher, the sooner. */
  value: number;
  /** 1 for the best; those of the same score share a place, and the next one is left out for each of them. */
  place: number;
}

/**
 * An item without a score, with what is missing.
 *
 * @public
 */
export interface UnscoredItem<T> {
  item: T;
  /** The inputs that are not there, or cannot be divided by. */
  missing: string[];
}

/**
 * Items by their score, the highest first; what is alike stays in the order in which it came.
 *
 * @remarks
 *
 * RICE is reach x impact x confidence / effort (by Intercom), WSJF is cost of delay / job size (of SAFe, after
 * D. Reinertsen). Only the inputs of the method count, so that items are compared by one measure.
 *
 * @public
 */
export function rankItems<T extends RankableItem>(
  items: readonly T[],
  method: ScoreMethod,
): { ranked: Array<RankedItem<T>>; unscored: Array<UnscoredItem<T>> } {
  const scored: Array<{ item: T; value: number }> = [];
  const unscored: Array<UnscoredItem<T>> = [];
  for (const item of items) {
    const inputs = item.score ?? {};
    const { value } = scoreOf(inputs, method);
    if (value === undefined) {
      const divisor = method === 'rice' ? 'effort' : 'jobSize';
      unscored.push({
        item,
        missing: SCORE_INPUTS[method].filter(
          name =>
            !Object.hasOwn(inputs, name) ||
            !Number.isFinite(inputs[name]) ||
            (name === divisor && inputs[name] <= 0),
        ),
      });
    } else {
      scored.push({ item, value });
    }
  }
  scored.sort((a, b) => b.value - a.value);
  const ranked: Array<RankedItem<T>> = [];
  scored.forEach(({ item, value }, index) => {
    const above = ranked[index - 1];
    const place = above?.value === value ? above.place : index + 1;
    ranked.push({ item, value, place });
  });
  return { ranked, unscored };
}

/**
 * The four fields of the value / effort matrix: much value for little effort, much for much, little for little, and
 * little for much.
 *
 * @public
 */
export type Quadrant = 'quick-win' | 'big-bet' | 'fill-in' | 'reconsider';

/**
 * An item in the value / effort matrix.
 *
 * @public
 */
export interface MatrixItem<T> {
  item: T;
  /** RICE: reach x impact x confidence; WSJF: cost of delay. */
  value: number;
  /** RICE: effort; WSJF: job size. */
  effort: number;
  quadrant: Quadrant;
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  // Halved before they are added, so that large numbers stay finite.
  return sorted.length % 2 || sorted.length === 0
    ? sorted[half]
    : sorted[half - 1] / 2 + sorted[half] / 2;
}

/**
 * Scored items by value and effort. The medians are the lines between the quadrants; what is on a line counts as much
 * value, and as little effort.
 *
 * @public
 */
export function valueEffortMatrix<T extends RankableItem>(
  items: readonly T[],
  method: ScoreMethod,
): {
  items: Array<MatrixItem<T>>;
  medianValue?: number;
  medianEffort?: number;
  unscored: Array<UnscoredItem<T>>;
} {
  const { ranked, unscored } = rankItems(items, method);
  const placed = ranked.map(({ item }) => {
    const inputs = item.score!;
    return method === 'rice'
      ? {
          item,
          value: inputs.reach * inputs.impact * inputs.confidence,
          effort: inputs.effort,
        }
      : { item, value: inputs.costOfDelay, effort: inputs.jobSize };
  });
  const medianValue = median(placed.map(({ value }) => value));
  const medianEffort = median(placed.map(({ effort }) => effort));
  const quadrantOf = (value: number, effort: number): Quadrant => {
    if (value >= medianValue!) {
      return effort <= medianEffort! ? 'quick-win' : 'big-bet';
    }
    return effort <= medianEffort! ? 'fill-in' : 'reconsider';
  };
  return {
    items: placed.map(one => ({
      ...one,
      quadrant: quadrantOf(one.value, one.effort),
    })),
    ...(medianValue !== undefined && { medianValue, medianEffort }),
    unscored,
  };
}

/**
 * A ranking as it is kept, to say later what changed.
 *
 * @public
 */
export interface RankingSnapshot {
  /** When it was so, ISO 8601 in UTC. */
  at: string;
  method: ScoreMethod;
  /** By {@link itemKeyOf}, the best first. */
  items: Array<{ key: string; value: number; place: number }>;
}

/**
 * Keeps a ranking.
 *
 * @param max - how many of the first items are kept; 1,000 when absent
 *
 * @public
 */
export function snapshotRanking(
  ranked: ReadonlyArray<RankedItem<RankableItem>>,
  at: string,
  method: ScoreMethod,
  max = 1000,
): RankingSnapshot {
  return {
    at,
    method,
    items: ranked.slice(0, max).map(({ item, value, place }) => ({
      key: itemKeyOf(item),
      value,
      place,
    })),
  };
}

/**
 * How an item moved between two rankings.
 *
 * @public
 */
export interface RankingChange {
  /** See {@link itemKeyOf}. */
  key: string;
  /** `gone` stands for items that are not ranked any more: done, dropped, or without a score. */
  kind: 'new' | 'gone' | 'up' | 'down' | 'rescored';
  before?: { value: number; place: number };
  after?: { value: number; place: number };
}

/**
 * What changed between two rankings: those that moved most first, then by key. Items that are as they were are left
 * out; `rescored` ones have another score and the same place.
 *
 * @returns nothing comparable, so no changes, when the method is another one
 *
 * @public
 */
export function rankingChanges(
  before: RankingSnapshot,
  after: RankingSnapshot,
): RankingChange[] {
  if (before.method !== after.method) {
    return [];
  }
  const former = new Map(before.items.map(one => [one.key, one]));
  const changes: RankingChange[] = [];
  const said = ({ value, place }: { value: number; place: number }) => ({
    value,
    place,
  });
  for (const one of after.items) {
    const old = former.get(one.key);
    former.delete(one.key);
    if (!old) {
      changes.push({ key: one.key, kind: 'new', after: said(one) });
    } else if (old.place !== one.place || old.value !== one.value) {
      const direction = old.place > one.place ? 'up' : 'down';
      changes.push({
        key: one.key,
        kind: old.place === one.place ? 'rescored' : direction,
        before: said(old),
        after: said(one),
      });
    }
  }
  for (const old of former.values()) {
    changes.push({ key: old.key, kind: 'gone', before: said(old) });
  }
  // What came or went counts as moved from or to the end.
  const end = Math.max(before.items.length, after.items.length) + 1;
  const distance = ({ before: from, after: to }: RankingChange) =>
    Math.abs((from?.place ?? end) - (to?.place ?? end));
  return changes.sort(
    (a, b) => distance(b) - distance(a) || (a.key < b.key ? -1 : 1),
  );
}
