import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To tell the portal of alerts. It is for other systems, which have a token of their own; people cannot, whatever the
 * policy says.
 *
 * @public
 */
export const alertReceivePermission = createPermission({
  name: 'product-ops.alert.receive',
  attributes: { action: 'create' },
});

/**
 * To see the alerts that name no entity, which nobody answers for.
 *
 * @public
 */
export const alertReadUnmatchedPermission = createPermission({
  name: 'product-ops.alert.read-unmatched',
  attributes: { action: 'read' },
});
