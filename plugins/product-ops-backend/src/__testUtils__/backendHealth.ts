import {
  coreServices,
  createBackendModule,
  type RootHealthService,
} from '@backstage/backend-plugin-api';

/** A module that lets a test ask the backend for its health. */
export function backendHealth() {
  let health: RootHealthService | undefined;
  return {
    module: createBackendModule({
      pluginId: 'product-ops',
      moduleId: 'test-health',
      register(env) {
        env.registerInit({
          deps: { service: coreServices.rootHealth },
          async init({ service }) {
            health = service;
          },
        });
      },
    }),
    async getReadiness() {
      return health?.getReadiness();
    },
  };
}
