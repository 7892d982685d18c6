import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { ProductPage } from '@productops/backstage-plugin-product-ops-common';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleProductOps from '@productops/backstage-plugin-catalog-backend-module-product-ops';
import request from 'supertest';
import { backendHealth } from './__testUtils__/backendHealth';
import { catalogOf } from './__testUtils__/catalogOf';
import { eventually } from './__testUtils__/eventually';
import productOpsPlugin, { productOpsRootHealth } from '.';
import { permissionsFramework } from './__testUtils__/permissionsFramework';
import { scheduledWork } from './__testUtils__/scheduledWork';

jest.setTimeout(60_000);

const group = (name: string, spec: object = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default', title: `Team ${name}` },
  spec: { type: 'team', children: [], ...spec },
});

const product = (name: string, spec: object): Entity => ({
  apiVersion: 'productops.io/v1alpha1',
  kind: 'Product',
  metadata: { name, namespace: 'default', title: name.toUpperCase() },
  spec: { ...spec },
});

const entities = [
  group('payments'),
  group('search', { parent: 'payments' }),
  product('checkout', { owner: 'payments', lifecycle: 'live', tier: 1 }),
  product('basket', { owner: 'payments', lifecycle: 'sunset', tier: 2 }),
  product('finder', { owner: 'search', lifecycle: 'production', tier: 2 }),
  product('index', { owner: 'search', type: 'internal' }),
];

// Jo is of the payments team: the mock credentials are those of jo alone, so that the claim is given here.
const ownedByPayments: PolicyDecision = createCatalogConditionalDecision(
  catalogEntityReadPermission,
  {
    anyOf: [
      catalogConditions.isEntityOwner({ claims: ['group:default/payments'] }),
      catalogConditions.isEntityKind({ kinds: ['user'] }),
    ],
  },
);
const nothing: PolicyDecision = { result: AuthorizeResult.DENY };
const everything: PolicyDecision = { result: AuthorizeResult.ALLOW };

const titlesOf = (page: ProductPage) =>
  page.items.map(({ entity }) => entity.title);

describe('the plugin with catalog and permissions', () => {
  const scheduled = scheduledWork();
  const permissions = permissionsFramework();
  const health = backendHealth();
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  const get = (path: string) =>
    request(server)
      .get(`/api/product-ops${path}`)
      .set('authorization', mockCredentials.user.header());

  beforeAll(async () => {
    ({ server } = await startTestBackend({
      features: [
        productOpsPlugin,
        catalogPlugin,
        catalogModuleProductOps,
        catalogOf(entities),
        ...permissions.features,
        scheduled.module,
        productOpsRootHealth,
        health.module,
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
      ],
    }));
    await eventually(async () => {
      await scheduled.run('directory-refresh');
      const { body } = await get('/products?owner=group:payments');
      // All are there, related as the catalog relates them: the sub-team by its parent.
      if (body.totalItems !== entities.length - 2) {
        throw new Error(`Not all are there: ${JSON.stringify(body)}`);
      }
    });
  });

  it('lists what there is, with total and facets', async () => {
    permissions.decide(everything);
    const { status, body } = await get('/products?sort=title&limit=3');
    expect(status).toBe(200);
    expect(titlesOf(body)).toStrictEqual(['BASKET', 'CHECKOUT', 'FINDER']);
    expect(body.totalItems).toBe(4);
    expect(body.facets.owner).toStrictEqual([
      { value: 'group:default/payments', label: 'Team payments', count: 2 },
      { value: 'group:default/search', label: 'Team search', count: 2 },
    ]);
    const rest = await get(
      `/products?sort=title&limit=3&cursor=${body.pageInfo.nextCursor}`,
    );
    expect(rest.body.items).toHaveLength(1);
  });

  it('shows nothing to whom the policy denies everything', async () => {
    permissions.decide(nothing);
    const { body } = await get('/products');
    expect(body).toStrictEqual({
      items: [],
      totalItems: 0,
      facets: { stage: [], owner: [], tier: [], type: [] },
      pageInfo: {},
    });
  });

  it('lists and counts by the conditions of a policy, and never what they hide', async () => {
    permissions.decide(ownedByPayments);
    const { body } = await get('/products?sort=title&limit=1');
    expect(body).toMatchObject({ totalItems: 2 });
    expect(body.facets).toStrictEqual({
      stage: [
        { value: 'live', label: 'Live', count: 1 },
        { value: 'sunset', label: 'Sunset', count: 1 },
      ],
      // The team itself is not among what the conditions let pass: its ref is all that is told of it.
      owner: [{ value: 'group:default/payments', label: 'payments', count: 2 }],
      tier: [
        { value: '1', label: 'Tier 1', count: 1 },
        { value: '2', label: 'Tier 2', count: 1 },
      ],
      type: [{ value: 'none', label: 'No type', count: 2 }],
    });
    const next = await get(
      `/products?sort=title&limit=1&cursor=${body.pageInfo.nextCursor}`,
    );
    expect(next.body.items[0].entity.name).toBe('checkout');
    expect(next.body.pageInfo.nextCursor).toBeUndefined();
    const hidden = await get('/products?q=finder');
    const missing = await get('/products?q=no-such-product');
    expect(hidden.body).toStrictEqual(missing.body);
  });

  it('lets other plugins read all', async () => {
    permissions.decide(nothing);
    const { body } = await request(server)
      .get('/api/product-ops/products')
      .set('authorization', mockCredentials.service.header());
    expect(body.totalItems).toBe(4);
  });

  it('says how old the directory is', async () => {
    permissions.decide(nothing);
    const { status, body } = await get('/status');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      directory: {
        state: 'fresh',
        refreshedAt: expect.stringMatching(/Z$/),
        rowsWritten: expect.any(Number),
      },
      documents: { pending: expect.any(Number) },
    });
    await scheduled.run('directory-refresh');
    expect((await get('/status')).body.directory.rowsWritten).toBe(0);
  });

  it('tells the health of the backend how old the directory is', async () => {
    expect(await health.getReadiness()).toMatchObject({
      status: 200,
      payload: {
        status: 'ok',
        productOps: { directory: { state: 'fresh' } },
      },
    });
  });

  it('serves its contract, to those who are signed in', async () => {
    const { body } = await get('/openapi.json');
    expect(Object.keys(body.paths)).toContain('/api/product-ops/products');
    for (const path of ['/products', '/status', '/openapi.json']) {
      const anonymous = await request(server)
        .get(`/api/product-ops${path}`)
        .set('authorization', mockCredentials.none.header());
      expect(anonymous.status).toBe(401);
    }
  });

  it.each([
    ['limit=500', 'limit: got 500; expected <= 100'],
    ['limit=many', 'limit: got "many"; expected integer'],
    ['sort=luck', 'sort: got "luck"; expected one of title, -title,'],
    ['tier=7', 'tier: got "7"; expected one of 1, 2, 3, 4, none'],
    ['owner=a:b:c', 'owner: got "a:b:c"; expected an entity ref'],
    ['colour=red', 'colour: got an unknown query parameter; expected limit,'],
    ['cursor=abc', 'cursor: got something else than a cursor'],
    ['q=a%00b', 'URL: got a zero character'],
    [`q=${'x'.repeat(201)}`, 'expected NOT have more than 200 characters'],
  ])('refuses the query %#', async (query, message) => {
    permissions.decide(everything);
    const { status, body } = await get(`/products?${query}`);
    expect(body.error?.message).toContain(message);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
  });

  it('answers 304 to whom has the answer already', async () => {
    permissions.decide(everything);
    const first = await get('/products');
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const again = await get('/products').set(
      'if-none-match',
      first.headers.etag,
    );
    expect(again.status).toBe(304);
  });
});
