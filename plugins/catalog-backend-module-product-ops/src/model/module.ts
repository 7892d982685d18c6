import { createBackendModule } from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { productCatalogModelLayer } from './productCatalogModelLayer';

/**
 * Adds the kind `Product` to the catalog's model, beside the default module of this package.
 *
 * @remarks
 *
 * Registering any layer makes the whole catalog work from its model: that is why it is a choice of its
 * own. The default module stays needed: the model knows no relations from annotations and no clear
 * messages.
 *
 * @alpha
 */
export const catalogModuleProductOpsModel = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'product-ops-model',
  register(reg) {
    reg.registerInit({
      deps: { model: catalogModelExtensionPoint },
      async init({ model }) {
        model.addModelSource(
          CatalogModelSources.static([productCatalogModelLayer]),
        );
      },
    });
  },
});
