import { PageBlueprint } from '@backstage/frontend-plugin-api';
import AccountTreeIcon from '@material-ui/icons/AccountTreeOutlined';
import MenuBookIcon from '@material-ui/icons/MenuBookOutlined';
import TimelineIcon from '@material-ui/icons/TimelineOutlined';
import WidgetsIcon from '@material-ui/icons/WidgetsOutlined';
import { z } from 'zod/v4';
import {
  ownershipRouteRef,
  roadmapRouteRef,
  rootRouteRef,
  runbooksRouteRef,
} from '../routes';
import { pageSize } from './config';

/** The portfolio at `/products`. */
export const productsPage = PageBlueprint.makeWithOverrides({
  configSchema: {
    /** How the portfolio opens: `cards`, `table` or `board`. */
    defaultView: z.enum(['cards', 'table', 'board']).default('cards'),
    /** Products on a page, 1 to 100. */
    pageSize,
  },
  factory(originalFactory, { config }) {
    return originalFactory({
      path: '/products',
      title: 'Products',
      icon: <WidgetsIcon fontSize="inherit" />,
      routeRef: rootRouteRef,
      loader: async () => {
        const { ProductsEntry } = await import('../entry/ProductsEntry');
        return (
          // The header of the page comes from the portal; the landmark below it does not.
          <ProductsEntry
            component="main"
            defaultView={config.defaultView}
            pageSize={config.pageSize}
          />
        );
      },
    });
  },
});

/** Who owns what, at `/ownership`. */
export const ownershipPage = PageBlueprint.make({
  name: 'ownership',
  params: {
    path: '/ownership',
    title: 'Ownership',
    icon: <AccountTreeIcon fontSize="inherit" />,
    routeRef: ownershipRouteRef,
    loader: async () => {
      const { OwnershipEntry } = await import('../entry/OwnershipEntry');
      return <OwnershipEntry component="main" />;
    },
  },
});

/** Where all products are going, at `/roadmap`. */
export const roadmapPage = PageBlueprint.make({
  name: 'roadmap',
  params: {
    path: '/roadmap',
    title: 'Roadmap',
    icon: <TimelineIcon fontSize="inherit" />,
    routeRef: roadmapRouteRef,
    loader: async () => {
      const { RoadmapPageEntry } = await import('../entry/RoadmapPageEntry');
      return <RoadmapPageEntry component="main" />;
    },
  },
});

/** The runbooks of all entities at `/runbooks`, and what answers an alert at `/runbooks/alert/<name>?<labels>`. */
export const runbooksPage = PageBlueprint.make({
  name: 'runbooks',
  params: {
    path: '/runbooks',
    title: 'Runbooks',
    icon: <MenuBookIcon fontSize="inherit" />,
    routeRef: runbooksRouteRef,
    loader: async () => {
      const { RunbooksPageEntry } = await import('../entry/RunbooksPageEntry');
      return <RunbooksPageEntry component="main" />;
    },
  },
});
