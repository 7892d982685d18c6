import {
  AuthService,
  BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';

/** A plugin that does nothing but hand out the services that every plugin gets. */
export function createObserver(): {
  plugin: BackendFeature;
  service: Promise<{ catalog: CatalogService; auth: AuthService }>;
} {
  let found: (service: { catalog: CatalogService; auth: AuthService }) => void;
  const service = new Promise<{ catalog: CatalogService; auth: AuthService }>(
    resolve => {
      found = resolve;
    },
  );
  const plugin = createBackendPlugin({
    pluginId: 'benchmark',
    register(reg) {
      reg.registerInit({
        deps: { catalog: catalogServiceRef, auth: coreServices.auth },
        async init(services) {
          found(services);
        },
      });
    },
  });
  return { plugin, service };
}
