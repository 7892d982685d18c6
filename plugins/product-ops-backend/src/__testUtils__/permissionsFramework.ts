import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

// The mock tokens do not say which plugin asks on behalf of a user; real ones do, and the framework gives
// conditions to plugins only.
const httpAuthFactory = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const httpAuth = mockServices.httpAuth({ pluginId: plugin.getId() });
    if (!['permission', 'catalog'].includes(plugin.getId())) {
      return httpAuth;
    }
    return mockServices.httpAuth.mock({
      credentials: async (req, options) => {
        const credentials = await httpAuth.credentials(req, options);
        const principal = credentials.principal as BackstageUserPrincipal;
        return principal.type === 'user'
          ? ({
              ...credentials,
              principal: {
                ...principal,
                actor: mockCredentials.service('plugin:product-ops').principal,
              },
            } as typeof credentials)
          : credentials;
      },
    });
  },
});

/**
 * The real permission framework with a policy that a test changes as it goes: what it decides on reading
 * catalog entities; all else is allowed, unless a policy for it is given. Wants `permission.enabled` in the configuration.
 */
export function permissionsFramework(
  options: {
    policy?: (
      request: PolicyQuery,
      user: PolicyQueryUser | undefined,
    ) => PolicyDecision | undefined;
  } = {},
) {
  const state: { decision: PolicyDecision } = {
    decision: { result: AuthorizeResult.ALLOW },
  };
  const policy = createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register(env) {
      env.registerInit({
        deps: { policies: policyExtensionPoint },
        async init({ policies }) {
          policies.setPolicy({
            handle: async (request, user) =>
              isPermission(request.permission, catalogEntityReadPermission)
                ? state.decision
                : options.policy?.(request, user) ?? {
                    result: AuthorizeResult.ALLOW,
                  },
          });
        },
      });
    },
  });
  return {
    features: [
      permissionPlugin,
      policy,
      permissionsServiceFactory,
      httpAuthFactory,
    ],
    decide(decision: PolicyDecision) {
      state.decision = decision;
    },
  };
}
