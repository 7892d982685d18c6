import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { LifecycleFact } from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
import { entity } from '../__testUtils__/entity';
import { EvaluationStore } from './EvaluationStore';
import {
  startLifecycle,
  type RunningLifecycle,
} from './__testUtils__/startLifecycle';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const CART = 'component:default/cart';
const CHECKOUT = 'product:default/checkout';

const component = (
  name: string,
  lifecycle: string | undefined,
  more: { dependsOn?: string[]; owner?: string; annotations?: object } = {},
): Entity =>
  entity('Component', name, {
    spec: { type: 'service', lifecycle, owner: more.owner ?? 'payments' },
    annotations: { ...more.annotations },
    relations: [
      ['ownedBy', `group:default/${more.owner ?? 'payments'}`],
      ...(more.dependsOn ?? []).map((target): [string, string] => [
        'dependsOn',
        `component:default/${target}`,
      ]),
    ],
  });
const group = (name: string, relations: Array<[string, string]> = []) =>
  entity('Group', name, { relations });
const payments = group('payments', [['parentOf', 'group:default/tills']]);
const tills = (...members: string[]) =>
  group(
    'tills',
    members.map(member => ['hasMember', `user:default/${member}`]),
  );
const catalog = [
  payments,
  tills('jo'),
  entity('User', 'jo'),
  entity('Product', 'checkout', {
    spec: {
      lifecycle: 'live',
      owner: 'payments',
      tier: 1,
      roles: { operations: 'group:payments' },
    },
    relations: [
      ['ownedBy', 'group:default/payments'],
      ['operatedBy', 'group:default/payments'],
    ],
  }),
  component('cart', 'production', {
    dependsOn: ['bus'],
    annotations: { 'productops.io/product': 'product:checkout' },
  }),
  component('bus', 'production'),
  component('lamp', 'production'),
];
const replaced =
  (...others: Entity[]) =>
  (before: Entity[]) =>
    [
      ...before.filter(
        ({ kind, metadata }) =>
          !others.some(
            other =>
              other.kind === kind && other.metadata.name === metadata.name,
          ),
      ),
      ...others,
    ];
const without = (name: string) => (before: Entity[]) =>
  before.filter(({ metadata }) => metadata.name !== name);

describe.each(databases.eachSupportedId())(
  'answering checks on %p',
  databaseId => {
    let knex: Knex;
    let running: RunningLifecycle;
    const start = async (
      options: Partial<Parameters<typeof startLifecycle>[0]> = {},
    ) => {
      knex = await databases.init(databaseId);
      running = await startLifecycle({ knex, entities: catalog, ...options });
      await running.refresh();
      return running;
    };
    const rowsOf = async (table: string) =>
      (await knex(table).select('*')).map(row => JSON.stringify(row)).sort();
    /** What a run writes: the entities whose rows differ from before. */
    const changedBy = async (run: () => Promise<unknown>) => {
      const before = new Set(await rowsOf('lifecycle_entities'));
      await run();
      return (await knex('lifecycle_entities').select('*'))
        .filter(row => !before.has(JSON.stringify(row)))
        .map(row => row.entity_ref.split('/')[1])
        .sort();
    };

    it('says what is so, what is not, and how to mend it', async () => {
      const { get } = await start();
      const life = await get(CHECKOUT);
      expect(life).toMatchObject({
        stage: { stage: 'live', known: true },
        since: '2026-11-22T12:00:00.000Z',
        evaluatedAt: '2026-11-22T12:00:00.000Z',
      });
      const check = (id: string) => life.checks.find(one => one.id === id);
      expect(check('owner')).toMatchObject({
        outcome: 'passed',
        about: [{ ref: 'group:default/payments', known: true }],
        since: '2026-11-22T12:00:00.000Z',
      });
      expect(check('owner-has-members')?.outcome).toBe('passed');
      expect(check('operations-contact')?.outcome).toBe('passed');
      expect(check('monitoring-link')).toMatchObject({
        outcome: 'failed',
        remedy: { yaml: expect.stringContaining('links:') },
      });
      expect(check('recovery-drill')).toMatchObject({
        outcome: 'unanswered',
        evidence: 'Nobody has answered it yet.',
      });
      expect(life.readiness.demanded).toBe(
        life.readiness.passed + life.readiness.failed + life.readiness.open,
      );
      expect(
        life.next.map(({ stage, direction }) => [stage, direction]),
      ).toEqual([
        ['preview', 'back'],
        ['maintenance', 'forward'],
        ['sunset', 'forward'],
      ]);
      expect(life.next[1].approvers).toMatchObject([
        { approver: 'operations', holders: [{ title: 'payments' }] },
      ]);
      expect(life.rail.filter(({ state }) => state === 'past')).toHaveLength(3);
    });

    it('writes nothing while nothing changes', async () => {
      const { refresh } = await start();
      const tables = [
        'lifecycle_entities',
        'lifecycle_facts',
        'lifecycle_profiles',
        'lifecycle_check_changes',
        'lifecycle_readiness_history',
        'lifecycle_history',
        'lifecycle_neighbours',
      ];
      const before = await Promise.all(tables.map(rowsOf));
      await refresh();
      expect(await Promise.all(tables.map(rowsOf))).toEqual(before);
      expect(await rowsOf('lifecycle_pending')).toEqual([]);
      expect(await rowsOf('lifecycle_check_changes')).toEqual([]);
    });

    it('looks again at what an entity depends on: stages, teams, what left and what came', async () => {
      const { refresh, inCatalog, outcome } = await start();
      expect(await outcome(CART, 'dependencies-live')).toBe('passed');

      inCatalog(replaced(component('bus', 'experimental')));
      expect(await changedBy(refresh)).toEqual(['bus', 'cart']);
      expect(await outcome(CART, 'dependencies-live')).toBe('failed');

      inCatalog(replaced(component('bus', 'deprecated')));
      await refresh();
      expect(await outcome(CART, 'dependencies-stay')).toBe('failed');

      inCatalog(without('bus'));
      expect(await changedBy(refresh)).toEqual(['cart']);
      expect(await outcome(CART, 'dependencies-live')).toBe('notApplicable');

      inCatalog(replaced(tills()));
      expect(await changedBy(refresh)).toEqual(['cart', 'checkout', 'lamp']);
      expect(await outcome(CART, 'owner-has-members')).toBe('failed');

      inCatalog(without('payments'));
      await refresh();
      expect(await outcome(CART, 'owner')).toBe('failed');
      expect(await outcome(CART, 'operations-contact')).toBe('failed');
      inCatalog(replaced(payments, tills('jo')));
      await refresh();
      expect(await outcome(CART, 'owner-has-members')).toBe('passed');
      expect(await outcome(CART, 'operations-contact')).toBe('passed');
    });

    it('tells once that a check which passed does not any more', async () => {
      const { refresh, inCatalog, onRegression, evaluate } = await start();
      expect(onRegression).not.toHaveBeenCalled();
      inCatalog(replaced(component('bus', 'deprecated')));
      onRegression.mockRejectedValueOnce(new Error('The mail is down'));
      await refresh();
      await evaluate();
      await evaluate();
      expect(onRegression.mock.calls).toEqual([
        [CART, 'dependencies-stay'],
        [CART, 'dependencies-stay'],
      ]);
      inCatalog(replaced(component('bus', 'production')));
      await refresh();
      inCatalog(replaced(component('bus', 'deprecated')));
      await refresh();
      expect(onRegression).toHaveBeenCalledTimes(3);
    });

    it('goes by the answers of people and by exceptions until their time has come', async () => {
      const { get, refresh, evaluate, at, mark, attestations, waivers } =
        await start({
          config: {
            checks: [
              {
                id: 'load',
                title: 'It bears the load',
                attestedBy: ['operations', 'group:default/tills'],
                validFor: 'P1D',
              },
            ],
            stages: [
              { id: 'live', aliases: ['production'], gate: ['load', 'owner'] },
            ],
          },
        });
      const load = async () => (await get(CHECKOUT)).checks[0];
      const counts = async () => (await running.summaries()).get(CHECKOUT);
      expect(await load()).toMatchObject({
        outcome: 'unanswered',
        answeredBy: [
          { title: 'Operations', holders: [{ title: 'payments' }] },
          { title: 'tills' },
        ],
      });
      expect(await counts()).toEqual({ passed: 1, failed: 0, open: 1 });

      attestations.set(
        CHECKOUT,
        new Map([
          [
            'load',
            {
              answer: 'yes',
              by: 'user:default/jo',
              at: '2026-11-22T12:00:00.000Z',
              validUntil: '2026-11-23T12:00:00.000Z',
              evidence: 'Ran it with 5,000 baskets',
            },
          ],
        ]),
      );
      await mark(CHECKOUT);
      await evaluate();
      expect(await counts()).toEqual({ passed: 2, failed: 0, open: 0 });
      expect(await load()).toMatchObject({
        outcome: 'passed',
        evidence: 'Ran it with 5,000 baskets',
        answer: { by: { title: 'jo' } },
        until: '2026-11-23T12:00:00.000Z',
      });

      at('2026-11-23T12:00:00Z');
      expect(await changedBy(evaluate)).toEqual(['checkout']);
      expect(await counts()).toEqual({ passed: 1, failed: 0, open: 1 });
      // Nobody would look at it again, were nobody told.
      expect(running.onRegression.mock.calls).toEqual([[CHECKOUT, 'load']]);

      waivers.set(
        CHECKOUT,
        new Map([
          [
            'load',
            {
              until: '2026-11-30T00:00:00.000Z',
              reason: 'The lab is closed',
              by: 'user:default/jo',
            },
          ],
        ]),
      );
      await mark(CHECKOUT);
      await evaluate();
      expect(await counts()).toEqual({ passed: 1, failed: 0, open: 0 });
      expect((await get(CHECKOUT)).readiness).toMatchObject({ waived: 1 });
      at('2026-11-30T00:00:01Z');
      await refresh();
      expect(await counts()).toEqual({ passed: 1, failed: 0, open: 1 });
    });

    it('goes by recorded stages where no file declares one, and tells of every change of stage', async () => {
      const { get, refresh, evaluate, record, stageChanges } = await start({
        entities: [
          ...catalog,
          entity('Resource', 'disk'),
          component('tape', 'production', { dependsOn: [] }),
          entity('Component', 'robot', {
            spec: { lifecycle: 'production' },
            relations: [['dependsOn', 'resource:default/disk']],
          }),
        ],
      });
      expect(stageChanges.find(({ entityRef }) => entityRef === CART)).toEqual(
        expect.objectContaining({ to: 'live', cause: 'first' }),
      );
      const disk = 'resource:default/disk';
      expect(await get(disk)).toMatchObject({
        stage: { known: false },
        checks: [],
      });
      expect((await get(disk)).next).toHaveLength(7);
      stageChanges.length = 0;
      await record(disk, 'sunset');
      await evaluate();
      expect(stageChanges).toMatchObject([{ entityRef: disk, to: 'sunset' }]);
      expect((await get(disk)).stage).toMatchObject({ stage: 'sunset' });
      await evaluate();
      expect(
        await running.outcome('component:default/robot', 'dependencies-stay'),
      ).toBe('failed');
      running.inCatalog(without('disk'));
      await refresh();
      expect(stageChanges.at(-1)).toEqual({
        entityRef: disk,
        from: 'sunset',
        cause: 'left',
        at: new Date('2026-11-22T12:00:00Z'),
      });
      expect(
        await knex('lifecycle_entities').where({ entity_ref: disk }),
      ).toEqual([]);
    });

    it('keeps and flags a stage that nobody configured, and one that is configured no more', async () => {
      const { get, refresh, restart, inCatalog, outcome } = await start();
      inCatalog(
        replaced(component('cart', 'Beta-ish', { dependsOn: ['bus'] })),
      );
      await refresh();
      const unknown = await get(CART);
      expect(unknown).toMatchObject({
        stage: { stage: 'Beta-ish', title: 'Beta-ish', known: false },
        checks: [],
        readiness: { demanded: 0 },
      });
      expect(unknown.next).toHaveLength(7);
      expect(unknown.rail.every(({ state }) => state === 'ahead')).toBe(true);
      expect((await running.summaries()).has(CART)).toBe(false);

      await restart({
        stages: [{ id: 'idea' }, { id: 'done', aliases: ['retired'] }],
      });
      await refresh();
      expect(await get('component:default/lamp')).toMatchObject({
        stage: { stage: 'production', known: false, declared: 'production' },
        checks: [],
        rail: [{ id: 'idea' }, { id: 'done' }],
      });
      expect((await running.summaries()).size).toBe(0);
      await restart({});
      await refresh();
      expect(await outcome('component:default/lamp', 'owner')).toBe('passed');
    });

    it('lets facts of modules answer, keeps them while they fail, and asks again when they say so', async () => {
      let cost = 5;
      let broken = false;
      const changed = new Set<string>();
      const fact: LifecycleFact = {
        id: 'cost.monthly',
        type: 'number',
        description: 'What it costs a month.',
        collect: async entities => {
          if (broken) {
            throw new Error('No answer');
          }
          return new Map(entities.map(({ ref }) => [ref, { value: cost }]));
        },
        changes: async () => changed,
      };
      const { evaluate, outcome, mark } = await start({
        facts: [fact],
        config: {
          checks: [
            {
              id: 'cheap',
              fact: 'cost.monthly',
              operator: 'atMost',
              expected: 10,
            },
          ],
          stages: [{ id: 'live', aliases: ['production'], gate: ['cheap'] }],
        },
      });
      expect(await outcome(CART, 'cheap')).toBe('passed');
      broken = true;
      await mark(CART);
      await evaluate();
      expect(await outcome(CART, 'cheap')).toBe('passed');
      broken = false;
      cost = 20;
      await evaluate();
      expect(await outcome(CART, 'cheap')).toBe('passed');
      changed.add(CART);
      await evaluate();
      expect(await outcome(CART, 'cheap')).toBe('failed');
    });

    it('tells nobody of what fails by other rules, nor of what is not known for a while, but of what fails after that', async () => {
      let cost: number | undefined = 5;
      const changed = new Set([CART]);
      const fact: LifecycleFact = {
        id: 'cost.monthly',
        type: 'number',
        description: 'What it costs a month.',
        collect: async entities =>
          new Map(entities.map(({ ref }) => [ref, { value: cost }])),
        changes: async () => changed,
      };
      const atMost = (expected: number) => ({
        checks: [
          { id: 'cheap', fact: 'cost.monthly', operator: 'atMost', expected },
        ],
        stages: [{ id: 'live', aliases: ['production'], gate: ['cheap'] }],
      });
      const { restart, refresh, evaluate, outcome, onRegression } = await start(
        { facts: [fact], config: atMost(10) },
      );
      expect(await outcome(CART, 'cheap')).toBe('passed');
      await restart(atMost(1));
      await refresh();
      expect(await outcome(CART, 'cheap')).toBe('failed');
      await restart(atMost(10));
      await refresh();
      expect(await outcome(CART, 'cheap')).toBe('passed');
      expect(onRegression).not.toHaveBeenCalled();

      cost = undefined;
      await evaluate();
      expect(await outcome(CART, 'cheap')).toBe('unanswered');
      expect(onRegression).not.toHaveBeenCalled();
      cost = 20;
      await evaluate();
      await evaluate();
      expect(await outcome(CART, 'cheap')).toBe('failed');
      expect(onRegression.mock.calls).toEqual([[CART, 'cheap']]);
    });

    it('continues a run that was cut off, and lets an older run write nothing', async () => {
      const { refresh, inCatalog, outcome, unreachable, evaluate } =
        await start();
      inCatalog(before => [
        ...before,
        ...Array.from({ length: 700 }, (_, at) =>
          component(`c${at}`, 'production'),
        ),
      ]);
      unreachable.attestations = true;
      await refresh().catch(() => {});
      expect((await running.summaries()).size).toBe(4);
      unreachable.attestations = false;
      await evaluate();
      expect(await outcome('component:default/c699', 'owner')).toBe('passed');
      expect((await running.summaries()).size).toBe(704);
      expect(await rowsOf('lifecycle_pending')).toEqual([]);

      const store = EvaluationStore.create({ knex });
      await store.begin('older');
      await store.begin('newer');
      const write = jest.fn(async () => 'written');
      await expect(store.write('older', write)).rejects.toThrow(
        'Another instance answers the checks now',
      );
      expect(write).not.toHaveBeenCalled();
      expect(await store.write('newer', write)).toBe('written');
    });
  },
);
