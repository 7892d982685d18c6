import type { DirectoryEntity, DirectoryStore } from '../../directory/types';
import type { PlanStore } from './PlanStore';
import type { PlannedEntity, PlannedItem, PlannedRelation } from './planTypes';

/** What the directory knows of what plans name. */
export interface Surroundings {
  /** The entities with items. */
  entities: ReadonlyMap<string, PlannedEntity>;
  /** Everything that is named and there. */
  named: ReadonlyMap<string, DirectoryEntity>;
  /** Between entities with items. */
  relations: readonly PlannedRelation[];
  /** Entities of items, and those that items name, which were looked up, whether they are there or not. */
  asked: ReadonlySet<string>;
}

/** A component is part of a system, that of a product, and that of a domain, which may be part of another one. */
const MAX_LEVELS = 4;

/** The entities that an item names: its owner, and that of its goal where it is another one. */
export function namedBy({ owner, goal }: PlannedItem): string[] {
  const at = goal?.indexOf('@') ?? -1;
  return [...(owner ? [owner] : []), ...(at >= 0 ? [goal!.slice(at + 1)] : [])];
}

/** Looks up what items name, in a number of queries that does not grow with the items. */
export async function loadSurroundings(
  options: {
    store: PlanStore;
    directory: Pick<DirectoryStore, 'getEntities'>;
  },
  items: ReadonlyMap<string, readonly PlannedItem[]>,
): Promise<Surroundings> {
  const { store, directory } = options;
  const refs = [...items.keys()];
  const others = new Set<string>();
  for (const ofEntity of items.values()) {
    for (const item of ofEntity) {
      namedBy(item).forEach(ref => others.add(ref));
    }
  }
  const [own, wholes, dependencies] = await Promise.all([
    directory.getEntities(refs),
    listWholes(store, refs),
    store.listDependencies(refs),
  ]);
  const placed = refs.map(ref => place(ref, own.get(ref), wholes));
  const further = new Set([
    ...others,
    ...placed.flatMap(({ ownerRef, productRef, domainRef }) =>
      [ownerRef, productRef, domainRef].filter(ref => ref !== undefined),
    ),
  ]);
  const around = await directory.getEntities(
    [...further].filter(ref => !own.has(ref)),
  );
  const entities = new Map(placed.map(entity => [entity.ref, entity]));
  return {
    entities,
    named: new Map([...own, ...around]),
    relations: dependencies.filter(({ to }) => entities.has(to)),
    asked: new Set([...refs, ...others]),
  };
}

/** What entities are a part of, level by level. */
async function listWholes(
  store: PlanStore,
  refs: readonly string[],
): Promise<Map<string, string[]>> {
  const wholes = new Map<string, string[]>();
  let next: readonly string[] = refs;
  for (let level = 0; level < MAX_LEVELS && next.length > 0; level += 1) {
    next.forEach(ref => wholes.set(ref, []));
    const found = await store.listWholes(next);
    found.forEach(({ from, to }) => wholes.get(from)!.push(to));
    next = [...new Set(found.map(({ to }) => to))].filter(
      ref => !wholes.has(ref),
    );
  }
  return wholes;
}

function place(
  ref: string,
  entity: DirectoryEntity | undefined,
  wholes: ReadonlyMap<string, readonly string[]>,
): PlannedEntity {
  const above = new Set([
    ref,
    ...(entity?.productRef ? [entity.productRef] : []),
  ]);
  for (const one of above) {
    wholes.get(one)?.forEach(whole => above.add(whole));
  }
  const first = (kind: string) =>
    [...above].find(one => one.startsWith(`${kind}:`));
  const productRef = first('product');
  const domainRef = first('domain');
  return {
    ref,
    ...(entity && { entity }),
    ...(entity?.ownerRef && { ownerRef: entity.ownerRef }),
    ...(productRef && { productRef }),
    ...(domainRef && { domainRef }),
    text: [ref, entity?.title ?? ''].join('\n').toLocaleLowerCase('en-US'),
  };
}
