import { createRouteRef } from '@backstage/core-plugin-api';

/** The portfolio page. */
export const rootRouteRef = createRouteRef({ id: 'product-ops' });

/** The ownership page. */
export const ownershipRouteRef = createRouteRef({
  id: 'product-ops/ownership',
});
