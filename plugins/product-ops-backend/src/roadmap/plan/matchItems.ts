import type { PlanModel } from './PlanModel';
import type { PlanFilter, PlanGroupBy, PlannedItem } from './planTypes';

/** What stands for a value that is not there. */
export const NONE = 'none';

/** What entities are told apart by, then items. */
const ENTITY_FACETS = ['team', 'product', 'domain'] as const;
const ITEM_FACETS = [
  'goal',
  'category',
  'status',
  'horizon',
  'owner',
  'source',
  'origin',
] as const;
export const FACETS = [...ENTITY_FACETS, ...ITEM_FACETS];

export type FacetName = (typeof FACETS)[number];
const GOAL = ITEM_FACETS.indexOf('goal');

/** The items that match. */
export interface Matching {
  items: readonly PlannedItem[];
  /** Without any date, whether they are among the items or not. */
  undated: number;
  first?: string;
  last?: string;
}

/** The items that match, and what is counted of them. */
export interface Counted extends Matching {
  /** How many items each value would give, were it chosen. */
  facets: Readonly<Record<FacetName, ReadonlyMap<string, number>>>;
}

/** The key of the goal of an item among those of all entities: `id@entity ref`. */
export function goalKeyOf({
  goal,
  entityRef,
}: Pick<PlannedItem, 'goal' | 'entityRef'>): string {
  if (!goal) {
    return NONE;
  }
  return goal.includes('@') ? goal : `${goal}@${entityRef}`;
}

/** The values of an item by which items are told apart. */
export function facetValuesOf(
  item: Omit<PlannedItem, 'facetValues'>,
): readonly string[] {
  return [
    goalKeyOf(item),
    item.category ?? NONE,
    item.status,
    item.horizon ?? NONE,
    item.owner ?? NONE,
    item.source,
    item.originClass,
  ];
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
      return item.facetValues[GOAL];
  }
}

/** How many items have which value. */
class FacetCounter {
  readonly #counts = FACETS.map(() => new Map<string, { count: number }>());

  add(facet: number, value: string, more = 1) {
    const known = this.#counts[facet].get(value);
    if (known) {
      known.count += more;
    } else if (more > 0) {
      this.#counts[facet].set(value, { count: more });
    }
  }

  facets(): Counted['facets'] {
    return Object.fromEntries(
      FACETS.map((name, index) => [
        name,
        new Map(
          [...this.#counts[index]].map(([value, { count }]) => [value, count]),
        ),
      ]),
    ) as unknown as Counted['facets'];
  }
}

/** The items that match: what of an entity cannot match is not looked at. */
export function matchItems(model: PlanModel, filter: PlanFilter): Matching {
  return model.answer(`match ${JSON.stringify(filter)}`, () =>
    look(model, filter),
  );
}

/**
 * Looks at each item once: one that matches counts for every facet, and one that fails a single filter for the facet of
 * that filter, since it would be there if another value were chosen.
 */
export function countItems(model: PlanModel, filter: PlanFilter): Counted {
  return model.answer(`count ${JSON.stringify(filter)}`, () => {
    const counter = new FacetCounter();
    return { ...look(model, filter, counter), facets: counter.facets() };
  });
}

type Wanted = ((value: string) => boolean) | undefined;

/** What is asked for of each value, if anything is. */
function wantedOf(filter: PlanFilter, names: readonly FacetName[]): Wanted[] {
  return names.map(name => {
    const values = filter[name]?.length ? new Set(filter[name]) : undefined;
    if (values && name === 'goal') {
      // A goal may be asked for by its id alone.
      return goal => values.has(goal) || values.has(goal.split('@')[0]);
    }
    return values && (value => values.has(value));
  });
}

/** How many of some values are not what is asked for, and the place of the last such; two are as many as more. */
function failuresOf(
  values: readonly string[],
  wanted: readonly Wanted[],
): { failures: number; failed: number } {
  let failures = 0;
  let failed = -1;
  for (let index = 0; index < wanted.length && failures < 2; index += 1) {
    if (wanted[index]?.(values[index]) === false) {
      failed = index;
      failures += 1;
    }
  }
  return { failures, failed };
}

function look(
  model: PlanModel,
  filter: PlanFilter,
  counter?: FacetCounter,
): Matching {
  const ofEntities = wantedOf(filter, ENTITY_FACETS);
  const ofItems = wantedOf(filter, ITEM_FACETS);
  const entityRefs = filter.entity?.length ? new Set(filter.entity) : undefined;
  const words = (filter.q ?? '')
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(Boolean);
  const undatedToo =
    filter.undated ?? (filter.from || filter.to ? 'exclude' : 'include');
  const items: PlannedItem[] = [];
  let undated = 0;
  let first: string | undefined;
  let last: string | undefined;

  for (const [ref, ofEntity] of model.items) {
    if (entityRefs && !entityRefs.has(ref)) {
      continue;
    }
    const entity = model.entities.get(ref);
    const values = [
      entity?.ownerRef ?? NONE,
      entity?.productRef ?? NONE,
      entity?.domainRef ?? NONE,
    ];
    const around = failuresOf(values, ofEntities);
    if (around.failures > (counter ? 1 : 0)) {
      continue;
    }
    // How many count for what the entity is told apart by.
    let counted = 0;
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
      const { failures, failed } = failuresOf(item.facetValues, ofItems);
      const all = failures + around.failures;
      if (all === 0 && !dated) {
        undated += 1;
      }
      if (
        all > (counter ? 1 : 0) ||
        undatedToo === (dated ? 'only' : 'exclude')
      ) {
        continue;
      }
      if (failures === 0) {
        counted += 1;
      }
      if (all === 0) {
        items.push(item);
        if (dated) {
          first =
            first === undefined || item.first! < first ? item.first : first;
          last = last === undefined || item.last! > last ? item.last : last;
        }
      }
      if (counter && around.failures === 0) {
        for (let index = 0; index < ITEM_FACETS.length; index += 1) {
          if (failures === 0 || failed === index) {
            counter.add(ENTITY_FACETS.length + index, item.facetValues[index]);
          }
        }
      }
    }
    if (counter) {
      values.forEach((value, index) => {
        if (around.failures === 0 || around.failed === index) {
          counter.add(index, value, counted);
        }
      });
    }
  }
  return {
    items,
    undated,
    ...(first !== undefined && { first, last }),
  };
}
