import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
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
import { putFile, readFiles } from '../__testUtils__/roadmapFile';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const CHECKOUT = '/entities/product/default/checkout';
const MODERATE = 'product-ops.roadmap.feedback.moderate';

describe.each(databases.eachSupportedId())('feedback on %p', databaseId => {
  const folder = createMockDirectory();
  let around: ReturnType<typeof surroundings>;
  let portal: Portal;
  let knex: Knex;

  const entities = () => [
    ...organisation,
    productAt(`file:${folder.resolve('catalog-info.yaml')}`, {
      roadmap: 'roadmap.yaml',
    }),
    productAt(
      'url:https://git.example.com/vault/catalog-info.yaml',
      {},
      {
        name: 'vault',
        spec: { owner: 'group:sre' },
      },
    ),
  ];
  const instance = () =>
    startPortal({
      knex,
      entities: entities(),
      config: readingFrom(folder),
      features: around.features,
    });
  async function write(...items: string[]) {
    putFile(folder, ...items);
    await readFiles({ knex, portal });
  }

  beforeEach(async () => {
    around = surroundings();
    putFile(folder, '{ id: tap, title: Tap, status: planned }');
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
  ) => on.ask(method, path, `user:default/${user}`).send(body);
  const ok = async (...args: Parameters<typeof send>) => {
    const { status, body } = await send(...args);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const get = (path: string, user = 'jo') => ok('get', user, path);
  const ask = (title: string, user = 'ann', of = CHECKOUT) =>
    ok('post', user, `${of}/feedback`, { title, text: `**${title}** please` });
  const vote = (id: string, user: string, on = portal) =>
    ok('post', user, `/feedback/${id}/votes`, undefined, on);
  const titles = async (query: string, user = 'jo') =>
    (await get(`/feedback${query}`, user)).items.map(
      ({ title }: { title: string }) => title,
    );
  /** Has what happened be told, and gives what was. */
  const told = async () => {
    around.send.mockClear();
    await portal.run('roadmap-notices');
    return around.told();
  };

  it('is posted once for each key, with the vote of who posts it, and found again', async () => {
    const post = (title: string) =>
      send('post', 'ann', `${CHECKOUT}/feedback`, {
        title,
        text: '<script>alert(1)</script> *one* tap [here](https://x.example)',
      }).set('Idempotency-Key', 'k1');
    const first = await post('Pay with one tap');
    expect(first.body).toMatchObject({
      title: 'Pay with one tap',
      status: 'open',
      votes: 1,
      voted: true,
      mine: true,
      version: 1,
      author: { ref: 'user:default/ann', known: true },
      entity: { ref: 'product:default/checkout' },
      text: '<script>alert(1)</script> *one* tap [here](https://x.example)',
      may: { vote: true, comment: true, edit: true, withdraw: true },
    });
    expect((await post('Pay with one tap')).body.id).toBe(first.body.id);
    expect((await post('Something else')).status).toBe(400);
    await ask('Dark receipts');

    expect(await titles('?sort=newest')).toEqual([
      'Dark receipts',
      'Pay with one tap',
    ]);
    expect(await titles('?q=TAP+one')).toEqual(['Pay with one tap']);
    const similar = await get(
      `${CHECKOUT}/feedback?similarTo=${encodeURIComponent(
        'Can I please pay by tap?',
      )}`,
    );
    expect(similar.items).toMatchObject([{ id: first.body.id }]);
    expect(around.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'feedback-post' }),
    );
    expect(
      (await send('post', 'ann', `${CHECKOUT}/feedback`, { title: ' ' })).body
        .error.message,
    ).toContain('title: got nothing but blanks');
    // Whatever is sent, no database is asked for what it cannot hold.
    expect(
      (
        await send('post', 'jo', `/feedback/${first.body.id}/links`, {
          entity: 'product:checkout',
          item: 'no\0where',
        })
      ).status,
    ).toBe(404);
  });

  it('counts each person once, whatever they do at the same moment on two instances', async () => {
    const { id } = await ask('Pay with one tap');
    const second = await instance();
    try {
      const people = ['jo', 'kim', 'lee', 'max'];
      await Promise.all(
        [...people, ...people].map((user, index) =>
          vote(id, user, index % 2 ? portal : second),
        ),
      );
      expect(await get(`/feedback/${id}`)).toMatchObject({ votes: 5 });
      await Promise.all(
        [...people, ...people].map((user, index) =>
          ok(
            index % 4 < 2 ? 'delete' : 'post',
            user,
            `/feedback/${id}/votes`,
            undefined,
            index % 2 ? portal : second,
          ),
        ),
      );
      const { votes } = await get(`/feedback/${id}`);
      const rows = await knex('feedback_votes').where({ feedback_id: id });
      expect(rows).toHaveLength(votes);
    } finally {
      await second.stop();
    }
    expect(await ok('delete', 'ann', `/feedback/${id}/votes`)).toMatchObject({
      voted: false,
      mine: true,
    });
  });

  it('is listed in pages by votes, with counts by status, for a team and a product, and for oneself', async () => {
    const made: Array<{ id: string; version: number }> = [];
    for (const title of ['A', 'B', 'C', 'D', 'E']) {
      made.push(await ask(title, title < 'C' ? 'ann' : 'kim'));
    }
    await ask('Elsewhere', 'kim', '/entities/product/default/vault');
    await vote(made[2].id, 'jo');
    await vote(made[2].id, 'lee');
    await vote(made[3].id, 'lee');
    await ok('patch', 'jo', `/feedback/${made[3].id}`, {
      version: 1,
      status: 'under-review',
    });

    const seen: string[] = [];
    let cursor = '';
    let first = '';
    do {
      const page = await get(
        `/feedback?product=checkout&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      expect(page).toMatchObject({
        totalItems: 5,
        counts: { open: 4, 'under-review': 1 },
      });
      seen.push(...page.items.map(({ title }: { title: string }) => title));
      cursor = page.pageInfo.nextCursor ?? '';
      first ||= cursor;
    } while (cursor);
    expect(seen.slice(0, 2)).toEqual(['C', 'D']);
    expect([...seen].sort()).toEqual(['A', 'B', 'C', 'D', 'E']);

    expect(await titles('?owner=group:sre')).toEqual(['Elsewhere']);
    expect(await titles('?mine=voted', 'lee')).toEqual(['C', 'D']);
    expect((await titles('?mine=posted', 'ann')).sort()).toEqual(['A', 'B']);
    expect(await titles('?status=under-review')).toEqual(['D']);
    expect(
      (await send('get', 'jo', `/feedback?cursor=nonsense`)).body.error.message,
    ).toContain('cursor: this is no cursor');
    const parts = JSON.parse(Buffer.from(first, 'base64url').toString());
    const forged = Buffer.from(
      JSON.stringify([parts[0], 'next', 2 ** 31, parts[3]]),
    ).toString('base64url');
    expect(
      await send(
        'get',
        'jo',
        `/feedback?product=checkout&limit=2&cursor=${forged}`,
      ),
    ).toMatchObject({ status: 400 });
  });

  it('unites what asks for the same without counting anybody twice, and parts it again', async () => {
    const [one, two, three] = [
      await ask('Pay with one tap'),
      await ask('One-tap payment', 'kim'),
      await ask('Tap to pay', 'lee'),
    ];
    await vote(two.id, 'ann');
    await vote(two.id, 'max');
    await vote(three.id, 'max');
    const into = one.id;
    around.denied.add(MODERATE);
    const merge = (id: string, version = 1) =>
      send('post', 'jo', `/feedback/${id}/merge`, { version, into });
    expect((await merge(two.id)).status).toBe(403);
    around.denied.clear();

    expect((await merge(two.id, 7)).body.error).toMatchObject({
      current: { id: two.id, version: 1 },
    });
    expect((await merge(two.id)).body).toMatchObject({
      merged: true,
      mergedInto: { id: one.id, title: 'Pay with one tap' },
      may: { vote: false, edit: false },
    });
    expect((await merge(three.id)).status).toBe(200);
    // ann, kim, max, lee: ann has voted for both, max for both that were merged.
    expect(await get(`/feedback/${into}`)).toMatchObject({
      votes: 4,
      mergedFrom: expect.arrayContaining([
        expect.objectContaining({ id: two.id }),
        expect.objectContaining({ id: three.id }),
      ]),
    });
    expect(await titles('')).toEqual(['Pay with one tap']);
    expect((await send('post', 'jo', `/feedback/${two.id}/votes`)).status).toBe(
      409,
    );
    expect((await merge(into)).status).toBe(400);

    const parted = await ok(
      'delete',
      'jo',
      `/feedback/${two.id}/merge?version=2`,
    );
    expect(parted).toMatchObject({ merged: false, votes: 3 });
    // max came with the other one, too.
    expect(await get(`/feedback/${into}`)).toMatchObject({ votes: 3 });
    // Who takes a vote back takes it back from all of it.
    expect(await ok('delete', 'max', `/feedback/${into}/votes`)).toMatchObject({
      votes: 2,
      voted: false,
    });
    await ok('delete', 'jo', `/feedback/${three.id}/merge?version=2`);
    expect(await get(`/feedback/${three.id}`)).toMatchObject({ votes: 1 });
    expect(await get(`/feedback/${into}`)).toMatchObject({ votes: 1 });
  });

  it('is answered, decided, changed by its author until then, and taken back', async () => {
    const { id } = await ask('Pay with one tap');
    const patch = (user: string, body: object) =>
      send('patch', user, `/feedback/${id}`, body);
    expect((await patch('jo', { version: 1, title: 'Mine' })).status).toBe(403);
    const edited = await patch('ann', { version: 1, title: 'One tap' });
    expect(edited.body).toMatchObject({ title: 'One tap', version: 2 });
    expect(edited.body).toHaveProperty('editedAt');
    const stale = await patch('jo', { version: 1, status: 'planned' });
    expect(stale.status).toBe(409);
    expect(stale.body.error.current).toMatchObject({ version: 2 });
    expect(
      (await patch('jo', { version: 2, status: 'declined' })).body.error
        .message,
    ).toContain('reason: got nothing');

    const answered = await patch('jo', {
      version: 2,
      status: 'declined',
      reason: 'The law',
      answer: 'We **may** not.',
    });
    expect(answered.body).toMatchObject({
      status: 'declined',
      reason: 'The law',
      answer: { text: 'We **may** not.', by: { ref: 'user:default/jo' } },
    });
    expect(await told()).toEqual([
      {
        to: ['user:default/ann'],
        title: 'What you asked for was declined: One tap',
        text: 'We may not.',
      },
    ]);
    expect(await told()).toEqual([]);
    expect((await patch('ann', { version: 3, withdrawn: true })).status).toBe(
      400,
    );
    await patch('jo', { version: 3, status: 'open' });
    const back = await patch('ann', { version: 4, withdrawn: true });
    expect(back.body).toMatchObject({ withdrawn: true, title: '', text: '' });
    expect(await titles('')).toEqual([]);
  });

  it('is commented on, and nobody writes more than people do', async () => {
    const { id } = await ask('Pay with one tap');
    const comment = await ok('post', 'kim', `/feedback/${id}/comments`, {
      text: 'Yes, *please*',
    });
    expect(await get(`/feedback/${id}`)).toMatchObject({ comments: 1 });
    expect(
      (await send('delete', 'jo', `/feedback/${id}/comments/${comment.id}`))
        .status,
    ).toBe(403);
    await ok('delete', 'kim', `/feedback/${id}/comments/${comment.id}`);
    expect(await get(`/feedback/${id}/comments`)).toMatchObject({
      totalItems: 1,
      items: [{ removed: true }],
    });
    for (let number = 1; number < 10; number += 1) {
      await ask(`More ${number}`);
    }
    const refused = await send('post', 'ann', `${CHECKOUT}/feedback`, {
      title: 'And more',
    });
    expect(refused.status).toBe(429);
    expect(Number(refused.header['retry-after'])).toBeGreaterThan(3000);
    expect((await get('/feedback')).totalItems).toBe(10);
  });

  it('becomes an item in one step, is shipped with it, and its people are told once', async () => {
    const one = await ask('Pay with one tap');
    const two = await ask('One-tap payment', 'kim');
    await vote(one.id, 'max');
    await ok('post', 'lee', `/feedback/${two.id}/comments`, { text: 'Soon?' });
    await ok('post', 'jo', `/feedback/${two.id}/merge`, {
      version: 1,
      into: one.id,
    });
    const make = () =>
      send('post', 'jo', `/feedback/${one.id}/item`, {
        fields: { horizon: 'next' },
      }).set('Idempotency-Key', 'make');
    const { body: made } = await make();
    expect(made).toMatchObject({
      item: {
        id: 'pay-with-one-tap',
        source: 'recorded',
        origin: `feedback:${one.id}`,
        description: '**Pay with one tap** please',
      },
      feedback: {
        status: 'planned',
        links: [{ id: 'pay-with-one-tap', status: 'proposed' }],
      },
    });
    expect((await make()).body.item.id).toBe('pay-with-one-tap');
    expect(await told()).toMatchObject([
      {
        to: ['user:default/ann'],
        title: 'What you asked for is planned: Pay with one tap',
      },
    ]);
    expect(
      await get(`${CHECKOUT}/roadmap/items/pay-with-one-tap/feedback`),
    ).toMatchObject({ totalItems: 1, votes: 3, items: [{ id: one.id }] });
    expect(await titles('?linked=true')).toEqual(['Pay with one tap']);
    expect(await titles('?linked=false')).toEqual([]);

    const second = await instance();
    await ok('patch', 'jo', `${CHECKOUT}/roadmap/items/pay-with-one-tap`, {
      version: 1,
      fields: { status: 'done' },
    });
    expect(await get(`/feedback/${one.id}`)).toMatchObject({
      status: 'shipped',
    });
    around.send.mockClear();
    // Both are asked to tell at the same moment.
    await Promise.all([
      portal.run('roadmap-notices'),
      second.run('roadmap-notices'),
    ]);
    const messages = around.told();
    expect(messages.flatMap(({ to }) => to).sort()).toEqual([
      'user:default/ann',
      'user:default/kim',
      'user:default/lee',
      'user:default/max',
    ]);
    expect(messages.map(({ title }) => title).sort()).toEqual([
      'It is there: One-tap payment',
      'It is there: Pay with one tap',
    ]);
    await second.stop();
    await ok('patch', 'jo', `${CHECKOUT}/roadmap/items/pay-with-one-tap`, {
      version: 2,
      fields: { status: 'in-progress' },
    });
    await ok('patch', 'jo', `${CHECKOUT}/roadmap/items/pay-with-one-tap`, {
      version: 3,
      fields: { status: 'done' },
    });
    expect(await told()).toEqual([]);
  });

  it('tells in the order in which it happens, however quickly: the last is what stays with its people', async () => {
    const wishes = ['Tap', 'Split', 'Gift', 'Invoice', 'Refund', 'Points'];
    for (const wish of wishes) {
      const { id } = await ask(wish);
      const { item } = await ok('post', 'jo', `/feedback/${id}/item`, {
        fields: { horizon: 'next' },
      });
      await ok('patch', 'jo', `${CHECKOUT}/roadmap/items/${item.id}`, {
        version: 1,
        fields: { status: 'done' },
      });
    }
    const inOrder = (await told()).map(({ title }) => title);
    for (const wish of wishes) {
      expect(inOrder.filter(title => title.endsWith(`: ${wish}`))).toEqual([
        `What you asked for is planned: ${wish}`,
        `It is there: ${wish}`,
      ]);
    }
  });

  it('follows items of files, and is shipped when the last of them is closed', async () => {
    const { id } = await ask('Pay with one tap');
    const link = (item: string) =>
      ok('post', 'jo', `/feedback/${id}/links`, {
        entity: 'product:checkout',
        item,
      });
    await write(
      '{ id: tap, title: Tap, status: planned }',
      '{ id: nfc, title: NFC, status: planned }',
    );
    expect(await link('tap')).toMatchObject({
      status: 'planned',
      links: [{ id: 'tap', source: 'declared', title: 'Tap' }],
    });
    await link('nfc');
    await write(
      '{ id: tap, title: Tap, status: done }',
      '{ id: nfc, title: NFC, status: planned }',
    );
    expect(await get(`/feedback/${id}`)).toMatchObject({ status: 'planned' });
    await told();
    await write(
      '{ id: tap, title: Tap, status: done }',
      '{ id: nfc, title: NFC, status: dropped }',
    );
    expect(await get(`/feedback/${id}`)).toMatchObject({ status: 'shipped' });
    expect(await told()).toMatchObject([
      { to: ['user:default/ann'], title: 'It is there: Pay with one tap' },
    ]);
    expect(
      await ok(
        'delete',
        'jo',
        `/feedback/${id}/links?entity=product:checkout&item=nfc`,
      ),
    ).toMatchObject({ links: [{ id: 'tap' }] });
  });

  it('tells who gets an item, and who waits for one that moves', async () => {
    const items = `${CHECKOUT}/roadmap/items`;
    await ok('post', 'jo', items, {
      id: 'keys',
      fields: { title: 'Keys', end: '2030-01-31' },
    });
    await ok('post', 'jo', items, {
      id: 'door',
      fields: { title: 'Door', dependsOn: ['keys'], owner: 'user:default/kim' },
    });
    await ok('post', 'jo', '/entities/product/default/vault/roadmap/items', {
      id: 'safe',
      fields: { title: 'Safe', dependsOn: ['keys@product:checkout'] },
    });
    expect(await told()).toMatchObject([
      { to: ['user:default/kim'], title: 'jo assigned “Door” to you' },
    ]);
    await ok('patch', 'jo', `${items}/keys`, {
      version: 1,
      fields: { end: '2030-03-31' },
    });
    const moved = await told();
    expect(moved.map(({ to }) => to).sort()).toEqual([
      ['group:default/sre'],
      ['user:default/kim'],
    ]);
    expect(moved[0].title).toMatch(
      /^keys, for which “(Door|Safe)” waits, now ends on 31 Mar(ch)? 2030$/,
    );
    // What could not be delivered is tried again, and is not lost.
    await ok('patch', 'jo', `${items}/keys`, {
      version: 2,
      fields: { owner: 'user:default/lee' },
    });
    around.send.mockRejectedValueOnce(new Error('status 503'));
    await told();
    await knex('roadmap_notice_messages').update({ due_at: new Date(0) });
    expect(await told()).toMatchObject([{ to: ['user:default/lee'] }]);
  });

  it('is not there for who may not read its entity, in no list, count, merge or link', async () => {
    const hidden = await ask(
      'Elsewhere',
      'ann',
      '/entities/product/default/vault',
    );
    const { id } = await ask('Pay with one tap');
    await ok('post', 'jo', `/feedback/${id}/links`, {
      entity: 'product:checkout',
      item: 'tap',
    });
    around.reading.asCatalogSays = true;
    portal.inCatalog(
      ...entities().filter(({ metadata }) => metadata.name !== 'vault'),
    );
    expect(await get('/feedback')).toMatchObject({
      totalItems: 1,
      counts: { open: 0, planned: 1 },
    });
    expect(await titles('?product=vault')).toEqual([]);
    for (const [method, path, body] of [
      ['get', `/feedback/${hidden.id}`, undefined],
      ['get', `/feedback/${hidden.id}/comments`, undefined],
      ['post', `/feedback/${hidden.id}/votes`, undefined],
      ['patch', `/feedback/${hidden.id}`, { version: 1, status: 'planned' }],
      ['post', `/feedback/${hidden.id}/item`, {}],
      ['post', `/feedback/${id}/merge`, { version: 2, into: hidden.id }],
      [
        'post',
        `/feedback/${id}/links`,
        { entity: 'product:vault', item: 'safe' },
      ],
      ['get', '/entities/product/default/vault/feedback', undefined],
    ] as const) {
      const { status, body: answer } = await send(method, 'jo', path, body);
      expect({ path, status, answer }).toMatchObject({ path, status: 404 });
    }
  });
});
