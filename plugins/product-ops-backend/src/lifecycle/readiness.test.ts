import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { ReadinessPage } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { entity } from '../__testUtils__/entity';
import {
  startPortal,
  type Portal,
} from '../documents/__testUtils__/startPortal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const component = (
  name: string,
  owner: string | undefined,
  more: {
    product?: string;
    tier?: number;
    lifecycle?: string;
    spec?: object;
  } = {},
): Entity =>
  entity('Component', name, {
    spec: {
      type: 'service',
      lifecycle: more.lifecycle ?? 'production',
      owner,
      ...more.spec,
    },
    annotations: {
      ...(more.product && {
        'productops.io/product': `product:${more.product}`,
      }),
      ...(more.tier && { 'productops.io/tier': String(more.tier) }),
    },
  });
const entities = [
  entity('Group', 'commerce', {
    relations: [['parentOf', 'group:default/payments']],
  }),
  entity('Group', 'payments', {
    relations: [['hasMember', 'user:default/jo']],
  }),
  entity('User', 'jo'),
  entity('Product', 'checkout', {
    spec: { owner: 'payments', lifecycle: 'live' },
  }),
  component('cart', 'payments', { product: 'checkout', tier: 1 }),
  component('lamp', 'commerce'),
  component('lost', undefined),
  component('early', 'payments', { lifecycle: 'experimental' }),
  component('odd', 'payments', { lifecycle: 'sometimes' }),
];
// Owner and people, so that numbers can be said by heart.
const config = {
  productOps: {
    lifecycle: {
      stages: [
        { id: 'preview', aliases: ['experimental'], gate: ['owner'] },
        {
          id: 'live',
          aliases: ['production'],
          gate: [
            'owner',
            'owner-has-members',
            { check: 'load', tiers: [1] },
            'api-definition',
          ],
        },
      ],
      checks: [{ id: 'load', title: 'Load', attestedBy: ['operations'] }],
    },
  },
};

describe.each(databases.eachSupportedId())('readiness on %p', databaseId => {
  let knex: Knex;
  let portal: Portal;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    portal = await startPortal({ knex, entities, config });
    await portal.refresh();
    await portal.run('lifecycle-evaluate');
  });
  afterEach(() => portal.stop());

  const ask = async (query: string): Promise<ReadinessPage> => {
    const { status, body } = await portal.get(`/readiness?${query}`);
    if (status !== 200) {
      throw new Error(`${status} ${JSON.stringify(body)}`);
    }
    return body;
  };
  const drawn = ({ items }: ReadinessPage) =>
    items.map(
      ({ title, entities: all, ready, readiness: r }) =>
        `${title}: ${ready}/${all}, ${r.passed} passed ${r.failed} failed ${r.open} open`,
    );

  it('rolls up by team, product, stage, check and entity, what lacks most first', async () => {
    const teams = await ask('');
    expect(drawn(teams)).toEqual([
      'Nobody: 0/1, 0 passed 2 failed 0 open',
      'payments: 2/3, 5 passed 0 failed 1 open',
      'commerce: 1/1, 2 passed 0 failed 0 open',
    ]);
    expect(teams).toMatchObject({
      totalItems: 3,
      total: {
        entities: 5,
        ready: 3,
        readiness: {
          demanded: 10,
          passed: 7,
          failed: 2,
          open: 1,
          notApplicable: 3,
        },
      },
      evaluatedAt: expect.any(String),
    });
    expect(teams.items[1].entity).toMatchObject({
      ref: 'group:default/payments',
      known: true,
    });
    expect(drawn(await ask('by=product'))).toEqual([
      'No product: 2/3, 3 passed 2 failed 0 open',
      'checkout: 1/2, 4 passed 0 failed 1 open',
    ]);
    expect(drawn(await ask('by=stage'))).toEqual([
      'live: 2/4, 6 passed 2 failed 1 open',
      'preview: 1/1, 1 passed 0 failed 0 open',
    ]);
    const checks = await ask('by=check');
    expect(drawn(checks)).toEqual([
      'It has an owner: 4/5, 4 passed 1 failed 0 open',
      'Its owner has people: 3/4, 3 passed 1 failed 0 open',
      'Load: 0/1, 0 passed 0 failed 1 open',
      'Its APIs are defined: 3/3, 0 passed 0 failed 0 open',
    ]);
    expect(checks.total.entities).toBe(5);
    expect(drawn(await ask('by=entity&limit=2'))).toEqual([
      'lost: 0/1, 0 passed 2 failed 0 open',
      'cart: 0/1, 2 passed 0 failed 1 open',
    ]);
  });

  it('filters by owner with teams below, product, stage, kind, tier and check', async () => {
    const total = async (query: string) => (await ask(query)).total.entities;
    expect(await total('owner=group:commerce')).toBe(4);
    expect(await total('owner=group:payments')).toBe(3);
    expect(await total('owner=none')).toBe(1);
    expect(await total('owner=group:nobody')).toBe(0);
    expect(await total('product=checkout')).toBe(2);
    expect(await total('product=none')).toBe(3);
    expect(await total('stage=preview&stage=live')).toBe(5);
    expect(await total('kind=Product')).toBe(1);
    expect(await total('tier=1&tier=none')).toBe(5);
    expect(await total('tier=1')).toBe(1);
    expect(drawn(await ask('check=owner&by=team'))).toEqual([
      'Nobody: 0/1, 0 passed 1 failed 0 open',
      'payments: 3/3, 3 passed 0 failed 0 open',
      'commerce: 1/1, 1 passed 0 failed 0 open',
    ]);
    expect(drawn(await ask('check=load&by=check'))).toEqual([
      'Load: 0/1, 0 passed 0 failed 1 open',
    ]);
    expect(drawn(await ask('check=load&by=entity'))).toEqual([
      'cart: 0/1, 0 passed 0 failed 1 open',
    ]);
    expect((await ask('check=load')).trend).toEqual([]);
  });

  it('gives every group once over all pages, forth and back, and the numbers of all on each', async () => {
    const whole = await ask('by=entity');
    const seen: string[] = [];
    let page = await ask('by=entity&limit=2');
    for (;;) {
      expect(page.totalItems).toBe(5);
      expect(page.total).toEqual(whole.total);
      seen.push(...page.items.map(({ value }) => value));
      if (!page.pageInfo.nextCursor) {
        break;
      }
      page = await ask(`by=entity&limit=2&cursor=${page.pageInfo.nextCursor}`);
    }
    expect(seen).toEqual(whole.items.map(({ value }) => value));
    expect(page.pageInfo.prevCursor).toBeTruthy();
    const beyond = await ask(
      `by=entity&cursor=${Buffer.from('o90').toString('base64url')}`,
    );
    expect(beyond).toMatchObject({ items: [], totalItems: 5 });
    expect(beyond.total).toEqual(whole.total);
  });

  it('tells how it was: of all, of what is filtered, and after something has left', async () => {
    // As if the first look had been three days ago.
    const dayOf = (ago: number) =>
      new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    await knex('lifecycle_readiness_history').update({ day: dayOf(3) });
    await knex('lifecycle_state').update({
      first_at: new Date(Date.now() - 3 * 86_400_000),
    });
    portal.inCatalog(
      ...entities.filter(({ metadata }) => metadata.name !== 'lost'),
      component('late', undefined),
    );
    await portal.refresh();
    await portal.run('lifecycle-evaluate');
    portal.inCatalog(
      ...entities.filter(({ metadata }) => metadata.name !== 'lost'),
      component('late', 'payments'),
    );
    await portal.refresh();
    await portal.run('lifecycle-evaluate');
    const { trend } = await ask('');
    expect(
      trend.map(({ day, passed, failed }) => [day, passed, failed]),
    ).toEqual([
      [dayOf(3), 7, 2],
      [dayOf(2), 7, 2],
      [dayOf(1), 7, 2],
      [dayOf(0), 9, 0],
    ]);
    const payments = await ask('owner=group:payments');
    expect(payments.trend.map(({ passed }) => passed)).toEqual([5, 5, 5, 7]);
  });

  it.each([
    ['by=person', 'by: got "person"; expected one of'],
    ['check=onwer', 'did you mean owner?'],
    ['owner=:', 'owner: got ":"; expected a ref'],
    ['limit=1000', 'limit: got 1000'],
    ['cursor=x', 'cursor: this is no cursor of this list'],
    ['tier=9', 'tier: got "9"'],
  ])('refuses %s and says why', async (query, message) => {
    const { status, body } = await portal.get(`/readiness?${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('answers an entity over HTTP, with what it lacks and who is to be asked', async () => {
    const { status, body } = await portal.get(
      '/entities/Component/default/cart/lifecycle',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      entity: { ref: 'component:default/cart' },
      stage: { stage: 'live', known: true },
      readiness: { demanded: 3, passed: 2, open: 1, notApplicable: 1 },
      next: [{ stage: 'preview', direction: 'back', fourEyes: true }],
    });
    expect(
      body.checks.find(({ id }: { id: string }) => id === 'load'),
    ).toMatchObject({
      outcome: 'unanswered',
      answeredBy: [{ approver: 'operations', holders: [] }],
      remedy: { label: 'Answered by: Operations' },
    });
    expect(
      (await portal.get('/entities/component/default/odd/lifecycle')).body,
    ).toMatchObject({
      stage: { stage: 'sometimes', known: false },
      checks: [],
    });
    expect(
      (await portal.get('/entities/component/default/nobody/lifecycle')).status,
    ).toBe(404);
    expect((await portal.status()).checks).toMatchObject({
      evaluated: expect.any(Number),
      answeredAt: expect.any(String),
    });
  });
});
