import {
  createMockDirectory,
  mockCredentials,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  mergeRunEvents,
  runStateOf,
  type RunbookRunEvent,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import {
  productAt,
  startPortal,
  type Portal,
} from '../../documents/__testUtils__/startPortal';
import {
  organisation,
  surroundings,
} from '../../lifecycle/__testUtils__/startStages';
import { matchesPattern } from './matchesPattern';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const CHECKOUT = '/entities/product/default/checkout';

const RUNBOOK = `---
expectedDuration: PT15M
parameters:
  - { name: region, required: true }
  - { name: queue, pattern: '^(q+)+$' }
---
# Fail over

1. Look at the [dashboard](dash.md)
2. Drain \`<region>\`
   1. Wait
3. Switch

   \`\`\`sh
   gatewayctl switch --region <region>
   \`\`\`
`;

describe('a pattern of a file', () => {
  it('never takes for ever', () => {
    expect(matchesPattern('^q+$', 'qq')).toBe(true);
    expect(matchesPattern('^q+$', 'x')).toBe(false);
    expect(matchesPattern('^(a+)+$', `${'a'.repeat(60)}!`)).toBe(false);
  });
});

describe.each(databases.eachSupportedId())('runs on %p', databaseId => {
  const folder = createMockDirectory();
  let around: ReturnType<typeof surroundings>;
  let portal: Portal;
  let knex: Knex;

  const instance = () =>
    startPortal({
      knex,
      entities: [
        ...organisation,
        productAt(`file:${folder.resolve('catalog-info.yaml')}`, {
          runbooks: 'runbooks/',
        }),
      ],
      config: {
        catalog: {
          locations: [
            { type: 'file', target: folder.resolve('catalog-info.yaml') },
          ],
        },
      },
      features: around.features,
    });
  async function write(files: Record<string, string>) {
    folder.setContent({ 'catalog-info.yaml': '', runbooks: files });
    await knex('documents_sources').update({ next_read_at: new Date(0) });
    await portal.refresh();
  }

  beforeEach(async () => {
    around = surroundings();
    folder.setContent({
      'catalog-info.yaml': '',
      runbooks: { 'fail-over.md': RUNBOOK, 'empty.md': '' },
    });
    knex = await databases.init(databaseId);
    portal = await instance();
    await portal.refresh();
  });
  afterEach(() => portal.stop());

  const send = (
    method: 'get' | 'post',
    user: string,
    path: string,
    body?: object,
    on = portal,
  ) =>
    request(on.server)
      [method](`/api/product-ops${path}`)
      .set('authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(body);
  const ok = async (...args: Parameters<typeof send>) => {
    const { status, body } = await send(...args);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const get = (path: string, on = portal) =>
    ok('get', 'jo', path, undefined, on);
  const versionNow = async () =>
    (await get(`${CHECKOUT}/runbooks/fail-over`)).version;
  const asked = async (more: object = {}) => ({
    id: randomUUID(),
    version: await versionNow(),
    reason: { kind: 'incident', text: 'Payments fail' },
    parameters: { region: 'eu-west' },
    ...more,
  });
  const START = `${CHECKOUT}/runbooks/fail-over/runs`;
  const start = async (more?: object, user = 'jo') =>
    ok('post', user, START, await asked(more));
  const say = (
    run: { id: string },
    command: object,
    user = 'jo',
    on = portal,
  ) =>
    send(
      'post',
      user,
      `/runs/${run.id}/events`,
      { id: randomUUID(), ...command },
      on,
    );
  const eventsOf = async (
    { id }: { id: string },
    on = portal,
  ): Promise<RunbookRunEvent[]> => {
    const pages: RunbookRunEvent[][] = [];
    for (let after = 0, seq = 1; after < seq; ) {
      const page = await get(`/runs/${id}/events?after=${after}&limit=40`, on);
      pages.push(page.events);
      seq = page.seq;
      after = page.events.at(-1)?.seq ?? seq;
    }
    return mergeRunEvents(...pages);
  };

  it('are started once for each id, with values that are checked, pinned to what was read', async () => {
    const body = await asked();
    const first = await ok('post', 'jo', START, body);
    expect(first).toMatchObject({
      id: body.id,
      status: 'running',
      runbook: { id: 'fail-over', title: 'Fail over', version: body.version },
      lead: { ref: 'user:default/jo', known: true },
      parameters: { region: 'eu-west' },
      steps: { total: 4, done: 0 },
      ground: 'same',
      may: { run: true },
      seq: 1,
    });
    expect(await ok('post', 'jo', START, body)).toEqual(first);
    expect((await send('post', 'kim', START, body)).status).toBe(409);
    expect(await get(`${CHECKOUT}/runs`)).toMatchObject({
      totalItems: 1,
      items: [{ id: body.id }],
      may: { run: true },
    });
    expect(await eventsOf(first)).toMatchObject([
      {
        seq: 1,
        type: 'started',
        by: 'user:default/jo',
        reason: { text: 'Payments fail' },
        steps: [
          { id: '1', title: 'Look at the dashboard' },
          { id: '2', title: 'Drain <region>' },
          { id: '2.1', title: 'Wait' },
          { id: '3', title: 'Switch' },
        ],
      },
    ]);

    const refused = async (more: object, path = START) => {
      const { status, body: answer } = await send(
        'post',
        'jo',
        path,
        await asked(more),
      );
      return `${status} ${answer.error.message}`;
    };
    expect(await refused({ version: 'old' })).toMatch(
      /^409 version: got old; expected [0-9a-f]{64}/,
    );
    expect(await refused({ parameters: {} })).toBe(
      '400 parameters.region: got nothing; expected a value',
    );
    expect(
      await refused({
        parameters: { region: 'eu', queue: `${'q'.repeat(60)}!` },
      }),
    ).toContain('400 parameters.queue: got q');
    expect(await refused({ reason: { kind: 'alert', text: ' ' } })).toContain(
      '400 reason.text: got nothing but blanks',
    );
    expect(
      await refused({
        reason: { kind: 'alert', text: 'x', link: 'data:text/html,1' },
      }),
    ).toContain('400 reason.link');
    expect(await refused({ id: 'x' })).toMatch(/^400 .*id/);
    const { version } = await get(`${CHECKOUT}/runbooks/empty`);
    expect(
      await refused(
        { version, parameters: {} },
        START.replace('fail-over', 'empty'),
      ),
    ).toMatch(/^400 .*0 steps/);
    expect(await refused({}, START.replace('fail-over', 'no-such'))).toMatch(
      /^404/,
    );
    expect(around.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'runbook-run-start' }),
    );
  });

  it('keep values with shell metacharacters as text, and execute nothing', async () => {
    const region = `$(touch /tmp/x); 'a' "b" \`c\` && rm -rf <x>`;
    const run = await start({ parameters: { region } });
    expect(run.parameters).toEqual({ region });
    await say(run, { type: 'close', outcome: 'succeeded' });
    const { text } = await send(
      'get',
      'jo',
      `/runs/${run.id}/record?format=markdown`,
    );
    expect(text).toContain('Parameter region:** $\\(touch /tmp/x\\)');
    expect(text).toContain('&amp;&amp; rm');
  });

  it('are worked on by fifty people on two instances without losing one event, in one order', async () => {
    const other = await instance();
    const run = await start();
    const people = ['jo', 'kim', 'lee', 'max', 'ann'];
    const steps = ['1', '2', '2.1', '3'];
    const sent = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const on = index % 2 ? portal : other;
        const command = {
          id: randomUUID(),
          type: 'step',
          step: steps[index % 4],
          state: 'done',
          note: `By ${index}`,
        };
        const user = people[index % 5];
        const first = await say(run, command, user, on);
        // The answer was lost, and it is sent again, to the other instance.
        const again = await say(
          run,
          command,
          user,
          on === portal ? other : portal,
        );
        expect([first.status, again.status]).toEqual([200, 200]);
        expect(again.body).toEqual(first.body);
        return first.body as RunbookRunEvent;
      }),
    );
    const here = await eventsOf(run);
    const there = await eventsOf(run, other);
    expect(here).toEqual(there);
    expect(here.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 51 }, (_, index) => index + 1),
    );
    expect(mergeRunEvents([here[0]], sent)).toEqual(here);
    expect(runStateOf(here).steps.every(({ state }) => state === 'done')).toBe(
      true,
    );
    expect(await get(`/runs/${run.id}`, other)).toMatchObject({
      seq: 51,
      steps: { total: 4, done: 4 },
    });
    expect(around.publish).toHaveBeenCalledWith(
      expect.objectContaining({
        message: expect.objectContaining({ room: 'runbooks' }),
      }),
    );
    await other.stop();
  });

  it('go on as they were started when the runbook is changed or deleted, and survive a restart', async () => {
    const run = await start();
    await write({ 'fail-over.md': '# Fail over\n\n1. Something else\n' });
    expect(await get(`/runs/${run.id}`)).toMatchObject({
      ground: 'changed',
      content: expect.stringContaining('gatewayctl switch'),
      outline: [{ id: '1' }, { id: '2' }, { id: '3' }],
    });
    await write({ 'other.md': '# Other\n\n1. One\n' });
    await portal.stop();
    portal = await instance();
    await portal.refresh();
    expect(await get(`/runs/${run.id}`)).toMatchObject({
      ground: 'gone',
      content: expect.stringContaining('gatewayctl switch'),
    });
    expect(
      (await say(run, { type: 'step', step: '2.1', state: 'done' })).status,
    ).toBe(200);
  });

  it('are paused, resumed, handed over and closed, and the record says it to who was not there', async () => {
    const run = await start();
    const said = async (command: object, user?: string) => {
      const { status, body } = await say(run, command, user);
      return status === 200 ? body.seq : `${status} ${body.error.message}`;
    };
    await said({ type: 'step', step: '1', state: 'done' });
    expect(await said({ type: 'step', step: '2', state: 'failed' })).toBe(
      '400 note: got nothing; expected why it is failed',
    );
    await said({
      type: 'step',
      step: '2',
      state: 'failed',
      note: 'The flag was *renamed*\n# not a heading <script>',
    });
    await said({
      type: 'flag',
      step: '2',
      problem: 'wrong',
      note: 'It is --zone now',
    });
    await said({ type: 'attach', step: '2', output: 'a\n```\nb' });
    await said({ type: 'attach', link: 'https://x.example/1' });
    expect(await said({ type: 'pause' })).toBe(7);
    expect(await said({ type: 'step', step: '3', state: 'done' })).toBe(
      '409 type: the run is paused; expected one that goes on: resume it first',
    );
    await said({ type: 'resume' });
    expect(await said({ type: 'hand-over', to: 'user:nobody' })).toContain(
      '400 to: got user:default/nobody',
    );
    await said({ type: 'hand-over', to: 'kim', note: 'My shift ends' });
    expect(around.told()).toEqual([
      {
        to: ['user:default/kim'],
        title: 'jo hands a run over to you: Fail over',
        text: 'checkout: My shift ends',
      },
    ]);
    expect((await send('get', 'jo', `/runs/${run.id}/record`)).status).toBe(
      409,
    );
    expect(await said({ type: 'close', outcome: 'failed' })).toContain(
      '400 note',
    );
    await said({ type: 'close', outcome: 'failed', note: 'Gave up' }, 'kim');
    const late = await say(run, { type: 'note', note: 'Too late' });
    expect(late.status).toBe(409);
    expect(late.body.error.current).toMatchObject({
      id: run.id,
      status: 'closed',
      outcome: 'failed',
    });

    const record = await get(`/runs/${run.id}/record`);
    expect(record.run).toMatchObject({
      status: 'closed',
      lead: { ref: 'user:default/kim' },
      steps: { total: 4, done: 1, failed: 1, skipped: 0 },
    });
    expect(record.events).toHaveLength(10);
    const { text, headers } = await send(
      'get',
      'jo',
      `/runs/${run.id}/record?format=markdown`,
    );
    expect(headers['content-type']).toContain('text/markdown');
    expect(text).toContain('# Fail over: failed');
    expect(text).toContain('marked wrong: It is \\-\\-zone now');
    expect(text).toContain(
      'The flag was \\*renamed\\* \\# not a heading &lt;script',
    );
    expect(text).toContain('  ````text\n  a\n  ```\n  b\n  ````');
    expect(text).toContain('<https://x.example/1>');
    expect(
      await get(`${CHECKOUT}/runs?status=closed&runbook=fail-over`),
    ).toMatchObject({ totalItems: 1, items: [{ outcome: 'failed' }] });
    expect(await get(`${CHECKOUT}/runs?status=running`)).toMatchObject({
      totalItems: 0,
    });
  });

  it('are for those who may, and nothing of them is told to who may not read the entity', async () => {
    const run = await start();
    around.denied.add('product-ops.runbook.run');
    expect((await say(run, { type: 'note', note: 'x' })).status).toBe(403);
    expect((await send('post', 'jo', START, await asked())).status).toBe(403);
    expect(await get(`${CHECKOUT}/runs`)).toMatchObject({
      may: { run: false },
    });
    around.reading.hidden = true;
    for (const path of [
      `/runs/${run.id}`,
      `/runs/${run.id}/events`,
      `/runs/${run.id}/record`,
      `${CHECKOUT}/runs`,
    ]) {
      expect((await send('get', 'ann', path)).status).toBe(404);
    }
    expect((await say(run, { type: 'note', note: 'x' })).status).toBe(404);
    expect((await send('get', 'jo', '/runs/nothing')).status).toBe(404);
  });

  it('are started thirty times within ten minutes by one person at most', async () => {
    const body = await asked();
    for (let index = 0; index < 30; index += 1) {
      await ok('post', 'jo', START, { ...body, id: randomUUID() });
    }
    const refused = await send('post', 'jo', START, {
      ...body,
      id: randomUUID(),
    });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await ok('post', 'kim', START, { ...body, id: randomUUID() });
  });
});
