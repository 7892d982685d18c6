import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { isResponsibleForEntity } from './permissions/isResponsibleForEntity';
import { ProductOpsEntityProcessor } from './processor/ProductOpsEntityProcessor';

/**
 * The module that teaches the catalog the kind `Product`, the annotations of the suite, and the permission rule
 * `IS_RESPONSIBLE_FOR_ENTITY`.
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
        permissionsRegistry: coreServices.permissionsRegistry,
        urlReader: coreServices.urlReader,
      },
      async init({ catalog, permissionsRegistry, urlReader }) {
        permissionsRegistry.addPermissionRules([isResponsibleForEntity]);
        catalog.addProcessor(ProductOpsEntityProcessor.create({ urlReader }));
      },
    });
  },
});
