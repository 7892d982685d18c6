import {
  createMockDirectory,
  mockCredentials,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
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
const LOYALTY = '/entities/product/default/loyalty';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const TEXT = `---
alerts: [CartsEmpty]
symptoms: [Shoppers see blank trolleys]
owner: group:payments
---
# Carts are empty

1. Restart it, see [fail over](fail-over.md)
`;

describe.each(databases.eachSupportedId())(
  'runbooks written in the portal on %p',
  databaseId => {
    const folder = createMockDirectory();
    let around: ReturnType<typeof surroundings>;
    let portal: Portal;
    let knex: Knex;

    async function write(files: Record<string, string | Buffer>) {
      folder.setContent({ 'catalog-info.yaml': '', runbooks: files });
      await knex('documents_sources').update({ next_read_at: new Date(0) });
      await portal.refresh();
    }
    const location = () => `file:${folder.resolve('catalog-info.yaml')}`;
    const declaring = () => [
      ...organisation,
      productAt(location(), { runbooks: 'runbooks/' }),
      productAt(location(), {}, { name: 'loyalty' }),
    ];

    beforeEach(async () => {
      around = surroundings();
      folder.setContent({
        'catalog-info.yaml': '',
        runbooks: { 'fail-over.md': '# Fail over\n\n1. Switch\n' },
      });
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        entities: declaring(),
        config: readingFrom(folder),
        features: around.features,
      });
      await portal.refresh();
    });
    afterEach(() => portal.stop());

    const send = (
      method: 'get' | 'post' | 'patch',
      path: string,
      body?: object,
      { user = 'jo', key }: { user?: string; key?: string } = {},
    ) => {
      const sent = request(portal.server)
        [method](`/api/product-ops${path}`)
        .set(
          'authorization',
          mockCredentials.user.header(`user:default/${user}`),
        );
      return (key ? sent.set('idempotency-key', key) : sent).send(body);
    };
    const ok = async (...args: Parameters<typeof send>) => {
      const { status, body } = await send(...args);
      expect({ status, body }).toMatchObject({ status: 200 });
      return body;
    };
    const get = (path: string) => ok('get', path);
    const written = (entity: string, text: string, key?: string) =>
      ok('post', `${entity}/written-runbooks`, { text }, { key });

    it('are found, resolved and linted like files, and say who wrote them', async () => {
      const made = await written(LOYALTY, TEXT, 'once');
      expect(made).toMatchObject({
        id: 'carts-are-empty',
        number: 1,
        state: 'in-force',
        by: { ref: 'user:default/jo' },
        text: TEXT,
        may: { author: true },
      });
      // The answer was lost, and it is sent again.
      expect(await written(LOYALTY, TEXT, 'once')).toEqual(made);

      expect(await get(`${LOYALTY}/runbooks`)).toMatchObject({
        totalItems: 1,
        items: [{ id: 'carts-are-empty', recorded: { by: { name: 'jo' } } }],
      });
      const page = await get(`${LOYALTY}/runbooks/carts-are-empty`);
      expect(page).toMatchObject({
        content: expect.stringContaining('# Carts are empty'),
        written: { state: 'in-force', number: 1 },
        findings: expect.arrayContaining([
          expect.objectContaining({ rule: 'no-rollback', line: 6 }),
          expect.objectContaining({ rule: 'dead-link', line: 8 }),
        ]),
      });
      expect(page.source).toBeUndefined();
      expect(page.sourceUrl).toBeUndefined();
      expect(
        (await get('/runbooks/resolve?alert=CartsEmpty')).chosen,
      ).toMatchObject({ id: 'carts-are-empty' });

      // What people notice stands above what the text says.
      await written(CHECKOUT, '# Trolleys\n\n1. Shoppers see blank pages\n');
      const found = await get('/runbooks?q=shoppers%20blank');
      expect(found.items.map((hit: { id: string }) => hit.id)).toEqual([
        'carts-are-empty',
        'trolleys',
      ]);
      // And they stay when files are read.
      await portal.refresh();
      await write({ 'other.md': '# Other\n\n1. Go\n' });
      expect(
        (await get(`${CHECKOUT}/runbooks`)).items.map(
          (one: { id: string }) => one.id,
        ),
      ).toEqual(['other', 'trolleys']);
    });

    it('keep every version, and never lose what two people write', async () => {
      const first = await written(LOYALTY, TEXT);
      const path = `${LOYALTY}/written-runbooks/${first.id}`;
      const second = await ok('patch', path, {
        version: first.version,
        text: `${TEXT}2. Look again\n`,
        note: 'Look\nagain',
      });
      expect(second).toMatchObject({ number: 2 });
      // The same again changes nothing, whatever was read.
      expect(
        await ok('patch', path, {
          version: first.version,
          text: `${TEXT}2. Look again\r\n`,
        }),
      ).toEqual(second);
      const late = await send('patch', path, {
        version: first.version,
        text: '# Mine\n\n1. Go\n',
      });
      expect(late.status).toBe(409);
      expect(late.body.error.current).toEqual(second);

      const third = await ok('patch', path, {
        version: second.version,
        restores: 1,
      });
      expect(third).toMatchObject({ number: 3, text: TEXT });
      const versions = await get(`${LOYALTY}/runbooks/${first.id}/versions`);
      expect(versions).toMatchObject({
        totalItems: 3,
        items: [
          { number: 3, restores: 1, current: true, origin: 'portal' },
          { number: 2, note: 'Look again', current: false },
          { number: 1, by: { ref: 'user:default/jo' }, hash: first.version },
        ],
      });
      expect(
        await get(`${LOYALTY}/runbooks/${first.id}/versions/2`),
      ).toMatchObject({ text: `${TEXT}2. Look again\n` });
      const none = await send(
        'get',
        `${LOYALTY}/runbooks/${first.id}/versions/9`,
      );
      expect(none.status).toBe(404);
    });

    it('have ids of their own, also when several people write of the same at once', async () => {
      const made = await Promise.all(
        ['jo', 'kim', 'lee', 'sam'].map(user =>
          ok(
            'post',
            `${LOYALTY}/written-runbooks`,
            { text: `# Restart it\n\n1. Ask ${user}\n` },
            { user },
          ),
        ),
      );
      expect(made.map(({ id }) => id).sort()).toEqual([
        'restart-it',
        'restart-it-2',
        'restart-it-3',
        'restart-it-4',
      ]);
    });

    it('are removed and brought back', async () => {
      const made = await written(LOYALTY, TEXT);
      const path = `${LOYALTY}/written-runbooks/${made.id}`;
      const { version } = made;
      expect(await ok('patch', path, { version, removed: true })).toMatchObject(
        { state: 'removed' },
      );
      expect((await get(`${LOYALTY}/runbooks`)).totalItems).toBe(0);
      expect(
        (await get('/runbooks/resolve?alert=CartsEmpty')).chosen,
      ).toBeUndefined();
      const typed = await send('patch', path, { version, text: '# X' });
      expect(typed.body.error.message).toMatch(/bring it back first/);
      expect(
        await get(`${LOYALTY}/written-runbooks?state=removed`),
      ).toMatchObject({ totalItems: 1, items: [{ id: made.id }] });
      await ok('patch', path, { version, removed: false });
      expect(
        (await get('/runbooks/resolve?alert=CartsEmpty')).chosen,
      ).toMatchObject({ id: made.id });
    });

    it('are refused with what is wrong and where', async () => {
      const refused = await send('post', `${LOYALTY}/written-runbooks`, {
        text: '---\ntype: incident\nreviewEvery: soon\n---\n# X\n',
      });
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toMatch(/line 3: .*ISO 8601/);
      expect(refused.body.error.problems).toMatchObject([
        { line: 3, column: 14, expected: expect.any(String) },
      ]);
      for (const [text, message] of [
        ['no heading', /no title/],
        [`# X\n${'x'.repeat(1_100_000)}`, /1048576/],
      ] as const) {
        const { status, body } = await send(
          'post',
          `${LOYALTY}/written-runbooks`,
          { text },
        );
        expect({ status, message: body.error.message }).toEqual({
          status: 400,
          message: expect.stringMatching(message),
        });
      }
      const made = await written(LOYALTY, '---\nid: mine\n---\n# X\n\n1. Go\n');
      const taken = await send('post', `${LOYALTY}/written-runbooks`, {
        text: '---\nid: mine\n---\n# Y\n\n1. Go\n',
      });
      expect(taken.status).toBe(409);
      const other = await send(
        'patch',
        `${LOYALTY}/written-runbooks/${made.id}`,
        { version: made.version, text: '---\nid: thine\n---\n# X\n' },
      );
      expect(other.body.error.problems).toMatchObject([
        { code: 'other-id', line: 2 },
      ]);
      around.denied.add('product-ops.runbook.author');
      const denied = await send('post', `${LOYALTY}/written-runbooks`, {
        text: '# Z\n',
      });
      expect(denied.status).toBe(403);
      expect(await get(`${LOYALTY}/written-runbooks`)).toMatchObject({
        may: { author: false },
      });
    });

    it('give way to a file of the same id, and are in force again without it', async () => {
      const made = await written(CHECKOUT, TEXT);
      await write({
        'fail-over.md': '# Fail over\n\n1. Switch\n',
        'carts-are-empty.md': '# Carts, from a file\n\n1. Go\n',
      });
      expect(await get(`${CHECKOUT}/runbooks/carts-are-empty`)).toMatchObject({
        title: 'Carts, from a file',
        written: { state: 'overruled', version: made.version },
      });
      const changed = await ok(
        'patch',
        `${CHECKOUT}/written-runbooks/${made.id}`,
        { version: made.version, text: `${TEXT}2. More\n` },
      );
      expect(changed).toMatchObject({ state: 'overruled', number: 3 });
      await write({ 'fail-over.md': '# Fail over\n\n1. Switch\n' });
      expect(await get(`${CHECKOUT}/runbooks/carts-are-empty`)).toMatchObject({
        content: expect.stringContaining('2. More'),
        written: { state: 'in-force' },
        // It counts as if it lay in the folder.
        links: [{ target: 'fail-over.md', runbook: 'fail-over' }],
      });
      // The folder is declared no more.
      portal.inCatalog(...organisation, productAt(location()));
      await portal.refresh();
      expect(await get(`${CHECKOUT}/runbooks`)).toMatchObject({
        totalItems: 1,
        items: [{ id: 'carts-are-empty' }],
      });
      expect(
        (await get('/runbooks/resolve?alert=CartsEmpty')).chosen,
      ).toMatchObject({ id: 'carts-are-empty' });
    });

    it('have versions like those of files, of which a hundred are kept', async () => {
      await write({ 'fail-over.md': '# Fail over now\n\n1. Switch\n' });
      await write({ 'fail-over.md': '# Fail over now\n\n1. Switch\n' });
      const { items } = await get(`${CHECKOUT}/runbooks/fail-over/versions`);
      expect(items).toMatchObject([
        { number: 2, title: 'Fail over now', origin: 'file', current: true },
        { number: 1, title: 'Fail over', current: false },
      ]);
      const versions = await knex('runbook_versions').where({ number: 2 });
      await knex('runbook_versions').insert(
        Array.from({ length: 99 }, (_, index) => ({
          ...versions[0],
          number: index + 3,
        })),
      );
      await write({ 'fail-over.md': '# Fail over\n\n1. Switch\n' });
      const kept = await get(`${CHECKOUT}/runbooks/fail-over/versions`);
      expect(kept).toMatchObject({
        totalItems: 100,
        items: expect.arrayContaining([
          expect.objectContaining({ number: 102, current: true }),
        ]),
      });
    });

    it('show the images that their text names, and nothing else of the folder', async () => {
      const image = (target: string, runbook = 'fail-over') =>
        send(
          'get',
          `${CHECKOUT}/runbooks/${runbook}/image?target=${encodeURIComponent(
            target,
          )}`,
        );
      const names = [
        'img/a%20b.png',
        'big.png',
        'lie.png',
        'drawing.svg',
        '../secret.png',
        'gone.png',
        '.hidden.png',
      ];
      await write({
        'fail-over.md': `# Fail over\n\n${names
          .map(name => `![x](${name})`)
          .join('\n')}\n![far](https://example.com/x.png)\n`,
        'img/a b.png': PNG,
        'unnamed.png': PNG,
        'big.png': Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024)]),
        'lie.png': '<script>alert(1)</script>',
        'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
        '.hidden.png': PNG,
      });
      const shown = await image('img/a%20b.png');
      expect(shown.status).toBe(200);
      expect(shown.headers).toMatchObject({
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, max-age=60',
      });
      expect(PNG.equals(shown.body)).toBe(true);
      const again = await request(portal.server)
        .get(
          `/api/product-ops${CHECKOUT}/runbooks/fail-over/image?target=img/a%2520b.png`,
        )
        .set('if-none-match', shown.headers.etag);
      expect(again.status).toBe(304);
      expect((await get(`${CHECKOUT}/runbooks/fail-over`)).links).toEqual(
        expect.arrayContaining([{ target: 'img/a%20b.png', image: true }]),
      );
      for (const [target, status, message] of [
        ['unnamed.png', 404, /shows no such image/],
        ['https://example.com/x.png', 404, /shows no such image/],
        ['big.png', 400, /2 MB/],
        ['lie.png', 400, /PNG, JPEG/],
        ['drawing.svg', 400, /PNG, JPEG/],
        ['../secret.png', 400, /out of the folder/],
        ['.hidden.png', 400, /hidden/],
        ['gone.png', 404, /no such file/],
      ] as const) {
        const refused = await image(target);
        expect({
          target,
          status: refused.status,
          message: refused.body.error.message,
        }).toEqual({ target, status, message: expect.stringMatching(message) });
      }
    });
  },
);
