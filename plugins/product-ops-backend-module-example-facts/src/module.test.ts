import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import productOpsPlugin from '@productops/backstage-plugin-product-ops-backend';
import request from 'supertest';
import exampleFactsModule from '.';

jest.setTimeout(60_000);

const component = (name: string, labels?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', labels },
  spec: { lifecycle: 'production' },
});

describe('a module that adds a fact and a check', () => {
  const scheduler = mockServices.scheduler();
  const start = (gate: string[]) =>
    startTestBackend({
      features: [
        productOpsPlugin,
        exampleFactsModule,
        catalogServiceMock.factory({
          entities: [
            component('cart', { 'cost-centre': '4711' }),
            component('lamp'),
          ],
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            productOps: {
              lifecycle: {
                stages: [{ id: 'live', aliases: ['production'], gate }],
              },
            },
          },
        }),
      ],
    });

  it('has gates demand what only another plugin knows', async () => {
    const backend = await start(['cost-centre']);
    await scheduler.triggerTask('directory-refresh');
    await scheduler.triggerTask('lifecycle-evaluate');
    const checks = async (name: string) => {
      const { body } = await request(backend.server)
        .get(`/api/product-ops/entities/component/default/${name}/lifecycle`)
        .set('authorization', mockCredentials.user.header());
      return body.checks;
    };
    expect(await checks('cart')).toMatchObject([
      { outcome: 'passed', evidence: 'Cost centre 4711 pays for it.' },
    ]);
    expect(await checks('lamp')).toMatchObject([
      {
        title: 'Who pays for it is known',
        outcome: 'failed',
        remedy: { yaml: expect.stringContaining('cost-centre: <number>') },
      },
    ]);
    await backend.stop();
  });

  it('does not hide a misspelt check', async () => {
    await expect(start(['cost-center'])).rejects.toThrow(
      'did you mean cost-centre?',
    );
  });
});
