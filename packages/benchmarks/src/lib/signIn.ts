import { createBackendModule } from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';

/**
 * Hands out a session of a made-up person, so that what is measured goes through real tokens and permissions. It exists
 * only inside the benchmark's own process.
 */
export function createSignInModule(userEntityRef: string) {
  return createBackendModule({
    pluginId: 'auth',
    moduleId: 'benchmark-provider',
    register(reg) {
      reg.registerInit({
        deps: { providers: authProvidersExtensionPoint },
        async init({ providers }) {
          providers.registerProvider({
            providerId: 'benchmark',
            factory: ({ resolverContext }) => ({
              async start(_req, res) {
                res.status(404).end();
              },
              async frameHandler(_req, res) {
                res.status(404).end();
              },
              async refresh(_req, res) {
                res.json(
                  await resolverContext.issueToken({
                    claims: { sub: userEntityRef, ent: [userEntityRef] },
                  }),
                );
              },
            }),
          });
        },
      });
    },
  });
}
