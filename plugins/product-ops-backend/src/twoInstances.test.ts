import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import productOpsPlugin from '.';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const product = (name: string): Entity => ({
  apiVersion: 'productops.io/v1alpha1',
  kind: 'Product',
  metadata: { name, namespace: 'default' },
  spec: { lifecycle: 'live' },
});

// Nothing to run where no PostgreSQL is to be had: it is said instead of passed over.
const describeOnPostgres = databases.supports('POSTGRES_18')
  ? describe
  : describe.skip;

describeOnPostgres('two backends on one PostgreSQL', () => {
  let entities = [product('checkout')];
  const readers: string[] = [];

  /** A backend of its own, all but the database: it says when it is the one that reads the catalog. */
  async function start(name: string, knex: Knex): Promise<TestBackend> {
    return startTestBackend({
      features: [
        productOpsPlugin,
        schedulerServiceFactory,
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => mockServices.database({ knex }),
        }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () =>
            catalogServiceMock.mock({
              async *streamEntities(...args) {
                readers.push(name);
                yield* catalogServiceMock({ entities }).streamEntities(...args);
              },
              getEntitiesByRefs: (...args) =>
                catalogServiceMock({ entities }).getEntitiesByRefs(...args),
            }),
        }),
        mockServices.rootConfig.factory({
          data: {
            productOps: {
              directory: {
                schedule: {
                  frequency: { milliseconds: 100 },
                  timeout: { seconds: 5 },
                },
              },
            },
          },
        }),
      ],
    });
  }

  const productsOf = async ({ server }: TestBackend) => {
    const { body } = await request(server)
      .get('/api/product-ops/products?sort=title')
      .set('authorization', mockCredentials.user.header());
    return body;
  };

  it('answer alike, one refreshes, and the other takes over when that one stops', async () => {
    const knex = await databases.init('POSTGRES_18');
    const first = await start('first', knex);
    await eventually(async () =>
      expect(await productsOf(first)).toMatchObject({ totalItems: 1 }),
    );
    const second = await start('second', knex);
    expect(await productsOf(second)).toStrictEqual(await productsOf(first));

    // However many there are, there is one refresh for each period.
    entities = [product('checkout'), product('basket')];
    await eventually(async () =>
      expect(await productsOf(second)).toMatchObject({ totalItems: 2 }),
    );
    expect(await productsOf(first)).toStrictEqual(await productsOf(second));

    await first.stop();
    readers.length = 0;
    entities = [product('basket'), product('finder'), product('index')];
    await eventually(async () =>
      expect(await productsOf(second)).toMatchObject({ totalItems: 3 }),
    );
    expect(new Set(readers)).toStrictEqual(new Set(['second']));
    await second.stop();
  });
});
