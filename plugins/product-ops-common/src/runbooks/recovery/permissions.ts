import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To plan, move and cancel drills of the recovery of an entity.
 *
 * @public
 */
export const drillPlanPermission = createPermission({
  name: 'product-ops.drill.plan',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});
