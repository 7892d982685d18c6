import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To say of an entity whether its ownership is right. Beside it, one must be its owner or hold a role.
 *
 * @public
 */
export const ownershipVerifyPermission = createPermission({
  name: 'product-ops.ownership.verify',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To propose another owner of an entity, and to take that back.
 *
 * @public
 */
export const ownershipTransferPermission = createPermission({
  name: 'product-ops.ownership.transfer',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To accept or decline an entity. Beside it, one must be of the team that is to receive it.
 *
 * @public
 */
export const ownershipAcceptPermission = createPermission({
  name: 'product-ops.ownership.accept',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * All permissions of ownership.
 *
 * @public
 */
export const ownershipPermissions = [
  ownershipVerifyPermission,
  ownershipTransferPermission,
  ownershipAcceptPermission,
];
