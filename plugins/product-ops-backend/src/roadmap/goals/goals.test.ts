import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { entity } from '../../__testUtils__/entity';
import {
  productAt,
  startPortal,
} from '../../documents/__testUtils__/startPortal';
import {
  organisation,
  surroundings,
} from '../../lifecycle/__testUtils__/startStages';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const CHECKOUT = '/entities/product/default/checkout';
const IDENTITY = '/entities/product/default/identity';
const QUERY = 'avg(conversion)';
const DECLARED = {
  id: 'conversion',
  title: 'Raise conversion',
  start: '2026-01-01',
  due: '2099-03-31',
  metric: {
    name: 'conversion',
    unit: '%',
    baseline: 61,
    target: 70,
    current: 64,
    source: { prometheus: 'main', query: QUERY },
  },
};
const product = (
  name: string,
  owner: string,
  goals: object[],
  domain = 'commerce',
): Entity => {
  const made = productAt(
    `url:https://git.example.com/${name}/catalog-info.yaml`,
    {},
    { name, spec: { owner, goals: goals as never } },
  );
  return {
    ...made,
    relations: [{ type: 'partOf', targetRef: `domain:default/${domain}` }],
  };
};
const catalog = (): Entity[] => [
  ...organisation,
  entity('Group', 'trade', {
    relations: [['parentOf', 'group:default/payments']],
  }),
  product('checkout', 'group:payments', [DECLARED]),
  product(
    'identity',
    'group:sre',
    [{ id: 'logins', title: 'Fewer passwords', due: '2020-01-01' }],
    'trust',
  ),
];

/** A server that speaks as Prometheus does, whatever a test wants it to say. */
async function startPrometheus() {
  let at = 1_790_000_000;
  let answer: (url: URL) => { status?: number; body: unknown; to?: string };
  const asked: Array<{ query: string | null; authorization?: string }> = [];
  const server: Server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', 'http://localhost');
    asked.push({
      query: url.searchParams.get('query'),
      authorization: req.headers.authorization,
    });
    const { status = 200, body, to } = answer(url);
    res.writeHead(status, {
      'content-type': 'application/json',
      ...(to && { location: to }),
    });
    res.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const vector = (...values: string[]) => ({
    status: 'success',
    data: {
      resultType: 'vector',
      result: values.map(value => ({ metric: {}, value: [at, value] })),
    },
  });
  answer = () => ({ body: vector('66.5') });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/prom`,
    asked,
    says(next: typeof answer) {
      at += 3600;
      answer = next;
    },
    vector,
    stop: () => new Promise(done => server.close(done)),
  };
}

describe.each(databases.eachSupportedId())('goals on %p', databaseId => {
  let around: ReturnType<typeof surroundings>;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
  let knex: Knex;

  const instance = () =>
    startPortal({
      knex,
      entities: catalog(),
      config: {
        productOps: {
          metrics: {
            prometheus: {
              main: {
                url: prometheus.url,
                headers: { authorization: 'Bearer hush-hush' },
                timeout: { seconds: 5 },
              },
            },
          },
        },
      },
      features: around.features,
    });

  beforeEach(async () => {
    around = surroundings();
    prometheus = await startPrometheus();
    knex = await databases.init(databaseId);
    portal = await instance();
    await portal.refresh();
  });
  afterEach(async () => {
    await portal.stop();
    await prometheus.stop();
  });

  const send = (
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    body?: object,
    options: { as?: string; key?: string; on?: typeof portal } = {},
  ) => {
    const asked = (options.on ?? portal).ask(method, path);
    if (options.as) {
      asked.set('authorization', options.as);
    }
    return (
      options.key ? asked.set('Idempotency-Key', options.key) : asked
    ).send(body);
  };
  const get = async (path: string) => {
    const { status, body } = await send('get', path);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const make = (fields: object, key?: string, on?: typeof portal) =>
    send('post', `${CHECKOUT}/goals`, { fields }, { key, on });
  const item = (of: string, fields: object) =>
    send('post', `${of}/roadmap/items`, { fields });

  it('stand together, declared and recorded ones, and what is declared is not changed here', async () => {
    const made = await make({
      title: 'Sell in three more countries',
      due: '2099-09-30',
      metric: { name: 'countries', baseline: 4, target: 7 },
    });
    expect(made.body).toMatchObject({
      id: 'sell-in-three-more-countries',
      source: 'recorded',
      version: 1,
      archived: false,
      createdBy: { ref: 'user:default/jo' },
      owner: { ref: 'group:default/payments' },
      standing: {
        state: 'at-risk',
        risks: [{ kind: 'no-value' }, { kind: 'nothing-planned' }],
      },
      may: { manage: true },
    });
    const page = await get(`${CHECKOUT}/goals`);
    expect(page).toMatchObject({
      totalItems: 2,
      items: [
        {
          id: 'conversion',
          source: 'declared',
          metric: { current: 64, source: { state: 'waiting' } },
        },
        { id: 'sell-in-three-more-countries', source: 'recorded' },
      ],
    });
    // The page of the product, and the rules about its items, know both.
    await item(CHECKOUT, {
      title: 'Portugal',
      goal: 'sell-in-three-more-countries',
    });
    await item(CHECKOUT, { title: 'Nowhere', goal: 'nowhere' });
    const overview = await get(CHECKOUT);
    expect(overview.goals).toMatchObject([
      { id: 'conversion' },
      { id: 'sell-in-three-more-countries', items: { total: 1, done: 0 } },
    ]);
    const { items } = await get(`${CHECKOUT}/roadmap`);
    const flagged = items.filter(({ attention }: { attention: object[] }) =>
      JSON.stringify(attention).includes('unknown-goal'),
    );
    expect(flagged.map(({ id }: { id: string }) => id)).toEqual(['nowhere']);

    const change = { version: 1, fields: { title: 'Mine' } };
    const refused = await send('patch', `${CHECKOUT}/goals/conversion`, change);
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('catalog file declares');
    const taken = await send('post', `${CHECKOUT}/goals`, {
      id: 'conversion',
      fields: { title: 'Mine' },
    });
    expect(taken.status).toBe(409);
    expect(taken.body.error.current).toMatchObject({ source: 'declared' });
  });

  it('say field by field what is wrong with them', async () => {
    const { status, body } = await make({
      titel: 'x',
      due: '2026-13-01',
      metric: { name: 'n', current: 3 },
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain('fields.titel: Unknown field');
    expect(body.error.message).toContain('fields.metric.current');
    for (const [fields, words] of [
      [{ title: ' ' }, '"title" is missing or blank'],
      [{ title: 'x', due: '2026-02-30' }, 'a day that does not exist'],
      [
        { title: 'x', start: '2027-01-01', due: '2026-01-01' },
        'before it starts',
      ],
      [
        {
          title: 'x',
          metric: { name: 'n', source: { prometheus: 'x', query: 'up' } },
        },
        'expected one of main',
      ],
    ] as const) {
      const wrong = await make(fields);
      expect(wrong.status).toBe(400);
      expect(wrong.body.error.message).toContain(words);
    }
  });

  it('are made once, show the second of two people what the first did, and come back from the archive', async () => {
    const second = await instance();
    const answers = await Promise.all([
      make({ title: 'Grow' }, 'k1'),
      make({ title: 'Grow' }, 'k1', second),
    ]);
    await second.stop();
    expect(answers.map(({ body }) => body.id)).toEqual(['grow', 'grow']);
    expect((await make({ title: 'Shrink' }, 'k1')).status).toBe(400);

    const path = `${CHECKOUT}/goals/grow`;
    const patched = await send('patch', path, {
      version: 1,
      fields: { due: '2030-01-01', description: '<b>why</b>' },
    });
    expect(patched.body).toMatchObject({ version: 2, due: '2030-01-01' });
    const late = await send('patch', path, {
      version: 1,
      fields: { title: 'Other' },
    });
    expect(late.status).toBe(409);
    expect(late.body.error.current).toMatchObject({
      version: 2,
      title: 'Grow',
    });
    const gone = await send('delete', `${path}?version=2`);
    expect(gone.body).toMatchObject({ version: 3, archived: true });
    expect((await get(`${CHECKOUT}/goals`)).totalItems).toBe(1);
    expect(await get(path)).toMatchObject({ archived: true });
    const back = await send('patch', path, {
      version: 3,
      fields: { due: null },
      archived: false,
    });
    expect(back.body).toMatchObject({ version: 4, archived: false });
    expect(back.body).not.toHaveProperty('due');
    const history = await get(`${path}/history`);
    expect(history.items.map(({ type }: { type: string }) => type)).toEqual([
      'returned',
      'archived',
      'changed',
      'created',
    ]);
    expect(history.items[2]).toMatchObject({
      by: { ref: 'user:default/jo' },
      before: { due: null },
      after: { due: '2030-01-01' },
    });
    expect(around.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'goal-archive' }),
    );
  });

  it('take values of people and services, and corrections delete nothing', async () => {
    const path = `${CHECKOUT}/goals/conversion/values`;
    const first = await send('post', path, {
      value: 65,
      at: '2026-06-01',
      note: 'After the launch',
    });
    expect(first.body).toMatchObject({
      value: 65,
      at: '2026-06-01T00:00:00.000Z',
      source: 'person',
      by: { ref: 'user:default/jo' },
      note: 'After the launch',
    });
    const service = mockCredentials.service.header();
    const twice = await Promise.all(
      [1, 2].map(() =>
        send(
          'post',
          path,
          { value: 66, at: '2026-07-01T12:00:00+02:00' },
          { as: service, key: 'july' },
        ),
      ),
    );
    expect(twice[0].body).toMatchObject({
      source: 'service',
      at: '2026-07-01T10:00:00.000Z',
    });
    expect(twice[1].body.id).toBe(twice[0].body.id);
    expect(await get(`${CHECKOUT}/goals/conversion`)).toMatchObject({
      metric: {
        current: 66,
        declaredCurrent: 64,
        measuredAt: '2026-07-01T10:00:00.000Z',
      },
      series: [{ value: 65 }, { value: 66 }],
      standing: { progress: 5 / 9 },
    });
    const correct = (of: string) =>
      send('post', path, { value: 67, corrects: of });
    const fixed = await correct(twice[0].body.id);
    expect(fixed.body).toMatchObject({
      value: 67,
      at: '2026-07-01T10:00:00.000Z',
      corrects: twice[0].body.id,
    });
    const again = await correct(twice[0].body.id);
    expect(again.status).toBe(409);
    expect(again.body.error.current).toMatchObject({ metric: { current: 67 } });
    const { items } = await get(path);
    expect(
      items.map((one: { value: number; correctedBy?: string }) => [
        one.value,
        one.correctedBy === fixed.body.id,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [67, false],
        [66, true],
        [65, false],
      ]),
    );
    expect((await get(CHECKOUT)).goals[0].metric.current).toBe(67);

    for (const [body, words] of [
      [{ value: 1, at: '2999-01-01' }, 'yet to come'],
      [{ value: 1, at: 'soon' }, 'expected a day'],
      [{ value: 'x' }, 'value'],
    ] as const) {
      const wrong = await send('post', path, body);
      expect(wrong.status).toBe(400);
      expect(wrong.body.error.message).toContain(words);
    }
    const without = await send('post', `${IDENTITY}/goals/logins/values`, {
      value: 1,
    });
    expect(without.body.error.message).toContain('without a metric');
  });

  it('have items of all products, teams, and say what is at risk and why', async () => {
    await item(CHECKOUT, {
      title: 'One tap',
      goal: 'conversion',
      status: 'done',
    });
    await item(CHECKOUT, {
      title: 'Overdue',
      goal: 'conversion',
      status: 'in-progress',
      end: '2020-01-01',
    });
    await item(IDENTITY, {
      title: 'Passkeys',
      goal: 'conversion@product:checkout',
      end: '2100-01-01',
    });
    const goal = await get(`${CHECKOUT}/goals/conversion`);
    expect(goal.work).toMatchObject({
      total: 3,
      items: [
        expect.objectContaining({ risks: [expect.any(String)] }),
        expect.objectContaining({ risks: [expect.any(String)] }),
        { id: 'one-tap', risks: [] },
      ],
    });
    expect(goal.teams).toMatchObject([
      {
        team: { ref: 'group:default/payments' },
        accountable: true,
        total: 2,
        done: 1,
      },
      { team: { ref: 'group:default/sre' }, accountable: false, total: 1 },
    ]);
    expect(goal.standing).toMatchObject({
      items: { total: 3, done: 1 },
      risks: expect.arrayContaining([
        { kind: 'overdue-items', items: 1 },
        { kind: 'late-items', items: 1 },
      ]),
    });
    // The item of the other product is not flagged there.
    const { items } = await get(`${IDENTITY}/roadmap`);
    expect(JSON.stringify(items[0].attention)).not.toContain('unknown-goal');
  });

  it('are listed across products by team, product, domain, state and due date', async () => {
    const ids = async (query: string) =>
      (await get(`/goals?${query}`)).items.map(({ id }: { id: string }) => id);
    const all = await get('/goals');
    expect(all).toMatchObject({
      totalItems: 2,
      items: [{ id: 'logins' }, { id: 'conversion' }],
    });
    expect(all.facets.state).toContainEqual({
      value: 'missed',
      label: 'Missed',
      count: 1,
    });
    expect(await ids('team=group:trade')).toEqual(['conversion']);
    expect(await ids('team=group:trade&withSubteams=false')).toEqual([]);
    expect(await ids('product=product:identity')).toEqual(['logins']);
    expect(await ids('domain=domain:commerce')).toEqual(['conversion']);
    expect(await ids('state=missed')).toEqual(['logins']);
    expect(await ids('dueFrom=2021-01-01')).toEqual(['conversion']);
    expect(await ids('dueTo=2021-01-01')).toEqual(['logins']);
    expect(await ids('q=PASSWORD')).toEqual(['logins']);
    expect((await get('/goals?team=group:trade')).facets).toMatchObject({
      team: [
        { value: 'group:default/payments', count: 1 },
        { value: 'group:default/sre', count: 1 },
      ],
      product: [{ value: 'product:default/checkout', count: 1 }],
    });
    expect(await ids('sort=title')).toEqual(['logins', 'conversion']);
    const first = await get('/goals?limit=1');
    expect(await ids(`limit=1&cursor=${first.pageInfo.nextCursor}`)).toEqual([
      'conversion',
    ]);
    expect((await send('get', '/goals?team=a:b:c')).status).toBe(400);
    expect((await send('get', '/goals?dueTo=2026-02-30')).status).toBe(400);
  });

  it('are for those who may read the entity, and to be changed by those who may manage them', async () => {
    await item(IDENTITY, {
      title: 'Passkeys',
      goal: 'conversion@product:checkout',
    });
    around.denied.add('product-ops.roadmap.goal.manage');
    expect((await make({ title: 'x' })).status).toBe(403);
    const value = await send('post', `${CHECKOUT}/goals/conversion/values`, {
      value: 1,
    });
    expect(value.status).toBe(403);
    expect((await get(`${CHECKOUT}/goals`)).may).toEqual({ manage: false });
    // The policy leaves it to the catalog, which has lost the other product a moment ago.
    around.reading.asCatalogSays = true;
    portal.inCatalog(
      ...catalog().filter(({ metadata }) => metadata.name !== 'identity'),
    );
    expect(await get('/goals')).toMatchObject({
      totalItems: 1,
      items: [{ id: 'conversion', standing: { items: { total: 0 } } }],
    });
    expect(await get(`${CHECKOUT}/goals/conversion`)).toMatchObject({
      work: { total: 0, items: [] },
    });
    around.reading.asCatalogSays = false;
    around.reading.hidden = true;
    expect((await get('/goals')).totalItems).toBe(0);
    expect((await send('get', `${CHECKOUT}/goals/conversion`)).status).toBe(
      404,
    );
  });

  it('read their metric from Prometheus, and keep the last value when it is down', async () => {
    const path = `${CHECKOUT}/goals/conversion`;
    const read = async () => {
      await portal.run('goals-read-metrics');
      return (await get(path)).metric;
    };
    expect(await read()).toMatchObject({
      current: 66.5,
      measuredAt: '2026-09-21T14:13:20.000Z',
      source: { state: 'ok', prometheus: 'main', query: QUERY },
    });
    expect(prometheus.asked).toEqual([
      { query: QUERY, authorization: 'Bearer hush-hush' },
    ]);
    expect((await get(`${path}/values`)).items).toMatchObject([
      { value: 66.5, source: 'prometheus:main' },
    ]);

    const { vector } = prometheus;
    const elsewhere = await startPrometheus();
    const failures: Array<[Parameters<typeof prometheus.says>[0], string]> = [
      [() => ({ body: vector('1', '2') }), 'gives 2 series; expected one'],
      [() => ({ body: vector() }), 'gives no series'],
      [() => ({ body: vector('NaN') }), 'gives NaN; expected a finite number'],
      [() => ({ body: vector('+Inf') }), 'gives +Inf'],
      [() => ({ body: 'welcome' }), 'something else than JSON'],
      [() => ({ body: 'x'.repeat(300 * 1024) }), 'more than 256 KB'],
      [
        () => ({
          status: 400,
          body: {
            status: 'error',
            error: 'parse error near Bearer hush-hush',
          },
        }),
        'main answers 400: parse error near ***',
      ],
      [
        () => ({ status: 302, to: `${elsewhere.url}/api/v1/query`, body: '' }),
        'redirects are not followed',
      ],
    ];
    for (const [says, words] of failures) {
      prometheus.says(says);
      const metric = await read();
      expect(metric).toMatchObject({
        current: 66.5,
        measuredAt: '2026-09-21T14:13:20.000Z',
        source: { state: 'failing', failingSince: expect.any(String) },
      });
      expect(metric.source.error).toContain(words);
      expect(metric.source.error).not.toContain('hush');
    }
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.stop();

    prometheus.says(() => ({
      body: {
        status: 'success',
        data: { resultType: 'scalar', result: [1_790_400_000, '68'] },
      },
    }));
    const well = await read();
    expect(well).toMatchObject({ current: 68, source: { state: 'ok' } });
    expect(well.source).not.toHaveProperty('error');
    await prometheus.stop();
    expect((await read()).source.error).toMatch(
      /^main cannot be reached \([A-Z_]+\)$/,
    );
  });

  it('of a file that takes the id of a recorded one are in force, and the other one stays', async () => {
    await make({ title: 'Grow' });
    const grow = { id: 'grow', title: 'Grow, says the file' };
    portal.inCatalog(
      ...organisation,
      product('checkout', 'group:payments', [DECLARED, grow]),
    );
    await portal.refresh();
    const page = await get(`${CHECKOUT}/goals`);
    expect(page.items).toMatchObject([
      { id: 'conversion' },
      { id: 'grow', source: 'declared', alsoRecorded: true },
    ]);
    expect(page.totalItems).toBe(2);
    expect(await get(`${CHECKOUT}/goals/grow`)).toMatchObject({
      title: 'Grow, says the file',
    });
    expect(await get(`${CHECKOUT}/goals/grow?source=recorded`)).toMatchObject({
      title: 'Grow',
      version: 1,
    });
  });
});

it('are not read from a source that is written wrongly, and no secret is told', async () => {
  const start = (main: object) =>
    startPortal({
      config: {
        productOps: { metrics: { prometheus: { main: main as never } } },
      },
      features: [mockServices.auditor.factory()],
    });
  await expect(
    start({ url: 'https://jo:secret@metrics.example.com' }),
  ).rejects.toThrow(/prometheus\.main\.url.*belongs into headers/);
  await expect(start({ url: 'file:///etc/passwd' })).rejects.toThrow(
    /an http or https address/,
  );
});
