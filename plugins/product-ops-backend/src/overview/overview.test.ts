import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { entity } from '../__testUtils__/entity';
import {
  type Portal,
  productAt,
  startPortal,
} from '../documents/__testUtils__/startPortal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const folder = createMockDirectory();
folder.setContent({
  'catalog-info.yaml': '',
  'roadmap.yaml': `apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  - { id: a, title: A, horizon: now, status: in-progress, goal: conversion, owner: 'user:sam', dependsOn: ['login@product:identity'] }
  - { id: b, title: B, horizon: now, status: done, goal: conversion }
  - { id: c, title: C, horizon: later, category: security }
`,
  'identity.yaml': `apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  - { id: login, title: Passkey login, status: planned, end: 2026-12-01 }
`,
  runbooks: {
    'stale.md':
      '---\nreviewEvery: P1M\nlastReviewed: 2020-01-01\nowner: group:sre\n---\n# Stale',
    'Fresh.md': '# Fresh\n\n1. Go',
    '_part.md': '# Part',
  },
});
const location = `file:${folder.resolve('catalog-info.yaml')}`;

const everything: Entity[] = [
  productAt(
    location,
    { roadmap: 'roadmap.yaml', runbooks: 'runbooks' },
    {
      spec: {
        type: 'customer-facing',
        tier: 1,
        vision: 'One tap',
        goals: [
          {
            id: 'conversion',
            title: 'Convert',
            metric: { name: 'c', baseline: 60, target: 70, current: 65 },
          },
        ],
        roles: { techLead: 'user:sam', operations: 'group:sre' },
        recovery: { rto: 'PT1H' },
        milestones: { endOfLife: '2028-06-30' },
        successor: 'product:next',
      },
      relations: [
        { type: 'hasPart', targetRef: 'component:default/cart' },
        { type: 'hasPart', targetRef: 'component:default/secret' },
        { type: 'dependsOn', targetRef: 'product:default/identity' },
      ],
    },
  ),
  productAt(
    location,
    { roadmap: 'identity.yaml' },
    {
      name: 'identity',
      relations: [
        { type: 'dependencyOf', targetRef: 'product:default/checkout' },
      ],
    },
  ),
  entity('Component', 'cart', {
    spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
    annotations: { 'productops.io/tech-lead': 'user:jo' },
    relations: [['partOf', 'product:default/checkout']],
  }),
  entity('Component', 'secret', { spec: { type: 'service' } }),
  entity('Group', 'payments', {
    relations: [['hasMember', 'user:default/sam']],
  }),
  entity('Group', 'sre'),
  entity('User', 'sam', { spec: { profile: { displayName: 'Sam' } } }),
  entity('User', 'jo'),
];
const checkout = 'product:default/checkout';
const identity = 'product:default/identity';

describe.each(databases.eachSupportedId())('overview on %p', databaseId => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      entities: everything,
      config: {
        catalog: {
          locations: [
            { type: 'file', target: folder.resolve('catalog-info.yaml') },
          ],
        },
      },
    });
    await portal.refresh();
  });
  afterEach(() => portal.stop());

  it('says all there is to say of a product', async () => {
    expect(await portal.overview('Product:default/Checkout')).toMatchObject({
      entity: { ref: checkout, vision: 'One tap', type: 'customer-facing' },
      ownership: {
        owner: { ref: 'group:default/payments', known: true },
        roles: [
          {
            role: 'techLead',
            title: 'Tech lead',
            holder: { title: 'Sam', known: true },
            origin: 'spec',
          },
          { role: 'operations', holder: { ref: 'group:default/sre' } },
        ],
      },
      lifecycle: {
        current: { stage: 'live', title: 'Live', known: true },
        milestones: { endOfLife: '2028-06-30' },
        successor: { ref: 'product:default/next', known: false },
      },
      goals: [
        {
          id: 'conversion',
          metric: { progress: 0.5 },
          items: { total: 2, done: 1 },
        },
      ],
      roadmap: {
        total: 3,
        open: 2,
        done: 1,
        horizons: [
          {
            horizon: 'now',
            total: 1,
            items: [
              {
                id: 'a',
                owner: { title: 'Sam' },
                dependsOn: [
                  {
                    entity: { ref: identity, known: true },
                    known: true,
                    title: 'Passkey login',
                    status: 'planned',
                    end: '2026-12-01',
                  },
                ],
              },
            ],
          },
          { horizon: 'next', total: 0 },
          { horizon: 'later', total: 1 },
        ],
      },
      runbooks: {
        total: 2,
        stale: 1,
        items: [
          { id: 'stale', stale: true, owner: { ref: 'group:default/sre' } },
          { title: 'Fresh', stale: false },
        ],
      },
      operations: { tier: 1, rto: 'PT1H' },
      composition: {
        parts: {
          total: 2,
          items: [
            { entity: { name: 'cart' }, stage: { stage: 'live' } },
            { entity: { name: 'secret' } },
          ],
        },
        dependsOn: { total: 1 },
        dependents: { total: 0 },
      },
      sources: [
        { kind: 'roadmap', state: 'ok' },
        { kind: 'runbooks', state: 'ok' },
      ],
    });
  });

  it('gives a part of a product the roles that it does not say itself', async () => {
    const cart = await portal.overview('component:default/cart');
    expect(cart).toMatchObject({
      product: { ref: checkout, known: true },
      lifecycle: { current: { stage: 'live', declared: 'production' } },
      roadmap: { total: 0 },
      runbooks: { total: 0 },
      sources: [],
    });
    expect(
      cart.ownership.roles.map(({ role, holder, origin, via }) => [
        role,
        holder.name,
        origin,
        via?.ref,
      ]),
    ).toEqual([
      ['techLead', 'jo', 'annotation', undefined],
      ['operations', 'sre', 'product', checkout],
    ]);
  });

  it('answers for every kind', async () => {
    for (const ref of ['group:default/payments', 'user:default/jo']) {
      expect(await portal.overview(ref)).toMatchObject({
        entity: { ref },
        composition: { parts: { total: 0 } },
      });
    }
  });

  it('says once what has not changed', async () => {
    const first = await portal.get(portal.pathOf(checkout));
    const again = await portal
      .get(portal.pathOf(checkout))
      .set('If-None-Match', first.headers.etag);
    expect([again.status, again.text]).toEqual([304, '']);
    const runbook = await portal.get(
      `${portal.pathOf(checkout)}/runbooks/stale`,
    );
    expect(runbook.headers.etag).toBeDefined();
    // The cache is that of one person.
    expect(runbook.headers['cache-control']).toContain('private');
  });

  it('puts into lists what an entity says of itself, and only what has changed', async () => {
    const { body } = await portal.get('/products?q=checkout');
    expect(body.items).toEqual([
      expect.objectContaining({
        roadmap: { open: 2, now: 1 },
        runbooks: { total: 2 },
      }),
    ]);
    expect(body.items[0].attention.count).toBeGreaterThan(0);
  });
});
