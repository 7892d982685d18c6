import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATIONS,
  ALL_RELATION_PAIRS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';

/** What Product Ops adds to the catalog's own relations, each with its reverse. */
const productRelationPairs: [string, string][] = [
  ['managerOf', 'managedBy'],
  ['technicalLeadOf', 'technicallyLedBy'],
  ['operatorOf', 'operatedBy'],
  ['supporterOf', 'supportedBy'],
  ['securityContactOf', 'securedBy'],
  ['successorOf', 'succeededBy'],
];

// The stock graph draws only relations it was told about: without this, role holders and successors would be missing.
const catalogGraphApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogGraphApiRef,
      deps: {},
      factory: () =>
        new DefaultCatalogGraphApi({
          knownRelations: [...ALL_RELATIONS, ...productRelationPairs.flat()],
          knownRelationPairs: [...ALL_RELATION_PAIRS, ...productRelationPairs],
          defaultRelationTypes: { exclude: [] },
        }),
    }),
});

export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [catalogGraphApi],
});
