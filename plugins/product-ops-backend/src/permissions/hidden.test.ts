import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import catalogModuleProductOps from '@productops/backstage-plugin-catalog-backend-module-product-ops';
import request from 'supertest';
import productOpsPlugin from '..';
import { catalogOf } from '../__testUtils__/catalogOf';
import { eventually } from '../__testUtils__/eventually';
import { permissionsFramework } from '../__testUtils__/permissionsFramework';
import { scheduledWork } from '../__testUtils__/scheduledWork';

jest.setTimeout(60_000);

const folder = createMockDirectory({
  content: {
    'catalog-info.yaml': '',
    'roadmap.yaml': `apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  - { id: tap, title: Tap, horizon: now, end: 2030-01-01, owner: 'group:vault-keepers', dependsOn: ['login@product:identity'] }
`,
    'identity.yaml': `apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  - { id: login, title: Hidden login, end: 2031-01-01 }
`,
    runbooks: {
      'declined.md': '---\nowner: group:vault-keepers\n---\n# Declined\n',
    },
  },
});
const location = `file:${folder.resolve('catalog-info.yaml')}`;

function entity(
  kind: string,
  name: string,
  spec: object,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion:
      kind === 'Product' ? 'productops.io/v1alpha1' : 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      title: `Title of ${name}`,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        ...annotations,
      },
    },
    spec: { ...spec },
  };
}

const component = (name: string, owner: string) =>
  entity(
    'Component',
    name,
    { type: 'service', lifecycle: 'production', owner },
    { 'productops.io/product': 'product:checkout' },
  );
const team = (name: string, parent?: string) =>
  entity('Group', name, {
    type: 'team',
    children: [],
    ...(parent && { parent }),
  });

const entities = [
  entity(
    'Product',
    'checkout',
    {
      owner: 'payments',
      lifecycle: 'live',
      tier: 1,
      roles: { operations: 'group:vault-keepers' },
      recovery: { rto: 'PT1M', rpo: 'PT1M' },
      dependsOn: ['product:identity'],
      successor: 'product:identity',
    },
    {
      'productops.io/roadmap': 'roadmap.yaml',
      'productops.io/runbooks': 'runbooks',
    },
  ),
  entity(
    'Product',
    'identity',
    {
      owner: 'vault-keepers',
      lifecycle: 'retired',
      recovery: { rto: 'PT9H', rpo: 'PT9H' },
    },
    {
      'productops.io/roadmap': 'identity.yaml',
      'productops.io/runbooks': 'runbooks',
    },
  ),
  component('cart', 'payments'),
  component('vault', 'vault-keepers'),
  team('vault-keepers'),
  team('payments', 'vault-keepers'),
];

const valueOf = ({ value }: { value: string }) => value;

describe('entities that a policy with conditions hides', () => {
  const scheduled = scheduledWork();
  const permissions = permissionsFramework();
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  const get = async (path: string) => {
    const { status, body } = await request(server)
      .get(`/api/product-ops${path}`)
      .set('authorization', mockCredentials.user.header());
    return { status, body };
  };
  const checkout = '/entities/product/default/checkout';
  const identity = '/entities/product/default/identity';

  beforeAll(async () => {
    ({ server } = await startTestBackend({
      features: [
        productOpsPlugin,
        catalogPlugin,
        catalogModuleProductOps,
        catalogOf(entities),
        ...permissions.features,
        scheduled.module,
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            catalog: {
              locations: [
                { type: 'file', target: folder.resolve('catalog-info.yaml') },
              ],
            },
          },
        }),
      ],
    }));
    // What the tests below must not see is there, and related as the files say.
    await eventually(async () => {
      await scheduled.run('directory-refresh');
      await scheduled.run('documents-read');
      await scheduled.run('lifecycle-evaluate');
      const { body } = await get(checkout);
      const { body: other } = await get(`${identity}/roadmap`);
      const there = [
        body.composition?.parts.total,
        body.composition?.dependsOn.total,
        body.roadmap?.total,
        body.runbooks?.total,
        other.totalItems,
        /Hidden login/.test(JSON.stringify(body)),
        /Title of identity/.test(JSON.stringify(body.attention)),
      ];
      if (there.join() !== '2,1,1,1,1,true,true') {
        throw new Error(`Not all is there yet: ${there}`);
      }
    });
    permissions.decide(
      createCatalogConditionalDecision(catalogEntityReadPermission, {
        anyOf: [
          catalogConditions.isEntityOwner({
            claims: ['group:default/payments'],
          }),
        ],
      }),
    );
  });

  afterAll(() => permissions.decide({ result: AuthorizeResult.ALLOW }));

  it('answer like entities that do not exist, on every route', async () => {
    for (const path of [
      '',
      '/roadmap',
      '/runbooks',
      '/runbooks/declined',
      '/lifecycle',
    ]) {
      const hidden = await get(`${identity}${path}`);
      const missing = await get(`/entities/product/default/nobody${path}`);
      expect(hidden.status).toBe(404);
      expect(hidden.body.error).toStrictEqual({
        ...missing.body.error,
        message: missing.body.error.message.replace('nobody', 'identity'),
      });
    }
  });

  it('are known on no page of those that name them by more than the name, and counted on none', async () => {
    const { status, body } = await get(checkout);
    expect(status).toBe(200);
    expect(body.composition.parts).toMatchObject({
      total: 1,
      items: [{ entity: { name: 'cart' } }],
    });
    expect(body.composition.dependsOn).toStrictEqual({ total: 0, items: [] });
    expect(body.ownership.roles).toMatchObject([
      { holder: { title: 'vault-keepers', known: false } },
    ]);
    expect(body.lifecycle.successor).toMatchObject({
      title: 'identity',
      known: false,
    });
    expect(body.roadmap.horizons[0].items[0].dependsOn).toMatchObject([
      { id: 'login', known: false, entity: { known: false } },
    ]);

    const roadmap = await get(`${checkout}/roadmap`);
    const runbooks = await get(`${checkout}/runbooks`);
    expect(runbooks.body.items[0].owner).toMatchObject({ known: false });
    for (const answer of [body, roadmap.body, runbooks.body]) {
      // Neither titles, nor dates of what is depended on, nor objectives, nor parts that nothing here names.
      expect(JSON.stringify(answer)).not.toMatch(
        /Title of (identity|vault)|Hidden login|2031|9 h|component:default\/vault/,
      );
    }
  });

  it('make no product of a sub-team appear: neither what is above a team nor that it is there is told', async () => {
    const own = await get('/products?owner=group:payments');
    expect(own.body.totalItems).toBe(1);
    const above = await get('/products?owner=group:vault-keepers');
    const unknown = await get('/products?owner=group:no-such-team');
    expect(above.body).toMatchObject({ items: [], totalItems: 0 });
    expect(JSON.stringify(above.body).replaceAll('vault-keepers', '')).toBe(
      JSON.stringify(unknown.body).replaceAll('no-such-team', ''),
    );
  });

  it('are in no graph, no count, no search and no gap, and on no path', async () => {
    const graph = await get('/ownership/graph?depth=4');
    expect(graph.body.totals).toMatchObject({ entities: 2, teams: 0 });
    expect(
      graph.body.nodes.map(({ title }: { title: string }) => title),
    ).toContain('Owners you cannot see');
    const answers = [
      graph,
      await get('/ownership/search?q=vault'),
      await get('/ownership/search?q=identity'),
      await get('/ownership/gaps'),
      await get(`${checkout}/ownership`),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(
        /Title of (identity|vault|payments)|component:default\/vault/,
      );
    }
    expect(answers[1].body.items).toEqual([]);
    // Who is hidden is not called missing, neither on the list nor on the page of the entity.
    expect(answers[3].body.rules.map(valueOf)).toEqual(['missing-role']);
    expect(JSON.stringify(answers[3].body.items)).not.toContain('not in the');
    expect(answers[4].body.gaps.map(({ id }: { id: string }) => id)).toEqual([
      'ownership/missing-role/productManager',
    ]);
    expect(answers[2].body.items).toEqual([]);
    for (const path of [
      '/ownership/teams/default/vault-keepers',
      '/ownership/dependencies?team=group:vault-keepers',
      '/ownership/graph?root=group:vault-keepers',
      '/ownership/graph?root=product:identity',
      `${identity}/ownership`,
    ]) {
      const hidden = await get(path);
      const missing = await get(
        path.replace(/vault-keepers|identity/, 'nobody'),
      );
      expect(hidden.status).toBe(404);
      expect(
        hidden.body.error.message.replace(/vault-keepers|identity/g, 'nobody'),
      ).toBe(missing.body.error.message);
    }
  });

  it('count in no readiness, and are named by no check with more than their name', async () => {
    const { status, body: life } = await get(`${checkout}/lifecycle`);
    expect(status).toBe(200);
    expect(life.checks.length).toBeGreaterThan(5);
    const all = await get('/readiness?by=entity');
    expect(all.body.total.entities).toBe(2);
    expect(
      all.body.items.map(({ value }: { value: string }) => value).sort(),
    ).toEqual(['component:default/cart', 'product:default/checkout']);
    const teams = await get('/readiness?owner=group:vault-keepers');
    expect(teams.body).toMatchObject({ items: [], total: { entities: 0 } });
    for (const { body } of [
      { body: life },
      all,
      await get('/readiness?by=team'),
      await get('/readiness?by=product'),
      await get('/readiness?by=check'),
      await get('/readiness?by=stage'),
    ]) {
      expect(JSON.stringify(body)).not.toMatch(
        /Title of (identity|vault|payments)|component:default\/vault/,
      );
    }
  });
});
