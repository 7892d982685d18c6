import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import knexFactory from 'knex';
import productOpsPlugin from '..';
import { instanceConfig } from './instance';

const knex = knexFactory({
  client: 'pg',
  connection: JSON.parse(process.env.CONNECTION ?? ''),
});
const backend = createBackend();
for (const feature of [
  mockServices.rootConfig.factory({
    data: {
      ...instanceConfig,
      app: { baseUrl: 'http://localhost' },
      backend: { baseUrl: 'http://localhost', listen: '127.0.0.1:0' },
    },
  }),
  createServiceFactory({
    service: coreServices.database,
    deps: {},
    factory: () => mockServices.database({ knex }),
  }),
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      Object.assign(catalogServiceMock(), {
        // Says that it has begun, and gives nothing.
        streamEntities: () => ({
          [Symbol.asyncIterator]: () => ({
            next: () => {
              process.send?.('reading');
              return new Promise(() => {});
            },
          }),
        }),
      }),
  }),
  productOpsPlugin,
]) {
  backend.add(feature);
}
backend.start().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
