import {
  createMockDirectory,
  mockCredentials,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  productAt,
  readingFrom,
  startPortal,
} from '../documents/__testUtils__/startPortal';
import {
  organisation,
  surroundings,
} from '../lifecycle/__testUtils__/startStages';
import { putFile, readFiles } from './__testUtils__/roadmapFile';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const CHECKOUT = '/entities/product/default/checkout/roadmap';
const TAP = '{ id: tap, title: Tap, end: 2030-01-31 }';
const KEYS = 'id: keys\n    title: Keys # of the door\n    horizon: next';

describe.each(databases.eachSupportedId())(
  'recorded roadmap items on %p',
  databaseId => {
    const folder = createMockDirectory();
    let around: ReturnType<typeof surroundings>;
    let portal: Awaited<ReturnType<typeof startPortal>>;
    let knex: Knex;

    async function instance() {
      return startPortal({
        knex,
        entities: [
          ...organisation,
          productAt(`file:${folder.resolve('catalog-info.yaml')}`, {
            roadmap: 'roadmap.yaml',
          }),
        ],
        config: readingFrom(folder),
        features: around.features,
      });
    }
    /** Writes the file, and has the suite read it. */
    async function write(...items: string[]) {
      putFile(folder, ...items);
      await readFiles({ knex, portal });
    }

    beforeEach(async () => {
      around = surroundings();
      putFile(folder, TAP, KEYS);
      knex = await databases.init(databaseId);
      portal = await instance();
      await portal.refresh();
    });
    afterEach(() => portal.stop());

    const send = (
      method: 'get' | 'post' | 'patch' | 'delete',
      user: string,
      path: string,
      body?: object,
      on = portal,
    ) =>
      on.ask(method, `${CHECKOUT}${path}`, `user:default/${user}`).send(body);
    const get = async (path: string) => {
      const { status, body } = await send('get', 'jo', path);
      expect({ status, body }).toMatchObject({ status: 200 });
      return body;
    };
    const create = (
      fields: object,
      options: {
        user?: string;
        id?: string;
        key?: string;
        on?: typeof portal;
      } = {},
    ) => {
      const { user = 'jo', id, key, on } = options;
      const asked = send('post', user, '/items', { id, fields }, on);
      return key ? asked.set('Idempotency-Key', key) : asked;
    };
    const ids = async (query = '') =>
      (await get(query)).items.map(
        ({ source, id }: { source: string; id: string }) => `${source}/${id}`,
      );

    it('stand beside the declared ones, with who and when', async () => {
      const made = await create({
        title: 'One tap, again',
        status: 'planned',
        horizon: 'now',
        score: { costOfDelay: 8, jobSize: 2 },
        dependsOn: ['tap'],
        description: '<script>alert(1)</script> *stays text*',
      });
      expect(made.body).toMatchObject({
        id: 'one-tap-again',
        source: 'recorded',
        version: 1,
        createdBy: { ref: 'user:default/jo', known: true },
        score: { value: 4 },
        dependsOn: [{ id: 'tap', known: true, title: 'Tap' }],
        description: '<script>alert(1)</script> *stays text*',
        archived: false,
        may: { create: true, update: true, prioritise: true, comment: true },
      });
      expect(made.body).not.toHaveProperty('line');
      expect(await ids()).toEqual([
        'declared/tap',
        'declared/keys',
        'recorded/one-tap-again',
      ]);
      expect(await ids('?source=recorded')).toEqual(['recorded/one-tap-again']);
      expect(await ids('?source=declared&horizon=next')).toEqual([
        'declared/keys',
      ]);
      expect((await create({ title: 'One tap, again' })).body.id).toBe(
        'one-tap-again-2',
      );
      const taken = await create({ title: 'Mine' }, { id: 'tap' });
      expect(taken.status).toBe(409);
      expect(taken.body.error.current).toMatchObject({ source: 'declared' });
      // Pages hear of it, and the auditor writes it down.
      expect(around.publish).toHaveBeenCalledWith(
        expect.objectContaining({
          message: expect.objectContaining({ room: 'roadmap' }),
        }),
      );
      expect(around.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId: 'roadmap-item-create' }),
      );
      const { body } = await portal
        .get('/entities/product/default/checkout')
        .set('authorization', mockCredentials.user.header());
      expect(body.roadmap).toMatchObject({ total: 4 });
    });

    it('are made once, however often and wherever a request arrives', async () => {
      const second = await instance();
      const wish = { title: 'Wish' };
      const answers = await Promise.all([
        create(wish, { key: 'k-1' }),
        create(wish, { key: 'k-1', on: second }),
        create(wish, { key: 'k-1' }),
      ]);
      await second.stop();
      expect(answers.map(({ status, body }) => [status, body.id])).toEqual([
        [200, 'wish'],
        [200, 'wish'],
        [200, 'wish'],
      ]);
      expect((await create(wish, { key: 'k-1', user: 'kim' })).body.id).toBe(
        'wish-2',
      );
      const other = await create({ title: 'Another' }, { key: 'k-1' });
      expect(other.status).toBe(400);
      expect(other.body.error.message).toContain('Idempotency-Key: got one');
      expect((await create(wish, { key: 'two words' })).status).toBe(400);
      // What was wrong does not use the key up.
      expect((await create({ title: '' }, { key: 'k-2' })).status).toBe(400);
      expect((await create(wish, { key: 'k-2' })).status).toBe(200);
      expect((await get('?source=recorded')).totalItems).toBe(3);
    });

    it('show the second of two people what the first has done', async () => {
      await create({ title: 'Wish', start: '2027-01-01', end: '2027-01-10' });
      const patch = (user: string, version: number, fields: object) =>
        send('patch', user, '/items/wish', { version, fields });
      const [first, second] = await Promise.all([
        patch('jo', 1, { title: 'Wish of Jo' }),
        patch('kim', 1, { title: 'Wish of Kim' }),
      ]);
      const [won, lost] =
        first.status === 200 ? [first, second] : [second, first];
      expect(won.body).toMatchObject({ version: 2 });
      expect(lost.status).toBe(409);
      expect(lost.body.error.current).toMatchObject({
        version: 2,
        title: won.body.title,
      });
      expect(
        (await patch('kim', 2, { title: 'Both', goal: 'g' })).body,
      ).toMatchObject({
        version: 3,
        title: 'Both',
        createdBy: { ref: 'user:default/jo' },
        changedBy: { ref: 'user:default/kim' },
      });
      const wrong = await patch('jo', 3, { titel: 'x', end: '2026-01-01' });
      expect(wrong.status).toBe(400);
      expect(wrong.body.error.message).toContain('fields.titel');
      expect(wrong.body.error.message).toContain('Expected title');
      expect((await patch('jo', 3, {})).body.version).toBe(3);
    });

    it('are rescheduled, dropped and taken back, and their history tells', async () => {
      await create({ title: 'Wish', start: '2027-01-01', end: '2027-01-10' });
      const act = (body: object, user = 'jo') =>
        send('post', user, '/items/wish/actions', body);
      expect(
        (await act({ type: 'shift', version: 1, days: 7 })).body,
      ).toMatchObject({ version: 2, start: '2027-01-08', end: '2027-01-17' });
      expect(
        (await act({ type: 'move', version: 2, to: '2027-02-01' })).body,
      ).toMatchObject({ start: '2027-02-01', end: '2027-02-10' });
      await act({ type: 'resize', version: 3, end: '2027-03-01' });
      expect(
        (await act({ type: 'drop', version: 4 }, 'kim')).body,
      ).toMatchObject({
        version: 5,
        status: 'dropped',
      });
      const inTheWay = await act({ type: 'undo', version: 5, change: 3 });
      expect(inTheWay.status).toBe(409);
      expect(inTheWay.body.error.message).toContain('in version 4');
      expect(
        (await act({ type: 'undo', version: 5, change: 5 })).body,
      ).toMatchObject({ version: 6, status: 'proposed' });
      const missing = await act({ type: 'shift', version: 6 });
      expect(missing.body.error.message).toMatch(
        /^days: got nothing; expected/,
      );
      for (const change of [1, 2 ** 31]) {
        expect((await act({ type: 'undo', version: 6, change })).status).toBe(
          400,
        );
      }

      const history = await get('/items/wish/history?limit=3');
      expect(history).toMatchObject({
        totalItems: 6,
        items: [
          { version: 6, type: 'undone', by: { ref: 'user:default/jo' } },
          {
            version: 5,
            type: 'changed',
            by: { ref: 'user:default/kim' },
            before: { status: 'proposed' },
            after: { status: 'dropped' },
          },
          { version: 4 },
        ],
      });
      const rest = await get(
        `/items/wish/history?limit=3&cursor=${history.pageInfo.nextCursor}`,
      );
      expect(rest.items.at(-1)).toMatchObject({ type: 'created', version: 1 });
    });

    it('are put in order with the declared ones, which stay where they were put', async () => {
      await create({ title: 'Wish' });
      const [tap, keys, wish] = (await get('')).items;
      const put = (id: string, body: object) =>
        send('post', 'jo', `/items/${id}/actions`, {
          type: 'reorder',
          ...body,
        });
      expect(
        (
          await put('wish', {
            version: 1,
            before: tap.rank,
            fields: { horizon: 'now' },
          })
        ).body,
      ).toMatchObject({ horizon: 'now', version: 2 });
      expect(
        (await put('tap', { version: 1, after: keys.rank, before: wish.rank }))
          .body,
      ).toMatchObject({ source: 'declared', version: 2 });
      const order = ['recorded/wish', 'declared/keys', 'declared/tap'];
      expect(await ids()).toEqual(order);
      await write(TAP, KEYS, '{ id: more, title: More }');
      expect((await ids()).slice(0, 3)).toEqual(order);
      // Nothing else of a declared one can be changed here.
      const refused = await send('patch', 'jo', '/items/keys', {
        version: 1,
        fields: { title: 'Mine' },
      });
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toContain('declared in a file');
      const wrong = await put('keys', {
        version: 1,
        after: tap.rank,
        before: tap.rank,
      });
      expect(wrong.status).toBe(400);
      expect(wrong.body.error.message).toMatch(/^after: got no rank/);
      // No room between two of one rank: all get new ones, and the page asks again.
      await knex('roadmap_items').update({ rank: 'n0' });
      const full = await put('more', {
        version: 1,
        after: 'n0',
        before: 'n0',
      });
      expect(full.status).toBe(409);
      const spread = (await get('')).items;
      expect(
        new Set(spread.map((one: { rank: string }) => one.rank)).size,
      ).toBe(4);
      expect(full.body.error.current.rank).toBe(
        spread.find((one: { id: string }) => one.id === 'more').rank,
      );
    });

    it('keep what hangs on declared ones that leave their file and return', async () => {
      await send('post', 'kim', '/items/tap/comments', { text: 'Soon?' });
      await write('{ id: tap, title: Tap twice }', KEYS);
      await write(KEYS);
      expect(await ids()).toEqual(['declared/keys']);
      expect(await get('/items/tap')).toMatchObject({
        archived: true,
        title: 'Tap twice',
        version: 3,
      });
      expect((await get('/items/tap/comments')).totalItems).toBe(1);
      expect(
        (await send('post', 'kim', '/items/tap/comments', { text: 'Gone?' }))
          .status,
      ).toBe(400);
      // Its id stays its own.
      expect((await create({ title: 'Tap' })).body.id).toBe('tap-2');
      await write(KEYS, TAP);
      expect(await get('/items/tap')).toMatchObject({
        archived: false,
        title: 'Tap',
        version: 4,
      });
      const { items } = await get('/items/tap/history');
      expect(items).toMatchObject([
        { version: 4, type: 'returned', after: { title: 'Tap' } },
        { version: 3, type: 'archived' },
        {
          version: 2,
          type: 'changed',
          before: { title: 'Tap', end: '2030-01-31' },
          after: { title: 'Tap twice', end: null },
        },
      ]);
      expect(items[0]).not.toHaveProperty('by');
    });

    it('leave declared ones to their file, and say how that is to be changed', async () => {
      const change = (id: string, fields: object) =>
        send('post', 'lee', `/items/${id}/file-change`, { fields });
      const { body } = await change('keys', { horizon: 'now' });
      expect(body).toEqual({
        file: 'roadmap.yaml',
        before: { line: 7, lines: ['    horizon: next'] },
        after: { line: 7, lines: ['    horizon: now'] },
      });
      expect((await get('/items/keys')).horizon).toBe('next');
      const wrong = await change('keys', { horizon: 'soon' });
      expect(wrong.status).toBe(400);
      expect(wrong.body.error.message).toContain('fields.horizon');
      await create({ title: 'Wish' });
      expect((await change('wish', { title: 'x' })).status).toBe(400);
      putFile(folder, TAP);
      const gone = await change('keys', { horizon: 'now' });
      expect(gone.status).toBe(409);
      expect(gone.body.error.message).toContain('roadmap.yaml');
    });

    it('stay beside a declared one that takes their id later, and both say so', async () => {
      await create({ title: 'Mine', dependsOn: ['keys'] }, { id: 'both' });
      await write(TAP, KEYS, '{ id: both, title: Of the file }');
      expect(await ids()).toEqual([
        'declared/tap',
        'declared/keys',
        'declared/both',
        'recorded/both',
      ]);
      const { items } = await get('');
      expect(
        items
          .slice(2)
          .map((item: { title: string; attention: Array<{ id: string }> }) => [
            item.title,
            item.attention.map(({ id }) => id),
          ]),
      ).toEqual([
        ['Of the file', ['roadmap/both/same-id']],
        ['Mine', ['roadmap/both/same-id']],
      ]);
      expect((await get('/items/both')).title).toBe('Of the file');
      const renamed = await send('patch', 'jo', '/items/both?source=recorded', {
        version: 1,
        fields: { title: 'Still mine' },
      });
      expect(renamed.body).toMatchObject({
        source: 'recorded',
        title: 'Still mine',
      });
    });

    it('are commented by whoever may read, within bounds, and by nobody in another name', async () => {
      await create({ title: 'Wish' });
      around.denied.add('product-ops.roadmap.item.create');
      around.denied.add('product-ops.roadmap.item.update');
      const comments = '/items/wish/comments';
      const said = await send('post', 'lee', comments, { text: ' **Yes** ' });
      expect(said.body).toMatchObject({
        text: '**Yes**',
        by: { ref: 'user:default/lee' },
        mine: true,
      });
      expect((await get(comments)).items).toMatchObject([{ mine: false }]);
      const own = `${comments}/${said.body.id}`;
      expect((await send('delete', 'jo', own)).status).toBe(403);
      expect((await send('delete', 'lee', own)).status).toBe(200);
      const [left] = (await get(comments)).items;
      expect(left).toMatchObject({ removed: true });
      expect(left).not.toHaveProperty('text');
      expect((await send('post', 'lee', comments, { text: '  ' })).status).toBe(
        400,
      );
      for (let more = 1; more < 30; more += 1) {
        await send('post', 'lee', comments, { text: `More ${more}` });
      }
      const much = await send('post', 'lee', comments, { text: 'Too much' });
      expect(much.status).toBe(429);
      expect(much.body.error.message).toContain('at most 30');
      expect(
        (await send('post', 'jo', '/items/tap/comments', { text: 'Mine' }))
          .status,
      ).toBe(200);
    });

    it('are written only by whom the policy lets, and do not exist for who may not read', async () => {
      await create({ title: 'Wish' });
      const refusedTo = async (
        permission: string,
        asked: () => PromiseLike<{ status: number }>,
      ) => {
        around.denied.add(permission);
        expect((await asked()).status).toBe(403);
        around.denied.delete(permission);
      };
      await refusedTo('product-ops.roadmap.item.create', () =>
        create({ title: 'No' }),
      );
      await refusedTo('product-ops.roadmap.item.update', () =>
        send('patch', 'jo', '/items/wish', {
          version: 1,
          fields: { title: 'No' },
        }),
      );
      await refusedTo('product-ops.roadmap.prioritise', () =>
        send('patch', 'jo', '/items/wish', {
          version: 1,
          fields: { score: { costOfDelay: 1, jobSize: 1 } },
        }),
      );
      await refusedTo('product-ops.roadmap.prioritise', () =>
        send('post', 'jo', '/items/wish/actions', {
          type: 'reorder',
          version: 1,
          before: 'n0',
        }),
      );
      await refusedTo('product-ops.roadmap.comment', () =>
        send('post', 'jo', '/items/wish/comments', { text: 'No' }),
      );
      around.reading.hidden = true;
      const answers = await Promise.all([
        send('get', 'jo', ''),
        create({ title: 'No' }),
        send('get', 'jo', '/items/wish'),
        send('patch', 'jo', '/items/wish', { version: 1, fields: {} }),
        send('post', 'jo', '/items/wish/actions', { type: 'drop', version: 1 }),
        send('get', 'jo', '/items/wish/history'),
        send('post', 'jo', '/items/tap/file-change', { fields: {} }),
        send('get', 'jo', '/items/wish/comments'),
        send('post', 'jo', '/items/wish/comments', { text: 'No' }),
        send('delete', 'jo', '/items/wish/comments/some'),
      ]);
      expect(new Set(answers.map(({ status }) => status))).toEqual(
        new Set([404]),
      );
      around.reading.hidden = false;
      expect((await send('get', 'jo', '/items/none')).status).toBe(404);
      expect((await get('/items/wish')).version).toBe(1);
    });
  },
);
