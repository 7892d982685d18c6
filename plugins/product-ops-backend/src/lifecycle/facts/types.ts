import type {
  DeclaredRoadmapItem,
  FactValue,
  Source,
  StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type {
  DirectoryEntity,
  DirectoryRelations,
} from '../../directory/types';
import type { StoredRunbook } from '../../runbooks/rows';
import type { FoundDependants } from '../findDependants';
import type { DrillResult } from '../ports';

/** What the facts of some entities are made of, read with a bounded number of queries. */
export interface FactBatch {
  relations: ReadonlyMap<string, DirectoryRelations>;
  /** What depends on them, by ref. */
  dependants: ReadonlyMap<string, FoundDependants>;
  /** The entities that these ones name, by ref. */
  known: ReadonlyMap<string, DirectoryEntity>;
  /** Whether there are people in a group. */
  hasPeople: (groupRef: string) => boolean;
  /** Stages of entities that declare none. */
  recorded: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, Source[]>;
  items: ReadonlyMap<string, DeclaredRoadmapItem[]>;
  runbooks: ReadonlyMap<string, StoredRunbook[]>;
  drills: ReadonlyMap<string, DrillResult>;
  /** ISO 8601 in UTC. */
  now: string;
  stages: readonly StageDefinition[];
}

/** Values of facts by id. */
export type Facts = Map<string, FactValue>;

/** An entity with all that is known of it. */
export interface EntityWithFacts {
  entity: DirectoryEntity;
  /** The stage that it is in: the declared one, else the recorded one. */
  stage?: string;
  /** The product that it is a part of; a product itself. */
  productRef?: string;
  facts: Facts;
}
