import type {
  AnnotationProblem,
  OwnershipRole,
  ProductGoal,
  ProductMilestones,
} from '@productops/backstage-plugin-product-ops-common';

/** Somebody who holds a role, and whether the spec of the entity says so or an annotation. */
export interface DirectoryRole {
  role: OwnershipRole;
  /** The full ref of the holder, in lower case. */
  holderRef: string;
  origin: 'spec' | 'annotation';
}

/** What only the page of the entity needs, kept as JSON beside the columns that lists work on. */
export interface DirectoryFacts {
  vision?: string;
  goals?: ProductGoal[];
  milestones?: ProductMilestones;
  roles?: DirectoryRole[];
  /** Recovery objectives, ISO 8601 durations. */
  rto?: string;
  rpo?: string;
  /** The full ref of who takes over after sunset. */
  successorRef?: string;
  /** Whether it has documentation in the portal. */
  documented?: true;
  /** Where it is watched: the title of a link, or the name of an annotation. */
  monitoring?: string;
  /** What it says of how its data is backed up. */
  backup?: string;
  /** What is wrong with the suite's annotations on the entity. */
  problems?: AnnotationProblem[];
}

/** One entity as the suite sees it. All refs are full (`kind:namespace/name`) and in lower case. */
export interface DirectoryEntity {
  ref: string;
  /** In lower case. */
  kind: string;
  namespace: string;
  /** As written. */
  name: string;
  /** The title, else the display name of a person or team, else the name. */
  title: string;
  description?: string;
  type?: string;
  /** Who `spec.owner` names, whether it exists or not. */
  ownerRef?: string;
  /** The id of a configured stage, or what the entity declares when that is unknown; nothing when it declares none. */
  stage?: string;
  /** The place of the stage in the configured order; unknown stages come after all. */
  stageRank?: number;
  /** `spec.lifecycle` as written. */
  declaredLifecycle?: string;
  /** 1 to 4. */
  tier?: number;
  /** The product that the entity names by annotation. */
  productRef?: string;
  /** `backstage.io/managed-by-location`, such as `url:https://...` or `file:/...`. */
  locationRef?: string;
  /** `backstage.io/managed-by-origin-location`: the location that was registered and led there. */
  originRef?: string;
  /** Where the catalog-info file is, lies to be seen, and can be edited. */
  sourceUrl?: string;
  viewUrl?: string;
  editUrl?: string;
  /** The values of `productops.io/roadmap` and `productops.io/runbooks`. */
  roadmapTarget?: string;
  runbooksTarget?: string;
  /** Changes with the content of this row. */
  etag: string;
  facts: DirectoryFacts;
}

/** Relations of one type from one entity: the first targets by ref, and how many there are. */
export interface DirectoryRelationTargets {
  total: number;
  targets: string[];
}

/** Relations of one entity by type; a type without any is absent. */
export type DirectoryRelations = Map<string, DirectoryRelationTargets>;

/** An entity among those it points at. */
export interface DirectoryNeighbourhood {
  entity: DirectoryEntity;
  relations: DirectoryRelations;
  /** The entity itself and those of the targets that there are, by ref in lower case. */
  entities: Map<string, DirectoryEntity>;
}

/** The last refresh of the directory, as all instances see it. */
export interface DirectoryState {
  /** The end of the last complete refresh. */
  refreshedAt?: Date;
  durationMs?: number;
  /** Rows that it wrote or deleted. */
  rowsWritten?: number;
  /** Why the refreshes since then failed. */
  error?: string;
  /** Goes up with every write: what was made of the directory is current while it stays. */
  version: number;
}

/** Which relations to read. */
export interface GetRelationsOptions {
  /** Only these types; all when absent. */
  types?: readonly string[];
  /** The most targets of a type, 1000 when absent; totals count all. */
  limit?: number;
}

/** Reads the directory. Nothing in it checks permissions: callers do, before they answer or count. */
export interface DirectoryStore {
  /** The entity of a full ref, in any case. */
  getEntity(ref: string): Promise<DirectoryEntity | undefined>;

  /** Those of the entities that there are, by ref in lower case. One query for every 1000 refs. */
  getEntities(refs: Iterable<string>): Promise<Map<string, DirectoryEntity>>;

  /** An entity with what it points at, in one query; nothing when the entity is not there. */
  getNeighbourhood(
    ref: string,
    options?: GetRelationsOptions,
  ): Promise<DirectoryNeighbourhood | undefined>;

  /** What several entities point at, in one query; entities without relations are absent. */
  getRelationsOfMany(
    refs: Iterable<string>,
    options?: GetRelationsOptions,
  ): Promise<Map<string, DirectoryRelations>>;

  /** All that is reached from some entities over relations of a type, those entities included; a circle ends where it began. */
  getReachable(refs: Iterable<string>, type: string): Promise<Set<string>>;

  /** Refs of entities that were written or removed in versions after one, up to another. */
  listChanges(options: { after: number; upTo: number }): Promise<Set<string>>;

  /** How the last refresh went. */
  getState(): Promise<DirectoryState>;
}
