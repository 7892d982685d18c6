import { TestDatabases } from '@backstage/backend-test-utils';
import type { StageTransition } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import {
  product,
  startStages,
  type Stages,
} from '../__testUtils__/startStages';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
/** Two stages demand the same check: nobody approves the first one, and operations the second one. */
const lifecycle = {
  stages: [
    { id: 'preview', gate: ['monitoring-link'], approvers: [] },
    { id: 'live', gate: ['monitoring-link'], approvers: ['operations'] },
  ],
};

describe.each(databases.eachSupportedId())(
  'exceptions at gates on %p',
  databaseId => {
    let stages: Stages;
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      stages = await startStages({
        knex,
        entities: [
          product('kiosk', { lifecycle: 'preview' }),
          product('stand', { lifecycle: 'preview' }),
        ],
        lifecycle,
      });
      await stages.look();
    });
    afterEach(() => stages.portal.stop());

    const waive = (user: string, name: string, body: object = {}) =>
      stages.post(user, '/lifecycle/waivers', {
        entity: `product:${name}`,
        check: 'monitoring-link',
        reason: `Says ${user}`,
        until: inDays(30),
        ...body,
      });
    const ask = (user: string, name: string) =>
      stages.post(user, '/lifecycle/transitions', {
        entity: `product:${name}`,
        from: 'preview',
        to: 'live',
        reason: 'It is ready',
      });
    const approve = (user: string, { id, version }: StageTransition) =>
      stages.post(user, `/lifecycle/transitions/${id}/decision`, {
        version,
        decision: 'approve',
      });
    const keptClosedBy = async (name: string) => {
      const { items } = await stages.get(
        'jo',
        `/lifecycle/transitions?entity=product:${name}`,
      );
      return items[0].blocking.map(({ id }: { id: string }) => id);
    };

    it('count for the stages for which who grants them has a say, and for no other', async () => {
      const owners = await waive('jo', 'kiosk');
      expect(owners.body.stages).toMatchObject([{ stage: 'preview' }]);
      const { readiness, next } = await stages.get(
        'jo',
        '/entities/product/default/kiosk/lifecycle',
      );
      expect(readiness).toMatchObject({ waived: 1, failed: 0 });
      expect(next[0].readiness).toMatchObject({ waived: 0, failed: 1 });

      const asked = (await ask('jo', 'kiosk')).body;
      expect(asked.blocking).toMatchObject([{ id: 'monitoring-link' }]);
      await stages.look();
      expect(await keptClosedBy('kiosk')).toEqual(['monitoring-link']);
      expect((await approve('lee', asked)).status).toBe(409);

      // That of operations takes its place, since it opens the gate.
      const operations = await waive('lee', 'kiosk');
      expect(operations.body.stages).toMatchObject([
        { stage: 'preview' },
        { stage: 'live' },
      ]);
      expect((await waive('max', 'kiosk')).status).toBe(409);
      await stages.look();
      expect(await keptClosedBy('kiosk')).toEqual([]);
      const revoked = await stages.get(
        'jo',
        '/lifecycle/waivers?state=revoked',
      );
      expect(revoked.items).toMatchObject([
        { id: owners.body.id, revokedBy: { name: 'lee' } },
      ]);
      expect((await approve('lee', asked)).body.state).toBe('approved');
    });

    it('do not count for the request of who granted them before', async () => {
      expect((await waive('lee', 'stand')).status).toBe(200);
      const asked = (await ask('lee', 'stand')).body;
      expect(asked.blocking).toMatchObject([{ id: 'monitoring-link' }]);
      expect((await approve('max', asked)).status).toBe(409);
      expect((await waive('max', 'stand')).status).toBe(200);
      expect((await approve('max', asked)).body.state).toBe('approved');
    });

    it('end when they say, in whatever form of ISO 8601 that is said', async () => {
      const at = inDays(30);
      const zoneless = await waive('lee', 'kiosk', { until: at.slice(0, 19) });
      const named = await waive('lee', 'stand', { until: at });
      expect(
        [zoneless, named].map(({ status, body }) => [
          status,
          body.until?.slice(0, 19),
        ]),
      ).toEqual([
        [200, at.slice(0, 19)],
        [200, at.slice(0, 19)],
      ]);
      for (const until of [
        '2027-W53-8',
        '2026-13-01',
        '20269901',
        '2026-366',
      ]) {
        expect((await waive('lee', 'kiosk', { until })).status).toBe(400);
      }
    });
  },
);
