import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { byPlace } from '../itemFields';

/** An item as rankings look at it. */
export interface Candidate {
  entityRef: string;
  itemId: string;
  score?: Record<string, number>;
  item: RoadmapItem;
}

/** Items in the order of the roadmap, so that what has one score stays in it. */
export function candidatesOf(
  items: readonly RoadmapItem[],
  entityRef: string,
): Candidate[] {
  return [...items].sort(byPlace).map(item => ({
    entityRef,
    itemId: item.id,
    ...(item.score && { score: item.score.inputs }),
    item,
  }));
}
