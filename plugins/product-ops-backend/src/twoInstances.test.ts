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
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import productOpsPlugin from '.';
import { eventually } from './__testUtils__/eventually';
import { instanceConfig, productNamed } from './__testUtils__/instance';
import { startHangingInstance } from './__testUtils__/startHangingInstance';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

// Nothing to run where no PostgreSQL is to be had: it is said instead of passed over.
const describeOnPostgres = databases.supports('POSTGRES_18')
  ? describe
  : describe.skip;

describeOnPostgres('two backends on one PostgreSQL', () => {
  let entities = [productNamed('checkout')];
  const readers: string[] = [];
  let reading = 0;
  let mostReading = 0;

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
                reading += 1;
                mostReading = Math.max(mostReading, reading);
                yield* catalogServiceMock({ entities }).streamEntities(...args);
                reading -= 1;
              },
              getEntitiesByRefs: (...args) =>
                catalogServiceMock({ entities }).getEntitiesByRefs(...args),
            }),
        }),
        mockServices.rootConfig.factory({ data: instanceConfig }),
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
    // What lists show of an entity follows it a moment later.
    const alike = () =>
      eventually(async () =>
        expect(await productsOf(second)).toStrictEqual(await productsOf(first)),
      );
    await alike();

    // However many there are, there is one refresh for each period.
    entities = [productNamed('checkout'), productNamed('basket')];
    await eventually(async () =>
      expect(await productsOf(second)).toMatchObject({ totalItems: 2 }),
    );
    await alike();
    await eventually(async () => expect(readers.length).toBeGreaterThan(10));
    expect(mostReading).toBe(1);

    await first.stop();
    readers.length = 0;
    entities = [
      productNamed('basket'),
      productNamed('finder'),
      productNamed('index'),
    ];
    await eventually(async () =>
      expect(await productsOf(second)).toMatchObject({ totalItems: 3 }),
    );
    expect(new Set(readers)).toStrictEqual(new Set(['second']));
    await second.stop();
  });

  it('go on when the one that refreshes is killed in the middle of it', async () => {
    const knex = await databases.init('POSTGRES_18');
    entities = [productNamed('checkout')];
    const killed = await startHangingInstance(knex);
    // It has the refresh for itself, and will never give it back.
    await killed.reading;
    const second = await start('second', knex);
    readers.length = 0;
    await killed.kill();
    await eventually(async () => {
      const [{ held }] = await knex('backstage_backend_tasks__tasks')
        .where('id', 'directory-refresh')
        .select({
          held: knex.raw('current_run_expires_at > current_timestamp'),
        });
      expect(held).toBe(false);
    });
    expect(await productsOf(second)).toMatchObject({ totalItems: 0 });
    expect(readers).toStrictEqual([]);

    // Every instance lets go of what the dead held: when it starts, and once a minute from then on.
    const replacement = await asInProduction(() => start('replacement', knex));
    await eventually(async () =>
      expect(await productsOf(second)).toMatchObject({ totalItems: 1 }),
    );
    // What products lack is put together after the refresh: between two questions it may have come.
    await eventually(async () =>
      expect(await productsOf(replacement)).toStrictEqual(
        await productsOf(second),
      ),
    );
    await replacement.stop();
    await second.stop();
  });
});

/** The scheduler looks after tasks of dead instances everywhere but in tests. */
async function asInProduction<T>(start: () => Promise<T>): Promise<T> {
  const environment = jest.replaceProperty(process, 'env', {
    ...process.env,
    NODE_ENV: 'production',
  });
  try {
    return await start();
  } finally {
    environment.restore();
  }
}
