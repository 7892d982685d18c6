import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To start runs of the runbooks of an entity, and to work on them.
 *
 * @public
 */
export const runbookRunPermission = createPermission({
  name: 'product-ops.runbook.run',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});
