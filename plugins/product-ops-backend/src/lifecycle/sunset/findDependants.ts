import {
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_HAS_PART,
} from '@backstage/catalog-model';
import type { DirectoryStore } from '../../directory/types';

/** The relations from an entity to what depends on it. */
export const DEPENDANT_RELATIONS = [
  RELATION_DEPENDENCY_OF,
  RELATION_API_CONSUMED_BY,
];
/** Kinds whose parts are retired with them. */
const WHOLES = ['product', 'system', 'domain'];
const MAX_PARTS = 500;

/** What depends on an entity, and by which of its parts where it is not the whole. */
export type Dependants = Map<string, { via?: string }>;

/**
 * What depends on entities by the relations of the catalog, as the directory has it: on them, and on the parts of a
 * product, system or domain. What is a part itself is none. A bounded number of queries, whatever their number.
 */
export async function findDependants(
  directory: DirectoryStore,
  entityRefs: readonly string[],
): Promise<Map<string, Dependants>> {
  const wholes = entityRefs.filter(ref =>
    WHOLES.includes(ref.split(':', 1)[0]),
  );
  const parts = await directory.getRelationsOfMany(wholes, {
    types: [RELATION_HAS_PART],
    limit: MAX_PARTS,
  });
  const partsOf = (ref: string) =>
    parts.get(ref)?.get(RELATION_HAS_PART)?.targets ?? [];
  const relations = await directory.getRelationsOfMany(
    entityRefs.flatMap(ref => [ref, ...partsOf(ref)]),
    { types: DEPENDANT_RELATIONS },
  );
  const found = new Map<string, Dependants>();
  for (const ref of entityRefs) {
    const own = new Set([ref, ...partsOf(ref)]);
    const dependants: Dependants = new Map();
    for (const target of own) {
      for (const type of DEPENDANT_RELATIONS) {
        for (const dependant of relations.get(target)?.get(type)?.targets ??
          []) {
          if (!own.has(dependant) && !dependants.has(dependant)) {
            dependants.set(dependant, target === ref ? {} : { via: target });
          }
        }
      }
    }
    found.set(ref, dependants);
  }
  // The catalog may name what is not there.
  const there = await directory.getEntities(
    new Set([...found.values()].flatMap(dependants => [...dependants.keys()])),
  );
  for (const dependants of found.values()) {
    for (const ref of [...dependants.keys()]) {
      if (!there.has(ref)) {
        dependants.delete(ref);
      }
    }
  }
  return found;
}
