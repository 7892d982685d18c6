import type { PlanModel } from './PlanModel';
import type { PlanFilter, PlanGroupBy, PlannedItem } from './planTypes';

/** What stands for a value that is not there. */
export const NONE = 'none';

export const FACETS = [
  'team',
  'product',
  'domain',
  'goal',
  'category',
  'status',
  'horizon',
  'owner',
  'source',
  'origin',
] as const;

const idOfGoal = (goal: string) => goal.split('@')[0];

export type FacetName = (typeof FACETS)[number];
const GOAL = FACETS.indexOf('goal');

/** The items that match, and what is counted of them. */
export interface Matching {
  items: readonly PlannedItem[];
  /** Without any date, whether they are among the items or not. */
  undated: number;
  first?: string;
  last?: string;
  /** How many items each value would give, were it chosen. */
  facets: Readonly<Record<FacetName, ReadonlyMap<string, number>>>;
}

/** The key of the goal of an item among those of all entities: `id@entity ref`. */
export function goalKeyOf(item: PlannedItem): string {
  if (!item.goal) {
    return NONE;
  }
  return item.goal.includes('@') ? item.goal : `${item.goal}@${item.entityRef}`;
}

/** What an item stands under. */
export function groupOf(
  item: PlannedItem,
  groupBy: PlanGroupBy,
  model: PlanModel,
): string {
  const entity = model.entities.get(item.entityRef);
  switch (groupBy) {
    case 'team':
      return entity?.ownerRef ?? NONE;
    case 'product':
      return entity?.productRef ?? NONE;
    case 'domain':
      return entity?.domainRef ?? NONE;
    default:
      return goalKeyOf(item);
  }
}

/**
 * Looks at each item once: one that matches counts for every facet, and one that fails a single filter for the facet of
 * that filter, since it would be there if another value were chosen.
 */
export function matchItems(model: PlanModel, filter: PlanFilter): Matching {
  return model.answer(`match ${JSON.stringify(filter)}`, () =>
    count(model, filter),
  );
}

function count(model: PlanModel, filter: PlanFilter): Matching {
  const chosen = FACETS.map(name => {
    const values = filter[name];
    return values?.length ? new Set(values) : undefined;
  });
  const entityRefs = filter.entity?.length ? new Set(filter.entity) : undefined;
  const words = (filter.q ?? '')
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(Boolean);
  const undatedToo =
    filter.undated ?? (filter.from || filter.to ? 'exclude' : 'include');
  const counts = FACETS.map(() => new Map<string, number>());
  const items: PlannedItem[] = [];
  let undated = 0;
  let first: string | undefined;
  let last: string | undefined;

  for (const [ref, ofEntity] of model.items) {
    const entity = model.entities.get(ref);
    if (entityRefs && !entityRefs.has(ref)) {
      continue;
    }
    const ofAll = [
      entity?.ownerRef ?? NONE,
      entity?.productRef ?? NONE,
      entity?.domainRef ?? NONE,
    ];
    for (const item of ofEntity) {
      const dated = item.first !== undefined;
      if (
        !words.every(
          word => item.text.includes(word) || entity?.text.includes(word),
        ) ||
        (dated &&
          ((filter.from !== undefined && item.last! < filter.from) ||
            (filter.to !== undefined && item.first! > filter.to)))
      ) {
        continue;
      }
      const goal = goalKeyOf(item);
      const values = [
        ...ofAll,
        goal,
        item.category ?? NONE,
        item.status,
        item.horizon ?? NONE,
        item.owner ?? NONE,
        item.source,
        item.originClass,
      ];
      let failed = -1;
      let failures = 0;
      for (let index = 0; index < values.length && failures < 2; index += 1) {
        const wanted = chosen[index];
        if (
          wanted &&
          !wanted.has(values[index]) &&
          // A goal may be asked for by its id alone.
          !(index === GOAL && item.goal && wanted.has(idOfGoal(item.goal)))
        ) {
          failed = index;
          failures += 1;
        }
      }
      if (failures === 0 && !dated) {
        undated += 1;
      }
      if (failures > 1 || undatedToo === (dated ? 'only' : 'exclude')) {
        continue;
      }
      for (let index = 0; index < values.length; index += 1) {
        if (failures === 0 || failed === index) {
          const of = counts[index];
          of.set(values[index], (of.get(values[index]) ?? 0) + 1);
        }
      }
      if (failures === 0) {
        items.push(item);
        if (dated) {
          first =
            first === undefined || item.first! < first ? item.first : first;
          last = last === undefined || item.last! > last ? item.last : last;
        }
      }
    }
  }
  return {
    items,
    undated,
    ...(first !== undefined && { first, last }),
    facets: Object.fromEntries(
      FACETS.map((name, index) => [name, counts[index]]),
    ) as unknown as Matching['facets'],
  };
}
