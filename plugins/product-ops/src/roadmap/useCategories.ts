import { configApiRef, useApi } from '@backstage/core-plugin-api';
import {
  DEFAULT_CATEGORIES,
  type RoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';

/** Gives the categories to choose from: the configured ones, and whatever others the items have. */
export function useCategories(): (items: RoadmapItem[]) => string[] {
  const configured = useApi(configApiRef).getOptionalStringArray(
    'productOps.roadmap.categories',
  );
  return items => [
    ...new Set([
      ...(configured ?? DEFAULT_CATEGORIES),
      ...items.flatMap(({ category }) => category ?? []),
    ]),
  ];
}
