import { createRouteRef } from '@backstage/core-plugin-api';

/** The portfolio page. */
export const rootRouteRef = createRouteRef({ id: 'product-ops' });

/** The ownership page. */
export const ownershipRouteRef = createRouteRef({
  id: 'product-ops/ownership',
});

/** The roadmap across products. */
export const roadmapRouteRef = createRouteRef({ id: 'product-ops/roadmap' });

/** The runbooks of all entities, and what answers an alert. */
export const runbooksRouteRef = createRouteRef({ id: 'product-ops/runbooks' });
