import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  alertsExtensionPoint,
  type AlertSource,
  type OnCallLookup,
} from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
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

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const HOUR = 3600_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** What Alertmanager sends of an alert. */
const alert = (
  labels: Record<string, string>,
  more: Record<string, unknown> = {},
) => ({
  status: 'firing',
  labels,
  annotations: { summary: 'It fails' },
  startsAt: ago(HOUR),
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example.com/graph?g0.expr=up',
  fingerprint: Buffer.from(JSON.stringify(labels)).toString('hex').slice(-64),
  ...more,
});
const webhook = (...alerts: unknown[]) => ({
  version: '4',
  groupKey: '{}:{}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'backstage',
  groupLabels: {},
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'http://alertmanager.example.com',
  alerts,
});

const pings: AlertSource = {
  id: 'pings',
  title: 'Pings',
  parse: ({ target, since, bad }) => {
    if (bad) {
      throw new Error('secret');
    }
    return typeof target === 'string'
      ? {
          alerts: [
            {
              fingerprint: target,
              name: 'PingFails',
              labels: { component: target },
              startsAt: new Date(String(since)),
              generatorUrl: 'data:text/html,1',
            },
          ],
        }
      : { problem: { at: 'target', got: typeof target, expected: 'a name' } };
  },
};

describe.each(databases.eachSupportedId())('alerts on %p', databaseId => {
  const folder = createMockDirectory();
  let around: ReturnType<typeof surroundings>;
  let portal: Portal;
  let knex: Knex;
  let onCall: OnCallLookup['onCall'];

  const instance = () => {
    const file = `file:${folder.resolve('catalog-info.yaml')}`;
    return startPortal({
      knex,
      entities: [
        ...organisation,
        productAt(file, { runbooks: 'runbooks/' }),
        entity('Component', 'cart', {
          spec: { owner: 'group:shop' },
          relations: [['partOf', 'product:default/checkout']],
        }),
        productAt('file:/else', {}, { name: 'loyalty' }),
      ].map(one =>
        one.metadata.name === 'checkout'
          ? {
              ...one,
              relations: [
                { type: 'hasPart', targetRef: 'component:default/cart' },
              ],
            }
          : one,
      ),
      config: {
        catalog: {
          locations: [
            { type: 'file', target: folder.resolve('catalog-info.yaml') },
          ],
        },
        productOps: { alerts: { keepPerSource: 3000 } },
      },
      features: [
        ...around.features,
        createBackendModule({
          pluginId: 'product-ops',
          moduleId: 'pings',
          register(reg) {
            reg.registerInit({
              deps: { point: alertsExtensionPoint },
              async init({ point }) {
                point.addSource(pings);
                point.addOnCallLookup({
                  id: 'rota',
                  onCall: asked => onCall(asked),
                });
              },
            });
          },
        }),
      ],
    });
  };
  const post = (
    body: object,
    {
      source = 'alertmanager',
      on = portal,
      as = mockCredentials.service.header(),
    } = {},
  ) =>
    request(on.server)
      .post(`/api/product-ops/alerts/${source}`)
      .set('authorization', as)
      .send(body);
  const told = async (...alerts: unknown[]) => {
    const { status, body } = await post(webhook(...alerts));
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const refused = async (asked: ReturnType<typeof post>) => {
    const { status, body } = await asked;
    return `${status} ${body.error?.message}`;
  };
  const list = async (query = '', on = portal) => {
    const { status, body } = await request(on.server)
      .get(`/api/product-ops/alerts${query}`)
      .set('authorization', mockCredentials.user.header('user:default/jo'));
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const names = async (query = '') =>
    (await list(query)).items.map((one: { name: string }) => one.name);

  beforeEach(async () => {
    around = surroundings();
    onCall = async () => new Map();
    folder.setContent({
      'catalog-info.yaml': '',
      runbooks: {
        'fail-over.md':
          '---\ntype: incident\nalerts: [PaymentsFail]\n---\n# Fail over\n\n1. Look\n2. Switch\n',
      },
    });
    knex = await databases.init(databaseId);
    portal = await instance();
    await portal.refresh();
  });
  afterEach(() => portal.stop());

  it('are taken once however often they are told, closed when resolved, and new when they fire anew', async () => {
    const labels = { alertname: 'PaymentsFail', product: 'checkout' };
    const first = alert(labels, { startsAt: ago(2 * HOUR) });
    expect(await told(first)).toEqual({ received: 1, firing: 1, resolved: 0 });
    const second = await instance();
    try {
      const posts = await Promise.all(
        [portal, second, portal, second].map(on =>
          post(webhook(first), { on }),
        ),
      );
      expect(posts.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(await list('', second)).toMatchObject({ totalItems: 1 });
    } finally {
      await second.stop();
    }
    around.publish.mockClear();
    await told(first);
    // Pages are told of what has changed.
    expect(around.publish).not.toHaveBeenCalled();
    await told({ ...first, status: 'resolved', endsAt: ago(HOUR) });
    expect(around.publish).toHaveBeenCalledTimes(1);
    // What was under way before comes late.
    await told(first);
    expect(await list('?entity=product:checkout')).toMatchObject({
      items: [],
      recent: [{ name: 'PaymentsFail', ended: { because: 'resolved' } }],
    });
    await told(alert(labels, { startsAt: ago(HOUR / 2) }));
    expect(await list('?entity=product:checkout')).toMatchObject({
      totalItems: 1,
      recent: [{ name: 'PaymentsFail' }],
    });
    expect(await knex('alerts').count({ n: '*' })).toEqual([
      { n: databaseId === 'SQLITE_3' ? 2 : '2' },
    ]);
  });

  it('are the first of what needs attention on their entity, lead to their runbook, and are gone when they resolve', async () => {
    const labels = { alertname: 'PaymentsFail', product: 'checkout' };
    const firing = alert(labels, { startsAt: '2026-10-02T03:20:00Z' });
    const attention = async (ref = 'product:default/checkout') =>
      (await portal.overview(ref)).attention;
    const ofAlerts = async (ref?: string) =>
      (await attention(ref)).filter(({ id }) =>
        id.startsWith('runbooks/alert/'),
      );
    expect(await ofAlerts()).toEqual([]);
    await told(firing, alert({ alertname: 'Slow', component: 'cart' }));
    expect((await attention())[0]).toMatchObject({
      id: expect.stringMatching(/^runbooks\/alert\//),
      severity: 'critical',
      title: 'The alert PaymentsFail has fired since 2026-10-02 03:20 UTC.',
      detail: 'The runbook "Fail over" answers it.',
      action: {
        label: 'Open its runbook',
        href: '/runbooks/alert/PaymentsFail?product=checkout',
      },
    });
    expect(await ofAlerts()).toHaveLength(1);
    expect(await ofAlerts('component:default/cart')).toMatchObject([
      {
        detail: 'It fails',
        action: {
          label: 'Open the alert',
          href: '/runbooks/alert/Slow?component=cart',
        },
      },
    ]);
    await told({ ...firing, status: 'resolved', endsAt: ago(HOUR) });
    expect(await ofAlerts()).toEqual([]);
  });

  it('show their entity and the runbook that answers them, or why none does', async () => {
    await told(
      alert({ alertname: 'Odd', severity: 'warning', component: 'nothing' }),
      alert({ alertname: 'Slow', severity: 'page', component: 'cart' }),
      alert({ alertname: 'PaymentsFail', component: 'cart', region: 'west' }),
    );
    const { items } = await list();
    expect(items).toMatchObject([
      {
        name: 'Slow',
        severity: 'page',
        summary: 'It fails',
        source: 'Alertmanager',
        url: 'http://prometheus.example.com/graph?g0.expr=up',
        entity: { ref: 'component:default/cart' },
        unmatched: {
          reason: 'no-runbook',
          lines: expect.stringContaining('alerts: ["Slow"]'),
        },
      },
      {
        name: 'Odd',
        unmatched: {
          reason: 'no-entity',
          lines: expect.stringContaining('entity: "component:default/name"'),
        },
      },
      {
        name: 'PaymentsFail',
        labels: { region: 'west' },
        entity: { ref: 'component:default/cart' },
        runbook: {
          id: 'fail-over',
          title: 'Fail over',
          entity: { ref: 'product:default/checkout' },
          mayRun: true,
        },
        because: [
          'The label component=cart names cart, a part of checkout.',
          'It answers the alert PaymentsFail.',
          'No other entity has a runbook for it.',
        ],
      },
    ]);
    expect(items[1].entity).toBeUndefined();
    expect(items[2].unmatched).toBeUndefined();
    expect(await names('?matched=true')).toEqual(['PaymentsFail']);
    expect(await names('?matched=false')).toEqual(['Slow', 'Odd']);
    expect(await names('?product=checkout')).toEqual(['Slow', 'PaymentsFail']);
    expect(await names('?entity=component:cart')).toEqual([
      'Slow',
      'PaymentsFail',
    ]);
    expect(await names('?entity=product:loyalty')).toEqual([]);
    expect(await names('?team=shop')).toEqual(['Slow', 'PaymentsFail']);
    expect(await names('?team=sre')).toEqual([]);
    const page = await list('?limit=1');
    expect(page).toMatchObject({ totalItems: 3, items: [{ name: 'Slow' }] });
    expect(await names(`?limit=1&cursor=${page.pageInfo.nextCursor}`)).toEqual([
      'Odd',
    ]);
  });

  it('are matched as the catalog and the runbooks are now', async () => {
    await told(alert({ alertname: 'Slow', product: 'checkout' }));
    expect(await names('?matched=true')).toEqual([]);
    folder.addContent({
      'runbooks/slow.md': '---\nalerts: [Slow]\n---\n# Slow\n\n1. Look\n',
    });
    await knex('documents_sources').update({ next_read_at: new Date(0) });
    await portal.run('documents-read');
    expect(await names('?matched=true')).toEqual(['Slow']);
  });

  it('are seen by those who may read the entity, and those of none by those who may see these', async () => {
    await told(
      alert({ alertname: 'PaymentsFail', product: 'checkout' }),
      alert({ alertname: 'Odd' }),
    );
    around.denied.add('product-ops.alert.read-unmatched');
    expect(await list()).toMatchObject({
      totalItems: 1,
      items: [{ name: 'PaymentsFail' }],
      may: { readUnmatched: false },
    });
    around.denied.clear();
    around.denied.add('product-ops.runbook.run');
    expect((await list('?matched=true')).items[0].runbook.mayRun).toBe(false);
    around.reading.hidden = true;
    // The alert of a hidden entity is not shown as nobody's.
    expect(await list()).toMatchObject({
      totalItems: 1,
      items: [{ name: 'Odd' }],
    });
    expect(await list('?product=checkout')).toMatchObject({ totalItems: 0 });
    const hidden = await request(portal.server)
      .get('/api/product-ops/alerts?entity=product:checkout')
      .set('authorization', mockCredentials.user.header('user:default/jo'));
    expect(hidden.status).toBe(404);
  });

  it('come from systems that may tell of them, and from nobody else', async () => {
    const body = webhook(alert({ alertname: 'PaymentsFail' }));
    expect(
      await refused(post(body, { as: mockCredentials.none.header() })),
    ).toMatch(/^401/);
    expect(
      await refused(post(body, { as: mockCredentials.user.header() })),
    ).toContain('403 Alerts come from other systems');
    around.denied.add('product-ops.alert.receive');
    expect(await refused(post(body))).toBe(
      '403 This token may not send alerts; it needs the permission product-ops.alert.receive',
    );
    expect(await knex('alerts')).toEqual([]);
    expect(around.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'alerts-receive',
        meta: { source: 'alertmanager' },
      }),
    );
  });

  it('are refused as a whole when something is not as it should be, with where and what', async () => {
    const good = alert({ alertname: 'PaymentsFail' });
    const cases: Array<[object, string]> = [
      [{}, 'version: got undefined; expected "4"'],
      [{ ...webhook(), version: '3' }, 'version: got "3"; expected "4"'],
      [{ version: '4' }, 'alerts: got undefined; expected a list of alerts'],
      [webhook(good, 7), 'alerts[1]: got 7; expected an alert'],
      [webhook(good, { ...good, status: 'on' }), 'alerts[1].status: got "on"'],
      [webhook(alert({ name: 'x' })), 'alerts[0].labels.alertname'],
      [
        webhook(alert({ alertname: 'A' }, { annotations: { a: 1 } })),
        'alerts[0].annotations.a: got 1; expected a text',
      ],
      [
        webhook(alert({ alertname: 'A' }, { startsAt: 'today' })),
        'alerts[0].startsAt: got "today"; expected a time such as',
      ],
      [
        webhook(
          alert({ alertname: 'A' }, { startsAt: '2999-01-01T00:00:00Z' }),
        ),
        'expected a time since 1990 that is not in the future',
      ],
      [
        webhook(alert({ alertname: 'A', b: 'x'.repeat(2001) })),
        'alerts[0].labels.b: got 2001 characters; expected a text of at most 2000',
      ],
      [
        webhook(
          ...Array.from({ length: 1001 }, (_, n) =>
            alert({ alertname: 'A' }, { fingerprint: `f${n}` }),
          ),
        ),
        'alerts: got 1001 alerts; expected at most 1000',
      ],
      [
        webhook(
          good,
          alert(
            { alertname: 'A' },
            {
              annotations: Object.fromEntries(
                [1, 2, 3, 4, 5].map(n => [`a${n}`, 'x'.repeat(6500)]),
              ),
            },
          ),
        ),
        'alerts[1]: got labels and annotations of 32520 characters; expected at most 32000 of an alert',
      ],
    ];
    for (const [body, message] of cases) {
      const answer = await refused(post(body));
      expect(answer).toContain('400 ');
      expect(answer).toContain(message);
    }
    expect(await refused(post({ a: 'x'.repeat(4_200_000) }))).toBe(
      '400 body: got more than 4194304 bytes; expected at most that',
    );
    expect(await refused(post({}, { source: 'nagios' }))).toBe(
      '404 source: got nagios; expected alertmanager or pings',
    );
    expect(await knex('alerts')).toEqual([]);
  });

  it('of other sources are as good, and hostile addresses are left out', async () => {
    const of = { source: 'pings' };
    const { status } = await post({ target: 'cart', since: ago(HOUR) }, of);
    expect(status).toBe(200);
    const { items } = await list();
    expect(items).toMatchObject([
      { source: 'Pings', entity: { ref: 'component:default/cart' } },
    ]);
    expect(items[0].url).toBeUndefined();
    expect(await refused(post({}, of))).toBe(
      '400 target: got undefined; expected a name',
    );
    expect(await refused(post({ bad: true }, of))).toBe(
      '400 body: got what Pings cannot be read from; expected what it sends',
    );
    expect(await refused(post({ target: 'a', since: 'x' }, of))).toContain(
      '400 alerts[0].startsAt: got no time',
    );
  });

  it('say who is on call, whatever those who know answer', async () => {
    await told(alert({ alertname: 'PaymentsFail', product: 'checkout' }));
    const asked = jest.fn();
    const until = new Date(Date.now() + HOUR);
    onCall = async ({ entityRefs }) => {
      asked(entityRefs);
      return new Map([
        [
          'product:default/checkout',
          [
            { userRef: 'user:default/kim', until },
            { name: 'Pager', link: 'https://pager.example.com' },
            { name: 'Evil', link: 'data:text/html,1' },
            {},
          ],
        ],
      ]);
    };
    const { onCall: told1 } = await list();
    expect(asked).toHaveBeenCalledWith(['product:default/checkout']);
    expect(told1).toMatchObject([
      {
        entity: { ref: 'product:default/checkout' },
        people: [
          { name: 'kim', user: { ref: 'user:default/kim', known: true } },
          { name: 'Pager', url: 'https://pager.example.com' },
          { name: 'Evil' },
        ],
      },
    ]);
    expect(told1[0].people[2].url).toBeUndefined();
    // Beside a runbook that is read without an alert.
    const beside = (ref: string) =>
      request(portal.server)
        .get(`/api/product-ops/on-call?entity=${encodeURIComponent(ref)}`)
        .set('authorization', mockCredentials.user.header('user:default/kim'));
    expect((await beside('product:checkout')).body).toEqual(told1[0]);
    expect((await beside('component:default/cart')).body).toMatchObject({
      entity: { ref: 'component:default/cart' },
      people: [],
    });
    around.reading.hidden = true;
    expect((await beside('product:checkout')).status).toBe(404);
    around.reading.hidden = false;
    onCall = async () => {
      throw new Error('no');
    };
    expect(await list()).toMatchObject({ totalItems: 1, onCall: [] });
    expect((await beside('product:checkout')).body.people).toEqual([]);
  });

  it('end when nobody tells of them any more, and are removed after months', async () => {
    const one = alert({ alertname: 'PaymentsFail', product: 'checkout' });
    await told(one);
    const heard = (ms: number) =>
      knex('alerts').update({ last_seen_at: new Date(Date.now() - ms) });
    await heard(73 * HOUR);
    expect(await list('?entity=product:checkout')).toMatchObject({
      items: [],
      recent: [{ name: 'PaymentsFail', ended: { because: 'unheard' } }],
    });
    // It is told of again: it never ended.
    await told(one);
    expect(await names()).toEqual(['PaymentsFail']);
    await heard(89 * 24 * HOUR);
    await portal.run('alerts-remove');
    expect(await knex('alerts')).not.toEqual([]);
    await heard(91 * 24 * HOUR);
    await portal.run('alerts-remove');
    expect(await knex('alerts')).toEqual([]);
  });

  it('are bounded for each source: what ended longest ago makes room, and what fires is never dropped unsaid', async () => {
    const many = (count: number, of: (n: number) => object) =>
      Array.from({ length: count }, (_, n) => ({
        id: `old-${n}`,
        source: 'alertmanager',
        fingerprint: `old-${n}`,
        starts_at: new Date(Date.now() - HOUR),
        name: 'Old',
        labels: '{}',
        annotations: '{}',
        received_at: new Date(),
        last_seen_at: new Date(Date.now() - HOUR + n),
        ...of(n),
      }));
    const resolved = { resolved_at: new Date() };
    await knex.batchInsert(
      'alerts',
      many(3000, n => (n < 2 || n === 7 ? resolved : {})),
      50,
    );
    await knex('alerts').insert(
      many(1, () => ({ id: 'p', source: 'pings', ...resolved })),
    );
    const kept = async () => {
      const ids: string[] = await knex('alerts')
        .whereNotNull('resolved_at')
        .orderBy('id')
        .pluck('id');
      return ids;
    };
    await told(
      alert({ alertname: 'A' }),
      alert({ alertname: 'B' }, { fingerprint: 'b' }),
    );
    expect(await kept()).toEqual(['old-7', 'p']);

    around.publish.mockClear();
    const start = new Date(Date.now() - HOUR).toISOString();
    await knex('alerts')
      .where({ id: 'old-9' })
      .update({ starts_at: new Date(start) });
    const full = webhook(
      alert({ alertname: 'C' }, { fingerprint: 'c' }),
      alert({ alertname: 'D' }, { fingerprint: 'd' }),
      alert({ alertname: 'Old' }, { fingerprint: 'old-9', startsAt: start }),
      {
        ...alert({ alertname: 'B' }, { fingerprint: 'b' }),
        status: 'resolved',
        endsAt: ago(0),
      },
    );
    // Of two that fire there is room for one; nothing that fires had to go for it.
    expect(await refused(post(full))).toBe(
      '503 alerts: got 1 that fire and are new, such as "D", while as many of alertmanager fire as are kept; expected at most 3000 (productOps.alerts.keepPerSource). All others are kept',
    );
    expect(around.publish).toHaveBeenCalledTimes(1);
    expect(
      await knex('alerts').whereIn('name', ['C', 'D']).pluck('name'),
    ).toEqual(['C']);
    expect((await list()).truncated).toBe(true);
    // What is known stays up to date, and what was resolved makes room for what is told again.
    const { last_seen_at: seen } = await knex('alerts')
      .where({ id: 'old-9' })
      .first();
    expect(new Date(seen).getTime()).toBeGreaterThan(Date.now() - HOUR / 2);
    await knex('alerts').where({ name: 'C' }).update(resolved);
    await told(alert({ alertname: 'D' }, { fingerprint: 'd' }));
    expect(await kept()).toEqual(['p']);
  });
});
