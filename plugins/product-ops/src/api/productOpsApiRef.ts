import { createApiRef } from '@backstage/core-plugin-api';
import type { ProductOpsApi } from '@productops/backstage-plugin-product-ops-common';

/**
 * The client of the Product Ops backend, as the pages use it. Override it to read from somewhere else.
 *
 * @public
 */
export const productOpsApiRef = createApiRef<ProductOpsApi>({
  id: 'plugin.product-ops.service',
});
