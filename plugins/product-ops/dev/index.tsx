import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { productOpsApiRef } from '../src';
import productOpsPlugin from '../src/alpha';
import { FixtureClient } from './fixtures/FixtureClient';
import { entities } from './fixtures/entities';

const fixtureClient = createFrontendModule({
  pluginId: 'product-ops',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: productOpsApiRef,
          deps: {},
          factory: () => new FixtureClient(),
        }),
    }),
  ],
});

const fixtureCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => new InMemoryCatalogClient({ entities }),
        }),
    }),
  ],
});

createDevApp({
  features: [catalogPlugin, fixtureCatalog, productOpsPlugin, fixtureClient],
});
