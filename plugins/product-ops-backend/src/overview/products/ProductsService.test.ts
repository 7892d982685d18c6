import type { Entity } from '@backstage/catalog-model';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  DEFAULT_STAGES,
  type ListProductsQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { openDatabase } from '../../database/migrate';
import { DirectoryRefresher } from '../../directory/DirectoryRefresher';
import { DirectoryWriter } from '../../directory/DirectoryWriter';
import type { VisibleFilter } from '../../permissions/types';
import { ProductsService } from './ProductsService';
import { ProductsStore } from './ProductsStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const credentials = mockCredentials.user();

function product(name: string, title: string, spec: object): Entity {
  return {
    apiVersion: 'productops.io/v1alpha1',
    kind: 'Product',
    metadata: { name, title, description: `100% of ${name}_x` },
    spec: { ...spec },
  };
}

function team(name: string, children: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, title: `Team ${name.toUpperCase()}` },
    spec: { type: 'team', children },
    relations: children.map(child => ({
      type: 'parentOf',
      targetRef: `group:default/${child}`,
    })),
  };
}

// The tree of teams has a circle: all > a > b > all.
const catalog: Entity[] = [
  team('all', ['a', 'c']),
  team('a', ['b']),
  team('b', ['all']),
  team('c', []),
  product('one', 'Zebra', {
    lifecycle: 'production',
    owner: 'a',
    tier: 1,
    type: 'customer-facing',
  }),
  product('two', 'yak', {
    lifecycle: 'discovery',
    owner: 'b',
    tier: 2,
    type: 'internal',
  }),
  product('three', 'Ant', { lifecycle: 'half-baked', owner: 'c', tier: 2 }),
  product('four', 'Élan', { owner: 'user:jo', type: 'internal' }),
  product('five', 'bee', { lifecycle: 'live', tier: 4 }),
  product('six', 'Bee', { lifecycle: 'live', owner: 'gone' }),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'no-product' },
    spec: { lifecycle: 'production', owner: 'a', type: 'service' },
  },
];

const summaries = [
  { ref: 'two', rank: 3, count: 1, severity: 'critical', title: 'On fire' },
  { ref: 'five', rank: 2, count: 4, severity: 'warning', title: 'Stale' },
  { ref: 'six', rank: 2, count: 1, severity: 'warning', title: 'No owner' },
].map(({ ref, rank, count, severity, title }) => ({
  entity_ref: `product:default/${ref}`,
  roadmap_open: 5,
  roadmap_now: 2,
  runbooks_total: 3,
  attention_count: count,
  attention_rank: rank,
  attention_severity: severity,
  attention_title: title,
  entity_etag: 'etag',
  input_hash: 'hash',
  computed_at: new Date(),
}));

describe.each(databases.eachSupportedId())('portfolio on %p', databaseId => {
  let list: (
    query: ListProductsQuery,
    visible?: VisibleFilter,
  ) => ReturnType<ProductsService['listProducts']>;

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    await openDatabase({ getClient: async () => knex });
    await DirectoryRefresher.create({
      catalog: catalogServiceMock({ entities: catalog }),
      auth: mockServices.auth(),
      writer: DirectoryWriter.create({ knex }),
      logger: mockServices.logger.mock(),
      stages: DEFAULT_STAGES,
      pageSize: 100,
    }).refresh();
    await knex('overview_summaries').insert(summaries);
    list = (query, visible = 'all') =>
      ProductsService.create({
        store: ProductsStore.create({ knex }),
        visibility: {
          visibleFilter: async () => visible,
          filterReadable: async refs =>
            new Set([...(await refs)].filter(ref => visible.includes(ref))),
        },
        stages: DEFAULT_STAGES,
      }).listProducts(query, { credentials });
  });

  const namesOf = ({ items }: { items: Array<{ entity: { name: string } }> }) =>
    items.map(({ entity }) => entity.name);

  it('shows a product with its owner, stage and summary', async () => {
    const { items } = await list({ q: 'zebra' });
    expect(items).toStrictEqual([
      {
        entity: {
          ref: 'product:default/one',
          kind: 'product',
          namespace: 'default',
          name: 'one',
          title: 'Zebra',
          type: 'customer-facing',
          known: true,
        },
        description: '100% of one_x',
        owner: {
          ref: 'group:default/a',
          kind: 'group',
          namespace: 'default',
          name: 'a',
          title: 'Team A',
          type: 'team',
          known: true,
        },
        stage: {
          stage: 'live',
          title: 'Live',
          declared: 'production',
          known: true,
        },
        tier: 1,
        roadmap: { open: 0, now: 0 },
        runbooks: { total: 0 },
        attention: { count: 0 },
      },
    ]);
    expect((await list({ q: 'two' })).items[0]).toMatchObject({
      roadmap: { open: 5, now: 2 },
      runbooks: { total: 3 },
      attention: { count: 1, severity: 'critical', title: 'On fire' },
    });
  });

  it.each<[ListProductsQuery['sort'], string[]]>([
    ['attention', ['two', 'five', 'six', 'three', 'one', 'four']],
    ['-attention', ['three', 'one', 'four', 'six', 'five', 'two']],
    ['title', ['three', 'five', 'six', 'two', 'one', 'four']],
    ['-title', ['four', 'one', 'two', 'five', 'six', 'three']],
    ['stage', ['two', 'five', 'six', 'one', 'three', 'four']],
    ['-stage', ['four', 'three', 'five', 'six', 'one', 'two']],
    ['tier', ['one', 'three', 'two', 'five', 'six', 'four']],
    ['-tier', ['six', 'four', 'five', 'three', 'two', 'one']],
    ['owner', ['one', 'two', 'three', 'six', 'four', 'five']],
    ['-owner', ['five', 'four', 'six', 'three', 'two', 'one']],
    ['type', ['one', 'two', 'four', 'three', 'five', 'six']],
    ['-type', ['three', 'five', 'six', 'two', 'four', 'one']],
  ])('sorts by %s, forwards and back by any page', async (sort, expected) => {
    // Where é sorts is a matter of the database; everywhere it is the same for all pages.
    const plain = (names: string[]) => names.filter(name => name !== 'four');
    const all = namesOf(await list({ sort }));
    expect(plain(all)).toStrictEqual(plain(expected));
    expect(all).toHaveLength(6);

    for (const limit of [1, 2, 4]) {
      const forwards: string[][] = [];
      let page = await list({ sort, limit });
      expect(page.pageInfo.prevCursor).toBeUndefined();
      for (;;) {
        expect(page.totalItems).toBe(6);
        forwards.push(namesOf(page));
        if (!page.pageInfo.nextCursor) {
          break;
        }
        page = await list({ sort, limit, cursor: page.pageInfo.nextCursor });
      }
      expect(forwards.flat()).toStrictEqual(all);

      const backwards: string[][] = [namesOf(page)];
      while (page.pageInfo.prevCursor) {
        page = await list({ sort, limit, cursor: page.pageInfo.prevCursor });
        backwards.unshift(namesOf(page));
      }
      expect(backwards).toStrictEqual(forwards);
    }
  });

  it('finds the products of a team, with and without its sub-teams', async () => {
    const sort = 'title';
    expect(
      namesOf(await list({ sort, owner: ['group:default/a'] })).sort(),
    ).toStrictEqual(['one', 'three', 'two']);
    expect(
      namesOf(
        await list({ sort, owner: ['group:default/A'], withSubteams: false }),
      ),
    ).toStrictEqual(['one']);
    expect(namesOf(await list({ sort, owner: ['user:jo'] }))).toStrictEqual([
      'four',
    ]);
    expect(namesOf(await list({ sort, owner: ['none'] }))).toStrictEqual([
      'five',
    ]);
    await expect(list({ owner: ['a:b:c'] })).rejects.toThrow(
      'owner: got "a:b:c"; expected an entity ref',
    );
  });

  it('filters by all filters together, each by any of its values', async () => {
    expect(
      namesOf(
        await list({
          sort: 'title',
          stage: ['live', 'half-baked'],
          tier: ['1', '2', 'none'],
        }),
      ).sort(),
    ).toStrictEqual(['one', 'six', 'three']);
    expect(namesOf(await list({ stage: ['none'] }))).toStrictEqual(['four']);
    expect(
      namesOf(await list({ type: ['none', 'customer-facing'] })),
    ).toHaveLength(4);
    expect(namesOf(await list({ q: '  100%  OF two_X ' }))).toStrictEqual([
      'two',
    ]);
    expect(namesOf(await list({ q: 'two%x' }))).toStrictEqual([]);
    expect(namesOf(await list({ q: `'; drop table x --` }))).toStrictEqual([]);
  });

  it('counts what choosing another value would give', async () => {
    const { facets, totalItems } = await list({
      stage: ['live'],
      tier: ['4'],
      type: ['internal'],
      owner: ['group:default/c'],
    });
    expect(totalItems).toBe(0);
    const none = { ...facets };
    expect(none.type).toContainEqual({
      value: 'internal',
      label: 'internal',
      count: 0,
    });

    const live = await list({ stage: ['live'] });
    expect(live.totalItems).toBe(3);
    expect(live.facets).toStrictEqual({
      stage: [
        { value: 'discovery', label: 'Discovery', count: 1 },
        { value: 'live', label: 'Live', count: 3 },
        { value: 'half-baked', label: 'half-baked', count: 1 },
        { value: 'none', label: 'No stage', count: 1 },
      ],
      owner: [
        { value: 'group:default/gone', label: 'gone', count: 1 },
        { value: 'none', label: 'No owner', count: 1 },
        { value: 'group:default/a', label: 'Team A', count: 1 },
      ],
      tier: [
        { value: '1', label: 'Tier 1', count: 1 },
        { value: '4', label: 'Tier 4', count: 1 },
        { value: 'none', label: 'No tier', count: 1 },
      ],
      type: [
        { value: 'none', label: 'No type', count: 2 },
        { value: 'customer-facing', label: 'customer-facing', count: 1 },
      ],
    });
  });

  it('never lists or counts what the caller may not read', async () => {
    const visible = ['product:default/one', 'product:default/five'];
    const page = await list({ limit: 1, sort: 'title' }, visible);
    expect(namesOf(page)).toStrictEqual(['five']);
    expect(page.totalItems).toBe(2);
    expect(page.facets.tier.map(({ count }) => count)).toStrictEqual([1, 1]);
    // The product names its owner, but of an owner whom one may not read nothing else is told.
    expect(page.facets.owner).toContainEqual({
      value: 'group:default/a',
      label: 'a',
      count: 1,
    });
    const next = await list(
      { limit: 1, sort: 'title', cursor: page.pageInfo.nextCursor },
      visible,
    );
    expect(namesOf(next)).toStrictEqual(['one']);
    expect(next.items[0].owner).toMatchObject({ title: 'a', known: false });
    expect(next.pageInfo.nextCursor).toBeUndefined();

    expect(await list({}, 'none')).toMatchObject({
      items: [],
      totalItems: 0,
      facets: { stage: [], owner: [], tier: [], type: [] },
      pageInfo: {},
    });
  });

  it('refuses a cursor of another question, and what is none', async () => {
    const { pageInfo } = await list({ limit: 1, sort: 'title' });
    const cursor = pageInfo.nextCursor!;
    for (const other of [
      { sort: 'tier' },
      { sort: 'title', q: 'a' },
    ] as const) {
      await expect(list({ ...other, cursor })).rejects.toThrow(
        'cursor: got one of another question',
      );
    }
    const [question] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    const encoded = (parts: unknown) =>
      Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const bad of [
      'nonsense',
      encoded({}),
      encoded([question, 'next', 1, 2]),
      encoded([question, 'sideways', 'a', 'b']),
      encoded([question, 'next', 'a']),
      encoded([question, 'next', 'a\u0000', 'b']),
    ]) {
      await expect(
        list({ sort: 'title', limit: 1, cursor: bad }),
      ).rejects.toThrow(/cursor: got something else than a cursor/);
    }
  });
});
