import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To write runbooks of an entity in the portal: new ones, changes, removals, restores.
 *
 * @public
 */
export const runbookAuthorPermission = createPermission({
  name: 'product-ops.runbook.author',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});
