import type { ScopedAttentionItem } from '../overview/scoped';
import type { ResolvedRoadmapItem } from './types';

/**
 * What the rules about roadmap items need to know beside the items.
 *
 * @public
 */
export interface RoadmapAttentionOptions {
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  /** The configured categories; the default ones when absent. */
  categories?: readonly string[];
  /** The ids of the entity's goals. When absent, goals are not checked. */
  goals?: readonly string[];
  /** Whether an entity is in the catalog, by full ref. When absent, owners are not checked. */
  knownEntity?: (ref: string) => boolean;
  /** The full ref of the roadmap's entity. */
  entityRef?: string;
}

/**
 * What is wrong with each item of a roadmap, by the item's id. Items in order have no entry.
 *
 * @public
 */
export function roadmapAttention(
  _items: readonly ResolvedRoadmapItem[],
  _options: RoadmapAttentionOptions,
): Map<string, ScopedAttentionItem[]> {
  return new Map();
}
