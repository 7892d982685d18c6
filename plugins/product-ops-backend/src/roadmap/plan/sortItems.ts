import type { ListPlanItemsQuery } from '@productops/backstage-plugin-product-ops-common';
import { groupOf, NONE } from './matchItems';
import type { PlanModel } from './PlanModel';
import type { PlanFilter, PlanGroupBy, PlannedItem } from './planTypes';

export type PlanSort = NonNullable<ListPlanItemsQuery['sort']>;

/** Items in their order, and the groups that they stand under. */
export interface SortedItems {
  /** Some of them: only groups that are shown are put in order. */
  slice: (start: number, end: number) => PlannedItem[];
  /** By id, in their order, with the number of items. */
  groups: ReadonlyMap<string, number>;
  /** Of an item, the id of its group. */
  groupOf?: (item: PlannedItem) => string;
}

type Value = string | number | undefined;

const VALUES: Record<string, (item: PlannedItem) => Value> = {
  start: item => item.first,
  end: item => item.last,
  score: item => item.value,
  title: item => item.title.toLocaleLowerCase('en-US'),
  rank: item => item.rank,
};

function compare(a: string | number, b: string | number): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** Items that match a filter, sorted; what is alike stays in the order of the roadmaps, and what has no value comes last. */
export function sortItems(
  model: PlanModel,
  filter: PlanFilter,
  options: {
    items: readonly PlannedItem[];
    sort: PlanSort;
    groupBy?: PlanGroupBy;
    /** What a group is called: groups are sorted by that. */
    titleOf: (group: string) => string;
  },
): SortedItems {
  const { sort, groupBy } = options;
  return model.answer(
    `sort ${JSON.stringify([filter, sort, groupBy ?? null])}`,
    () => arrange(model, options),
  );
}

function arrange(
  model: PlanModel,
  { items, sort, groupBy, titleOf }: Parameters<typeof sortItems>[2],
): SortedItems {
  const inOrder = orderOf(sort);
  if (!groupBy) {
    const sorted = inOrder(items);
    return {
      slice: (start, end) => sorted.slice(start, end),
      groups: new Map(),
    };
  }
  const groupIdOf = (item: PlannedItem) => groupOf(item, groupBy, model);
  const byGroup = new Map<string, PlannedItem[]>();
  for (const item of items) {
    const id = groupIdOf(item);
    const group = byGroup.get(id);
    if (group) {
      group.push(item);
    } else {
      byGroup.set(id, [item]);
    }
  }
  const groups = [...byGroup]
    .map(([id, all]) => ({
      id,
      all,
      sorted: undefined as PlannedItem[] | undefined,
      title: titleOf(id).toLocaleLowerCase('en-US'),
    }))
    .sort(
      (a, b) =>
        Number(a.id === NONE) - Number(b.id === NONE) ||
        compare(a.title, b.title) ||
        compare(a.id, b.id),
    );
  return {
    slice: (start, end) => {
      const found: PlannedItem[] = [];
      let place = 0;
      for (const group of groups) {
        const from = Math.max(start - place, 0);
        const to = Math.min(end - place, group.all.length);
        if (from < to) {
          group.sorted ??= inOrder(group.all);
          found.push(...group.sorted.slice(from, to));
        }
        place += group.all.length;
        if (place >= end) {
          break;
        }
      }
      return found;
    },
    groups: new Map(groups.map(({ id, all }) => [id, all.length])),
    groupOf: groupIdOf,
  };
}

function orderOf(
  sort: PlanSort,
): (items: readonly PlannedItem[]) => PlannedItem[] {
  const descending = sort.startsWith('-');
  const valueOf = VALUES[descending ? sort.slice(1) : sort];
  return items =>
    items
      .map(item => ({ item, value: valueOf(item) }))
      .sort((a, b) => {
        if (a.value === undefined || b.value === undefined) {
          return Number(a.value === undefined) - Number(b.value === undefined);
        }
        const order = compare(a.value, b.value);
        return descending ? -order : order;
      })
      .map(({ item }) => item);
}
