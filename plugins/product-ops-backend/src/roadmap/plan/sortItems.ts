import type { ListPlanItemsQuery } from '@productops/backstage-plugin-product-ops-common';
import { groupOf, matchItems, NONE } from './matchItems';
import type { PlanModel } from './PlanModel';
import type { PlanFilter, PlanGroupBy, PlannedItem } from './planTypes';

export type PlanSort = NonNullable<ListPlanItemsQuery['sort']>;

/** Items in their order, and the groups that they stand under. */
export interface SortedItems {
  items: readonly PlannedItem[];
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

/** The items that match, sorted; what is alike stays in the order of the roadmaps, and what has no value comes last. */
export function sortItems(
  model: PlanModel,
  filter: PlanFilter,
  options: {
    sort: PlanSort;
    groupBy?: PlanGroupBy;
    /** What a group is called: groups are sorted by that. */
    titleOf: (group: string) => string;
  },
): SortedItems {
  const { sort, groupBy } = options;
  return model.answer(
    `sort ${JSON.stringify([filter, sort, groupBy ?? null])}`,
    () => arrange(model, matchItems(model, filter).items, options),
  );
}

function arrange(
  model: PlanModel,
  items: readonly PlannedItem[],
  { sort, groupBy, titleOf }: Parameters<typeof sortItems>[2],
): SortedItems {
  const descending = sort.startsWith('-');
  const valueOf = VALUES[descending ? sort.slice(1) : sort];
  const groupIdOf = groupBy
    ? (item: PlannedItem) => groupOf(item, groupBy, model)
    : undefined;
  const counts = new Map<string, number>();
  const decorated = items.map(item => {
    const group = groupIdOf?.(item) ?? '';
    counts.set(group, (counts.get(group) ?? 0) + 1);
    return { item, value: valueOf(item), group };
  });
  const titles = new Map(
    [...counts.keys()].map(id => [id, titleOf(id).toLocaleLowerCase('en-US')]),
  );
  const ids = [...counts.keys()].sort(
    (a, b) =>
      Number(a === NONE) - Number(b === NONE) ||
      compare(titles.get(a)!, titles.get(b)!) ||
      compare(a, b),
  );
  const places = new Map(ids.map((id, place) => [id, place]));
  decorated.sort((a, b) => {
    if (a.group !== b.group) {
      return places.get(a.group)! - places.get(b.group)!;
    }
    if (a.value === undefined || b.value === undefined) {
      return Number(a.value === undefined) - Number(b.value === undefined);
    }
    const order = compare(a.value, b.value);
    return descending ? -order : order;
  });
  return {
    items: decorated.map(({ item }) => item),
    groups: new Map(groupIdOf ? ids.map(id => [id, counts.get(id)!]) : []),
    ...(groupIdOf && { groupOf: groupIdOf }),
  };
}
