import {
  createMockDirectory,
  mockCredentials,
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

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const CHECKOUT = '/entities/product/default/checkout';
const CART = '/entities/component/default/cart';

/** A component of the checkout, with runbooks of its own. */
function cartAt(target: string): Entity {
  return entity('Component', 'cart', {
    spec: { owner: 'group:shop', type: 'service' },
    relations: [['partOf', 'product:default/checkout']],
    annotations: {
      'backstage.io/managed-by-location': target,
      'backstage.io/managed-by-origin-location': target,
      'productops.io/runbooks': 'runbooks/',
      'productops.io/product': 'product:checkout',
    },
  });
}

describe.each(databases.eachSupportedId())('follow-ups on %p', databaseId => {
  const folder = createMockDirectory();
  let around: ReturnType<typeof surroundings>;
  let portal: Portal;
  let knex: Knex;

  const instance = () => {
    const file = folder.resolve('catalog-info.yaml');
    return startPortal({
      knex,
      entities: [
        ...organisation,
        productAt(`file:${file}`, { runbooks: 'runbooks/' }),
        cartAt(`file:${file}`),
      ],
      config: { catalog: { locations: [{ type: 'file', target: file }] } },
      features: around.features,
    });
  };
  const send = (
    method: 'get' | 'post',
    user: string,
    path: string,
    body?: object,
    { on = portal, key = '' } = {},
  ) => {
    const asked = request(on.server)
      [method](`/api/product-ops${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
    return (key ? asked.set('Idempotency-Key', key) : asked).send(body);
  };
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
  async function start(of: string, more: object = {}) {
    const { version } = await get(`${of}/runbooks/fail-over`);
    return ok('post', 'jo', `${of}/runbooks/fail-over/runs`, {
      id: randomUUID(),
      version,
      reason: { kind: 'incident', text: 'Payments fail' },
      ...more,
    });
  }

  beforeEach(async () => {
    around = surroundings();
    folder.setContent({
      'catalog-info.yaml': '',
      runbooks: { 'fail-over.md': '# Fail over\n\n1. Look\n2. Switch\n' },
    });
    knex = await databases.init(databaseId);
    portal = await instance();
    await portal.refresh();
  });
  afterEach(() => portal.stop());

  it('put what a step taught on the roadmap of the product, and both sides know of each other', async () => {
    const run = await start(CART);
    expect(await get(`/follow-ups?run=${run.id}`)).toMatchObject({
      items: [],
      on: { ref: 'product:default/checkout' },
      may: { create: true },
    });
    const body = {
      run: run.id,
      step: '2',
      fields: { title: 'Mend the switch', category: 'reliability' },
    };
    const made = await ok('post', 'kim', '/follow-ups', body, { key: 'one' });
    expect(made).toMatchObject({
      item: {
        entity: { ref: 'product:default/checkout' },
        id: 'mend-the-switch',
        status: 'proposed',
        archived: false,
      },
      of: {
        entity: { ref: 'component:default/cart' },
        runbook: { id: 'fail-over', title: 'Fail over' },
        run: { id: run.id, reason: { kind: 'incident' } },
        step: '2',
      },
      by: { ref: 'user:default/kim' },
    });
    // A repeated request is the same follow-up.
    expect(
      await ok('post', 'kim', '/follow-ups', body, { key: 'one' }),
    ).toEqual(made);
    const item = await get(`${CHECKOUT}/roadmap/items/mend-the-switch`);
    expect(item).toMatchObject({
      origin: `run:${run.id}`,
      category: 'reliability',
    });
    await ok(
      'post',
      'jo',
      `${CHECKOUT}/roadmap/items/mend-the-switch/actions`,
      { type: 'drop', version: item.version },
    );
    for (const query of [
      `run=${run.id}`,
      'entity=component:cart&runbook=fail-over',
      'entity=product:checkout&item=mend-the-switch',
    ]) {
      expect((await get(`/follow-ups?${query}`)).items).toEqual([
        { ...made, item: { ...made.item, status: 'dropped' } },
      ]);
    }
  });

  it('come of drills and of runbooks too, and say so', async () => {
    const drill = await start(CHECKOUT, {
      reason: { kind: 'drill', text: 'Twice a year' },
    });
    const originOf = async (body: object) => {
      const { item } = await ok('post', 'jo', '/follow-ups', body);
      const path = `/entities/${item.entity.kind}/default/${item.entity.name}`;
      return (await get(`${path}/roadmap/items/${item.id}`)).origin;
    };
    expect(
      await originOf({ run: drill.id, fields: { title: 'Restore faster' } }),
    ).toBe(`drill:${drill.id}`);
    expect(
      await originOf({
        entity: 'component:cart',
        runbook: 'fail-over',
        on: 'component:cart',
        fields: { title: 'Write it anew' },
      }),
    ).toBe('runbook:fail-over');
  });

  it('are refused with what was expected, and then nothing is made', async () => {
    const run = await start(CHECKOUT);
    const fields = { title: 'X' };
    expect(
      await refused('post', 'jo', '/follow-ups', {
        run: run.id,
        step: '9',
        fields,
      }),
    ).toBe('400 step: got 9; expected a step of the run, such as 1');
    expect(await refused('post', 'jo', '/follow-ups', { fields })).toContain(
      '400 got none or several things',
    );
    expect(await refused('get', 'jo', '/follow-ups')).toContain('400 got none');
    expect(
      await refused('post', 'jo', '/follow-ups', {
        run: run.id,
        on: 'product:nothing',
        fields,
      }),
    ).toContain('404');
    expect(
      await refused('post', 'jo', '/follow-ups', {
        run: run.id,
        fields: { titel: 'X' },
      }),
    ).toContain('400');
    around.denied.add('product-ops.roadmap.item.create');
    expect(
      await refused('post', 'jo', '/follow-ups', { run: run.id, fields }),
    ).toContain('403');
    expect(await get(`/follow-ups?run=${run.id}`)).toMatchObject({
      items: [],
      may: { create: false },
    });
    around.reading.hidden = true;
    expect(await refused('get', 'jo', `/follow-ups?run=${run.id}`)).toContain(
      '404',
    );
  });

  it('of runs are listed with the runs of all entities, which can be narrowed down', async () => {
    const first = await start(CART);
    const second = await start(CHECKOUT, {
      reason: { kind: 'drill', text: 'Practice' },
    });
    await ok('post', 'jo', `/runs/${first.id}/events`, {
      id: randomUUID(),
      type: 'close',
      outcome: 'succeeded',
    });
    const listed = async (query: string) =>
      (await get(`/runs?${query}`)).items.map(({ id }: { id: string }) => id);
    // What goes on comes first.
    expect(await listed('')).toEqual([second.id, first.id]);
    expect(await listed('status=closed')).toEqual([first.id]);
    expect(await listed('reason=drill&reason=change')).toEqual([second.id]);
    expect(await listed('product=checkout')).toEqual([second.id, first.id]);
    expect(await listed('team=shop')).toEqual([first.id]);
    expect(await get('/runs?limit=1')).toMatchObject({ totalItems: 2 });
    around.reading.hidden = true;
    expect(await get('/runs')).toMatchObject({ items: [], totalItems: 0 });
    expect(await get('/runs?product=checkout')).toMatchObject({
      items: [],
      totalItems: 0,
    });
  });

  it('of people at a run: who has it open is seen on every instance, until it is closed', async () => {
    const run = await start(CHECKOUT);
    const second = await instance();
    try {
      const join = async (user: string, on: Portal) =>
        (
          await ok('post', user, `/runs/${run.id}/presence`, undefined, { on })
        ).here.map(({ ref }: { ref: string }) => ref);
      expect(await join('jo', portal)).toEqual(['user:default/jo']);
      around.publish.mockClear();
      expect(await join('kim', second)).toEqual([
        'user:default/jo',
        'user:default/kim',
      ]);
      // Pages are told of who comes, not of who stays.
      expect(around.publish).toHaveBeenCalledTimes(1);
      expect(await join('kim', portal)).toHaveLength(2);
      expect(around.publish).toHaveBeenCalledTimes(1);
      await knex('runbook_run_presence')
        .where({ person: 'user:default/jo' })
        .update({ seen_at: new Date(Date.now() - 61_000) });
      expect(await join('kim', portal)).toEqual(['user:default/kim']);
      await ok('post', 'jo', `/runs/${run.id}/events`, {
        id: randomUUID(),
        type: 'close',
        outcome: 'succeeded',
      });
      expect(await join('kim', portal)).toEqual([]);
    } finally {
      await second.stop();
    }
  });
});
