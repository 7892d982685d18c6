import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  roadmapSourcesExtensionPoint,
  type RoadmapItemSource,
  type RoadmapSourceAnswer,
  type RoadmapSourceItem,
  type RoadmapSourceRequest,
} from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
import { entity } from '../../__testUtils__/entity';
import { startPortal } from '../../documents/__testUtils__/startPortal';
import {
  organisation,
  surroundings,
} from '../../lifecycle/__testUtils__/startStages';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const REF = 'product:default/checkout';
const CHECKOUT = '/entities/product/default/checkout/roadmap';
const checkout = (board?: string, more: Record<string, string> = {}) =>
  entity('Product', 'checkout', {
    spec: { owner: 'group:payments' },
    annotations: { ...(board && { 'example.com/board': board }), ...more },
  });
const WISH: RoadmapSourceItem = {
  id: 'ex-1',
  title: 'Wish',
  status: 'planned',
  horizon: 'now',
  url: 'https://example.com/1',
};
const MORE: RoadmapSourceItem = { id: 'ex-2', title: 'More' };

/** A module that adds sources. */
const adding = (...sources: RoadmapItemSource[]) =>
  createBackendModule({
    pluginId: 'product-ops',
    moduleId: 'example-board',
    register(reg) {
      reg.registerInit({
        deps: {
          point: roadmapSourcesExtensionPoint,
          logger: coreServices.logger,
        },
        async init({ point }) {
          point.addSource(...sources);
        },
      });
    },
  });

describe.each(databases.eachSupportedId())(
  'roadmap items of other systems on %p',
  databaseId => {
    let answer: (
      asked: RoadmapSourceRequest,
    ) => RoadmapSourceAnswer | Promise<RoadmapSourceAnswer>;
    let asked: RoadmapSourceRequest[];
    let portal: Awaited<ReturnType<typeof startPortal>>;
    let around: ReturnType<typeof surroundings>;
    let knex: Knex;
    const board: RoadmapItemSource = {
      id: 'example',
      title: 'The Board',
      annotation: 'example.com/board',
      otherAnnotations: ['example.com/column'],
      async read(question) {
        asked.push(question);
        return answer(question);
      },
    };
    const instance = (sources = [board]) =>
      startPortal({
        knex,
        entities: [...organisation, checkout('payments')],
        config: { productOps: { roadmap: { sources: { timeout: '1s' } } } },
        features: [...around.features, adding(...sources)],
      });

    beforeEach(async () => {
      around = surroundings();
      asked = [];
      answer = () => ({ outcome: 'read', items: [WISH, MORE] });
      knex = await databases.init(databaseId);
      portal = await instance();
      await portal.refresh();
    });
    afterEach(() => portal.stop());

    const due = () =>
      knex('roadmap_sources').update({ next_read_at: new Date(0) });
    const read = async () => {
      await due();
      await portal.run('roadmap-sources-read');
    };
    const reads = (...items: RoadmapSourceItem[]) => {
      answer = () => ({ outcome: 'read', items });
      return read();
    };
    const send = (method: 'get' | 'post' | 'patch', path: string, body = {}) =>
      portal.ask(method, `${CHECKOUT}${path}`).send(body);
    const page = async () => (await send('get', '')).body;
    const ids = async () =>
      (await page()).items.map(({ id }: { id: string }) => id);
    const state = async () => (await page()).otherSources[0];

    it('arrive, change, leave and return with all that hangs on them', async () => {
      await read();
      expect(asked).toMatchObject([
        {
          entity: {
            ref: REF,
            kind: 'product',
            annotations: { 'example.com/board': 'payments' },
          },
        },
      ]);
      expect(await page()).toMatchObject({
        totalItems: 2,
        items: [
          {
            id: 'ex-1',
            title: 'Wish',
            source: 'example',
            sourceTitle: 'The Board',
            sourceUrl: 'https://example.com/1',
            status: 'planned',
            horizon: 'now',
            version: 1,
          },
          { id: 'ex-2', status: 'proposed' },
        ],
        otherSources: [
          { source: 'example', title: 'The Board', state: 'ok', errors: [] },
        ],
      });
      expect(around.publish).toHaveBeenCalled();
      await send('post', '/items/ex-1/comments', { text: 'Yes!' });
      const asRead = await knex('roadmap_items').select();
      await reads(WISH, MORE);
      expect(await knex('roadmap_items').select()).toEqual(asRead);

      await reads({
        ...WISH,
        title: 'Wish granted',
        status: 'done',
        horizon: undefined,
      });
      expect(await page()).toMatchObject({
        totalItems: 1,
        items: [{ id: 'ex-1', title: 'Wish granted', version: 2 }],
      });
      expect((await send('get', '/items/ex-2')).body.archived).toBe(true);

      await reads();
      expect(await ids()).toEqual([]);
      await reads(WISH, MORE);
      expect(await ids()).toEqual(['ex-1', 'ex-2']);
      const { body: comments } = await send('get', '/items/ex-1/comments');
      expect(comments.items).toMatchObject([{ text: 'Yes!' }]);
      const { body: history } = await send('get', '/items/ex-1/history');
      expect(history.items.map(({ type }: { type: string }) => type)).toEqual([
        'returned',
        'archived',
        'changed',
      ]);
    });

    it('are changed where they come from, and put in order here', async () => {
      await read();
      const refused = await send('patch', '/items/ex-1', {
        version: 1,
        fields: { title: 'Mine' },
      });
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toBe(
        'ex-1: It comes from The Board: change it there, at https://example.com/1. Here it can be commented on and put in another place',
      );
      const [first] = (await page()).items;
      const moved = await send('post', '/items/ex-2/actions', {
        type: 'reorder',
        version: 1,
        before: first.rank,
      });
      expect(moved.status).toBe(200);
      const made = await send('post', '/items', { fields: { title: 'Ours' } });
      expect(made.status).toBe(200);
      await reads(WISH, MORE, { id: 'ex-3', title: 'New' });
      expect(await ids()).toEqual(['ex-2', 'ex-1', 'ours', 'ex-3']);
      const { body } = await send('get', '?source=example&source=recorded');
      expect(body.totalItems).toBe(4);
      expect((await send('get', '?source=EX_AMPLE')).status).toBe(400);
    });

    it('stay with their age while the system is down, and it is asked as it wants', async () => {
      answer = () => ({
        outcome: 'read',
        items: [WISH],
        target: 'Payments',
        url: 'https://example.com/payments',
        state: { etag: 'a' },
      });
      await read();
      const { goodAt } = await state();
      const until = new Date(Date.now() + 3_600_000);
      answer = () => ({
        outcome: 'failed',
        problem: { code: 'rate-limit', message: 'Wait.', expected: 'patience' },
        retryAt: until,
      });
      await read();
      expect(asked[1].state).toEqual({ etag: 'a' });
      expect(await ids()).toEqual(['ex-1']);
      expect(await state()).toMatchObject({
        state: 'stale',
        target: 'Payments',
        url: 'https://example.com/payments',
        goodAt,
        nextReadAt: until.toISOString(),
        errors: [
          {
            code: 'rate-limit',
            message: 'Wait.',
            expected: 'patience',
            file: 'Payments',
          },
        ],
      });
      await portal.run('roadmap-sources-read');
      expect(asked).toHaveLength(2);

      answer = () => Promise.reject(new Error('token=secret'));
      await read();
      const unexpected = await state();
      expect(unexpected.errors).toMatchObject([{ code: 'unexpected' }]);
      expect(JSON.stringify(unexpected)).not.toContain('secret');

      answer = () => new Promise(() => {});
      await read();
      expect((await state()).errors).toMatchObject([
        { code: 'timeout', message: 'The Board gave no answer in 1 s.' },
      ]);
      expect(asked[3].signal.aborted).toBe(true);

      answer = () => ({ outcome: 'unchanged' });
      await read();
      expect(asked[4].state).toEqual({ etag: 'a' });
      expect(await state()).toMatchObject({ state: 'ok', errors: [] });
      expect(await ids()).toEqual(['ex-1']);
    });

    it('are read warily: what is wrong is told, and what was known of it stays', async () => {
      await reads(WISH, MORE);
      await reads(
        { ...WISH, end: '2030-02-30' },
        {
          ...MORE,
          url: ['javascript', 'alert(1)'].join(':'),
          description: '<script>',
        },
        { ...MORE, title: 'Twice' },
        { id: '../x', title: 'No id' },
        {
          id: 'ex-9',
          title: 'Never known',
          start: '2030-02-01',
          end: '2030-01-01',
        },
      );
      const { items, otherSources } = await page();
      expect(items).toMatchObject([
        { id: 'ex-1', title: 'Wish', version: 1 },
        { id: 'ex-2', title: 'More', description: '<script>', version: 2 },
      ]);
      expect(items[1]).not.toHaveProperty('sourceUrl');
      expect(otherSources[0]).toMatchObject({ state: 'ok', errorCount: 4 });
      expect(
        otherSources[0].errors.map(({ code }: { code: string }) => code),
      ).toEqual([
        'impossible-date',
        'duplicate-id',
        'invalid-id',
        'ends-before-start',
      ]);
      await reads(
        ...Array.from({ length: 2001 }, (_, at) => ({
          id: `ex-${at}`,
          title: `Item ${at}`,
        })),
      );
      expect(await page()).toMatchObject({
        totalItems: 2000,
        otherSources: [{ errors: [{ code: 'too-many' }] }],
      });
    });

    it('go by what the catalog says of the entity', async () => {
      await read();
      answer = () => ({ outcome: 'read', items: [MORE], state: { etag: 'b' } });
      portal.inCatalog(
        ...organisation,
        checkout('payments', { 'example.com/column': 'next' }),
      );
      await portal.run('roadmap-sources-read');
      expect(asked[1]).toMatchObject({
        entity: { annotations: { 'example.com/column': 'next' } },
        state: undefined,
      });
      expect(await ids()).toEqual(['ex-2']);

      portal.inCatalog(...organisation, checkout());
      await portal.run('roadmap-sources-read');
      expect(await page()).toMatchObject({ totalItems: 0 });
      expect(await page()).not.toHaveProperty('otherSources');
      portal.inCatalog(...organisation, checkout('payments'));
      await portal.run('roadmap-sources-read');
      expect(await ids()).toEqual(['ex-2']);

      // Without its module, a system is not asked any more.
      await portal.stop();
      portal = await instance([]);
      await portal.run('roadmap-sources-read');
      expect(await ids()).toEqual([]);
    });

    it('are read once, however many instances there are', async () => {
      const second = await instance();
      let finish = () => {};
      const started = new Promise<void>(begun => {
        answer = () =>
          new Promise(resolve => {
            finish = () => resolve({ outcome: 'read', items: [WISH] });
            begun();
          });
      });
      const first = portal.run('roadmap-sources-read');
      await started;
      await second.run('roadmap-sources-read');
      finish();
      await first;
      expect(asked).toHaveLength(1);
      const there = await second.roadmap(REF);
      expect(there.items).toMatchObject([{ id: 'ex-1' }]);
      await second.stop();
    });

    it('share an id with others without taking their place', async () => {
      await send('post', '/items', { id: 'ex-1', fields: { title: 'Ours' } });
      await read();
      const { items } = await page();
      expect(items.map((item: { source: string }) => item.source)).toEqual([
        'recorded',
        'example',
        'example',
      ]);
      expect((await send('get', '/items/ex-1')).body.title).toBe('Ours');
      expect((await send('get', '/items/ex-1?source=example')).body.title).toBe(
        'Wish',
      );
      for (const item of items.slice(0, 2)) {
        expect(item.attention).toContainEqual(
          expect.objectContaining({ id: 'roadmap/ex-1/same-id' }),
        );
      }
    });
  },
);

describe('a module that adds sources', () => {
  const source = (id: string): RoadmapItemSource => ({
    id,
    title: id,
    annotation: 'a',
    read: async () => ({ outcome: 'read', items: [] }),
  });

  it.each([
    [[source('recorded')], 'which there is already'],
    [[source('a-b'), source('a-b')], 'which there is already'],
    [[source('A_b')], 'expected a letter'],
  ])('is told which ids it may not use: %#', async (sources, message) => {
    await expect(
      startPortal({ features: [adding(...sources)] }),
    ).rejects.toThrow(message);
  });
});
