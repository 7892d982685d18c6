import { createBackendModule } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type {
  EntityLifecycle,
  LifecycleHistoryPage,
} from '@productops/backstage-plugin-product-ops-common';
import {
  lifecycleFactsExtensionPoint,
  type LifecycleFact,
} from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
import {
  product,
  stagesConfig,
  startStages,
  type Stages,
} from '../__testUtils__/startStages';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const CHECKOUT = '/entities/product/default/checkout';
const TRANSITIONS = '/lifecycle/transitions';
/** Something else that is in the catalog, so that this is never empty. */
const other = product('other', { lifecycle: 'preview' });

describe.each(databases.eachSupportedId())(
  'what happens while something moves, on %p',
  databaseId => {
    let knex: Knex;
    let stages: Stages;
    const running: Stages[] = [];

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });
    afterEach(async () => {
      await Promise.all(running.splice(0).map(({ portal }) => portal.stop()));
    });

    const start = async (
      entities: Entity[],
      options: { lifecycle?: JsonObject; facts?: LifecycleFact[] } = {},
    ) => {
      stages = await startStages({
        knex,
        entities: [...entities, other],
        lifecycle: options.lifecycle,
        features: [factsOf(options.facts ?? [])],
      });
      running.push(stages);
      await stages.look();
      return stages;
    };
    const restart = async (entities: Entity[], lifecycle: JsonObject) => {
      await Promise.all(running.splice(0).map(({ portal }) => portal.stop()));
      return start(entities, { lifecycle });
    };
    const ask = (to: string, from?: string, on = stages) =>
      on.post('jo', TRANSITIONS, {
        entity: 'product:checkout',
        ...(from && { from }),
        to,
        reason: 'It is time',
      });
    const lifecycle = (): Promise<EntityLifecycle> =>
      stages.get('jo', `${CHECKOUT}/lifecycle`);
    /** The changes of its stage, the first one first: what stands behind each, and where it led. */
    const changes = async () => {
      const { items }: LifecycleHistoryPage = await stages.get(
        'jo',
        `${CHECKOUT}/lifecycle/history?limit=100`,
      );
      return items
        .filter(({ event }) => event === 'stage')
        .map(({ origin, to }) => [origin, to?.stage])
        .reverse();
    };
    const follows = () =>
      stages.auditor.createEvent.mock.calls.flatMap(([{ eventId, meta }]) =>
        eventId === 'lifecycle-transition-follow' ? [meta?.state] : [],
      );

    it('opens no gate of what has left the catalog, and goes on when it is back', async () => {
      await start([product('checkout')]);
      expect((await ask('preview')).body).toMatchObject({ state: 'completed' });
      const asked = await ask('live', 'preview');
      expect(asked.body).toMatchObject({ state: 'requested' });

      await stages.inCatalog(other);
      await stages.look();
      const row = await knex('lifecycle_transitions').where({
        id: asked.body.id,
      });
      expect(row).toMatchObject([{ state: 'requested', version: 1 }]);
      const approval = { version: 1, decision: 'approve' };
      const path = `${TRANSITIONS}/${asked.body.id}/decision`;
      expect((await stages.post('kim', path, approval)).status).toBe(404);
      expect((await ask('sunset', 'preview')).status).toBe(404);

      await stages.inCatalog(product('checkout'), other);
      expect(await stages.get('jo', `${TRANSITIONS}/${asked.body.id}`)).toEqual(
        expect.objectContaining({ state: 'requested', version: 1 }),
      );
      expect(await changes()).toEqual([
        ['transition', 'preview'],
        ['left', undefined],
        ['returned', 'preview'],
      ]);
      expect((await lifecycle()).stage).toMatchObject({ stage: 'preview' });
      expect(follows()).toEqual([]);
    });

    it('completes what was approved when its file comes back with the stage', async () => {
      const config = {
        stages: [
          { id: 'preview', gate: [], approvers: [] },
          { id: 'live', gate: [], approvers: [] },
        ],
      };
      await start([product('checkout', { lifecycle: 'preview' })], {
        lifecycle: config,
      });
      const asked = await ask('live', 'preview');
      expect(asked.body).toMatchObject({ state: 'approved' });
      await stages.inCatalog(other);
      await stages.inCatalog(product('checkout', { lifecycle: 'live' }), other);
      expect(
        await stages.get('jo', `${TRANSITIONS}/${asked.body.id}`),
      ).toMatchObject({ state: 'completed' });
      expect(await changes()).toEqual([
        ['first-seen', 'preview'],
        ['left', undefined],
        ['transition', 'live'],
      ]);
      expect(follows()).toEqual(['completed']);
    });

    it('lets one of two moves at the same moment on two instances through', async () => {
      const open = (id: string, next: string[]) => ({
        id,
        next,
        gate: [],
        approvers: [],
      });
      const ring = {
        stages: [open('a', ['b', 'c']), open('b', ['a']), open('c', ['a'])],
      };
      await start([product('checkout')], { lifecycle: ring });
      const first = stages;
      const second = await start([product('checkout')], { lifecycle: ring });
      expect((await ask('a')).body).toMatchObject({ state: 'completed' });
      for (let round = 0; round < 5; round += 1) {
        const both = await Promise.all([
          ask('b', 'a', first),
          ask('c', 'a', second),
        ]);
        expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
        const won = both.find(({ status }) => status === 200)!;
        const { stage } = won.body.to;
        expect((await lifecycle()).stage).toMatchObject({ stage });
        const lost = both.find(({ status }) => status === 409)!;
        expect(lost.body.error.current).toMatchObject({ stage });
        expect((await ask('a', stage)).status).toBe(200);
      }
      const moved = (await changes()).map(([, to]) => to);
      expect(moved).toHaveLength(11);
      expect(moved.filter(to => to === 'a')).toHaveLength(6);
      await stages.look();
      expect((await changes()).map(([origin]) => origin)).toEqual(
        moved.map(() => 'transition'),
      );
    });

    it('keeps what is recorded in a stage that has got another name or place, and flags one that is configured no more', async () => {
      await start([product('checkout', { links: true })]);
      expect((await ask('preview')).status).toBe(200);
      await stages.look();
      const { since } = await lifecycle();
      const [, live, ...later] = stagesConfig.stages as JsonObject[];
      const beta = { id: 'beta', aliases: ['Preview'], gate: ['owner'] };
      await restart([product('checkout', { links: true })], {
        ...stagesConfig,
        stages: [{ id: 'idea' }, beta, live, ...later],
      });
      expect(await lifecycle()).toMatchObject({
        stage: { stage: 'beta', known: true },
        since,
        readiness: { demanded: 1 },
        next: [{ stage: 'idea' }, { stage: 'live' }, { stage: 'sunset' }],
      });
      expect(
        await knex('directory_entities')
          .where({ entity_ref: 'product:default/checkout' })
          .select('stage', 'stage_rank'),
      ).toEqual([{ stage: 'beta', stage_rank: 1 }]);
      expect((await ask('idea', 'beta')).body).toMatchObject({
        state: 'completed',
        from: { stage: 'beta' },
      });
      expect(await changes()).toEqual([
        ['transition', 'beta'],
        ['transition', 'idea'],
      ]);

      await restart([product('checkout')], stagesConfig);
      expect(await lifecycle()).toMatchObject({
        stage: { stage: 'idea', known: false },
        checks: [],
      });
      expect(await changes()).toEqual([
        ['transition', 'preview'],
        ['transition', 'idea'],
      ]);
      expect((await ask('preview', 'idea')).body).toMatchObject({
        state: 'completed',
      });
    });

    it('carries an open request over to the new name of its stages', async () => {
      await start([product('checkout', { lifecycle: 'preview', links: true })]);
      const asked = await ask('live', 'preview');
      expect(asked.body).toMatchObject({ state: 'requested' });
      const [preview, live, ...later] = stagesConfig.stages as JsonObject[];
      await restart([product('checkout', { lifecycle: 'preview' })], {
        ...stagesConfig,
        stages: [
          preview,
          { ...live, id: 'ga', aliases: ['live', 'production'] },
          ...later,
        ],
      });
      expect(
        await stages.get('jo', `${TRANSITIONS}/${asked.body.id}`),
      ).toMatchObject({ state: 'requested', to: { stage: 'ga' } });
    });

    it('says of what is in another stage by the configuration alone that no file was changed', async () => {
      const declared = [product('checkout', { lifecycle: 'production' })];
      await start(declared);
      const [preview, , ...later] = stagesConfig.stages as JsonObject[];
      await restart(declared, { ...stagesConfig, stages: [preview, ...later] });
      expect((await lifecycle()).stage).toMatchObject({ known: false });
      expect(await changes()).toEqual([
        ['first-seen', 'live'],
        ['configuration', 'production'],
      ]);
      await restart(declared, stagesConfig);
      // `production` is a name of `live` again.
      expect(await changes()).toEqual([
        ['first-seen', 'live'],
        ['configuration', 'live'],
      ]);
      const board = await stages.get('jo', '/lifecycle/board?stage=live');
      expect(board.columns[0].items[0].drift).toBeUndefined();
      await stages.inCatalog(product('checkout', { lifecycle: 'sunset' }));
      expect((await changes()).at(-1)).toEqual(['drift', 'sunset']);
    });

    it('writes nothing that a slow fact of a module has seen before a move, and drops what it names that is no entity', async () => {
      let asked: (() => void) | undefined;
      let answer: (() => void) | undefined;
      const slow: LifecycleFact = {
        id: 'slow.answer',
        type: 'boolean',
        description: 'Takes its time.',
        async collect(entities) {
          if (asked) {
            const answered = new Promise<void>(resolve => {
              answer = resolve;
            });
            asked();
            asked = undefined;
            await answered;
          }
          return new Map(
            entities.map(({ ref }) => [
              ref,
              {
                value: false,
                about: ['nonsense', 'a:b/c/d', 'Group:payments'],
              },
            ]),
          );
        },
      };
      const config = {
        checks: [{ id: 'slow', fact: 'slow.answer' }],
        stages: [
          { id: 'a', approvers: [] },
          { id: 'b', approvers: [], next: ['c', 'd'] },
          { id: 'c', gate: [], approvers: [] },
          { id: 'd', gate: ['slow'], approvers: ['owner'] },
        ],
      };
      await start([product('checkout')], { lifecycle: config, facts: [slow] });
      expect((await ask('a')).status).toBe(200);
      expect((await ask('b', 'a')).status).toBe(200);
      const isAsked = new Promise<void>(resolve => {
        asked = resolve;
      });
      const run = stages.portal.run('lifecycle-evaluate');
      await isAsked;
      expect((await ask('c', 'b')).status).toBe(200);
      answer?.();
      await run;
      await stages.look();
      const moved = [
        ['transition', 'a'],
        ['transition', 'b'],
        ['transition', 'c'],
      ];
      expect(await changes()).toEqual(moved);
      expect((await lifecycle()).stage).toMatchObject({ stage: 'c' });

      const waiting = await ask('d', 'c');
      expect(waiting.body.checks).toMatchObject([
        { outcome: 'failed', about: [{ ref: 'group:default/payments' }] },
      ]);
    });

    it('tells again what could not be delivered, and pages of what was answered', async () => {
      await start(
        [product('checkout', { lifecycle: 'production', links: true })],
        {
          lifecycle: {
            stages: [
              {
                id: 'live',
                aliases: ['production'],
                gate: ['monitoring-link'],
              },
            ],
          },
        },
      );
      stages.send.mockRejectedValue(
        new Error('Request failed with status 503'),
      );
      stages.publish.mockClear();
      await stages.inCatalog(
        product('checkout', { lifecycle: 'production' }),
        other,
      );
      expect(stages.publish).toHaveBeenCalledWith(
        expect.objectContaining({
          message: expect.objectContaining({ room: 'lifecycle' }),
        }),
      );
      expect(stages.send).toHaveBeenCalled();
      stages.send.mockClear();
      stages.send.mockResolvedValue(undefined);
      await stages.look();
      await stages.look();
      expect(stages.told()).toEqual([
        {
          to: ['group:default/payments'],
          title:
            'checkout does not pass any more: It links to where it is watched',
        },
      ]);
    });
  },
);

function factsOf(facts: LifecycleFact[]) {
  return createBackendModule({
    pluginId: 'product-ops',
    moduleId: 'facts-of-a-test',
    register(env) {
      env.registerInit({
        deps: { lifecycle: lifecycleFactsExtensionPoint },
        async init({ lifecycle }) {
          lifecycle.addFact(...facts);
        },
      });
    },
  });
}
