import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import WidgetsIcon from '@material-ui/icons/WidgetsOutlined';
import {
  ownershipRouteRef,
  roadmapRouteRef,
  rootRouteRef,
  runbooksRouteRef,
} from '../routes';
import { productOpsApi } from './apis';
import {
  lifecycleContent,
  ownershipContent,
  productLayout,
  roadmapContent,
  runbooksContent,
  summaryCard,
  sunsetCard,
} from './entity';
import {
  ownershipPage,
  productsPage,
  roadmapPage,
  runbooksPage,
} from './pages';

/**
 * Product Ops for the new frontend system: the Products, Roadmap, Ownership and Runbooks pages, the overview of a Product, the Roadmap,
 * Runbooks, Lifecycle and Ownership tabs, and a summary card for other entities.
 *
 * @alpha
 */
export const productOpsPlugin = createFrontendPlugin({
  pluginId: 'product-ops',
  title: 'Products',
  icon: <WidgetsIcon fontSize="inherit" />,
  info: { packageJson: () => import('../../package.json') },
  routes: {
    root: rootRouteRef,
    ownership: ownershipRouteRef,
    roadmap: roadmapRouteRef,
    runbooks: runbooksRouteRef,
  },
  extensions: [
    productOpsApi,
    productsPage,
    ownershipPage,
    roadmapPage,
    runbooksPage,
    productLayout,
    roadmapContent,
    runbooksContent,
    lifecycleContent,
    ownershipContent,
    summaryCard,
    sunsetCard,
  ],
});
