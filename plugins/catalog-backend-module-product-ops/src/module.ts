import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ProductOpsEntityProcessor } from './processor/ProductOpsEntityProcessor';

/**
 * The module that teaches the catalog the kind `Product` and the annotations of the suite.
 *
 * @public
 */
export const catalogModuleProductOps = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'product-ops',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        urlReader: coreServices.urlReader,
      },
      async init({ catalog, urlReader }) {
        catalog.addProcessor(ProductOpsEntityProcessor.create({ urlReader }));
      },
    });
  },
});
