import type {
  PlanItemSummary,
  RoadmapEntry,
} from '@productops/backstage-plugin-product-ops-common';

/** An item as those see it that name it. */
export function summaryOf({
  entityRef,
  itemId,
  title,
  status,
  source,
  version,
  start,
  end,
}: Pick<
  RoadmapEntry,
  | 'entityRef'
  | 'itemId'
  | 'title'
  | 'status'
  | 'source'
  | 'version'
  | 'start'
  | 'end'
>): PlanItemSummary {
  return {
    entityRef,
    id: itemId,
    title,
    status,
    source,
    version,
    ...(start && { start }),
    ...(end && { end }),
  };
}
