import {
  createMockDirectory,
  mockCredentials,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type {
  RunbookSearchPage,
  RunbookStaleReason,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import {
  productAt,
  readingFrom,
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
const FAIL_OVER = `${CHECKOUT}/runbooks/fail-over`;
const REVIEWS = `${FAIL_OVER}/reviews`;
const runbook = (more = '', steps = '1. Switch\n2. Look\n') =>
  `---\nalerts: [GatewayDown]\n${more}---\n# Fail over\n\n${steps}`;

describe.each(databases.eachSupportedId())('reviews on %p', databaseId => {
  const folder = createMockDirectory();
  let around: ReturnType<typeof surroundings>;
  let portal: Portal;
  let knex: Knex;

  const product = (
    more: { owner?: string; dependsOn?: string[] } = {},
    name = 'checkout',
  ) =>
    productAt(
      `file:${folder.resolve('catalog-info.yaml')}`,
      { runbooks: 'runbooks/' },
      {
        name,
        spec: { owner: more.owner ?? 'group:payments' },
        relations: (more.dependsOn ?? ['resource:default/db']).map(
          targetRef => ({ type: 'dependsOn', targetRef }),
        ),
      },
    );
  async function catalogHas(...products: ReturnType<typeof product>[]) {
    portal.inCatalog(...organisation, ...products);
    await portal.refresh();
    await portal.run('runbook-standings');
  }
  async function write(files: Record<string, string>) {
    folder.setContent({ 'catalog-info.yaml': '', runbooks: files });
    await knex('documents_sources').update({ next_read_at: new Date(0) });
    await portal.refresh();
  }

  beforeEach(async () => {
    around = surroundings();
    folder.setContent({
      'catalog-info.yaml': '',
      runbooks: { 'fail-over.md': runbook(), 'calm.md': '# Calm\n\n1. Wait\n' },
    });
    knex = await databases.init(databaseId);
    portal = await startPortal({
      knex,
      entities: [...organisation, product()],
      config: readingFrom(folder),
      features: around.features,
    });
    await portal.refresh();
  });
  afterEach(() => portal.stop());

  const send = (
    method: 'get' | 'post',
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
  const get = (path: string) => ok('get', 'jo', path);
  const asked = async (more: object = {}) => ({
    id: randomUUID(),
    version: (await get(FAIL_OVER)).version,
    ...more,
  });
  const review = async (more: object = {}, user = 'jo') =>
    ok('post', user, REVIEWS, await asked(more));
  const reasons = async (): Promise<string[]> =>
    ((await get(FAIL_OVER)).staleBecause ?? []).map(
      ({ message }: RunbookStaleReason) => message,
    );
  const search = (query: string): Promise<RunbookSearchPage> =>
    get(`/runbooks?${query}`);
  async function runWith(...commands: object[]) {
    const { version } = await get(FAIL_OVER);
    const run = await ok('post', 'jo', `${FAIL_OVER}/runs`, {
      id: randomUUID(),
      version,
      reason: { kind: 'incident', text: 'It is down' },
    });
    for (const command of commands) {
      await ok('post', 'jo', `/runs/${run.id}/events`, {
        id: randomUUID(),
        ...command,
      });
    }
    return run;
  }

  it('are recorded once for each id, with who, when and a note, for the version that was read', async () => {
    const body = await asked({ note: ' Read it in full. ' });
    const first = await ok('post', 'jo', REVIEWS, body);
    expect(first).toMatchObject({
      id: body.id,
      version: body.version,
      by: { ref: 'user:default/jo', known: true },
      note: 'Read it in full.',
    });
    expect(await ok('post', 'jo', REVIEWS, body)).toEqual(first);
    expect((await send('post', 'kim', REVIEWS, body)).status).toBe(409);
    const other = await send('post', 'jo', REVIEWS, { ...body, note: 'x' });
    expect(other.body.error.message).toMatch(/^id: got one/);

    const second = await review({}, 'kim');
    expect(await get(REVIEWS)).toEqual({
      items: [second, first],
      totalItems: 2,
      pageInfo: {},
      may: { review: true },
    });
    expect(await get(FAIL_OVER)).toMatchObject({
      lastReviewed: new Date().toISOString().slice(0, 10),
      stale: false,
    });

    await write({ 'fail-over.md': runbook('', '1. Switch it\n') });
    const late = await send('post', 'jo', REVIEWS, {
      ...body,
      id: randomUUID(),
    });
    expect(late.status).toBe(409);
    expect(late.body.error).toMatchObject({
      message: expect.stringMatching(/^version: got [0-9a-f]{64}; expected/),
      current: { id: 'fail-over', steps: 1 },
    });
    // What was recorded before answers a repeated request all the same.
    expect(await ok('post', 'jo', REVIEWS, body)).toEqual(first);
    expect((await get(REVIEWS)).totalItems).toBe(2);
    expect(around.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'runbook-review' }),
    );
  });

  it('at once are both kept', async () => {
    const bodies = await Promise.all([asked(), asked(), asked()]);
    await Promise.all(
      bodies.map((body, index) =>
        ok('post', ['jo', 'kim', 'lee'][index], REVIEWS, body),
      ),
    );
    const { items } = await get(REVIEWS);
    expect(items.map(({ id }: { id: string }) => id).sort()).toEqual(
      bodies.map(({ id }) => id).sort(),
    );
    const [{ review: inForce }] = await knex('runbook_standings')
      .where({ runbook_id: 'fail-over' })
      .select('review');
    expect(JSON.parse(inForce).at).toBe(
      items
        .map(({ at }: { at: string }) => at)
        .sort()
        .at(-1),
    );
  });

  it('of several runbooks of an entity at once do not wait for each other', async () => {
    const { version } = await get(`${CHECKOUT}/runbooks/calm`);
    for (const round of [1, 2, 3, 4]) {
      const [, , failOver] = await Promise.all([
        ok('post', 'jo', `${CHECKOUT}/runbooks/calm/reviews`, {
          id: randomUUID(),
          version,
        }),
        portal.run('runbook-standings'),
        review({ note: `Round ${round}` }, 'kim'),
      ]);
      expect(failOver.note).toBe(`Round ${round}`);
    }
  });

  it('are for those who may, and nothing is told to who may not read the entity', async () => {
    around.denied.add('product-ops.runbook.review');
    expect((await send('post', 'jo', REVIEWS, await asked())).status).toBe(403);
    expect((await get(REVIEWS)).may).toEqual({ review: false });
    const body = await asked();
    around.reading.hidden = true;
    expect((await send('get', 'ann', REVIEWS)).status).toBe(404);
    expect((await send('post', 'ann', REVIEWS, body)).status).toBe(404);
  });

  it('are asked for when the ground has changed, and settle it', async () => {
    expect(await reasons()).toEqual([]);
    await catalogHas(
      product({
        owner: 'group:sre',
        dependsOn: ['resource:default/db2', 'api:default/bank'],
      }),
    );
    expect(await reasons()).toEqual([
      'The owner of its entity changed from payments to sre.',
      'The entity depends on something new: bank, db2.',
      'The entity no longer depends on db.',
    ]);
    await review();
    expect(await reasons()).toEqual([]);

    await write({
      'fail-over.md': runbook('owner: group:shop\n').replace(
        'GatewayDown',
        'GatewayGone',
      ),
    });
    expect(await reasons()).toEqual([
      'Its own owner changed from nobody to shop.',
      'It answers other alerts: no longer GatewayDown, now GatewayGone.',
    ]);
    // A later review that the file tells of settles it as well.
    const tomorrow = new Date(Date.now() + 86400_000)
      .toISOString()
      .slice(0, 10);
    await write({
      'fail-over.md': runbook(
        `owner: group:shop\nlastReviewed: ${tomorrow}\n`,
      ).replace('GatewayDown', 'GatewayGone'),
    });
    expect(await get(FAIL_OVER)).toMatchObject({
      stale: false,
      lastReviewed: tomorrow,
    });
  });

  it('are asked for when a step failed or is called wrong or missing in a run', async () => {
    const run = await runWith(
      { type: 'step', step: '1', state: 'done' },
      { type: 'step', step: '2', state: 'failed', note: 'It did not' },
      { type: 'flag', step: '1', problem: 'wrong', note: 'Old name' },
      { type: 'flag', problem: 'missing', note: 'How to go back' },
    );
    expect((await reasons()).sort()).toEqual([
      'Step 1 was marked as wrong in a run.',
      'Step 2 failed in a run.',
      'The runbook was marked as missing something in a run.',
    ]);
    const { staleBecause } = await get(FAIL_OVER);
    expect(staleBecause).toContainEqual(
      expect.objectContaining({ kind: 'step', run: run.id, step: '2' }),
    );
    // Lists, searches, the resolution of alerts, the overview and the facts of the lifecycle agree.
    expect((await search('stale=true')).items).toMatchObject([
      { id: 'fail-over', stale: true, staleBecause },
    ]);
    expect((await search('stale=false')).items).toMatchObject([{ id: 'calm' }]);
    expect(
      (await portal.runbooks('product:default/checkout')).items[1],
    ).toEqual(expect.objectContaining({ id: 'fail-over', stale: true }));
    expect(
      (await get('/runbooks/resolve?alert=GatewayDown')).chosen,
    ).toMatchObject({ stale: true });
    const overview = await portal.overview('product:default/checkout');
    expect(overview.runbooks).toMatchObject({
      stale: 1,
      items: [{ id: 'fail-over' }, { id: 'calm' }],
    });
    expect(overview.attention).toContainEqual(
      expect.objectContaining({
        id: 'runbooks/stale/fail-over',
        action: {
          label: 'Review it',
          href: '/catalog/default/product/checkout/runbooks?runbook=fail-over',
        },
      }),
    );
    await review();
    expect(await reasons()).toEqual([]);
    expect((await search('stale=true')).totalItems).toBe(0);
    expect(
      (await portal.overview('product:default/checkout')).runbooks.stale,
    ).toBe(0);
  });

  it('are also for the owner that only the runbook names, under a policy that goes by owners', async () => {
    await write({ 'fail-over.md': runbook('owner: group:sre\n') });
    around.conditional.add('product-ops.runbook.review');
    const may = async (user: string) =>
      (await ok('get', user, REVIEWS)).may.review;
    expect(await may('lee')).toBe(true);
    expect(await review({}, 'lee')).toMatchObject({
      by: { ref: 'user:default/lee' },
    });
    // It goes for this runbook alone, and for nobody else.
    expect(await may('ann')).toBe(false);
    expect((await send('post', 'ann', REVIEWS, await asked())).status).toBe(
      403,
    );
    await write({ 'fail-over.md': runbook('owner: group:shop\n') });
    expect(await may('lee')).toBe(false);
    expect(await may('ann')).toBe(true);
    // What the policy denies as a whole stays denied, and what is hidden stays hidden.
    around.conditional.clear();
    around.denied.add('product-ops.runbook.review');
    expect(await may('ann')).toBe(false);
    around.denied.clear();
    around.conditional.add('product-ops.runbook.review');
    around.reading.hidden = true;
    expect((await send('get', 'ann', REVIEWS)).status).toBe(404);
  });

  it('are due for the owner of the runbook, else of its entity, who is told once', async () => {
    await runWith({ type: 'flag', problem: 'wrong', note: 'x' });
    const due = async (team: string) =>
      (await search(`stale=true&team=group:${team}`)).items.map(({ id }) => id);
    expect(await due('payments')).toEqual(['fail-over']);
    await portal.run('runbook-standings');
    await portal.run('runbook-standings');
    expect(around.told()).toEqual([
      {
        to: ['group:default/payments'],
        title: 'A runbook of checkout wants a review: Fail over',
        text: 'The runbook was marked as wrong in a run.',
      },
    ]);
    expect(around.send.mock.calls[0][0].payload).toMatchObject({
      severity: 'low',
      topic: 'runbook-review',
      link: '/catalog/default/product/checkout/runbooks?runbook=fail-over',
    });
    await review();
    await portal.run('runbook-standings');
    expect(around.told()).toHaveLength(1);

    // What falls due by its period, and many at once, in one message; what cannot be delivered is tried again.
    around.send.mockClear();
    around.send.mockRejectedValueOnce(new Error('Request failed: status 503'));
    await write({
      'a.md': '---\nowner: group:sre\nreviewEvery: P1M\n---\n# A\n\n1. x\n',
      'b.md': '---\nowner: group:sre\nreviewEvery: P1M\n---\n# B\n\n1. x\n',
    });
    expect(await due('payments')).toEqual([]);
    expect(await due('sre')).toEqual(['a', 'b']);
    await portal.run('runbook-standings');
    await portal.run('runbook-standings');
    expect(around.told()).toHaveLength(2);
    expect(around.told()[1]).toEqual({
      to: ['group:default/sre'],
      title: '2 runbooks want a review',
      text: 'A (checkout), B (checkout)',
    });
  });
});
