import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { HumanDuration, JsonObject } from '@backstage/types';
import type { ItemFields } from '@productops/backstage-plugin-product-ops-common';

/**
 * An entity whose items are asked for.
 *
 * @public
 */
export interface RoadmapSourceEntity {
  /** The full ref, `kind:namespace/name`, in lower case. */
  ref: string;
  /** In lower case. */
  kind: string;
  /** As written. */
  namespace: string;
  /** As written. */
  name: string;
  /** Those annotations that the source goes by, as written. */
  annotations: { [name: string]: string };
}

/**
 * An item of another system. Its fields are read like those of an item that is made in the portal: one that is wrong is
 * left out, told on the page, and what was known of it before stays.
 *
 * @public
 */
export interface RoadmapSourceItem
  extends Pick<ItemFields, 'title'>,
    Partial<Omit<ItemFields, 'title'>> {
  /**
   * Stays the same as long as it is the same item: comments, votes, links and history hang on it. A letter or digit,
   * then up to 99 letters, digits, `.`, `_` and `-`. One that tells of the system, such as `github-17`, is not taken by
   * files.
   */
  id: string;
  /** Where people see and edit it, `http` or `https`. */
  url?: string;
}

/**
 * What is asked of a source.
 *
 * @public
 */
export interface RoadmapSourceRequest {
  entity: RoadmapSourceEntity;
  /** What the source gave with its last good answer for the entity, such as an ETag; nothing the first time. */
  state?: JsonObject;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
}

/**
 * Something that people can be told, in words of their own: it must hold no secret.
 *
 * @public
 */
export interface RoadmapSourceProblem {
  /** Stable, for tools, such as `rate-limit`. */
  code: string;
  /** What is wrong, in one sentence. */
  message: string;
  /** What was expected, or what to do. */
  expected?: string;
}

/**
 * What a source answers.
 *
 * @remarks
 *
 * `unchanged`: as with the answer that `state` is of. `read`: all items there are, in their order; what is not among
 * them has left, and is archived with all that hangs on it until it returns. `failed`: what was known stays, and the
 * page says why and how old it is. The source is asked again less and less often, or not before `retryAt`.
 *
 * @public
 */
export type RoadmapSourceAnswer = {
  /** What is read for the entity, such as the name of a repository; shown beside its items. */
  target?: string;
  /** Where people see it, `http` or `https`. */
  url?: string;
} & (
  | {
      outcome: 'unchanged';
      /** In place of the state before. */
      state?: JsonObject;
    }
  | {
      outcome: 'read';
      /** At most 2,000: what is beyond is left out, which the page says. */
      items: readonly RoadmapSourceItem[];
      /** At most 100 KB as JSON; a larger one is not kept. */
      state?: JsonObject;
      /** What people should know although all went well, such as that there was more than could be read. */
      notes?: readonly RoadmapSourceProblem[];
    }
  | {
      outcome: 'failed';
      problem: RoadmapSourceProblem;
      /** Not to be asked before, such as when a rate limit is over. */
      retryAt?: Date;
    }
);

/**
 * Another system whose items stand on roadmaps, read-only.
 *
 * @public
 */
export interface RoadmapItemSource {
  /**
   * Lower case letters, digits and `-`, beginning with a letter, at most 63; neither `declared` nor `recorded`. Items
   * are kept by it: it must not change.
   */
  id: string;
  /** What people call the system, such as `GitHub`. */
  title: string;
  /** It concerns the entities that have this annotation. */
  annotation: string;
  /** Other annotations that it goes by. The entity is read anew when one of all these changes. */
  otherAnnotations?: readonly string[];
  /** After how long an entity is asked for again; as configured when absent. */
  refreshEvery?: HumanDuration;
  /**
   * The items of one entity. Several entities are asked for at once. One that rejects, or takes too long, has failed:
   * people are told no more than that, the log says why.
   */
  read(request: RoadmapSourceRequest): Promise<RoadmapSourceAnswer>;
}

/**
 * Where other plugins add sources of roadmap items.
 *
 * @public
 */
export interface RoadmapSourcesExtensionPoint {
  /** Adds sources. Ids are unique: one that is taken stops the start of the backend. */
  addSource(...sources: RoadmapItemSource[]): void;
}

/**
 * Where other plugins add sources of roadmap items, in a module of the plugin `product-ops`.
 *
 * @public
 */
export const roadmapSourcesExtensionPoint =
  createExtensionPoint<RoadmapSourcesExtensionPoint>({
    id: 'product-ops.roadmap-sources',
  });
