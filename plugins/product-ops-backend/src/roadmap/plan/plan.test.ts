import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  PlanConflictPage,
  PlanItem,
  PlanPage,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { entity } from '../../__testUtils__/entity';
import {
  productAt,
  readingFrom,
  startPortal,
} from '../../documents/__testUtils__/startPortal';
import {
  organisation,
  surroundings,
} from '../../lifecycle/__testUtils__/startStages';
import { fileOf, readFiles } from '../__testUtils__/roadmapFile';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const CHECKOUT = 'product:default/checkout';
const IDENTITY = 'product:default/identity';

const roadmaps = {
  'catalog-info.yaml': '',
  'checkout.yaml': fileOf(
    '{ id: tap, title: One tap, status: in-progress, horizon: now, start: 2030-01-01, end: 2030-02-01, category: feature, goal: conversion, dependsOn: ["keys@product:identity"], score: { reach: 10, impact: 1, confidence: 1, effort: 2 } }',
    '{ id: dream, title: A dream, horizon: later }',
  ),
  'identity.yaml': fileOf(
    '{ id: keys, title: Passkeys, status: planned, start: 2030-01-15, end: 2030-03-01, category: security, origin: "drill:9", score: { reach: 1, impact: 1, confidence: 1, effort: 4 } }',
    '{ id: audit, title: Audit, start: 2030-05-01, end: 2030-06-01, category: compliance }',
  ),
  'legacy.yaml': fileOf('{ id: last, title: Last wish, end: 2030-12-31 }'),
};

describe.each(databases.eachSupportedId())('plans on %p', databaseId => {
  const folder = createMockDirectory();
  const location = () => `file:${folder.resolve('catalog-info.yaml')}`;
  let around: ReturnType<typeof surroundings>;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let knex: Knex;

  const product = (
    name: string,
    spec: object,
    relations: Array<[string, string]> = [],
  ) =>
    productAt(
      location(),
      { roadmap: `${name}.yaml` },
      {
        name,
        spec: { ...spec },
        relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
      },
    );
  const entities = (): Entity[] => [
    ...organisation,
    entity('Group', 'tech', {
      relations: [
        ['parentOf', 'group:default/payments'],
        ['parentOf', 'group:default/sre'],
      ],
    }),
    entity('Domain', 'commerce'),
    product(
      'checkout',
      {
        goals: [{ id: 'conversion', title: 'Raise conversion' }],
        milestones: { endOfSupport: '2031-01-01', endOfLife: '2032-01-01' },
      },
      [
        ['dependsOn', IDENTITY],
        ['partOf', 'domain:default/commerce'],
      ],
    ),
    product('identity', { owner: 'group:sre' }),
    product('legacy', { owner: 'group:nobody', lifecycle: 'retired' }),
  ];
  const instance = () =>
    startPortal({
      knex,
      entities: entities(),
      config: readingFrom(folder),
      features: around.features,
    });

  beforeEach(async () => {
    around = surroundings();
    folder.setContent(roadmaps);
    knex = await databases.init(databaseId);
    portal = await instance();
    await portal.refresh();
  });
  afterEach(() => portal.stop());

  const get = async (path: string, on = portal, user = 'jo') => {
    const { status, body } = await on.ask('get', path, `user:default/${user}`);
    expect({ path, status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const plan = (query = '', on = portal): Promise<PlanPage> =>
    get(`/roadmap/items${query}`, on);
  const ids = async (query = '', on = portal) =>
    (await plan(query, on)).items.map(({ id }) => id);
  const conflicts = (query = ''): Promise<PlanConflictPage> =>
    get(`/roadmap/conflicts${query}`);
  const record = async (fields: object, entityName = 'checkout') => {
    const { status, body } = await portal.post(
      `/entities/product/default/${entityName}/roadmap/items`,
      { fields },
    );
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };

  it('show the items of all products, filtered, grouped, sorted and counted', async () => {
    expect(await ids()).toEqual(['tap', 'keys', 'audit', 'last', 'dream']);
    const page = await plan('?from=2030-01-01&to=2030-03-31&groupBy=team');
    expect(page).toMatchObject({
      totalItems: 2,
      undatedItems: 1,
      first: '2030-01-01',
      last: '2030-03-01',
      method: 'rice',
      groups: [
        { id: 'group:default/payments', title: 'payments', count: 1 },
        { id: 'group:default/sre', title: 'sre', count: 1 },
      ],
      items: [
        {
          id: 'tap',
          entityRef: CHECKOUT,
          group: 'group:default/payments',
          dependencies: 1,
          conflicts: ['ends-before-dependency'],
          score: { method: 'rice', value: 5 },
          originClass: 'file',
        },
        { id: 'keys', entityRef: IDENTITY, originClass: 'operations' },
      ],
    });
    expect(page.entities[0]).toMatchObject({
      ref: CHECKOUT,
      stage: { stage: 'live' },
      retired: false,
      owner: { ref: 'group:default/payments', known: true },
      domain: { ref: 'domain:default/commerce', known: true },
      dates: [
        { name: 'endOfSupport', date: '2031-01-01' },
        { name: 'endOfLife', date: '2032-01-01' },
      ],
    });

    expect(await ids('?team=group:tech')).toEqual([
      'tap',
      'keys',
      'audit',
      'dream',
    ]);
    expect(await ids('?team=group:payments&sort=-title')).toEqual([
      'tap',
      'dream',
    ]);
    expect(await ids('?domain=domain:commerce&undated=only')).toEqual([
      'dream',
    ]);
    expect(await ids('?goal=conversion')).toEqual(['tap']);
    expect(
      await ids(`?goal=${encodeURIComponent(`conversion@${CHECKOUT}`)}`),
    ).toEqual(['tap']);
    expect(await ids('?origin=operations')).toEqual(['keys']);
    expect(await ids('?q=identity AUDIT')).toEqual(['audit']);
    expect(await ids('?sort=score')).toEqual([
      'keys',
      'tap',
      'dream',
      'audit',
      'last',
    ]);
    const { facets } = await plan('?status=planned&category=security');
    expect(facets.category).toEqual([
      { value: 'security', label: 'security', count: 1 },
    ]);
    expect(facets.status).toEqual([
      { value: 'planned', label: 'planned', count: 1 },
    ]);
    expect((await plan()).facets.goal).toContainEqual({
      value: `conversion@${CHECKOUT}`,
      label: 'Raise conversion',
      count: 1,
    });

    const first = await plan('?limit=3');
    expect(first.pageInfo.prevCursor).toBeUndefined();
    expect(await ids(`?limit=3&cursor=${first.pageInfo.nextCursor}`)).toEqual([
      'last',
      'dream',
    ]);
  });

  it('find what contradicts, and no longer once it is solved', async () => {
    const all = await conflicts();
    expect(all.kinds.map(({ value }) => value).sort()).toEqual([
      'ends-before-dependency',
      'missing-owner',
      'retired-product',
    ]);
    expect(await conflicts('?kind=ends-before-dependency')).toMatchObject({
      totalItems: 1,
      kinds: all.kinds,
      items: [
        {
          items: [
            { entityRef: CHECKOUT, id: 'tap', source: 'declared' },
            { entityRef: IDENTITY, id: 'keys' },
          ],
          actions: [
            {
              type: 'reschedule',
              item: { entityRef: CHECKOUT, id: 'tap' },
              end: '2030-03-01',
            },
            {
              type: 'reschedule',
              item: { entityRef: IDENTITY, id: 'keys' },
              end: '2030-02-01',
            },
            {
              type: 'remove-dependency',
              dependency: `keys@${IDENTITY}`,
            },
          ],
        },
      ],
    });
    expect(await conflicts('?team=group:sre')).toMatchObject({ totalItems: 1 });
    expect(await conflicts('?product=product:legacy')).toMatchObject({
      totalItems: 2,
    });
    expect(await get('/roadmap/dependencies?product=product:identity')).toEqual(
      {
        dependencies: [
          {
            from: { entityRef: CHECKOUT, id: 'tap' },
            to: { entityRef: IDENTITY, id: 'keys' },
            ref: `keys@${IDENTITY}`,
            acrossEntities: true,
            conflict: 'ends-before-dependency',
          },
        ],
        others: [expect.objectContaining({ id: 'tap', title: 'One tap' })],
        totalItems: 1,
        pageInfo: {},
      },
    );

    const made = await record({
      title: 'Late',
      start: '2030-01-01',
      end: '2030-01-10',
      dependsOn: ['tap'],
    });
    const ours = `?entity=${CHECKOUT}&kind=ends-before-dependency`;
    expect(await conflicts(ours)).toMatchObject({ totalItems: 2 });
    await portal
      .ask('patch', '/entities/product/default/checkout/roadmap/items/late')
      .send({ version: made.version, fields: { end: '2030-02-01' } })
      .expect(200);
    expect(await conflicts(ours)).toMatchObject({ totalItems: 1 });
  });

  it('suggest dependencies from the catalog, and remember what was answered', async () => {
    await record({
      title: 'Fast',
      status: 'planned',
      start: '2030-01-20',
      end: '2030-03-01',
    });
    const suggested = async (state = 'open') =>
      (await get(`/roadmap/suggestions?state=${state}`)).items.map(
        ({ item, dependsOn }: { item: PlanItem; dependsOn: PlanItem }) =>
          `${item.id}>${dependsOn.id}`,
      );
    const decide = async (id: string, decision: string, user = 'jo') => {
      const { status, body } = await portal.post(
        '/roadmap/suggestions/decision',
        { id, decision },
        `user:default/${user}`,
      );
      return { status, body };
    };
    expect(await suggested()).toEqual(['fast>keys']);
    const id = `fast@${CHECKOUT}>keys@${IDENTITY}`;

    expect(await decide(id, 'dismiss')).toMatchObject({
      status: 200,
      body: {
        suggestion: {
          state: 'dismissed',
          decidedBy: { ref: 'user:default/jo' },
        },
      },
    });
    expect(await suggested()).toEqual([]);
    expect(await suggested('dismissed')).toEqual(['fast>keys']);
    await decide(id, 'restore');
    expect(await suggested('dismissed')).toEqual([]);
    expect(await suggested()).toEqual(['fast>keys']);

    around.denied.add('product-ops.roadmap.item.update');
    expect(await decide(id, 'accept')).toMatchObject({ status: 403 });
    around.denied.clear();
    expect(await decide(id, 'accept')).toMatchObject({
      status: 200,
      body: {
        suggestion: { state: 'accepted' },
        item: { version: 2, dependsOn: [{ id: 'keys', known: true }] },
      },
    });
    expect(await decide(id, 'accept')).toMatchObject({
      status: 200,
      body: { item: { version: 2 } },
    });
    expect(await suggested()).toEqual([]);
    expect(await suggested('accepted')).toEqual(['fast>keys']);
    expect(around.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'roadmap-suggestion-accept' }),
    );
    expect(
      await decide(`nothing@${CHECKOUT}>keys@${IDENTITY}`, 'accept'),
    ).toMatchObject({ status: 404 });
    expect(await decide('nonsense', 'accept')).toMatchObject({ status: 400 });

    // Of what a file declares, how the file is to be changed.
    folder.addContent({
      'checkout.yaml': fileOf(
        'id: tap\n    title: One tap\n    status: planned\n    start: 2030-01-01\n    end: 2030-04-01',
      ),
    });
    await readFiles({ knex, portal });
    expect(await suggested()).toEqual(['tap>keys']);
    const accepted = await decide(`tap@${CHECKOUT}>keys@${IDENTITY}`, 'accept');
    expect(accepted.body.fileChange.after.lines.join('\n')).toContain(
      `keys@${IDENTITY}`,
    );
  });

  it('say what effort goes into, by period, team and origin', async () => {
    const mix = await get('/roadmap/mix?from=2030-01-01&to=2030-06-30');
    expect(mix.periods).toMatchObject([
      { label: '2030-Q1', start: '2030-01-01', end: '2030-03-31', items: 2 },
      { label: '2030-Q2', items: 0 },
    ]);
    expect(mix.whole).toMatchObject({
      effort: 6,
      classes: [
        { id: 'running', title: 'Keeping it running', effort: 4 },
        { id: 'new', title: 'New', effort: 2 },
      ],
      origins: [{ id: 'operations' }, { id: 'file' }],
    });
    expect(mix.teams).toMatchObject([
      { id: 'group:default/sre', title: 'sre', effort: 4 },
      { id: 'group:default/payments', effort: 2 },
    ]);
    expect(mix.products).toMatchObject([
      { id: IDENTITY, effort: 4 },
      { id: CHECKOUT, effort: 2 },
    ]);
    expect(mix.uncounted).toMatchObject({ 'no-effort': 1, 'no-dates': 2 });
    expect(
      (await get('/roadmap/mix?team=group:sre&from=2030-01-01&to=2030-06-30'))
        .whole.effort,
    ).toBe(4);
  });

  it('rank what is open, and say what changed since a day', async () => {
    const made = await record({
      title: 'Quick',
      score: { reach: 1, impact: 1, confidence: 1, effort: 1 },
    });
    const old = new Date(Date.now() - 5 * 86_400_000);
    await knex('roadmap_items').update({
      created_at: old,
      first_seen_at: old,
    });
    await knex('roadmap_history').update({ at: old });
    const yesterday = new Date(Date.now() - 86_400_000)
      .toISOString()
      .slice(0, 10);
    const ranking = (since: string) =>
      get(`/entities/product/default/checkout/roadmap/ranking?since=${since}`);
    expect(await ranking(yesterday)).toMatchObject({
      method: 'rice',
      ranked: [
        { item: { id: 'tap' }, value: 5, place: 1 },
        { item: { id: 'quick' }, value: 1, place: 2 },
      ],
      unscored: [{ item: { id: 'dream' } }],
      changes: [],
    });
    await portal
      .ask('patch', '/entities/product/default/checkout/roadmap/items/quick')
      .send({
        version: made.version,
        fields: { score: { reach: 9, impact: 1, confidence: 1, effort: 1 } },
      })
      .expect(200);
    expect(await ranking(yesterday)).toMatchObject({
      ranked: [{ item: { id: 'quick' } }, { item: { id: 'tap' } }],
      changes: [
        {
          item: { id: 'quick' },
          kind: 'up',
          before: { place: 2, value: 1 },
          after: { place: 1, value: 9 },
        },
        { item: { id: 'tap' }, kind: 'down' },
      ],
    });
    expect((await ranking('2020-01-01')).changes).toMatchObject([
      { kind: 'new' },
      { kind: 'new' },
    ]);
  });

  it('hide what a policy with conditions hides, before anything is counted', async () => {
    await record({ title: 'After keys', dependsOn: [`keys@${IDENTITY}`] });
    around.reading.asCatalogSays = true;
    // The catalog shows the caller no more than this, while the directory stays as it is.
    portal.inCatalog(
      ...entities().filter(({ metadata: { name } }) =>
        ['checkout', 'payments', 'tech'].includes(name),
      ),
    );
    const page = await plan();
    expect(page).toMatchObject({ totalItems: 3 });
    expect(page.items.map(({ dependencies }) => dependencies)).toEqual([
      0, 0, 0,
    ]);
    const answers = [
      page,
      await conflicts(),
      await get('/roadmap/dependencies'),
      await get('/roadmap/suggestions'),
      await get('/roadmap/mix?from=2030-01-01&to=2030-12-31'),
    ];
    expect(answers[1]).toMatchObject({ totalItems: 0 });
    expect(JSON.stringify(answers)).not.toMatch(
      /identity|legacy|commerce|keys@|Passkeys/,
    );
    around.reading.asCatalogSays = false;
    around.reading.hidden = true;
    expect(await plan()).toMatchObject({ totalItems: 0, items: [] });
  });

  it('show what another instance has written at once', async () => {
    const other = await instance();
    expect(await ids('', other)).toHaveLength(5);
    await record({ title: 'New here', start: '2029-01-01' });
    expect(await ids('?source=recorded', other)).toEqual(['new-here']);
    await knex('roadmap_items').where({ item_id: 'new-here' }).delete();
    expect(await ids('?source=recorded', other)).toEqual([]);
    expect(await ids('?source=recorded')).toEqual([]);
    await other.stop();
  });

  it('say what is wrong with a question', async () => {
    const wrong = async (path: string) => {
      const { status, body } = await portal.get(path);
      return { status, message: body.error.message };
    };
    expect(await wrong('/roadmap/items?from=2030-02-31')).toEqual({
      status: 400,
      message: 'from: got 2030-02-31; expected a day that exists, YYYY-MM-DD',
    });
    expect(
      await wrong('/roadmap/items?from=2030-02-01&to=2030-01-01'),
    ).toMatchObject({ status: 400 });
    expect(await wrong('/roadmap/items?limit=501')).toMatchObject({
      status: 400,
    });
    expect(await wrong('/roadmap/items?team=a:b:c')).toMatchObject({
      status: 400,
    });
    expect(
      await wrong('/roadmap/mix?from=2000-01-01&to=2030-01-01&by=month'),
    ).toMatchObject({ status: 400 });
    expect(await wrong('/roadmap/mix?from=9999-12-31')).toEqual({
      status: 400,
      message: 'from, to: got 9999-12-31; expected a day between 1900 and 2999',
    });
    expect(
      await wrong('/entities/product/default/nobody/roadmap/ranking'),
    ).toMatchObject({ status: 404 });
  });
});
