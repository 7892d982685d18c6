import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { productOpsApiRef } from './api';
import { LazyProductOpsClient } from './api/LazyProductOpsClient';
import type { ProductsSettings } from './overview';
import type { RoadmapSettings } from './roadmap';
import {
  ownershipRouteRef,
  roadmapRouteRef,
  rootRouteRef,
  runbooksRouteRef,
} from './routes';
import type { RunbooksSettings } from './runbooks';

/**
 * Product Ops for the legacy frontend system.
 *
 * @public
 */
export const productOpsPlugin = createPlugin({
  id: 'product-ops',
  apis: [
    createApiFactory({
      api: productOpsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => LazyProductOpsClient.create(deps),
    }),
  ],
  routes: {
    root: rootRouteRef,
    ownership: ownershipRouteRef,
    roadmap: roadmapRouteRef,
    runbooks: runbooksRouteRef,
  },
});

/**
 * The portfolio, for a route of its own: `/products`. `defaultView` is `cards`, `table` or `board`, `pageSize` 1 to 100.
 *
 * @public
 */
export const ProductsPage: (props: ProductsSettings) => JSX.Element =
  productOpsPlugin.provide(
    createRoutableExtension({
      name: 'ProductsPage',
      component: () =>
        import('./entry/LegacyProductsPage').then(m => m.LegacyProductsPage),
      mountPoint: rootRouteRef,
    }),
  );

/**
 * The first tab of a Product's page: what it is, what needs attention, where it is going, how it runs.
 *
 * @public
 */
export const EntityProductOverviewContent: () => JSX.Element =
  productOpsPlugin.provide(
    createComponentExtension({
      name: 'EntityProductOverviewContent',
      component: {
        lazy: () => import('./entry/OverviewEntry').then(m => m.OverviewEntry),
      },
    }),
  );

/**
 * The Roadmap tab of an entity. Mount it at `/roadmap`: other pages link there.
 *
 * @public
 */
export const EntityRoadmapContent: (props: RoadmapSettings) => JSX.Element =
  productOpsPlugin.provide(
    createComponentExtension({
      name: 'EntityRoadmapContent',
      component: {
        lazy: () => import('./entry/RoadmapEntry').then(m => m.RoadmapEntry),
      },
    }),
  );

/**
 * The Runbooks tab of an entity. Mount it at `/runbooks`: other pages link there.
 *
 * @public
 */
export const EntityRunbooksContent: (props: RunbooksSettings) => JSX.Element =
  productOpsPlugin.provide(
    createComponentExtension({
      name: 'EntityRunbooksContent',
      component: {
        lazy: () => import('./entry/RunbooksEntry').then(m => m.RunbooksEntry),
      },
    }),
  );

/**
 * Stage, people, attention, roadmap and runbooks of an entity on one card, for its overview.
 *
 * @public
 */
export const EntityProductSummaryCard: () => JSX.Element =
  productOpsPlugin.provide(
    createComponentExtension({
      name: 'EntityProductSummaryCard',
      component: {
        lazy: () =>
          import('./entry/SummaryCardEntry').then(m => m.SummaryCardEntry),
      },
    }),
  );

/**
 * That an entity leaves and what to use instead, or that it depends on what does, for its overview; nothing where
 * nothing leaves. The overview of a Product has it already.
 *
 * @public
 */
export const EntitySunsetBanner: () => JSX.Element = productOpsPlugin.provide(
  createComponentExtension({
    name: 'EntitySunsetBanner',
    component: {
      lazy: () =>
        import('./entry/SunsetBannerEntry').then(m => m.SunsetBannerEntry),
    },
  }),
);

/**
 * Who owns what, for a route of its own: `/ownership`.
 *
 * @public
 */
export const OwnershipPage: () => JSX.Element = productOpsPlugin.provide(
  createRoutableExtension({
    name: 'OwnershipPage',
    component: () =>
      import('./entry/LegacyOwnershipPage').then(m => m.LegacyOwnershipPage),
    mountPoint: ownershipRouteRef,
  }),
);

/**
 * The roadmap across products, with goals and feedback, for a route of its own: `/roadmap`.
 *
 * @public
 */
export const RoadmapPage: () => JSX.Element = productOpsPlugin.provide(
  createRoutableExtension({
    name: 'RoadmapPage',
    component: () =>
      import('./entry/LegacyRoadmapPage').then(m => m.LegacyRoadmapPage),
    mountPoint: roadmapRouteRef,
  }),
);

/**
 * The runbooks of all entities, and what answers an alert, for a route of its own: `/runbooks`.
 *
 * @public
 */
export const RunbooksPage: () => JSX.Element = productOpsPlugin.provide(
  createRoutableExtension({
    name: 'RunbooksPage',
    component: () =>
      import('./entry/LegacyRunbooksPage').then(m => m.LegacyRunbooksPage),
    mountPoint: runbooksRouteRef,
  }),
);

/**
 * The Ownership tab of an entity: who answers for it, or what a team or person owns. Mount it at `/ownership`.
 *
 * @public
 */
export const EntityOwnershipContent: () => JSX.Element =
  productOpsPlugin.provide(
    createComponentExtension({
      name: 'EntityOwnershipContent',
      component: {
        lazy: () =>
          import('./entry/EntityOwnershipEntry').then(
            m => m.EntityOwnershipEntry,
          ),
      },
    }),
  );

/**
 * The Lifecycle tab of an entity: its stage, what that and the next ones demand, who approves, and its history. Mount
 * it at `/lifecycle`: other pages link there.
 *
 * @public
 */
export const EntityLifecycleContent: () => JSX.Element =
  productOpsPlugin.provide(
    createComponentExtension({
      name: 'EntityLifecycleContent',
      component: {
        lazy: () =>
          import('./entry/EntityLifecycleEntry').then(
            m => m.EntityLifecycleEntry,
          ),
      },
    }),
  );
