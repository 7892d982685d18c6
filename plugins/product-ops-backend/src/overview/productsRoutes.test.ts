import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DEFAULT_STAGES } from '@productops/backstage-plugin-product-ops-common';
import express from 'express';
import request from 'supertest';
import { openDatabase } from '../database/migrate';
import { DatabaseDirectoryStore } from '../directory/DatabaseDirectoryStore';
import { DirectoryRefresher } from '../directory/DirectoryRefresher';
import { DirectoryWriter } from '../directory/DirectoryWriter';
import { createStatusRoutes } from '../directory/routes';
import { StatusService } from '../directory/StatusService';
import { createRouter } from '../http/createRouter';
import { CatalogVisibility } from '../permissions/CatalogVisibility';
import { Decisions } from '../permissions/Decisions';
import { ProductsService } from './products/ProductsService';
import { ProductsStore } from './products/ProductsStore';
import { createProductsRoutes } from './productsRoutes';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('portfolio and status over HTTP', () => {
  it('answer what the contract promises, empty, full and broken', async () => {
    const knex = await databases.init('SQLITE_3');
    await openDatabase({ getClient: async () => knex });
    const catalog = catalogServiceMock({
      entities: [
        {
          apiVersion: 'productops.io/v1alpha1',
          kind: 'Product',
          metadata: { name: 'checkout', description: 'Pays' },
          spec: { lifecycle: 'odd', owner: 'nobody', tier: 3, type: 'x' },
        },
      ],
    });
    const auth = mockServices.auth();
    const writer = DirectoryWriter.create({ knex });
    let now = Date.now();
    const app = express().use(
      createRouter({
        auditor: mockServices.auditor.mock(),
        httpAuth: mockServices.httpAuth(),
        validateResponses: true,
        routes: [
          createProductsRoutes({
            products: ProductsService.create({
              store: ProductsStore.create({ knex }),
              visibility: CatalogVisibility.create({
                decisions: Decisions.create({
                  permissions: mockServices.permissions(),
                }),
                catalog,
                auth,
              }),
              stages: DEFAULT_STAGES,
            }),
          }),
          createStatusRoutes({
            status: StatusService.create({
              directory: DatabaseDirectoryStore.create({ knex }),
              documents: {
                status: async () => ({ readAt: new Date(), pending: 2 }),
              },
              checks: { getState: async () => ({}) },
              periodMs: 1000,
              now: () => now,
            }),
          }),
        ],
      }),
    );
    const get = (path: string) =>
      request(app)
        .get(path)
        .set('authorization', mockCredentials.user.header());

    expect((await get('/products')).body).toMatchObject({ totalItems: 0 });
    expect((await get('/status')).body).toMatchObject({
      directory: { state: 'empty' },
      documents: { pending: 2 },
    });

    await DirectoryRefresher.create({
      catalog,
      auth,
      writer,
      logger: mockServices.logger.mock(),
      stages: DEFAULT_STAGES,
      pageSize: 10,
    }).refresh();
    const { status, body } = await get('/products?limit=1');
    expect(status).toBe(200);
    expect(body.items[0]).toMatchObject({
      entity: { name: 'checkout', known: true },
      owner: { name: 'nobody', known: false },
      stage: { stage: 'odd', known: false },
    });

    now = Date.now() + 4000;
    await writer.saveFailure('the catalog went away');
    expect((await get('/status')).body.directory).toMatchObject({
      state: 'old',
      rowsWritten: 1,
      lastError: 'the catalog went away',
    });
  });
});
