import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContentLayoutBlueprint,
  type EntityContentLayoutProps,
} from '@backstage/plugin-catalog-react/alpha';
import { z } from 'zod/v4';
import {
  isOwnershipAvailable,
  isProductOpsAvailable,
  isSummaryAvailable,
  PRODUCT_KIND,
} from '../kinds';
import { pageSize } from './config';

/** What a product's own page opens with: the stock overview tab, arranged around ours. */
export const productLayout = EntityContentLayoutBlueprint.makeWithOverrides({
  name: 'product',
  configSchema: {
    /** Whether the cards of other plugins are `folded` below ours, `open`, or `hidden`. */
    catalogCards: z.enum(['folded', 'open', 'hidden']).default('folded'),
  },
  factory(originalFactory, { config }) {
    return originalFactory({
      filter: { kind: PRODUCT_KIND },
      loader: async () => {
        const { ProductLayoutEntry } = await import(
          '../entry/ProductLayoutEntry'
        );
        return function ProductLayout(props: EntityContentLayoutProps) {
          return (
            <ProductLayoutEntry {...props} catalogCards={config.catalogCards} />
          );
        };
      },
    });
  },
});

/** The Roadmap tab. */
export const roadmapContent = EntityContentBlueprint.makeWithOverrides({
  name: 'roadmap',
  configSchema: {
    /** How the roadmap opens: `board`, `timeline`, `table` (formerly `list`), `priorities` or `feedback`. */
    defaultView: z
      .enum(['board', 'timeline', 'table', 'priorities', 'feedback', 'list'])
      .default('board'),
    /** Rows of the table at first, 1 to 100. */
    pageSize,
  },
  factory(originalFactory, { config }) {
    return originalFactory({
      path: '/roadmap',
      title: 'Roadmap',
      filter: isProductOpsAvailable,
      loader: async () => {
        const { RoadmapEntry } = await import('../entry/RoadmapEntry');
        return (
          <RoadmapEntry
            defaultView={config.defaultView}
            pageSize={config.pageSize}
          />
        );
      },
    });
  },
});

/** The Runbooks tab. */
export const runbooksContent = EntityContentBlueprint.makeWithOverrides({
  name: 'runbooks',
  configSchema: {
    /** Runbooks on a page of the library, 1 to 100. */
    pageSize,
  },
  factory(originalFactory, { config }) {
    return originalFactory({
      path: '/runbooks',
      title: 'Runbooks',
      filter: isProductOpsAvailable,
      loader: async () => {
        const { RunbooksEntry } = await import('../entry/RunbooksEntry');
        return <RunbooksEntry pageSize={config.pageSize} />;
      },
    });
  },
});

/** The Lifecycle tab: the stage of an entity, what is demanded of it, and its history. */
export const lifecycleContent = EntityContentBlueprint.make({
  name: 'lifecycle',
  params: {
    path: '/lifecycle',
    title: 'Lifecycle',
    filter: isProductOpsAvailable,
    loader: async () => {
      const { EntityLifecycleEntry } = await import(
        '../entry/EntityLifecycleEntry'
      );
      return <EntityLifecycleEntry />;
    },
  },
});

/** The Ownership tab: who answers for an entity, and what a team or person owns. */
export const ownershipContent = EntityContentBlueprint.make({
  name: 'ownership',
  params: {
    path: '/ownership',
    title: 'Ownership',
    filter: isOwnershipAvailable,
    loader: async () => {
      const { EntityOwnershipEntry } = await import(
        '../entry/EntityOwnershipEntry'
      );
      return <EntityOwnershipEntry />;
    },
  },
});

/** That an entity leaves and what to use instead, or that it depends on what does; nothing where nothing leaves. */
export const sunsetCard = EntityCardBlueprint.make({
  name: 'sunset',
  params: {
    type: 'content',
    filter: isSummaryAvailable,
    loader: async () => {
      const { SunsetBannerEntry } = await import('../entry/SunsetBannerEntry');
      return <SunsetBannerEntry />;
    },
  },
});

/** The summary on the overview of entities that are not products. */
export const summaryCard = EntityCardBlueprint.make({
  name: 'summary',
  params: {
    type: 'info',
    filter: isSummaryAvailable,
    loader: async () => {
      const { SummaryCardEntry } = await import('../entry/SummaryCardEntry');
      return <SummaryCardEntry />;
    },
  },
});
