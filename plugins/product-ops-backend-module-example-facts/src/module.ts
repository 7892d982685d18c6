import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { lifecycleFactsExtensionPoint } from '@productops/backstage-plugin-product-ops-node';
import { costCentreCheck, createCostCentreFact } from './costCentre';

/**
 * Adds the fact `costs.centre` and the check `cost-centre`.
 *
 * @public
 */
export const exampleFactsModule = createBackendModule({
  pluginId: 'product-ops',
  moduleId: 'example-facts',
  register(reg) {
    reg.registerInit({
      deps: {
        lifecycle: lifecycleFactsExtensionPoint,
        catalog: catalogServiceRef,
        auth: coreServices.auth,
      },
      async init({ lifecycle, catalog, auth }) {
        lifecycle.addFact(createCostCentreFact({ catalog, auth }));
        lifecycle.addCheck(costCentreCheck);
      },
    });
  },
});
