import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/** What everybody may do: all, or to read entities by a condition that only the catalog can answer. */
export type PolicyMode = 'everything' | 'by-condition';

export interface SwitchablePolicy {
  module: BackendFeature;
  use(mode: PolicyMode): void;
}

/** A policy that can be changed while the backend runs. The condition is true of every product, user and group. */
export function createSwitchablePolicy(): SwitchablePolicy {
  let mode: PolicyMode = 'everything';
  return {
    use(next) {
      mode = next;
    },
    module: createBackendModule({
      pluginId: 'permission',
      moduleId: 'benchmark-policy',
      register(reg) {
        reg.registerInit({
          deps: { policy: policyExtensionPoint },
          async init({ policy }) {
            policy.setPolicy({
              async handle({ permission }): Promise<PolicyDecision> {
                if (
                  mode === 'by-condition' &&
                  isResourcePermission(permission, 'catalog-entity')
                ) {
                  return createCatalogConditionalDecision(
                    permission,
                    catalogConditions.isEntityKind({
                      kinds: ['Product', 'User', 'Group'],
                    }),
                  );
                }
                return { result: AuthorizeResult.ALLOW };
              },
            });
          },
        });
      },
    }),
  };
}
