import {
  ROADMAP_HORIZONS,
  ROADMAP_STATUSES,
  type RoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import { byPlace } from '../itemFields';

export const SORTS = [
  'place',
  'title',
  'status',
  'horizon',
  'start',
  'end',
  'category',
  'goal',
  'owner',
  'score',
] as const;
export type SortBy = (typeof SORTS)[number];
export interface Sort {
  by: SortBy;
  descending: boolean;
}

export const GROUPS = [
  'none',
  'status',
  'horizon',
  'category',
  'goal',
  'owner',
] as const;
export type GroupBy = (typeof GROUPS)[number];

/** Reads a sort as an address has it: `end`, or `-end` for the last one first. */
export function readSort(text: string | undefined): Sort {
  const descending = text?.startsWith('-') ?? false;
  const name = descending ? text?.slice(1) : text;
  const by = SORTS.find(one => one === name) ?? 'place';
  return { by, descending };
}

export function writeSort({ by, descending }: Sort): string | undefined {
  if (by === 'place' && !descending) {
    return undefined;
  }
  return descending ? `-${by}` : by;
}

function valueOf(item: RoadmapItem, by: SortBy): string | number | undefined {
  switch (by) {
    case 'status':
      return ROADMAP_STATUSES.indexOf(item.status);
    case 'horizon':
      return item.horizon && ROADMAP_HORIZONS.indexOf(item.horizon);
    case 'owner':
      return item.owner?.title;
    case 'score':
      return item.score?.value;
    case 'place':
      return undefined;
    default:
      return item[by];
  }
}

/** Sorted; what has no value comes last whichever way it is sorted, and what is alike stays in the order of the roadmap. */
export function sorted(
  items: readonly RoadmapItem[],
  { by, descending }: Sort,
): RoadmapItem[] {
  const places = [...items].sort(byPlace);
  const way = descending ? -1 : 1;
  if (by === 'place') {
    return descending ? places.reverse() : places;
  }
  return places.sort((a, b) => {
    const left = valueOf(a, by);
    const right = valueOf(b, by);
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined);
    }
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right));
    return order * way;
  });
}

export interface RowGroup {
  /** Empty for those without a value. */
  value: string;
  items: RoadmapItem[];
}

function groupValue(item: RoadmapItem, by: Exclude<GroupBy, 'none'>): string {
  return (by === 'owner' ? item.owner?.ref : item[by]) ?? '';
}

/** Sorted items in groups: status and horizon in their own order, others by name, those without a value last. */
export function grouped(
  items: readonly RoadmapItem[],
  by: Exclude<GroupBy, 'none'>,
): RowGroup[] {
  const groups = new Map<string, RoadmapItem[]>();
  for (const item of items) {
    const value = groupValue(item, by);
    groups.set(value, [...(groups.get(value) ?? []), item]);
  }
  const order: Partial<Record<GroupBy, readonly string[]>> = {
    status: ROADMAP_STATUSES,
    horizon: ROADMAP_HORIZONS,
  };
  const known = order[by];
  return [...groups]
    .map(([value, some]) => ({ value, items: some }))
    .sort((a, b) => {
      if (a.value === '' || b.value === '') {
        return Number(a.value === '') - Number(b.value === '');
      }
      return known
        ? known.indexOf(a.value) - known.indexOf(b.value)
        : a.value.localeCompare(b.value);
    });
}
