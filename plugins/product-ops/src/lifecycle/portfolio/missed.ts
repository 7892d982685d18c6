import type { ReadinessGroup } from '@productops/backstage-plugin-product-ops-common';

/** How many answers of a group are missing: failed or not given. What is waived counts as met. */
export function missed({
  readiness,
}: Pick<ReadinessGroup, 'readiness'>): number {
  return readiness.failed + readiness.open;
}
