import {
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import {
  stageRank,
  type FactValue,
} from '@productops/backstage-plugin-product-ops-common';
import type {
  DirectoryEntity,
  DirectoryRelations,
} from '../../directory/types';
import type { FactBatch } from './types';

const MAX_ABOUT = 10;
/** What an entity cannot do without. */
export const DEPENDENCY_RELATIONS = [
  RELATION_DEPENDS_ON,
  RELATION_CONSUMES_API,
];

/** What the entities around one say about it. */
export function relationFacts(
  entity: DirectoryEntity,
  batch: FactBatch,
): Array<[string, FactValue]> {
  const relations: DirectoryRelations =
    batch.relations.get(entity.ref) ?? new Map();
  const { successorRef } = entity.facts;
  return [
    ...dependencyFacts(relations, batch),
    ['dependents.count', dependents(entity.ref, batch)],
    ['api.definition', apis(entity, relations, batch)],
    [
      'successor.named',
      successorRef && batch.known.has(successorRef)
        ? {
            value: true,
            evidence: 'It names a successor.',
            about: [successorRef],
          }
        : {
            value: false,
            evidence: successorRef
              ? 'The successor that it names is not in the catalog.'
              : 'It names no successor.',
            ...(successorRef && { about: [successorRef] }),
          },
    ],
  ];
}

function dependencyFacts(
  relations: DirectoryRelations,
  { known, recorded, stages }: FactBatch,
): Array<[string, FactValue]> {
  const sunset = stageRank('sunset', stages) ?? Infinity;
  const ranked = targets(relations, DEPENDENCY_RELATIONS).flatMap(ref => {
    const stage = known.get(ref)?.stage ?? recorded.get(ref);
    const rank = stageRank(stage, stages);
    return rank === undefined ? [] : [{ ref, rank }];
  });
  const leaving = ranked.filter(({ rank }) => rank >= sunset);
  const staying = ranked.filter(({ rank }) => rank < sunset);
  const earliest = Math.min(...staying.map(({ rank }) => rank));
  const first = staying.filter(({ rank }) => rank === earliest);
  return [
    [
      'dependencies.leaving',
      {
        value: leaving.length,
        evidence:
          leaving.length > 0
            ? `${leaving.length} of what it depends on ${
                leaving.length === 1 ? 'is' : 'are'
              } in sunset or retired.`
            : 'Nothing that it depends on is in sunset or retired.',
        ...about(leaving.map(({ ref }) => ref)),
      },
    ],
    [
      'dependencies.earliestStage',
      staying.length > 0
        ? {
            value: stages[earliest].id,
            evidence: `The earliest stage of what it depends on is ${stages[earliest].title}.`,
            ...about(first.map(({ ref }) => ref)),
          }
        : {
            notApplicable: true,
            evidence: 'It depends on nothing that is in a stage on the way.',
          },
    ],
  ];
}

function dependents(ref: string, batch: FactBatch): FactValue {
  const { dependants = new Map<string, { via?: string }>(), complete = true } =
    batch.dependants.get(ref) ?? {};
  const count = dependants.size;
  const parts = [...dependants.values()].filter(({ via }) => via).length;
  return {
    value: count,
    evidence:
      count === 0
        ? 'Nothing depends on it, its parts or its APIs.'
        : `${complete ? '' : 'At least '}${count} ${
            count === 1 ? 'entity depends' : 'entities depend'
          } on it${parts > 0 ? `, ${parts} by its parts or APIs` : ''}.`,
    ...about([...dependants.keys()]),
  };
}

function apis(
  { kind }: DirectoryEntity,
  relations: DirectoryRelations,
  { known }: FactBatch,
): FactValue {
  if (kind === 'api') {
    // The catalog accepts no API without one.
    return { value: true, evidence: 'The catalog has its definition.' };
  }
  const provided = targets(relations, [RELATION_PROVIDES_API]);
  if (provided.length === 0) {
    return {
      notApplicable: true,
      evidence: 'It says of no API that it provides it.',
    };
  }
  const missing = provided.filter(ref => !known.has(ref));
  return missing.length === 0
    ? {
        value: true,
        evidence: 'All APIs that it provides are in the catalog.',
        ...about(provided),
      }
    : {
        value: false,
        evidence: `${missing.length} of the APIs that it provides ${
          missing.length === 1 ? 'is' : 'are'
        } not in the catalog.`,
        ...about(missing),
      };
}

/** The targets of relations of some types, each once. */
export function targets(
  relations: DirectoryRelations,
  types: readonly string[],
): string[] {
  return [
    ...new Set(types.flatMap(type => relations.get(type)?.targets ?? [])),
  ];
}

function about(refs: readonly string[]): { about?: string[] } {
  return refs.length > 0 ? { about: refs.slice(0, MAX_ABOUT) } : {};
}
