import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CheckDefinition } from '@productops/backstage-plugin-product-ops-common';
import type { LifecycleFact } from '@productops/backstage-plugin-product-ops-node';

const LABEL = 'cost-centre';

/** A check that goes by the fact below; a gate has to name it to demand it. */
export const costCentreCheck: CheckDefinition = {
  id: 'cost-centre',
  title: 'Who pays for it is known',
  description: 'A bill that nobody expects is a surprise in every quarter.',
  fact: 'costs.centre',
  remedy: {
    label: 'Label it with its cost centre',
    yaml: `metadata:\n  labels:\n    ${LABEL}: <number>`,
  },
};

/** Whether somebody pays for an entity, by its label. */
export function createCostCentreFact(options: {
  catalog: CatalogService;
  auth: AuthService;
}): LifecycleFact {
  const { catalog, auth } = options;
  return {
    id: 'costs.centre',
    type: 'boolean',
    description: 'Whether it has a cost centre.',
    // The catalog does not say which labels have changed.
    refreshEvery: { minutes: 10 },
    async collect(entities) {
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: entities.map(({ ref }) => ref),
          // The name is always there: an entity without labels has its metadata, too.
          fields: ['metadata.name', 'metadata.labels'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      return new Map(
        entities.map(({ ref }, at) => {
          const centre = items[at]?.metadata.labels?.[LABEL];
          return [
            ref,
            centre
              ? { value: true, evidence: `Cost centre ${centre} pays for it.` }
              : { value: false, evidence: 'It has no cost centre.' },
          ];
        }),
      );
    },
  };
}
