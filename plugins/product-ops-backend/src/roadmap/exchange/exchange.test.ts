import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
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

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const CHECKOUT = '/entities/product/default/checkout/roadmap';
const FILE = `apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  - { id: tap, title: Tap, start: 2029-01-01, end: 2030-01-31, goal: conversion, milestones: { beta: 2029-06-01 } }
  - { id: keys, title: "=Keys", horizon: next }
  - { id: back, title: Backwards, start: 2030-02-02 }
`;

describe.each(databases.eachSupportedId())(
  'roadmaps taken along on %p',
  databaseId => {
    const folder = createMockDirectory();
    let around: ReturnType<typeof surroundings>;
    let portal: Awaited<ReturnType<typeof startPortal>>;
    let knex: Knex;
    const catalog = (...jos: string[]) => [
      ...organisation.filter(
        ({ metadata }) => !['payments', 'jo', 'sre'].includes(metadata.name),
      ),
      entity('User', 'jo', {
        relations: jos.map((team): [string, string] => ['memberOf', team]),
      }),
      entity('Group', 'sre', {
        relations: [['parentOf', 'group:default/payments']],
      }),
      entity('Group', 'payments', {
        relations: [['ownerOf', 'product:default/checkout']],
      }),
      productAt(`file:${folder.resolve('catalog-info.yaml')}`, {
        roadmap: 'roadmap.yaml',
      }),
      productAt('url:https://git.example.com/cart', {}, { name: 'cart' }),
    ];

    beforeEach(async () => {
      around = surroundings();
      folder.setContent({ 'catalog-info.yaml': '', 'roadmap.yaml': FILE });
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        entities: catalog('group:default/payments'),
        config: {
          app: { baseUrl: 'https://portal.example.com' },
          ...readingFrom(folder),
        },
        features: around.features,
      });
      await portal.refresh();
    });
    afterEach(() => portal.stop());

    const send = (
      method: 'get' | 'post' | 'patch' | 'delete',
      path: string,
      body?: object | string,
      user = 'jo',
    ) => {
      const asked = portal.ask(method, path, `user:default/${user}`);
      return typeof body === 'string' || Buffer.isBuffer(body)
        ? asked.set('content-type', 'text/csv').send(body)
        : asked.send(body);
    };
    const good = async (...args: Parameters<typeof send>) => {
      const { status, body, text } = await send(...args);
      if (status !== 200) {
        throw new Error(`${args[1]}: ${status} ${text}`);
      }
      return Object.keys(body).length > 0 ? body : text;
    };
    const record = (fields: object, on = CHECKOUT, id?: string) =>
      good('post', `${on}/items`, { id, fields });
    const preview = (text: string | Buffer, user?: string) =>
      send(
        'post',
        '/roadmap/imports?entity=product:default/checkout',
        text,
        user,
      );
    const apply = (id: string, user?: string) =>
      send('post', `/roadmap/imports/${id}/apply`, undefined, user);

    describe('as CSV', () => {
      it('come back as they went, and lose nothing', async () => {
        await record({
          title: '=SUM(A1)',
          description: 'One, "two"\nand three; with \\ and |',
          status: 'planned',
          start: '2027-01-01',
          end: '2027-02-01',
          owner: 'group:payments',
          score: { reach: 10, impact: 2, confidence: 0.5, effort: 3 },
          dependsOn: ['tap', 'other@product:default/cart'],
          labels: ['a;b', ' c '],
          milestones: [{ name: 'beta', value: '2027-01-15' }],
          links: [{ url: 'https://example.com/a;b', title: 'A | B' }],
          origin: 'feedback:17',
        });
        await record({ title: 'Ümlaut' }, CHECKOUT, 'tap-2');
        await record(
          { title: 'Cart' },
          '/entities/product/default/cart/roadmap',
        );
        // The file takes an id that the portal has: both are there.
        await knex('roadmap_items').insert(
          await knex('roadmap_items')
            .where({ item_id: 'tap-2' })
            .first()
            .then(row => ({ ...row, source: 'declared', rank: 'z' })),
        );
        const one = await good('get', `${CHECKOUT}.csv`);
        const all = await good('get', '/roadmap.csv');
        expect(one).toContain("'=SUM(A1)");
        expect(one).not.toMatch(/(^|,)=/m);
        expect(all.split('\r\n')).toHaveLength(one.split('\r\n').length + 1);
        const before = await knex('roadmap_items').orderBy('item_id');
        for (const text of [one, all]) {
          const { body } = await preview(text);
          expect(body.counts).toMatchObject({
            create: 0,
            change: 0,
            problem: 0,
          });
          expect(body).not.toHaveProperty('id');
        }
        expect(await knex('roadmap_items').orderBy('item_id')).toEqual(before);
        const filtered = await good(
          'get',
          `${CHECKOUT}.csv?source=declared&horizon=next`,
        );
        expect(filtered.trim().split('\r\n')).toHaveLength(2);
        expect(
          (await good('get', '/roadmap.csv?team=group:default/sre')).split(
            '\r\n',
          ),
        ).toHaveLength(all.split('\r\n').length);
        expect(await good('get', '/roadmap.csv?goal=conversion')).toContain(
          'Tap',
        );
      });

      it('are looked at row by row, then taken over all at once and once only', async () => {
        await record({ title: 'Wish', status: 'planned' });
        const text =
          'id,title,version,end,category\r\nwish,Wish,1,2027-03-01,\r\n,Brand new,,,wonder\r\ntap,Tap,,,\r\n';
        const plan = await preview(text);
        expect(plan.body).toMatchObject({
          applicable: false,
          counts: { create: 1, change: 1, problem: 1 },
        });
        expect(plan.body.rows[2]).toMatchObject({
          row: 4,
          action: 'problem',
          source: 'declared',
          after: { end: null },
          problems: [{ row: 4, column: 'source', code: 'read-only' }],
        });
        const fine = (
          await preview(text.split('\r\n').slice(0, 3).join('\r\n'))
        ).body;
        expect(fine.rows).toMatchObject([
          {
            row: 2,
            action: 'change',
            before: { end: null },
            after: { end: '2027-03-01' },
          },
          {
            row: 3,
            action: 'create',
            itemId: 'brand-new',
            flags: [{ row: 3, column: 'category' }],
          },
        ]);
        expect((await apply(fine.id, 'kim')).status).toBe(404);
        const [first, second] = await Promise.all([
          apply(fine.id),
          apply(fine.id),
        ]);
        expect(first.body).toMatchObject({ created: 1, changed: 1 });
        expect(second.body).toEqual(first.body);
        expect(
          await good('get', `${CHECKOUT}/items/wish/history`),
        ).toMatchObject({
          items: [
            {
              version: 2,
              type: 'changed',
              via: 'import',
              by: { ref: 'user:default/jo' },
            },
            { version: 1, type: 'created' },
          ],
        });
        expect(
          await good('get', `${CHECKOUT}/items/brand-new/history`),
        ).toMatchObject({ items: [{ type: 'created', via: 'import' }] });
        expect(around.auditor.createEvent).toHaveBeenCalledWith(
          expect.objectContaining({ eventId: 'roadmap-import' }),
        );
      });

      it('are kept as ten plans of a person at most, the latest', async () => {
        const planned = async (title: string): Promise<string> =>
          (await preview(`title\n${title}\n`)).body.id;
        const [oldest, next] = [await planned('A'), await planned('B')];
        const others = (await preview('title\nC\n', 'kim')).body.id;
        for (let more = 0; more < 9; more += 1) {
          await planned(`More ${more}`);
        }
        expect((await apply(oldest)).status).toBe(404);
        expect((await apply(next)).status).toBe(200);
        expect((await apply(others, 'kim')).status).toBe(200);
      });

      it('write nothing at all where one item has changed since, and say which row', async () => {
        await record({ title: 'Wish' });
        const { body } = await preview(
          'id,title\nwish,Wish again\nnew,New\nnewer,Newer\n',
        );
        await good('patch', `${CHECKOUT}/items/wish`, {
          version: 1,
          fields: { title: 'Of somebody else' },
        });
        await record({ title: 'Taken' }, CHECKOUT, 'newer');
        const refused = await apply(body.id);
        expect(refused.status).toBe(409);
        expect(refused.body.error.rows).toMatchObject([
          { row: 2, itemId: 'wish' },
          { row: 4, itemId: 'newer' },
        ]);
        expect((await send('get', `${CHECKOUT}/items/new`)).status).toBe(404);
        expect(await good('get', `${CHECKOUT}/items/wish`)).toMatchObject({
          version: 2,
          title: 'Of somebody else',
        });
      });

      it.each([
        ['semicolons', 'id;title;end\na;A;2027-01-01', 'row 1', 'commas'],
        [
          'UTF-16',
          Buffer.from('\ufeffid,title\na,A', 'utf16le'),
          'UTF-16',
          'UTF-8',
        ],
        [
          'Latin-1',
          Buffer.from('id,title\na,Überholt', 'latin1'),
          'row 2',
          'UTF-8',
        ],
        [
          '100,000 rows',
          `id,title\n${'a,A\n'.repeat(100_000)}`,
          'more than 2000 rows',
          'at most 2000',
        ],
        ['more bytes', `id,title\na,${'A'.repeat(2.2e6)}`, 'body', 'at most'],
        ['no names', 'end,start\n2027-01-01,', 'row 1', '"id" nor a column'],
        ['a wrong name', 'id,titel\na,A', 'column titel', 'title'],
        ['a short row', 'id,title,end\na,A', 'row 2', '3, as many'],
        ['nothing', '', '', 'expected'],
      ])('say what is wrong with %s', async (_, text, where, expected) => {
        const { status, body } = await preview(text);
        expect(status).toBe(400);
        expect(body.error.message).toContain(where);
        expect(body.error.message.toLowerCase()).toContain(
          expected.toLowerCase(),
        );
      });

      it('say row by row what may not be written, and tell nothing of what may not be read', async () => {
        await record({ title: 'Wish' });
        around.denied.add('product-ops.roadmap.item.create');
        around.denied.add('product-ops.roadmap.prioritise');
        const { body } = await preview(
          'entity,id,title,effort,end\n,,New,,\n,wish,Wish,3,\n,wish,Twice,,\nproduct:none,,X,,\n,Bad id!,X,,\n,ok,X,,2027-13-01\n',
        );
        expect(
          body.rows.map(
            ({ problems }: { problems: Array<Record<string, string>> }) => [
              problems[0].row,
              problems[0].column,
              problems[0].code,
            ],
          ),
        ).toEqual([
          [2, 'entity', 'not-allowed'],
          [3, 'effort', 'not-allowed'],
          [4, 'id', 'duplicate-row'],
          [5, 'entity', 'unknown-entity'],
          [6, 'id', 'invalid-id'],
          [7, 'end', expect.any(String)],
        ]);
        around.reading.hidden = true;
        expect((await send('get', `${CHECKOUT}.csv`)).status).toBe(404);
        expect(
          (await good('get', '/roadmap.csv')).trim().split('\n'),
        ).toHaveLength(1);
        expect((await preview('id,title\na,A')).status).toBe(404);
      });
    });

    describe('as calendar feeds', () => {
      const make = (body: object = {}, user?: string) =>
        send(
          'post',
          '/roadmap/feeds',
          { entityRef: 'product:default/checkout', ...body },
          user,
        );
      const read = (url: string) =>
        request(portal.server).get(url.slice(url.indexOf('/api/product-ops')));
      const textOf = async (url: string) => {
        const { status, text } = await read(url);
        expect({ status, text }).toMatchObject({ status: 200 });
        return text;
      };

      it('are read without signing in, hold the days of items and milestones, and stay the same', async () => {
        await record({
          title: `Long; title, with "all" of it \\ ${'ö'.repeat(80)}`,
          start: '2029-02-01',
          end: '2029-02-01',
          description: 'Line one\nBEGIN:VEVENT\n',
        });
        await record({ title: 'Gone', status: 'dropped', end: '2029-02-01' });
        const made = await make();
        expect(made.body).toMatchObject({ mine: true, state: 'active' });
        const { url } = made.body;
        const answer = await read(url);
        expect(answer.headers['content-type']).toContain('text/calendar');
        const { text } = answer;
        expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(
          true,
        );
        // RFC 5545: lines of 75 octets at most, ended by CRLF.
        const lines = text.split('\r\n');
        expect(
          Math.max(...lines.map(line => Buffer.byteLength(line))),
        ).toBeLessThanOrEqual(75);
        expect(text.replace(/\r\n/g, '')).not.toContain('\n');
        const unfolded = text.replace(/\r\n[ \t]/g, '');
        expect(unfolded.match(/^BEGIN:VEVENT/gm)).toHaveLength(4);
        expect(unfolded).toContain('DTSTART;VALUE=DATE:20290101');
        expect(unfolded).toContain('DTEND;VALUE=DATE:20300201');
        expect(unfolded).toContain('beta: Tap');
        expect(unfolded).toContain('Long\\; title\\, with "all" of it \\\\ ö');
        expect(unfolded).toContain('\\nBEGIN:VEVENT');
        expect(unfolded).toContain(
          'https://portal.example.com/catalog/default/product/checkout/roadmap?item=tap',
        );
        expect(unfolded).not.toContain('Gone');
        expect(await textOf(url)).toBe(text);
        expect(
          (await read(url).set('if-none-match', answer.headers.etag)).status,
        ).toBe(304);
        await good('patch', `${CHECKOUT}/items/gone`, {
          version: 1,
          fields: { status: 'planned' },
        });
        const later = (await textOf(url)).replace(/\r\n[ \t]/g, '');
        expect(later).toContain('SEQUENCE:1');
        expect(later.match(/^UID:.*/gm)).toEqual(
          expect.arrayContaining(unfolded.match(/^UID:.*/gm)!),
        );
      });

      it('keep their secret, and end when they are revoked, expired or never were', async () => {
        const { body } = await make({ name: 'Mine', expiresInDays: 1 });
        const secret = body.url.slice(-68, -4);
        expect(JSON.stringify(await knex('roadmap_feeds'))).not.toContain(
          secret,
        );
        const list = await good('get', '/roadmap/feeds');
        expect(JSON.stringify(list)).not.toContain(secret);
        expect(list.items).toMatchObject([{ name: 'Mine', state: 'active' }]);
        expect(
          (await good('get', '/roadmap/feeds', undefined, 'kim')).items,
        ).toEqual([]);
        await textOf(body.url);
        const unknown = [
          body.url.replace(secret, 'f'.repeat(64)),
          body.url.replace('.ics', ''),
          body.url.replace(/feeds\/.*/, 'feeds/nothing'),
        ];
        const gone = await Promise.all(unknown.map(url => read(url)));
        around.denied.add('product-ops.roadmap.share.manage');
        expect(
          (await send('delete', `/roadmap/feeds/${body.id}`, undefined, 'kim'))
            .status,
        ).toBe(404);
        expect(
          (await send('get', '/roadmap/feeds?everybody=true', undefined, 'kim'))
            .status,
        ).toBe(403);
        await knex('roadmap_feeds').update({ expires_at: new Date(0) });
        gone.push(await read(body.url));
        await good('delete', `/roadmap/feeds/${body.id}`);
        gone.push(await read(body.url));
        const told = new Set(
          gone.map(
            ({ status, body: { error } }) => `${status} ${error.message}`,
          ),
        );
        expect([...told]).toEqual(['404 No such calendar feed']);
      });

      it('are of a team with its sub-teams, or of a goal', async () => {
        const team = await make({ entityRef: 'group:default/sre' });
        expect(await textOf(team.body.url)).toContain('SUMMARY:Tap');
        await record({ title: 'No goal', end: '2029-01-01' });
        const goal = await make({ goal: 'conversion' });
        const text = await textOf(goal.body.url);
        expect(text).toContain('SUMMARY:Tap');
        expect(text).not.toContain('No goal');
      });

      it('show nothing that their owner may not see any more', async () => {
        const { body } = await make();
        around.reading.hidden = true;
        // Whoever uses the portal is looked at again.
        await good('get', '/roadmap/feeds');
        expect(await textOf(body.url)).not.toContain('Tap');
        around.reading.hidden = false;
        await good('get', '/roadmap/feeds');
        expect(await textOf(body.url)).toContain('Tap');
        // Another team may mean other rights: it waits until the owner is here again.
        portal.inCatalog(...catalog('group:default/shop'));
        await portal.refresh();
        const waiting = await textOf(body.url);
        expect(waiting).not.toContain('Tap');
        expect(waiting).toContain('This calendar waits');
        expect((await good('get', '/roadmap/feeds')).items).toMatchObject([
          { state: 'active' },
        ]);
        await knex('roadmap_feeds').update({ checked_at: new Date(0) });
        expect(await textOf(body.url)).not.toContain('Tap');
        around.denied.add('product-ops.roadmap.feed.create');
        expect((await make()).status).toBe(403);
      });

      it('are not asked too often', async () => {
        const { body } = await make();
        const answers = [];
        for (let count = 0; count < 61; count += 1) {
          answers.push((await read(body.url)).status);
        }
        expect(answers.filter(status => status === 429)).toHaveLength(1);
      });
    });

    describe('as saved views', () => {
      const VIEWS = '/roadmap/views';

      it('are kept, shared with a team or everybody, renamed and deleted', async () => {
        const mine = await good('post', VIEWS, {
          name: ' This quarter ',
          query: '?as=timeline&team=payments&cursor=x&print=1',
        });
        expect(mine).toMatchObject({
          name: 'This quarter',
          query: 'as=timeline&team=payments',
          version: 1,
          sharedWith: 'nobody',
        });
        const again = await good('post', VIEWS, {
          name: 'This quarter',
          query: 'as=timeline&team=payments',
        });
        expect(again.id).toBe(mine.id);
        const other = await send('post', VIEWS, {
          name: 'This quarter',
          query: 'as=table',
        });
        expect(other.status).toBe(409);
        expect(other.body.error.current).toMatchObject({ id: mine.id });
        const seenBy = async (user: string) =>
          (await good('get', VIEWS, undefined, user)).items.map(
            ({ name }: { name: string }) => name,
          );
        expect(await seenBy('kim')).toEqual([]);
        const change = (version: number, body: object, user?: string) =>
          send('patch', `${VIEWS}/${mine.id}`, { version, ...body }, user);
        await change(1, { sharedWith: 'group:default/payments' });
        expect(await seenBy('kim')).toEqual(['This quarter']);
        expect(await seenBy('lee')).toEqual([]);
        expect((await change(1, { name: 'Old' })).status).toBe(409);
        expect((await change(2, { name: 'Theirs' }, 'kim')).status).toBe(404);
        expect(
          (await change(2, { sharedWith: 'group:default/sre' })).status,
        ).toBe(400);
        expect(
          (await change(2, { sharedWith: 'everybody', name: 'Q1' })).body,
        ).toMatchObject({ version: 3, name: 'Q1' });
        expect(await seenBy('lee')).toEqual(['Q1']);
        around.denied.add('product-ops.roadmap.share.manage');
        const remove = (version: number, user?: string) =>
          send(
            'delete',
            `${VIEWS}/${mine.id}?version=${version}`,
            undefined,
            user,
          );
        expect((await remove(3, 'lee')).status).toBe(404);
        expect((await remove(2)).status).toBe(409);
        expect((await remove(3)).status).toBe(200);
        expect(await seenBy('lee')).toEqual([]);
        expect(
          (await send('post', VIEWS, { name: ' ', query: '' })).status,
        ).toBe(400);
      });

      it('are at most fifty of one person', async () => {
        for (let count = 0; count < 50; count += 1) {
          await good('post', VIEWS, {
            name: `View ${count}`,
            query: 'as=table',
          });
        }
        const much = await send('post', VIEWS, { name: 'More', query: '' });
        expect(much.status).toBe(409);
        expect(much.body.error.message).toContain('50');
        const page = await good('get', `${VIEWS}?limit=30`);
        expect(page).toMatchObject({ totalItems: 50 });
        expect(page.items).toHaveLength(30);
      });
    });
  },
);
