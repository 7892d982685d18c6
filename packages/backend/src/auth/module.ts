import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createDevelopmentProvider } from './developmentProvider';
import { refuseInProduction } from './refuseInProduction';

/**
 * Signs one in as any person of the catalog, so that roles can be tried. Active where `auth.providers.development` is
 * configured, and then refuses to start in production.
 */
export const developmentSignInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'development-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
      },
      async init({ providers, config, auth, catalog }) {
        if (!config.getOptional('auth.providers.development')) {
          return;
        }
        refuseInProduction(process.env.NODE_ENV);
        providers.registerProvider({
          providerId: 'development',
          factory: ({ resolverContext }) =>
            createDevelopmentProvider({ resolverContext, auth, catalog }),
        });
      },
    });
  },
});
