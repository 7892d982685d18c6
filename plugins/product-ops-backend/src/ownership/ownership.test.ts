import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { entity } from '../__testUtils__/entity';
import type {
  EntityOwnership,
  OwnedEntityPage,
  OwnershipChildren,
  OwnershipDependencies,
  OwnershipGapPage,
  OwnershipGraph,
  OwnershipMatches,
  TeamOwnership,
} from '@productops/backstage-plugin-product-ops-common';
import {
  type Portal,
  startPortal,
} from '../documents/__testUtils__/startPortal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const group = (
  name: string,
  children: string[] = [],
  members: string[] = [],
  namespace?: string,
) =>
  entity('Group', name, {
    namespace,
    spec: { type: 'team' },
    relations: [
      ...children.map((child): [string, string] => ['parentOf', child]),
      ...members.map((member): [string, string] => [
        'hasMember',
        `user:default/${member}`,
      ]),
    ],
  });

function component(
  name: string,
  owner: string | undefined,
  more: { product?: string; dependsOn?: string[]; spec?: object } = {},
): Entity {
  return entity('Component', name, {
    spec: { type: 'service', lifecycle: 'production', owner, ...more.spec },
    annotations: more.product
      ? { 'productops.io/product': `product:${more.product}` }
      : undefined,
    relations: (more.dependsOn ?? []).map(target => [
      'dependsOn',
      `component:default/${target}`,
    ]),
  });
}

// A department of two teams, one of which has two parents; a circle of teams; a team in another namespace.
const organisation: Entity[] = [
  group('commerce', ['group:default/payments', 'group:default/shared']),
  group('platform', ['group:default/shared']),
  group('payments', [], ['jo', 'sam']),
  group('shared', ['group:other/abroad'], ['sam', 'kim', 'ann']),
  group('left', ['group:default/right']),
  group('right', ['group:default/left'], ['kim']),
  group('abroad', [], ['ann', 'jo'], 'other'),
  ...['jo', 'sam', 'kim', 'ann'].map(name => entity('User', name)),
  entity('Product', 'checkout', {
    spec: {
      owner: 'payments',
      lifecycle: 'live',
      tier: 1,
      roles: { productManager: 'user:kim', operations: 'group:shared' },
    },
    relations: [
      ['managedBy', 'user:default/kim'],
      ['operatedBy', 'group:default/shared'],
    ],
  }),
  component('cart', 'payments', {
    product: 'checkout',
    dependsOn: ['bus', 'cart', 'lost', 'lamp'],
  }),
  component('basket', 'shared', { product: 'checkout' }),
  component('lamp', 'payments', { dependsOn: ['bus'] }),
  component('bus', 'shared'),
  component('far', 'other/abroad', { dependsOn: ['cart'] }),
  component('round', 'right'),
  component('mine', 'user:jo'),
  component('lost', undefined),
  component('ghost', 'gone'),
];

describe.each(databases.eachSupportedId())('ownership on %p', databaseId => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      entities: organisation,
    });
    await portal.refresh();
  });
  afterEach(() => portal.stop());

  async function ask<T>(path: string): Promise<T> {
    const { status, body } = await portal.get(path);
    if (status !== 200) {
      throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    }
    return body;
  }
  const graph = (query = '') => ask<OwnershipGraph>(`/ownership/graph${query}`);
  /** The tree as indented lines: what it is called, and how many entities are in it. */
  const drawn = ({ root, nodes }: OwnershipGraph) => {
    const lines = (id: string): string[] =>
      nodes
        .filter(node => node.id === id || node.parent === id)
        .flatMap(node =>
          node.id === id
            ? [
                `${'  '.repeat(node.depth)}${node.title} ${
                  node.counts.entities
                }`,
              ]
            : lines(node.id),
        );
    return lines(root);
  };

  it('draws the organisation with everything in it once, whatever the tree of teams is like', async () => {
    const whole = await graph('?depth=1');
    expect(whole.totals).toMatchObject({ entities: 10, teams: 7, people: 4 });
    const { totals } = await graph('?root=commerce');
    expect(totals).toMatchObject({ entities: 6, teams: 4 });
    expect((await graph('?root=component:cart')).totals).toMatchObject({
      teams: 0,
    });
    expect(drawn(whole)).toEqual([
      'Organisation 10',
      '  commerce 6',
      '  platform 3',
      '  left 1',
      '  Owned by people 1',
      '  Owner not in the catalog 1',
      '  Nobody owns it 1',
    ]);
    // A team with two parents is below both, and what it owns counts once above them.
    expect(drawn(await graph('?root=group:commerce&depth=3'))).toEqual([
      'commerce 6',
      '  payments 3',
      '    checkout 3',
      '      basket 1',
      '      cart 1',
      '    lamp 1',
      '  shared 3',
      '    abroad 1',
      '      far 1',
      '    basket 1',
      '    bus 1',
    ]);
    // A circle of teams ends where it began.
    expect(drawn(await graph('?root=group:left&depth=4'))).toEqual([
      'left 1',
      '  right 1',
      '    round 1',
    ]);
  });

  it('shows as many children as are asked for, the rest as a number, and opens what is wanted', async () => {
    const cut = await graph('?depth=1&breadth=2');
    expect(cut.nodes.map(({ title, children }) => [title, children])).toEqual([
      ['Organisation', 6],
      ['commerce', 2],
      ['platform', 1],
      ['+ 4', 4],
    ]);
    expect(cut.nodes[3].counts).toMatchObject({ entities: 4 });
    const opened = await graph(
      `?depth=1&breadth=1&expand=${encodeURIComponent(
        'organisation>group:default/left>group:default/right',
      )}`,
    );
    expect(drawn(opened)).toEqual([
      'Organisation 10',
      '  commerce 6',
      '  left 1',
      '    right 1',
      '      round 1',
      '  + 4 6',
    ]);

    const rest = await ask<OwnershipChildren>(
      '/ownership/children?node=organisation%3Emore&limit=2',
    );
    expect(rest.totalItems).toBe(6);
    expect(rest.items.map(({ title }) => title)).toEqual([
      'commerce',
      'platform',
    ]);
    const searched = await ask<OwnershipChildren>(
      '/ownership/children?node=organisation&q=LEF',
    );
    expect(searched.items.map(({ title }) => title)).toEqual(['left']);
    const products = await ask<OwnershipChildren>(
      '/ownership/children?node=organisation&kind=Product',
    );
    expect(
      products.items.map(({ title, counts }) => [title, counts.entities]),
    ).toEqual([['commerce', 1]]);
  });

  it('counts what passes the filters, by the lens, for any role', async () => {
    const products = await graph('?kind=Product&lens=tier');
    expect(products.totals).toMatchObject({ entities: 1 });
    expect(drawn(products)).toEqual([
      'Organisation 1',
      '  commerce 1',
      '    payments 1',
    ]);
    expect(products.nodes[0].distribution).toEqual([
      { value: '1', title: 'Tier 1', count: 1 },
    ]);
    const byStage = await graph('?depth=1');
    expect(byStage.nodes[0].distribution).toEqual([
      { value: 'live', title: 'Live', count: 10 },
    ]);
    const byGaps = await graph('?lens=gaps&depth=1');
    expect(byGaps.nodes[0].distribution).toEqual([
      { value: 'clear', title: 'Without gaps', count: 8 },
      { value: 'gap', title: 'With gaps', count: 2 },
    ]);
    expect(byGaps.nodes[0].counts.gaps).toBe(2);

    expect(drawn(await graph('?role=operations&depth=2'))).toEqual([
      'Organisation 1',
      '  commerce 1',
      '    shared 1',
      '    payments 0',
      '  platform 1',
      '    shared 1',
      '  left 0',
      '    right 0',
    ]);
    expect(
      drawn(await graph('?role=productManager&depth=1&kind=product')),
    ).toEqual(['Organisation 1', '  Owned by people 1']);
    expect(drawn(await graph('?kind=api'))).toEqual(['Organisation 0']);
  });

  it('shows only what is of a type, and tells which types there are to choose from', async () => {
    portal.inCatalog(
      ...organisation,
      component('shelf', 'payments', { spec: { type: 'library' } }),
    );
    await portal.refresh();
    const libraries = await graph('?type=library&depth=1');
    expect(drawn(libraries)).toEqual(['Organisation 1', '  commerce 1']);
    expect(libraries.types).toEqual([
      { value: 'service', title: 'service', count: 9 },
      { value: 'library', title: 'library', count: 1 },
      { value: 'none', title: 'No type', count: 1 },
    ]);
    expect(drawn(await graph('?type=none&type=library&depth=1'))[0]).toBe(
      'Organisation 2',
    );
    // All stages of the installation can be chosen, whatever is in them.
    expect(
      libraries.stages
        .filter(({ count }) => count > 0)
        .map(({ value, count }) => [value, count]),
    ).toEqual([['live', 1]]);
    expect(libraries.stages.map(({ value }) => value)).toContain('sunset');
    // The other filters count for the choice too.
    expect((await graph('?kind=product')).types).toEqual([
      { value: 'none', title: 'No type', count: 1 },
    ]);
  });

  it('opens teams as far as the whole is seen at a glance', async () => {
    expect(drawn(await graph('?fit=40'))).toEqual([
      'Organisation 10',
      '  commerce 6',
      '    payments 3',
      '    shared 3',
      '      abroad 1',
      '      basket 1',
      '      bus 1',
      '  platform 3',
      '    shared 3',
      '      abroad 1',
      '      basket 1',
      '      bus 1',
      '  left 1',
      '    right 1',
      '  Owned by people 1',
      '  Owner not in the catalog 1',
      '  Nobody owns it 1',
    ]);
    // As many rows as there is room for: what is furthest from the top waits.
    expect(drawn(await graph('?fit=7'))).toEqual([
      'Organisation 10',
      '  commerce 6',
      '    payments 3',
      '    shared 3',
      '  platform 3',
      '    shared 3',
      '  left 1',
      '    right 1',
      '  Owned by people 1',
      '  Owner not in the catalog 1',
      '  Nobody owns it 1',
    ]);
  });

  it('takes the bounds themselves, and opens nothing for what is nowhere in the tree', async () => {
    const whole = await graph('?fit=100&breadth=50');
    expect(whole.nodes[0].counts.entities).toBe(10);
    const plain = await graph('?depth=1');
    const nowhere = ['organisation>group:default/none', '>', 'organisation>>x'];
    const asked = Array.from({ length: 50 }, (_, index) =>
      encodeURIComponent(nowhere[index % nowhere.length]),
    );
    expect(await graph(`?depth=1&expand=${asked.join('&expand=')}`)).toEqual(
      plain,
    );
  });

  it('offers the lenses that there are, and no other', async () => {
    const { lenses, nodes } = await graph('?lens=readiness&depth=1');
    expect(lenses).toEqual([
      'stage',
      'gaps',
      'tier',
      'kind',
      'verification',
      'readiness',
    ]);
    // Nothing here is in a stage that demands anything.
    expect(nodes[0].distribution).toEqual([
      { value: 'none', title: 'No checks', count: 10 },
    ]);
    // Nobody can be asked whether what nobody owns is still theirs.
    const asked = await graph('?lens=verification&depth=4');
    for (const name of ['lost', 'ghost']) {
      expect(
        asked.nodes.find(({ title }) => title === name)?.distribution,
      ).toEqual([{ value: 'none', title: 'Nobody to ask', count: 1 }]);
    }
    const { status, body } = await portal.get('/ownership/graph?lens=luck');
    expect(status).toBe(400);
    expect(body.error.message).toContain('lens');
  });

  it('finds teams, people and entities, with the way to them', async () => {
    const search = async (q: string) =>
      (await ask<OwnershipMatches>(`/ownership/search?q=${q}`)).items.map(
        ({ entity: { ref }, path }) => [ref, path[path.length - 1]],
      );
    expect(await search('far')).toEqual([
      [
        'component:default/far',
        'organisation>group:default/commerce>group:default/shared>group:other/abroad>component:default/far',
      ],
    ]);
    // A part is found in its product, where one team has both.
    expect(await search('cart')).toEqual([
      [
        'component:default/cart',
        'organisation>group:default/commerce>group:default/payments>product:default/checkout>component:default/cart',
      ],
    ]);
    expect(await search('lost')).toEqual([
      ['component:default/lost', 'organisation>unowned>component:default/lost'],
    ]);
    expect(await search('jo')).toEqual([
      ['user:default/jo', 'organisation>people>user:default/jo'],
    ]);
    expect(await search('right')).toEqual([
      [
        'group:default/right',
        'organisation>group:default/left>group:default/right',
      ],
    ]);
    expect(await search('nothing')).toEqual([]);
    // The way of a match opens the graph down to it.
    const [match] = (await ask<OwnershipMatches>('/ownership/search?q=far'))
      .items;
    const expand = match.path
      .map(id => `expand=${encodeURIComponent(id)}`)
      .join('&');
    const opened = await graph(`?depth=1&breadth=1&${expand}`);
    expect(opened.nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(match.path),
    );
  });

  it('says what a team owns, what it depends on, and what would be left alone without it', async () => {
    const team = await ask<TeamOwnership>('/ownership/teams/default/commerce');
    expect(team).toMatchObject({
      team: { ref: 'group:default/commerce', known: true },
      parents: [],
      children: {
        total: 2,
        items: [
          { team: { name: 'payments' }, counts: { entities: 3 } },
          { team: { name: 'shared' }, counts: { entities: 3 } },
        ],
      },
      members: { total: 4 },
      direct: { entities: 0 },
      total: { entities: 6 },
      byKind: [
        { value: 'component', count: 5 },
        { value: 'product', count: 1 },
      ],
      products: {
        total: 1,
        items: [{ title: 'checkout', tier: 1, counts: { entities: 3 } }],
      },
      roles: [{ role: 'operations', count: 1 }],
      // Of the product and, through it, of its parts.
      roleHolders: {
        total: 2,
        items: [
          { role: 'productManager', holder: { name: 'kim' }, count: 3 },
          { role: 'operations', holder: { name: 'shared' }, count: 3 },
        ],
      },
      // Kim, in another team too, still manages Checkout, and with it its parts.
      ifGone: { entities: 6, withoutAnybody: 3 },
    });

    const { dependsOn, neededBy } = await ask<OwnershipDependencies>(
      '/ownership/dependencies?team=payments',
    );
    expect(
      dependsOn.items.map(({ team: other, count }) => [other?.ref, count]),
    ).toEqual([
      ['group:default/shared', 2],
      [undefined, 1],
    ]);
    expect(dependsOn.items[0].examples).toMatchObject([
      { from: { name: 'cart' }, to: { name: 'bus' } },
      { from: { name: 'lamp' }, to: { name: 'bus' } },
    ]);
    expect(
      neededBy.items.map(({ team: other, count }) => [other?.ref, count]),
    ).toEqual([['group:other/abroad', 1]]);
    // One other team alone, or what nobody owns, with all examples that there is room for.
    const between = await ask<OwnershipDependencies>(
      '/ownership/dependencies?team=payments&other=shared',
    );
    expect(between.dependsOn).toMatchObject({
      total: 1,
      items: [{ count: 2 }],
    });
    expect(between.neededBy).toEqual({ total: 0, items: [] });
    const unowned = await ask<OwnershipDependencies>(
      '/ownership/dependencies?team=payments&other=none',
    );
    expect(unowned.dependsOn.items).toMatchObject([
      { count: 1, examples: [{ to: { name: 'lost' } }] },
    ]);
    // Within the department nothing of that leaves it.
    const department = await ask<OwnershipDependencies>(
      '/ownership/dependencies?team=commerce',
    );
    expect(department.dependsOn.items.map(({ count }) => count)).toEqual([1]);
  });

  it('gives as many examples of what is between two teams as are promised, and the whole number', async () => {
    portal.inCatalog(
      ...organisation,
      ...Array.from({ length: 120 }, (_, index) =>
        component(`lamp-${index}`, 'payments', { dependsOn: ['bus'] }),
      ),
      ...Array.from({ length: 25 }, (_, index) =>
        entity('Product', `offer-${index}`, { spec: { owner: 'payments' } }),
      ),
    );
    await portal.refresh();
    await portal.run('ownership-record');
    const [all, one] = await Promise.all(
      ['', '&other=group:shared'].map(async other => {
        const { dependsOn } = await ask<OwnershipDependencies>(
          `/ownership/dependencies?team=payments${other}`,
        );
        return dependsOn.items[0];
      }),
    );
    expect([all.count, all.examples.length]).toEqual([122, 5]);
    expect([one.count, one.examples.length]).toEqual([122, 100]);
    const { products } = await ask<TeamOwnership>(
      '/ownership/teams/default/payments',
    );
    expect([products.total, products.items.length]).toEqual([26, 20]);
  });

  it('lists what would have no owner if a team went, who else would stay, and what a team has in a role', async () => {
    const list = (query: string) =>
      ask<OwnedEntityPage>(`/ownership/entities?${query}`);
    const owned = await list('holder=commerce');
    expect(
      owned.items.map(({ entity: { name }, others }) => [
        name,
        others.map(other => other.name).join(),
      ]),
    ).toEqual([
      ['checkout', 'kim'],
      ['basket', 'kim'],
      ['bus', ''],
      ['cart', 'kim'],
      ['far', ''],
      ['lamp', ''],
    ]);
    expect(owned).toMatchObject({ totalItems: 6, aloneItems: 3 });
    const alone = await list('holder=commerce&alone=true&limit=2');
    expect(alone.items.map(({ entity: { name } }) => name)).toEqual([
      'bus',
      'far',
    ]);
    expect(alone).toMatchObject({ totalItems: 3, aloneItems: 3 });
    expect(
      (
        await list(
          `holder=commerce&alone=true&limit=2&cursor=${alone.pageInfo.nextCursor}`,
        )
      ).items,
    ).toMatchObject([{ entity: { name: 'lamp' } }]);
    expect((await list('holder=payments&kind=product')).items).toMatchObject([
      { entity: { name: 'checkout' }, tier: 1, stage: { stage: 'live' } },
    ]);
    expect((await list('holder=payments&q=AMP')).totalItems).toBe(1);
    const run = await list('holder=commerce&role=operations');
    expect(run.items.map(({ entity: { name } }) => name)).toEqual(['checkout']);
    expect(
      (await list('holder=user:kim&role=productManager')).items,
    ).toMatchObject([
      { entity: { name: 'checkout' }, owner: { name: 'payments' } },
    ]);
    expect((await list('holder=user:jo')).items).toMatchObject([
      { entity: { name: 'mine' }, others: [] },
    ]);
  });

  it('lists gaps with what mends them, and remembers since when', async () => {
    const all = await ask<OwnershipGapPage>('/ownership/gaps');
    expect(
      all.items.map(({ entity: { name }, rule, action }) => [
        name,
        rule,
        action?.yaml,
      ]),
    ).toEqual([
      ['lost', 'unowned', 'spec:\n  owner: group:<team>'],
      ['ghost', 'dangling-owner', 'spec:\n  owner: group:<team>'],
    ]);
    expect(all.rules.map(({ value, count }) => [value, count])).toEqual([
      ['unowned', 1],
      ['dangling-owner', 1],
    ]);
    expect(all.teams).toEqual([
      { value: 'none', title: 'Nobody', count: 1 },
      { value: 'group:default/gone', title: 'gone', count: 1 },
    ]);
    const count = async (query: string) =>
      (await ask<OwnershipGapPage>(`/ownership/gaps?${query}`)).totalItems;
    expect(await count('rule=unowned')).toBe(1);
    expect(await count('owner=none')).toBe(1);
    expect(await count('owner=commerce')).toBe(0);
    expect(await count('q=gho')).toBe(1);
    expect(await count('kind=product')).toBe(0);

    await portal.run('ownership-record');
    const recorded = await ask<OwnershipGapPage>('/ownership/gaps');
    expect(recorded.trend).toEqual([
      { day: new Date().toISOString().slice(0, 10), count: 2 },
    ]);
    portal.inCatalog(
      ...organisation.filter(({ metadata }) => metadata.name !== 'lost'),
      component('lost', 'payments'),
    );
    await portal.refresh();
    await portal.run('ownership-record');
    const mended = await ask<OwnershipGapPage>('/ownership/gaps');
    expect(mended.items).toHaveLength(1);
    expect(mended.items[0].since).toBe(recorded.items[1].since);
    expect(mended.trend[0].count).toBe(1);
  });

  it('lists each role that nobody holds, and each holder who is not there, and keeps each by itself', async () => {
    const staffed = (roles: Record<string, string>) =>
      entity('Product', 'till', {
        spec: { owner: 'shared', lifecycle: 'live', tier: 1, roles },
        relations: Object.values(roles).map((holder): [string, string] => [
          holder === roles.techLead ? 'technicallyLedBy' : 'supportedBy',
          holder.replace(':', ':default/'),
        ]),
      });
    portal.inCatalog(
      ...organisation,
      staffed({ techLead: 'user:left', support: 'group:closed' }),
    );
    await portal.refresh();
    await portal.run('ownership-record');
    const ofTill = () => ask<OwnershipGapPage>('/ownership/gaps?q=till');
    const four = await ofTill();
    expect(four.totalItems).toBe(4);
    expect(four.items.map(({ rule, action }) => [rule, action?.yaml])).toEqual([
      ['missing-role', 'spec:\n  roles:\n    productManager: group:<team>'],
      ['missing-role', 'spec:\n  roles:\n    operations: group:<team>'],
      ['dangling-holder', 'spec:\n  roles:\n    support: group:<team>'],
      ['dangling-holder', 'spec:\n  roles:\n    techLead: group:<team>'],
    ]);
    expect(four.rules.map(({ value, count }) => [value, count])).toEqual([
      ['missing-role', 2],
      ['dangling-holder', 2],
    ]);
    expect(four.trend.map(({ count }) => count)).toEqual([4]);
    const { nodes } = await graph('?root=product:till');
    expect(nodes[0].gaps).toHaveLength(4);
    expect(nodes[0].counts).toEqual({ entities: 1, gaps: 1 });
    const shared = await ask<TeamOwnership>('/ownership/teams/default/shared');
    expect(shared.gaps.map(({ value, count }) => [value, count])).toEqual([
      ['missing-role', 2],
      ['dangling-holder', 2],
    ]);

    // One of two is mended: the other is the same gap as before.
    portal.inCatalog(...organisation, staffed({ support: 'group:closed' }));
    await portal.refresh();
    await portal.run('ownership-record');
    const three = await ofTill();
    expect(three.items.map(({ since }) => since)).toEqual(
      four.items.slice(0, 3).map(({ since }) => since),
    );
    expect(three.trend.map(({ count }) => count)).toEqual([3]);
  });

  it('calls a person who alone owns what is critical a gap, on the list and on the page of the entity', async () => {
    const gaps = () => ask<OwnershipGapPage>('/ownership/gaps?q=lonely');
    const lonely = async (tier: number) => {
      portal.inCatalog(
        ...organisation,
        entity('Product', 'lonely', {
          spec: { owner: 'user:jo', tier, lifecycle: 'development' },
        }),
      );
      await portal.refresh();
      await portal.run('ownership-record');
    };
    await lonely(3);
    expect((await gaps()).totalItems).toBe(0);
    await lonely(2);
    expect((await gaps()).items).toMatchObject([
      {
        rule: 'one-person-team',
        detail: 'jo owns it by name, so nobody can stand in.',
      },
    ]);
    const { attention } = await portal.overview('product:default/lonely');
    expect(attention.map(({ id }) => id)).toContain(
      'ownership/one-person-team',
    );
  });

  it('says who answers for an entity, how that comes about, and how it was', async () => {
    await portal.run('ownership-record');
    portal.inCatalog(
      ...organisation.filter(({ metadata }) => metadata.name !== 'cart'),
      component('cart', 'shared', { product: 'checkout' }),
    );
    await portal.refresh();
    await portal.run('ownership-record');
    await portal.run('ownership-record');
    const cart = await ask<EntityOwnership>(
      '/entities/component/default/cart/ownership',
    );
    expect(cart).toMatchObject({
      ownership: {
        owner: { ref: 'group:default/shared' },
        roles: [
          { role: 'productManager', origin: 'product' },
          { role: 'operations', origin: 'product' },
        ],
      },
      origin: {
        product: { ref: 'product:default/checkout' },
        teams: [
          { ref: 'group:default/commerce' },
          { ref: 'group:default/platform' },
        ],
      },
      gaps: [],
    });
    expect(
      cart.history.map(({ origin, from, to }) => [
        origin,
        from?.name,
        to?.name,
      ]),
    ).toEqual([
      ['catalog', 'payments', 'shared'],
      ['first-seen', undefined, 'payments'],
    ]);
    const missing = await portal.get('/entities/component/default/x/ownership');
    expect(missing.status).toBe(404);
  });

  it.each([
    ['/ownership/graph?root=group:none', 404],
    ['/ownership/graph?depth=9', 400],
    ['/ownership/graph?breadth=0', 400],
    ['/ownership/graph?breadth=51', 400],
    ['/ownership/graph?fit=0', 400],
    ['/ownership/graph?fit=101', 400],
    ['/ownership/graph?fit=many', 400],
    [`/ownership/graph?${'expand=organisation&'.repeat(51)}`, 400],
    [`/ownership/graph?expand=${'x'.repeat(2001)}`, 400],
    ['/ownership/graph?lens=luck', 400],
    ['/ownership/graph?role=boss', 400],
    ['/ownership/children?node=organisation%3Enobody', 404],
    ['/ownership/children?node=%3E%3E', 404],
    ['/ownership/search?q=', 400],
    ['/ownership/teams/default/none', 404],
    ['/ownership/dependencies?team=none', 404],
    ['/ownership/dependencies?team=a:b:c', 404],
    ['/ownership/entities', 400],
    ['/ownership/entities?holder=group:none', 404],
    ['/ownership/entities?holder=payments&role=boss', 400],
    ['/ownership/entities?holder=payments&alone=perhaps', 400],
    ['/ownership/gaps?rule=luck', 400],
    ['/ownership/gaps?cursor=abc', 400],
  ])('answers %s with %d', async (path, status) => {
    const answer = await portal.get(path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).not.toBe('');
  });
});
