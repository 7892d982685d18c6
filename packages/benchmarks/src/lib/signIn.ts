import { createBackendModule } from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';

/**
 * Hands out sessions of made-up people, so that what is measured goes through real tokens and permissions. It exists
 * only inside the benchmark's own process.
 *
 * @param userEntityRef - who it is, by the number that the query gives; 0 without one
 */
export function createSignInModule(userEntityRef: (number: number) => string) {
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
              async refresh(req, res) {
                const sub = userEntityRef(Number(req.query.number ?? 0));
                res.json(
                  await resolverContext.issueToken({
                    claims: { sub, ent: [sub] },
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
