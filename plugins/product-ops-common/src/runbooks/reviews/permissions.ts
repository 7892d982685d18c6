import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To vouch that runbooks of an entity are still right.
 *
 * @public
 */
export const runbookReviewPermission = createPermission({
  name: 'product-ops.runbook.review',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});
