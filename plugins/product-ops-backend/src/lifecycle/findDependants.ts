import {
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_HAS_PART,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { chunksOf } from '../database/sql';
import type { DirectoryRelations, DirectoryStore } from '../directory/types';

/** The relations from an entity to what depends on it. */
export const DEPENDANT_RELATIONS = [
  RELATION_DEPENDENCY_OF,
  RELATION_API_CONSUMED_BY,
];
/** The relations from an entity to what is retired with it. */
export const OWN_RELATIONS = [RELATION_HAS_PART, RELATION_PROVIDES_API];
/** How deep parts may lie: parts of domains have parts, which have parts, which provide APIs. */
export const MAX_LEVELS = 6;
const MAX_OWN = 2000;
const MAX_TARGETS = 20_000;
const READ_CHUNK = 1000;

/** What depends on an entity, and by which of its parts or APIs where it is not the entity itself. */
export type Dependants = Map<string, { via?: string }>;

/** All that was found out about what depends on an entity. */
export interface FoundDependants {
  dependants: Dependants;
  /** Whether these are all: there are bounds to what is looked at. */
  complete: boolean;
}

type Read = Pick<DirectoryStore, 'getRelationsOfMany' | 'getEntities'>;

/**
 * What depends on entities by the relations of the catalog, as the directory has it: on them, on their parts and the
 * parts of these, and on the APIs that any of them provides. What is retired with an entity does not depend on it. A
 * bounded number of queries for all entities together.
 */
export async function findDependants(
  directory: Read,
  entityRefs: readonly string[],
): Promise<Map<string, FoundDependants>> {
  const retired = await findRetired(directory, entityRefs);
  const relations = await relationsOf(
    directory,
    new Set([...retired.values()].flatMap(({ own }) => [...own])),
    DEPENDANT_RELATIONS,
  );
  const found = new Map<string, FoundDependants>();
  for (const [ref, { own, complete }] of retired) {
    const dependants: Dependants = new Map();
    let isAll = complete;
    for (const target of own) {
      for (const type of DEPENDANT_RELATIONS) {
        const { targets, isCut } = targetsOf(relations, target, type);
        isAll = isAll && !isCut;
        for (const dependant of targets) {
          if (!own.has(dependant) && !dependants.has(dependant)) {
            dependants.set(dependant, target === ref ? {} : { via: target });
          }
        }
      }
    }
    found.set(ref, { dependants, complete: isAll });
  }
  // The catalog may name what is not there.
  const there = await directory.getEntities(
    new Set(
      [...found.values()].flatMap(({ dependants }) => [...dependants.keys()]),
    ),
  );
  for (const { dependants } of found.values()) {
    for (const ref of [...dependants.keys()]) {
      if (!there.has(ref)) {
        dependants.delete(ref);
      }
    }
  }
  return found;
}

/** Entities, each with all that is retired with it. */
async function findRetired(directory: Read, entityRefs: readonly string[]) {
  const retired = new Map(
    entityRefs.map(ref => [
      ref,
      { own: new Set([ref]), level: [ref], complete: true },
    ]),
  );
  for (let depth = 0; depth <= MAX_LEVELS; depth += 1) {
    const looked = new Set([...retired.values()].flatMap(({ level }) => level));
    if (looked.size === 0) {
      break;
    }
    if (depth === MAX_LEVELS) {
      retired.forEach(one => {
        one.complete = one.complete && one.level.length === 0;
      });
      break;
    }
    const relations = await relationsOf(directory, looked, OWN_RELATIONS);
    for (const one of retired.values()) {
      const next: string[] = [];
      for (const whole of one.level) {
        for (const type of OWN_RELATIONS) {
          const { targets, isCut } = targetsOf(relations, whole, type);
          one.complete = one.complete && !isCut;
          for (const part of targets) {
            if (one.own.has(part)) {
              continue;
            }
            if (one.own.size < MAX_OWN) {
              one.own.add(part);
              next.push(part);
            } else {
              one.complete = false;
            }
          }
        }
      }
      // An API is not provided on, and has no parts.
      one.level = next.filter(part => !part.startsWith('api:'));
    }
  }
  return retired;
}

function targetsOf(
  relations: ReadonlyMap<string, DirectoryRelations>,
  ref: string,
  type: string,
): { targets: readonly string[]; isCut: boolean } {
  const { targets = [], total = 0 } = relations.get(ref)?.get(type) ?? {};
  return { targets, isCut: targets.length < total };
}

/** Relations of many entities; those of which one answer cannot hold all are asked for again, one by one. */
async function relationsOf(
  directory: Read,
  refs: Iterable<string>,
  types: readonly string[],
): Promise<Map<string, DirectoryRelations>> {
  const found = new Map<string, DirectoryRelations>();
  for (const chunk of chunksOf([...refs], READ_CHUNK)) {
    const read = await directory.getRelationsOfMany(chunk, { types });
    for (const [ref, relations] of read) {
      const isCut = types.some(type => targetsOf(read, ref, type).isCut);
      const all = isCut
        ? await directory.getRelationsOfMany([ref], {
            types,
            limit: MAX_TARGETS,
          })
        : undefined;
      found.set(ref, all?.get(ref) ?? relations);
    }
  }
  return found;
}
