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
import { PRODUCT_OPS_RELATION_PAIRS } from '@productops/backstage-plugin-product-ops-common';

// The stock graph draws only relations it was told about: without this, role holders and successors would be missing.
const catalogGraphApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogGraphApiRef,
      deps: {},
      factory: () =>
        new DefaultCatalogGraphApi({
          knownRelations: [
            ...ALL_RELATIONS,
            ...PRODUCT_OPS_RELATION_PAIRS.flat(),
          ],
          knownRelationPairs: [
            ...ALL_RELATION_PAIRS,
            ...PRODUCT_OPS_RELATION_PAIRS,
          ],
          defaultRelationTypes: { exclude: [] },
        }),
    }),
});

export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [catalogGraphApi],
});
