import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultProductOpsService } from './DefaultProductOpsService';
import type { ProductOpsService } from './types';

/**
 * Product Ops as other backend plugins call it. It needs no set-up but the Product Ops backend plugin
 * running somewhere in the installation.
 *
 * @public
 */
export const productOpsServiceRef = createServiceRef<ProductOpsService>({
  id: 'product-ops',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }) =>
        DefaultProductOpsService.create({ auth, discovery }),
    }),
});
