import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import catalogModuleProductOps from '@productops/backstage-plugin-catalog-backend-module-product-ops';
import { productOpsDefaultPolicy } from '@productops/backstage-plugin-product-ops-node';
import request from 'supertest';
import productOpsPlugin from '..';
import { catalogOf } from '../__testUtils__/catalogOf';
import { entity } from '../__testUtils__/entity';
import { eventually } from '../__testUtils__/eventually';
import { permissionsFramework } from '../__testUtils__/permissionsFramework';
import { scheduledWork } from '../__testUtils__/scheduledWork';

jest.setTimeout(60_000);

const groups: Record<string, string[]> = {
  'user:default/jo': ['group:default/payments'],
  'user:default/sam': ['group:default/sre'],
  'user:default/kim': ['group:default/search'],
};
/** As it is written, before the catalog relates it. */
const written = (...args: Parameters<typeof entity>): Entity => ({
  ...entity(...args),
  relations: undefined,
});
const group = (name: string, parent?: string) =>
  written('Group', name, {
    spec: { type: 'team', children: [], ...(parent && { parent }) },
  });
const component = (name: string) =>
  written('Component', name, {
    spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
    annotations: { 'productops.io/operations': 'group:default/sre' },
  });

describe('the policy that administrators may compose', () => {
  const scheduled = scheduledWork();
  const permissions = permissionsFramework({
    policy: (asked, user) => productOpsDefaultPolicy(asked, user?.info),
  });
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  const post = (path: string, user: string, body: object) =>
    request(backend.server)
      .post(`/api/product-ops${path}`)
      .set('authorization', mockCredentials.user.header(user))
      .send(body);
  const propose = (user: string, name: string) =>
    post('/ownership/transfers', user, {
      entity: `component:${name}`,
      to: 'search',
      reason: 'They build it',
    });

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        productOpsPlugin,
        catalogPlugin,
        catalogModuleProductOps,
        catalogOf([
          group('payments'),
          group('sre'),
          group('search'),
          component('cart'),
          component('till'),
        ]),
        scheduled.module,
        ...permissions.features,
        mockServices.userInfo.mock({
          getUserInfo: async credentials => {
            const { userEntityRef } = credentials.principal as {
              userEntityRef: string;
            };
            return {
              userEntityRef,
              ownershipEntityRefs: [
                userEntityRef,
                ...(groups[userEntityRef] ?? []),
              ],
            };
          },
        }).factory,
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
      ],
    });
    await eventually(async () => {
      await scheduled.run('directory-refresh');
      const { body } = await request(backend.server)
        .get('/api/product-ops/entities/component/default/till/ownership')
        .set('authorization', mockCredentials.user.header());
      if (!JSON.stringify(body).includes('group:default/sre')) {
        throw new Error(`It is not there yet: ${JSON.stringify(body)}`);
      }
    });
    await scheduled.run('ownership-record');
  });
  afterAll(() => backend.stop());

  it('lets owners and role holders propose, and the receiving team accept', async () => {
    expect((await propose('user:default/kim', 'cart')).status).toBe(403);
    const byOwner = await propose('user:default/jo', 'cart');
    expect(byOwner.status).toBe(200);
    expect((await propose('user:default/sam', 'till')).status).toBe(200);

    const decision = `/ownership/transfers/${byOwner.body.id}/decision`;
    const accept = { version: 1, decision: 'accept' };
    expect((await post(decision, 'user:default/jo', accept)).status).toBe(403);
    expect((await post(decision, 'user:default/kim', accept)).status).toBe(200);
  });

  it('lets owners and role holders verify, and nobody else', async () => {
    const confirm = (user: string, version: number) =>
      post('/ownership/verifications', user, {
        answers: [{ entity: 'component:cart', version, answer: 'confirmed' }],
      });
    expect((await confirm('user:default/kim', 1)).status).toBe(403);
    expect((await confirm('user:default/sam', 1)).status).toBe(200);
    expect((await confirm('user:default/jo', 2)).status).toBe(200);
  });

  it('lets owners and role holders ask for stages, and those approve whom the stage names', async () => {
    const ask = (user: string) =>
      post('/lifecycle/transitions', user, {
        entity: 'component:cart',
        from: 'production',
        to: 'maintenance',
        reason: 'It is complete',
      });
    expect((await ask('user:default/kim')).status).toBe(403);
    const asked = await ask('user:default/jo');
    expect(asked.body).toMatchObject({ state: 'requested' });
    const approve = (user: string) =>
      post(`/lifecycle/transitions/${asked.body.id}/decision`, user, {
        version: 1,
        decision: 'approve',
      });
    expect((await approve('user:default/kim')).status).toBe(403);
    // Whoever runs it may, when its gate is open.
    const early = await approve('user:default/sam');
    expect(early.body.error.message).toContain('The gate is closed');
    const plan = (user: string) =>
      post('/entities/component/default/cart/sunset', user, {
        version: 0,
        endOfLife: '2199-12-31',
      });
    expect((await plan('user:default/kim')).status).toBe(403);
    expect((await plan('user:default/jo')).status).toBe(200);
  });

  it('lets owners and role holders record, change and order roadmap items, and readers comment', async () => {
    const items = '/entities/component/default/cart/roadmap/items';
    const record = (user: string) =>
      post(items, user, { fields: { title: 'Wish' } });
    expect((await record('user:default/kim')).status).toBe(403);
    expect((await record('user:default/jo')).status).toBe(200);
    const put = (user: string) =>
      post(`${items}/wish/actions`, user, {
        type: 'reorder',
        version: 1,
        before: 'n0',
        fields: { horizon: 'now' },
      });
    expect((await put('user:default/kim')).status).toBe(403);
    expect((await put('user:default/sam')).status).toBe(200);
    const say = post(`${items}/wish/comments`, 'user:default/kim', {
      text: 'Please',
    });
    expect((await say).status).toBe(200);
  });

  it('leaves alone what is not the suite’s, whoever asks', async () => {
    expect(
      productOpsDefaultPolicy(
        { permission: catalogEntityCreatePermission },
        { ownershipEntityRefs: ['user:default/jo'] },
      ),
    ).toBeUndefined();
  });
});
