import type { Entity } from '@backstage/catalog-model';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DEFAULT_STAGES } from '@productops/backstage-plugin-product-ops-common';
import { openDatabase } from '../database/migrate';
import { isPostgres } from '../database/sql';
import { DatabaseDirectoryStore } from './DatabaseDirectoryStore';
import { DirectoryRefresher } from './DirectoryRefresher';
import { DirectoryWriter } from './DirectoryWriter';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function group(name: string, relations: Array<[string, string]> = []): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    spec: { type: 'team', profile: { displayName: `Team ${name}` } },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

function product(name: string, spec: object, annotations = {}): Entity {
  return {
    apiVersion: 'productops.io/v1alpha1',
    kind: 'Product',
    metadata: { name, namespace: 'default', annotations },
    spec: { ...spec },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

describe.each(databases.eachSupportedId())('directory on %p', databaseId => {
  async function setUp(options?: { pageSize?: number }) {
    const knex = await databases.init(databaseId);
    await openDatabase({ getClient: async () => knex });
    let entities: Entity[] = [];
    const catalog = catalogServiceMock.mock({
      streamEntities: (...args) =>
        catalogServiceMock({ entities }).streamEntities(...args),
      getEntitiesByRefs: (...args) =>
        catalogServiceMock({ entities }).getEntitiesByRefs(...args),
    });
    const create = (
      stages = DEFAULT_STAGES,
      source: CatalogService = catalog,
    ) =>
      DirectoryRefresher.create({
        catalog: source,
        auth: mockServices.auth(),
        writer: DirectoryWriter.create({ knex }),
        logger: mockServices.logger.mock(),
        stages,
        pageSize: options?.pageSize ?? 2,
      });
    return {
      knex,
      catalog,
      store: DatabaseDirectoryStore.create({ knex }),
      create,
      refresher: create(),
      inCatalog(...next: Entity[]) {
        entities = next;
      },
    };
  }

  it('finds all teams below some, in a circle too', async () => {
    const { store, refresher, inCatalog } = await setUp();
    const above = (...children: string[]) =>
      children.map((child): [string, string] => [
        'parentOf',
        `group:default/${child}`,
      ]);
    inCatalog(
      group('all', above('left', 'right')),
      group('left', above('deep')),
      group('right'),
      group('deep', [...above('left'), ['childOf', 'group:default/other']]),
      group('other', above('far')),
    );
    await refresher.refresh();
    const below = async (...names: string[]) =>
      [
        ...(await store.getReachable(
          names.map(name => `group:default/${name}`),
          'parentOf',
        )),
      ]
        .map(ref => ref.split('/')[1])
        .sort();
    expect(await below('all')).toEqual(['all', 'deep', 'left', 'right']);
    expect(await below('deep', 'other')).toEqual([
      'deep',
      'far',
      'left',
      'other',
    ]);
    expect(await below()).toEqual([]);
  });

  it('keeps what a product says of itself', async () => {
    const { store, refresher, inCatalog } = await setUp();
    inCatalog(
      product(
        'Checkout',
        {
          type: 'customer-facing',
          lifecycle: 'production',
          owner: 'payments',
          tier: 1,
          vision: 'One tap',
          roles: { techLead: 'user:sam' },
          recovery: { rto: 'PT1H' },
          successor: 'checkout-next',
        },
        {
          'productops.io/roadmap': 'roadmap.yaml',
          'productops.io/support': 'group:helpdesk',
          'productops.io/teir': '1',
          'backstage.io/managed-by-location': 'file:/tmp/catalog-info.yaml',
          'backstage.io/managed-by-origin-location':
            'url:https://example.com/all.yaml',
        },
      ),
    );
    await refresher.refresh();

    const found = await store.getEntity('Product:default/Checkout');
    expect(found).toMatchObject({
      ref: 'product:default/checkout',
      kind: 'product',
      name: 'Checkout',
      title: 'Checkout',
      type: 'customer-facing',
      ownerRef: 'group:default/payments',
      stage: 'live',
      stageRank: 3,
      declaredLifecycle: 'production',
      tier: 1,
      locationRef: 'file:/tmp/catalog-info.yaml',
      originRef: 'url:https://example.com/all.yaml',
      roadmapTarget: 'roadmap.yaml',
      facts: {
        vision: 'One tap',
        rto: 'PT1H',
        successorRef: 'product:default/checkout-next',
        roles: [
          {
            role: 'techLead',
            holderRef: 'user:default/sam',
            origin: 'spec',
          },
          {
            role: 'support',
            holderRef: 'group:default/helpdesk',
            origin: 'annotation',
          },
        ],
        problems: [{ annotation: 'productops.io/teir' }],
      },
    });
  });

  it('goes on without an entity that the database refuses', async () => {
    const { knex, store, refresher, inCatalog } = await setUp();
    await knex.raw(
      isPostgres(knex)
        ? "alter table directory_entities add constraint fussy check (name <> 'bad')"
        : `create trigger fussy before insert on directory_entities when new.name = 'bad'
           begin select raise(abort, 'fussy'); end`,
    );
    const names = Array.from({ length: 20 }, (_, at) => `p${at}`);
    inCatalog(...[...names, 'bad', 'z'].map(name => product(name, {})));
    expect(await refresher.refresh()).toMatchObject({ rowsWritten: 42 });
    expect(await store.getEntity('product:default/z')).toBeDefined();
    expect(await store.getEntity('product:default/bad')).toBeUndefined();
    expect((await store.getState()).error).toBeUndefined();
    expect(await refresher.refresh()).toMatchObject({ rowsWritten: 0 });
  });

  it.each([
    ['is none', 'not a : ref / at all'],
    ['is longer than the catalog allows', 'o'.repeat(250)],
  ])('keeps what it can of an entity whose owner %s', async (_, owner) => {
    const { store, refresher, inCatalog } = await setUp();
    inCatalog({
      apiVersion: 'example.com/v1',
      kind: 'Gadget',
      metadata: {
        name: 'odd',
        title: 'O\u0000dd',
        description: 'x'.repeat(50_000),
      },
      spec: {
        type: { not: 'text' },
        lifecycle: 'half-baked',
        owner,
        tier: 'one',
        goals: 'none',
      },
    });
    await refresher.refresh();
    const odd = await store.getEntity('gadget:default/odd');
    expect(odd).toMatchObject({
      title: 'Odd',
      stage: 'half-baked',
      stageRank: DEFAULT_STAGES.length,
      facts: {},
    });
    expect(odd?.type).toBeUndefined();
    expect(odd?.ownerRef).toBeUndefined();
    expect(odd?.description).toHaveLength(4000);
  });

  it('writes only what changed, and nothing when nothing did', async () => {
    const { knex, store, refresher, create, inCatalog } = await setUp();
    const payments = group('payments', [
      ['hasMember', 'user:default/jo'],
      ['hasMember', 'user:default/sam'],
      ['childOf', 'group:default/all'],
    ]);
    const others = ['a', 'b', 'c'].map(name => product(name, { tier: 2 }));
    inCatalog(payments, ...others);
    expect(await refresher.refresh()).toMatchObject({
      entities: 4,
      rowsWritten: 4 + 3 + 3,
    });
    expect(await refresher.refresh()).toMatchObject({ rowsWritten: 0 });

    // One relation instead of another, and one entity changed in what it says.
    inCatalog(
      group('payments', [
        ['hasMember', 'user:default/jo'],
        ['childOf', 'group:default/all'],
        ['childOf', 'group:default/finance'],
      ]),
      product('a', { tier: 3 }),
      ...others.slice(1),
    );
    expect(await refresher.refresh()).toMatchObject({
      rowsWritten: 1 + 2 + 1,
    });
    const { entity, entities, relations } = (await store.getNeighbourhood(
      'group:default/Payments',
      { types: ['childOf', 'hasMember'], limit: 1 },
    ))!;
    expect(entity.ref).toBe('group:default/payments');
    // Of those it points at, none is in the catalog.
    expect([...entities.keys()]).toEqual(['group:default/payments']);
    expect(relations.get('childOf')).toStrictEqual({
      total: 2,
      targets: ['group:default/all'],
    });
    expect(relations.get('hasMember')?.total).toBe(1);

    // What nobody here keeps, the order of relations among it, is no change.
    inCatalog(
      { ...payments, relations: [...payments.relations!].reverse() },
      ...others,
    );
    await refresher.refresh();
    inCatalog(payments, ...others);
    expect(await refresher.refresh()).toMatchObject({ rowsWritten: 0 });

    // Another list of stages gives other rows for those that have one: here none.
    expect(
      await create([{ id: 'only', title: 'Only' }]).refresh(),
    ).toMatchObject({ rowsWritten: 0 });

    // It rebuilds itself from nothing.
    await knex('directory_relations').delete();
    await knex('directory_entities').delete();
    expect(await refresher.refresh()).toMatchObject({ rowsWritten: 10 });
  });

  it('lets go of what left the catalog, but only when all of it was read', async () => {
    const { store, refresher, create, catalog, inCatalog } = await setUp();
    inCatalog(group('a'), group('b'), product('c', {}));
    await refresher.refresh();

    const broken = catalogServiceMock.mock({
      async *streamEntities() {
        yield [group('a')];
        throw new Error('the catalog went away');
      },
    });
    const before = await store.getState();
    await expect(create(DEFAULT_STAGES, broken).refresh()).rejects.toThrow(
      'the catalog went away',
    );
    expect(await store.getEntity('group:default/b')).toBeDefined();
    expect(await store.getState()).toMatchObject({
      refreshedAt: before.refreshedAt,
      // What exactly went wrong is for the log: anybody who is signed in may read this.
      error: 'The last refresh failed. The log of the backend says why.',
    });

    // Missing from the pages by chance, but still there.
    const skipping = catalogServiceMock.mock({
      async *streamEntities() {
        yield [group('a'), product('c', {})];
      },
      getEntitiesByRefs: catalog.getEntitiesByRefs,
    });
    await create(DEFAULT_STAGES, skipping).refresh();
    expect(await store.getEntity('group:default/b')).toBeDefined();

    inCatalog(group('a'));
    expect(await refresher.refresh()).toMatchObject({ rowsWritten: 3 });
    expect([
      ...(
        await store.getEntities([
          'group:default/a',
          'group:default/b',
          'product:default/c',
        ])
      ).keys(),
    ]).toStrictEqual(['group:default/a']);
    expect(await store.getState()).toMatchObject({
      rowsWritten: 3,
      error: undefined,
    });
  });
});
