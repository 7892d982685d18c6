import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To ask that an entity moves to another stage, and to take that back. Beside it, one must be its owner or hold a role.
 *
 * @public
 */
export const lifecycleRequestPermission = createPermission({
  name: 'product-ops.lifecycle.request',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To answer checks of an entity that no fact answers. Beside it, one must be of those whom the check names.
 *
 * @public
 */
export const lifecycleAttestPermission = createPermission({
  name: 'product-ops.lifecycle.attest',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To approve or refuse a stage. Beside it, one must be of those whom the stage names.
 *
 * @public
 */
export const lifecycleApprovePermission = createPermission({
  name: 'product-ops.lifecycle.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To grant and revoke exceptions to checks of an entity. Beside it, one must be of those who approve the stage.
 *
 * @public
 */
export const lifecycleWaivePermission = createPermission({
  name: 'product-ops.lifecycle.waive',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To plan the end of an entity. Beside it, one must be its owner or hold a role. What depends on it is answered for by
 * the owners of that.
 *
 * @public
 */
export const lifecycleSunsetPermission = createPermission({
  name: 'product-ops.lifecycle.sunset',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * All permissions of the lifecycle.
 *
 * @public
 */
export const lifecyclePermissions = [
  lifecycleRequestPermission,
  lifecycleAttestPermission,
  lifecycleApprovePermission,
  lifecycleWaivePermission,
  lifecycleSunsetPermission,
];
