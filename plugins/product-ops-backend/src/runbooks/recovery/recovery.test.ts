import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { entity } from '../../__testUtils__/entity';
import {
  productAt,
  startPortal,
  type Portal,
} from '../../documents/__testUtils__/startPortal';
import {
  organisation,
  surroundings,
} from '../../lifecycle/__testUtils__/startStages';
import { readDrillPeriods } from './config';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const CHECKOUT = '/entities/product/default/checkout';

const dependsOn = (name: string, target: string, rto?: string): Entity =>
  entity('Component', name, {
    spec: { owner: 'group:shop', type: 'service' },
    relations: [['dependsOn', target]],
    ...(rto && { annotations: { 'productops.io/rto': rto } }),
  });

it('Periods of drills are read by tier, and what is none stops the backend with its name', () => {
  const read = (drillEvery: object) =>
    readDrillPeriods(
      mockServices.rootConfig({
        data: { productOps: { recovery: { drillEvery } } },
      }),
    );
  expect(read({})).toEqual({ 1: 'P6M', 2: 'P1Y' });
  expect(read({ tier2: 'none', tier3: 'P2Y' })).toEqual({ 1: 'P6M', 3: 'P2Y' });
  expect(() => read({ tier5: 'P1Y' })).toThrow(
    'got "tier5"; expected tier1 to tier4',
  );
  expect(() => read({ tier1: 'soon' })).toThrow(
    'productOps.recovery.drillEvery.tier1: got "soon"',
  );
});

describe.each(databases.eachSupportedId())('recovery on %p', databaseId => {
  const folder = createMockDirectory();
  let around: ReturnType<typeof surroundings>;
  let portal: Portal;
  let knex: Knex;
  let startOne: () => Promise<Portal>;

  const send = async (
    method: 'get' | 'post' | 'patch',
    user: string,
    path: string,
    body?: object,
  ) =>
    request(portal.server)
      [method](`/api/product-ops${path}`)
      .set('authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(body);
  const ok = async (...args: Parameters<typeof send>) => {
    const { status, body } = await send(...args);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const get = (path: string, user = 'jo') => ok('get', user, path);
  const refused = async (...args: Parameters<typeof send>) => {
    const { status, body } = await send(...args);
    return `${status} ${body.error.message}`;
  };
  const say = (run: string, command: object) =>
    ok('post', 'jo', `/runs/${run}/events`, { id: randomUUID(), ...command });
  async function start(kind = 'drill', runbook = 'restore') {
    const { version } = await get(`${CHECKOUT}/runbooks/${runbook}`);
    const { id } = await ok(
      'post',
      'jo',
      `${CHECKOUT}/runbooks/${runbook}/runs`,
      {
        id: randomUUID(),
        version,
        reason: { kind, text: 'Twice a year' },
      },
    );
    return id as string;
  }
  /** A drill that has taken some minutes, of which it was paused for ten. */
  async function drill(minutes: number, close: object) {
    const id = await start();
    await say(id, { type: 'pause' });
    await say(id, { type: 'resume' });
    const ago = (number: number) => new Date(Date.now() - number * 60_000);
    for (const [type, at] of [
      ['started', ago(minutes + 10)],
      ['pause', ago(minutes + 5)],
      ['resume', ago(minutes - 5)],
    ] as const) {
      await knex('runbook_run_events')
        .where({ run_id: id, type })
        .update({ at });
    }
    await say(id, { type: 'close', outcome: 'succeeded', ...close });
    return id;
  }
  const plan = (day: string, more: object = {}) => ({
    id: randomUUID(),
    day,
    ...more,
  });
  const FAR = '2099-12-01';

  beforeEach(async () => {
    around = surroundings();
    folder.setContent({
      'catalog-info.yaml': '',
      runbooks: {
        'restore.md':
          '---\ntype: recovery\n---\n# Restore\n\n1. Look\n2. Load\n',
        'look.md': '# Look\n\n1. Look\n',
      },
    });
    knex = await databases.init(databaseId);
    const file = folder.resolve('catalog-info.yaml');
    startOne = () =>
      startPortal({
        knex,
        entities: [
          ...organisation,
          productAt(
            `file:${file}`,
            { runbooks: 'runbooks/' },
            {
              spec: {
                tier: 1,
                recovery: {
                  rto: 'PT1H',
                  rpo: 'PT15M',
                  backup: 'Each night to another region',
                },
              },
              relations: [
                { type: 'dependsOn', targetRef: 'component:default/cart' },
              ],
            },
          ),
          dependsOn('cart', 'component:default/store'),
          dependsOn('store', 'component:default/cart', 'PT4H'),
        ],
        config: {
          catalog: { locations: [{ type: 'file', target: file }] },
          productOps: { recovery: { drillEvery: { tier1: 'P180D' } } },
        },
        features: around.features,
      });
    portal = await startOne();
    await portal.refresh();
  });
  afterEach(() => portal.stop());

  it('names what a promise rests on, the way there, and what is promised tighter than that', async () => {
    const recovery = await get(`${CHECKOUT}/recovery`);
    expect(recovery).toMatchObject({
      tier: 1,
      promised: { rto: 'PT1H', rpo: 'PT15M' },
      backup: 'Each night to another region',
      rolledUp: {
        rto: { duration: 'PT4H', entity: { ref: 'component:default/store' } },
      },
      restsOn: {
        totalItems: 2,
        items: [
          {
            entity: { ref: 'component:default/store' },
            promised: { rto: 'PT4H' },
            way: [{ ref: 'component:default/cart' }],
          },
          { entity: { ref: 'component:default/cart' }, promised: {} },
        ],
      },
      conflicts: [
        {
          objective: 'rto',
          promised: 'PT1H',
          theirs: 'PT4H',
          entity: { ref: 'component:default/store' },
          way: [{ ref: 'component:default/cart' }],
        },
      ],
      runbooks: [{ id: 'restore', title: 'Restore' }],
      drills: { items: [], totalItems: 0 },
      proof: 'never',
      may: { plan: true, run: true },
    });
    // What is promised tighter than what lies two steps below needs attention, also in a circle.
    const tighter = async () =>
      (await get(CHECKOUT)).attention.filter(({ id }: { id: string }) =>
        id.startsWith('runbooks/tighter-'),
      );
    expect(await tighter()).toEqual([
      expect.objectContaining({
        id: 'runbooks/tighter-rto/component:default/store',
        severity: 'warning',
        title:
          'It promises a recovery time of 1 h, and rests on store by way of cart, which promises 4 h.',
      }),
    ]);
    // What only a hidden entity leads to counts nowhere.
    portal.inCatalog(
      ...organisation,
      productAt(`file:${folder.resolve('catalog-info.yaml')}`),
      dependsOn('store', 'component:default/cart', 'PT4H'),
    );
    around.reading.asCatalogSays = true;
    expect(await tighter()).toEqual([]);
    around.reading.asCatalogSays = false;
    around.reading.hidden = true;
    expect(await refused('get', 'jo', `${CHECKOUT}/recovery`)).toContain('404');
    expect(await get('/recovery')).toMatchObject({
      items: [],
      summary: { all: { total: 0 } },
    });
  });

  it('is not proven by a drill that misses its objective, and the page of the product says so', async () => {
    const missed = await drill(72, { dataLoss: 'PT5M' });
    const recovery = await get(`${CHECKOUT}/recovery`);
    expect(recovery).toMatchObject({
      proof: 'missed',
      last: {
        run: missed,
        runbook: { id: 'restore', title: 'Restore' },
        proof: 'missed',
        time: { promised: 'PT1H', result: 'missed' },
        loss: { promised: 'PT15M', ms: 300_000, result: 'kept' },
      },
      due: { overdue: false },
      drills: { totalItems: 1 },
    });
    const over = Math.round(recovery.last.time.overMs / 60_000);
    expect(over).toBe(12);
    const { operations, attention } = await get(CHECKOUT);
    expect(operations).toMatchObject({
      rto: 'PT1H',
      proof: 'missed',
      drill: { run: missed, time: { result: 'missed' } },
    });
    expect(attention).toContainEqual(
      expect.objectContaining({
        id: 'runbooks/drill-missed-rto',
        severity: 'critical',
        title: 'The last drill missed its recovery time by 12 min.',
      }),
    );
    expect(await get('/recovery?state=missed')).toMatchObject({
      totalItems: 1,
      summary: {
        all: { total: 2, missed: 1, never: 1, conflict: 1 },
        tier1: { total: 1, missed: 1, proven: 0 },
      },
      items: [{ entity: { ref: 'product:default/checkout' }, proof: 'missed' }],
    });
    const record = await send(
      'get',
      'jo',
      `/runs/${missed}/record?format=markdown`,
    );
    expect(record.text).toContain('**Data lost:** 5 min');
    const promisedThen = [
      '**Recovery time:** promised 1 h, measured 1 h 12 min: missed by 12 min',
      '**Data loss:** promised 15 min, measured 5 min: held',
      '**As a drill:** it has missed what was promised',
    ];
    promisedThen.forEach(said => expect(record.text).toContain(said));

    // What is promised later does not change the record.
    portal.inCatalog(
      ...organisation,
      productAt(
        `file:${folder.resolve('catalog-info.yaml')}`,
        { runbooks: 'runbooks/' },
        { spec: { tier: 1, recovery: { rto: 'PT2H', rpo: 'PT15M' } } },
      ),
      dependsOn('cart', 'component:default/store'),
      dependsOn('store', 'component:default/cart', 'PT4H'),
    );
    await portal.refresh();
    expect(await get(`${CHECKOUT}/recovery`)).toMatchObject({
      proof: 'proven',
      promised: { rto: 'PT2H' },
    });
    expect(
      (await send('get', 'jo', `/runs/${missed}/record?format=markdown`)).text,
    ).toBe(record.text);
    expect((await get(`/runs/${missed}/record`)).drill).toMatchObject({
      run: missed,
      proof: 'missed',
      time: { promised: 'PT1H', result: 'missed' },
      loss: { promised: 'PT15M', ms: 300_000, result: 'kept' },
    });

    // The next one keeps it.
    await drill(30, { dataLoss: 'PT5M' });
    expect(await get(`${CHECKOUT}/recovery`)).toMatchObject({
      proof: 'proven',
      drills: { totalItems: 2, items: [{ proof: 'proven' }, { run: missed }] },
    });
    expect(await get('/recovery?state=proven')).toMatchObject({
      totalItems: 1,
      summary: { tier1: { total: 1, proven: 1 } },
    });
    expect(await get('/recovery?state=overdue&tier=1')).toMatchObject({
      totalItems: 0,
    });
    expect(await get('/recovery?product=checkout')).toMatchObject({
      totalItems: 1,
    });
    expect(await get('/recovery?team=shop')).toMatchObject({
      items: [{ entity: { ref: 'component:default/store' } }],
    });
  });

  it('is proven by drills alone, and an abandoned one proves nothing', async () => {
    const other = await start('change');
    expect(
      await refused('post', 'jo', `/runs/${other}/events`, {
        id: randomUUID(),
        type: 'close',
        outcome: 'succeeded',
        dataLoss: 'PT1M',
      }),
    ).toContain('400 dataLoss: got a value; expected none');
    await say(other, { type: 'close', outcome: 'succeeded' });
    const operational = await start('drill', 'look');
    await say(operational, { type: 'close', outcome: 'succeeded' });
    expect(await get(`${CHECKOUT}/recovery`)).toMatchObject({
      proof: 'never',
      drills: { totalItems: 0 },
    });
    const abandoned = await start();
    expect(
      await refused('post', 'jo', `/runs/${abandoned}/events`, {
        id: randomUUID(),
        type: 'close',
        outcome: 'succeeded',
        dataLoss: 'little',
      }),
    ).toContain('400 dataLoss: got "little"; expected an ISO 8601 duration');
    await say(abandoned, {
      type: 'close',
      outcome: 'abandoned',
      note: 'An incident came first',
    });
    expect(await get(`${CHECKOUT}/recovery`)).toMatchObject({
      proof: 'failed',
      last: { outcome: 'abandoned' },
    });
    expect(await knex('lifecycle_pending').select('entity_ref')).toContainEqual(
      {
        entity_ref: 'product:default/checkout',
      },
    );
  });

  it('is planned, moved and cancelled, and the drill that is run does the earliest plan that is not for another runbook', async () => {
    const body = plan(FAR, { runbook: 'restore', note: 'With the bank' });
    const post = (sent: object, user = 'jo') =>
      ['post', user, `${CHECKOUT}/recovery/plans`, sent] as Parameters<
        typeof send
      >;
    const made = await ok(...post(body));
    expect(made).toMatchObject({
      ...body,
      by: { ref: 'user:default/jo' },
      state: 'planned',
      version: 1,
    });
    expect(await ok(...post(body))).toEqual(made);
    expect(await refused(...post({ ...body, day: '2099-12-02' }))).toContain(
      '409 id:',
    );
    expect(await refused(...post(plan('2099-02-30')))).toContain('400 day:');
    expect(await refused(...post(plan('2020-01-01')))).toContain('400 day:');
    expect(await refused(...post(plan(FAR, { runbook: 'look' })))).toContain(
      '400 runbook: got look; expected a recovery runbook',
    );
    const change = (id: string, sent: object) =>
      ['patch', 'kim', `/drill-plans/${id}`, sent] as Parameters<typeof send>;
    const moved = await ok(
      ...change(made.id, { version: 1, day: '2099-11-01' }),
    );
    expect(moved).toMatchObject({ day: '2099-11-01', version: 2 });
    const late = await send(...change(made.id, { version: 1, day: FAR }));
    expect(late.status).toBe(409);
    expect(late.body.error.current).toEqual(moved);
    const second = await ok(...post(plan(FAR)));
    expect(await get('/recovery?tier=1')).toMatchObject({
      items: [{ planned: '2099-11-01' }],
    });

    // The runbook that it names has gone meanwhile, and another one is drilled.
    const other = await ok(...post(plan('2099-10-01', { runbook: 'restore' })));
    await knex('drill_plans')
      .where({ id: other.id })
      .update({ runbook_id: 'gone' });

    const run = await drill(30, { dataLoss: 'PT5M' });
    expect(
      (await get(`${CHECKOUT}/recovery`)).plans.map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual([other.id, second.id]);
    await ok(...change(other.id, { version: 1, state: 'cancelled' }));
    const done = await send(...change(made.id, { version: 3, day: FAR }));
    expect(done.body.error.current).toMatchObject({ state: 'done', run });
    expect(
      await ok(...change(second.id, { version: 1, state: 'cancelled' })),
    ).toMatchObject({ state: 'cancelled' });
    expect((await get(`${CHECKOUT}/recovery`)).plans).toEqual([]);

    around.denied.add('product-ops.drill.plan');
    expect(await refused(...post(plan(FAR)))).toContain(
      '403 You may not plan drills',
    );
    around.reading.hidden = true;
    expect(
      await refused(...change(made.id, { version: 3, day: FAR })),
    ).toContain('404');
  });

  it('is told to the owner alone when a drill is due, overdue, planned or moved: once, over restarts and two instances', async () => {
    const DAY = 24 * 3600_000;
    const tell = async () => {
      const before = around.told().length;
      await portal.run('recovery-drill-notices');
      const other = await startOne();
      await other.run('recovery-drill-notices');
      await other.stop();
      await portal.run('recovery-drill-notices');
      return around.told().slice(before);
    };
    const owner = ['group:default/payments'];
    expect(await tell()).toEqual([]);
    await drill(30, { dataLoss: 'PT5M' });
    expect(await tell()).toEqual([]);

    const closed = (daysAgo: number) =>
      knex('drills').update({
        closed_at: new Date(Date.now() - daysAgo * DAY),
      });
    await closed(180);
    expect(await tell()).toEqual([
      {
        to: owner,
        title: 'A drill of the recovery of checkout is due today',
        text: 'Run it, or plan it for another day.',
      },
    ]);
    expect(around.send.mock.calls[0][0].payload).toMatchObject({
      severity: 'low',
      topic: 'recovery-drill',
      link: '/catalog/default/product/checkout/runbooks',
    });
    // A day later; what could not be delivered is tried again.
    await closed(181);
    await knex('drill_notices').update({
      due_on: new Date(Date.now() - DAY).toISOString().slice(0, 10),
    });
    around.send.mockRejectedValueOnce(new Error('Request failed: status 503'));
    await portal.run('recovery-drill-notices');
    around.send.mockClear();
    expect(await tell()).toEqual([
      {
        to: owner,
        title: 'A drill of the recovery of checkout is overdue',
        text: expect.stringMatching(/^It was due on /),
      },
    ]);

    const made = await ok('post', 'jo', `${CHECKOUT}/recovery/plans`, {
      ...plan(FAR, { note: 'With the bank' }),
    });
    expect(await tell()).toEqual([
      {
        to: owner,
        title: 'A drill of the recovery of checkout is planned for 1 Dec 2099',
        text: 'With the bank',
      },
    ]);
    const change = (version: number, sent: object) =>
      ok('patch', 'kim', `/drill-plans/${made.id}`, { version, ...sent });
    await change(1, { note: 'Without the bank' });
    expect(await tell()).toEqual([]);
    await change(2, { day: '2099-11-01' });
    const [moved] = await tell();
    expect(moved).toMatchObject({
      to: owner,
      title: 'The drill of the recovery of checkout was moved to 1 Nov 2099',
    });
    // Who has moved it need not be told.
    expect(around.send.mock.calls.at(-1)?.[0].recipients.excludeEntityRef).toBe(
      'user:default/kim',
    );
    await change(3, { state: 'cancelled' });
    // Of what is gone from the catalog nothing is told.
    await ok('post', 'jo', `${CHECKOUT}/recovery/plans`, plan(FAR));
    portal.inCatalog(...organisation);
    await portal.refresh();
    await portal.run('recovery-drill-notices');
    expect(around.told()).toHaveLength(3);
  });
});
