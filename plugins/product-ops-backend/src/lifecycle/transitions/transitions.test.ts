import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  EntityLifecycle,
  LifecycleActions,
  LifecycleCheck,
  LifecycleHistoryPage,
  StageTransition,
} from '@productops/backstage-plugin-product-ops-common';
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

describe.each(databases.eachSupportedId())(
  'moving between stages on %p',
  databaseId => {
    let stages: Stages;
    let knex: Knex;
    const others: Stages[] = [];

    beforeEach(async () => {
      // Only what time it is: nothing that waits is held up.
      jest.useFakeTimers({
        now: new Date('2026-11-22T12:00:00Z'),
        doNotFake: [
          'hrtime',
          'nextTick',
          'performance',
          'queueMicrotask',
          'setImmediate',
          'clearImmediate',
          'setInterval',
          'clearInterval',
          'setTimeout',
          'clearTimeout',
        ],
      });
      knex = await databases.init(databaseId);
    });
    afterEach(async () => {
      await stages.portal.stop();
      await Promise.all(others.splice(0).map(({ portal }) => portal.stop()));
      jest.useRealTimers();
    });

    const minute = () => jest.setSystemTime(Date.now() + 60_000);
    const ask = (
      user: string,
      to: string,
      from?: string,
      entity = 'checkout',
    ) => {
      minute();
      return stages.post(user, TRANSITIONS, {
        entity: `product:${entity}`,
        ...(from && { from }),
        to,
        reason: 'Everybody has it',
      });
    };
    const decide = (
      user: string,
      { id, version }: StageTransition,
      decision: string,
      reason?: string,
    ) => {
      minute();
      return stages.post(user, `${TRANSITIONS}/${id}/decision`, {
        version,
        decision,
        ...(reason && { reason }),
      });
    };
    const lifecycle = (): Promise<EntityLifecycle> =>
      stages.get('jo', `${CHECKOUT}/lifecycle`);
    const history = async () => {
      const page: LifecycleHistoryPage = await stages.get(
        'jo',
        `${CHECKOUT}/lifecycle/history?limit=100`,
      );
      return page.items;
    };
    const check = (checks: LifecycleCheck[] | undefined, id: string) =>
      checks?.find(one => one.id === id);
    const start = async (...entities: Parameters<Stages['inCatalog']>) => {
      stages = await startStages({ knex, entities });
      await stages.look();
    };
    /** Lets the gate of `live` open: the load is borne, and there need be no dashboard for a while. */
    const openGate = async (until = '2026-12-31') => {
      minute();
      const attested = await stages.post('lee', '/lifecycle/attestations', {
        entity: 'product:checkout',
        check: 'load-test',
        version: 0,
        answer: 'yes',
        evidence: 'Run 4711',
      });
      expect(attested.body).toMatchObject({ version: 1, state: 'current' });
      minute();
      const waived = await stages.post('lee', '/lifecycle/waivers', {
        entity: 'product:checkout',
        check: 'monitoring-link',
        reason: 'The dashboard moves in December',
        until,
      });
      expect(waived.body).toMatchObject({ state: 'active' });
    };

    it('goes from preview to live through three hands, with an exception that ends and turns the check red', async () => {
      await start(product('checkout', { lifecycle: 'preview' }));
      const asked = await ask('jo', 'live', 'preview');
      expect(asked.body).toMatchObject({
        state: 'requested',
        declared: true,
        blocking: [{ id: 'monitoring-link' }, { id: 'load-test' }],
        approvers: [
          { approver: 'owner', state: 'waiting' },
          { approver: 'operations', state: 'waiting' },
        ],
        mayApprove: false,
        mayWithdraw: true,
        hint: '2 checks keep the gate closed.',
      });
      expect(check(asked.body.checks, 'monitoring-link')?.remedy).toMatchObject(
        { file: 'catalog-info.yaml' },
      );
      const closed = await decide('lee', asked.body, 'approve');
      expect(closed.status).toBe(409);
      expect(closed.body.error.current.blocking).toHaveLength(2);

      await openGate();
      const inbox = await stages.get('kim', `${TRANSITIONS}?mine=approve`);
      expect(inbox.items).toMatchObject([{ id: asked.body.id }]);
      expect(
        (await stages.get('jo', `${TRANSITIONS}?mine=approve`)).items,
      ).toEqual([]);
      expect((await decide('jo', asked.body, 'approve')).status).toBe(403);
      expect((await decide('ann', asked.body, 'approve')).status).toBe(403);
      const first = await decide('kim', asked.body, 'approve', 'We are ready');
      expect(first.body).toMatchObject({
        state: 'requested',
        version: 2,
        hint: 'Waits for Operations.',
      });
      const second = await decide('lee', first.body, 'approve');
      expect(second.body).toMatchObject({
        state: 'approved',
        change: {
          file: 'catalog-info.yaml',
          old: 'preview',
          new: 'live',
          yaml: 'spec:\n  lifecycle: live',
          href: 'https://git.example.com/checkout/edit',
        },
      });
      const evidence = second.body.checks;
      expect(check(evidence, 'monitoring-link')?.waiver?.reason).toContain(
        'December',
      );

      minute();
      await stages.inCatalog(product('checkout', { lifecycle: 'production' }));
      const done = await stages.get('jo', `${TRANSITIONS}/${asked.body.id}`);
      expect(done).toMatchObject({ state: 'completed' });
      expect(done.change).toBeUndefined();
      expect((await lifecycle()).readiness).toMatchObject({
        failed: 0,
        waived: 1,
      });

      jest.setSystemTime(new Date('2027-01-01T00:00:00Z'));
      await stages.look();
      await stages.look();
      const after = await lifecycle();
      expect(after.readiness).toMatchObject({ failed: 1, waived: 0 });
      expect(after.rail).toMatchObject([
        { id: 'preview', state: 'past' },
        { id: 'live', state: 'current', days: 39 },
        { state: 'ahead' },
        { state: 'ahead' },
      ]);
      // What was true then stays readable.
      expect(
        (await stages.get('jo', `${TRANSITIONS}/${asked.body.id}`)).checks,
      ).toEqual(evidence);
      expect(
        (await history()).map(({ event, origin }) => origin ?? event),
      ).toEqual([
        'waiver-expired',
        'completed',
        'transition',
        'approved',
        'approved',
        'waiver-granted',
        'attested',
        'requested',
        'first-seen',
      ]);
      const told = stages.told();
      expect(told.map(({ title }) => title)).toEqual([
        'jo asks to move checkout to live',
        'The move of checkout to live was approved: the catalog file is to be changed',
        'The move of checkout to live was approved, and is complete',
        'The exception of checkout has ended: It links to where it is watched',
      ]);
      expect(told[0].to).toEqual([
        'group:default/payments',
        'group:default/sre',
      ]);
      expect(
        stages.auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId),
      ).toEqual(
        expect.arrayContaining([
          'lifecycle-transition-request',
          'lifecycle-attest',
          'lifecycle-waiver-grant',
          'lifecycle-transition-decide',
        ]),
      );
      expect(stages.publish).toHaveBeenCalledWith(
        expect.objectContaining({
          message: expect.objectContaining({ room: 'lifecycle' }),
        }),
      );
    });

    it('shows a stage that changed behind its back as drift, and what was under way as superseded', async () => {
      await start(product('checkout', { lifecycle: 'preview', links: true }));
      const asked = await ask('jo', 'live', 'preview');
      await stages.inCatalog(
        product('checkout', { lifecycle: 'live', links: true }),
      );
      expect(
        await stages.get('jo', `${TRANSITIONS}/${asked.body.id}`),
      ).toMatchObject({ state: 'superseded' });
      expect(
        (await history()).filter(({ event }) => event === 'stage'),
      ).toMatchObject([
        { origin: 'drift', from: { stage: 'preview' }, to: { stage: 'live' } },
        { origin: 'first-seen', to: { stage: 'preview' } },
      ]);
      const board = await stages.get('jo', '/lifecycle/board');
      expect(board.columns[1]).toMatchObject({
        value: 'live',
        totalItems: 1,
        items: [{ entity: { name: 'checkout' }, drift: true, days: 0 }],
      });
      const unknown = product('checkout', { lifecycle: 'beta' });
      minute();
      await stages.inCatalog(unknown);
      expect((await history())[0]).toMatchObject({
        origin: 'drift',
        to: { stage: 'beta', known: false },
      });
      const odd = (await stages.get('jo', '/lifecycle/board')).columns;
      expect(odd[4]).toMatchObject({
        value: 'beta',
        stage: { known: false },
        totalItems: 1,
      });
    });

    it('changes the stage at once where no file declares it, for all who look', async () => {
      await start(product('checkout', { links: true }));
      const into = await ask('jo', 'preview');
      expect(into.body).toMatchObject({ state: 'completed', declared: false });
      expect((await stages.get('jo', CHECKOUT)).lifecycle.current).toEqual({
        stage: 'preview',
        title: 'preview',
        known: true,
      });
      const { items } = await stages.get('jo', '/products?stage=preview');
      expect(items).toHaveLength(1);
      await stages.look();
      expect(await lifecycle()).toMatchObject({ stage: { stage: 'preview' } });

      await openGate().catch(() => undefined);
      const asked = await ask('jo', 'live', 'preview');
      const first = await decide('kim', asked.body, 'approve');
      const second = await decide('max', first.body, 'approve');
      expect(second.body).toMatchObject({ state: 'completed' });
      await stages.look();
      expect(
        (await history()).filter(({ event }) => event === 'stage'),
      ).toMatchObject([
        { origin: 'transition', from: { stage: 'preview' } },
        { origin: 'transition', to: { stage: 'preview' } },
      ]);
      // What is declared is in force, whatever was recorded.
      await stages.inCatalog(product('checkout', { lifecycle: 'sunset' }));
      expect(await lifecycle()).toMatchObject({
        stage: { stage: 'sunset', declared: 'sunset' },
      });
    });

    it('keeps one of two approvals at the same moment on two instances, and tells the other what is so', async () => {
      await start(product('checkout', { lifecycle: 'preview' }));
      const other = await startStages({
        knex,
        entities: [product('checkout', { lifecycle: 'preview' })],
      });
      others.push(other);
      const asked = await ask('jo', 'live', 'preview');
      await openGate();
      const body = { version: asked.body.version, decision: 'approve' };
      const path = `${TRANSITIONS}/${asked.body.id}/decision`;
      const both = await Promise.all([
        stages.post('kim', path, body),
        other.post('lee', path, body),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const late = both.find(({ status }) => status === 409)!;
      expect(late.body.error.current).toMatchObject({ version: 2 });
      expect(await knex('lifecycle_decisions')).toHaveLength(1);
      // The same person twice, on both instances, counts once.
      const again = await Promise.all([
        stages.post('kim', path, body),
        other.post('kim', path, body),
        stages.post('lee', path, { ...body, version: 2 }),
        other.post('lee', path, { ...body, version: 2 }),
      ]);
      expect(again.every(({ status }) => [200, 409].includes(status))).toBe(
        true,
      );
      const spoken = await knex('lifecycle_decisions').select('decided_by');
      expect(new Set(spoken.map(row => row.decided_by)).size).toBe(
        spoken.length,
      );
    });

    it('refuses what has moved meanwhile, with what is so now', async () => {
      await start(product('checkout', { lifecycle: 'preview' }));
      const stale = await ask('jo', 'live', 'sunset');
      expect(stale.status).toBe(409);
      expect(stale.body.error.current).toMatchObject({ stage: 'preview' });
      const asked = await ask('jo', 'live', 'preview');
      expect((await ask('kim', 'live', 'preview')).body.id).toBe(asked.body.id);
      stages.portal.inCatalog(product('checkout', { lifecycle: 'sunset' }));
      await stages.portal.refresh();
      const late = await decide('kim', asked.body, 'approve');
      expect(late.status).toBe(409);
      expect(late.body.error.current).toMatchObject({ state: 'superseded' });
      await stages.inCatalog(product('checkout', { lifecycle: 'sunset' }));
      const gone = await decide('lee', asked.body, 'approve');
      expect(gone.status).toBe(409);
      expect(gone.body.error.current).toMatchObject({ state: 'superseded' });
      expect((await ask('jo', 'beta', 'sunset')).status).toBe(400);
      expect((await ask('jo', 'preview', 'sunset')).status).toBe(400);
      expect((await ask('ann', 'retired', 'sunset')).status).toBe(403);
      expect((await ask('jo', 'retired', 'sunset', 'nothing')).status).toBe(
        404,
      );
      stages.denied.add('product-ops.lifecycle.request');
      expect((await ask('jo', 'retired', 'sunset')).status).toBe(403);
    });

    it('tells which approver has left, waits, and goes on when somebody is named', async () => {
      const left = product('checkout', {
        lifecycle: 'preview',
        operations: 'user:default/gone',
      });
      await start(left);
      const asked = await ask('jo', 'live', 'preview');
      expect(asked.body.approvers[1]).toMatchObject({
        approver: 'operations',
        state: 'vacant',
        holders: [{ ref: 'user:default/gone', known: false }],
      });
      expect(asked.body.hint).toBe(
        'Nobody in the catalog is Operations: name somebody who can approve.',
      );
      await stages.inCatalog(product('checkout', { lifecycle: 'preview' }));
      await openGate();
      const [named] = (await stages.get('lee', TRANSITIONS)).items;
      expect(named.approvers[1]).toMatchObject({ state: 'waiting' });
      const refused = await decide('lee', named, 'refuse');
      expect(refused.status).toBe(400);
      expect(
        (await decide('lee', named, 'refuse', 'Not yet')).body,
      ).toMatchObject({
        state: 'refused',
        decisions: [{ by: { name: 'lee' }, as: ['Operations'] }],
      });
      const next = await ask('jo', 'live', 'preview');
      expect((await decide('jo', next.body, 'withdraw')).body).toMatchObject({
        state: 'withdrawn',
      });
    });

    it('says what is under way and what one may do', async () => {
      await start(product('checkout', { lifecycle: 'preview' }));
      const path = `${CHECKOUT}/lifecycle/actions`;
      const ofOwner: LifecycleActions = await stages.get('jo', path);
      expect(ofOwner).toMatchObject({
        declared: true,
        attestations: [
          { check: { id: 'load-test' }, version: 0, mayAnswer: false },
        ],
        waivers: [],
        may: { request: true, sunset: true },
      });
      const ofOperations: LifecycleActions = await stages.get('lee', path);
      expect(ofOperations).toMatchObject({
        attestations: [{ mayAnswer: true }],
        may: { request: true, sunset: true },
      });
      expect(ofOperations.may.waive).toEqual(
        expect.arrayContaining(['monitoring-link', 'load-test']),
      );
      const ofOthers: LifecycleActions = await stages.get('ann', path);
      expect(ofOthers.may).toEqual({
        request: false,
        waive: [],
        sunset: false,
      });
      expect((await stages.portal.get(path)).status).toBe(200);
    });

    it('keeps a transition to a stage that is configured no more from being approved', async () => {
      await start(product('checkout', { lifecycle: 'preview' }));
      const asked = await ask('jo', 'live', 'preview');
      await stages.portal.stop();
      stages = await startStages({
        knex,
        entities: [product('checkout', { lifecycle: 'preview' })],
        lifecycle: {
          stages: [{ id: 'preview' }, { id: 'ga' }],
          checks: stagesConfig.checks,
        },
      });
      await stages.look();
      expect(
        await stages.get('jo', `${TRANSITIONS}/${asked.body.id}`),
      ).toMatchObject({ state: 'superseded', to: { known: false } });
      expect((await ask('jo', 'ga', 'preview')).body).toMatchObject({
        state: 'approved',
      });
    });
  },
);
