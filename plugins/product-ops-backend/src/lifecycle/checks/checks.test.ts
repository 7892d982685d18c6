import { TestDatabases } from '@backstage/backend-test-utils';
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

describe.each(databases.eachSupportedId())(
  'answers and exceptions on %p',
  databaseId => {
    let stages: Stages;
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      stages = await startStages({
        knex,
        entities: [product('checkout', { lifecycle: 'live' })],
      });
      await stages.look();
    });
    afterEach(() => stages.portal.stop());

    const waive = (user: string, body: object = {}) =>
      stages.post(user, '/lifecycle/waivers', {
        entity: 'product:checkout',
        check: 'monitoring-link',
        reason: 'The dashboard moves',
        until: inDays(30),
        ...body,
      });
    const attest = (user: string, body: object = {}) =>
      stages.post(user, '/lifecycle/attestations', {
        entity: 'product:checkout',
        check: 'load-test',
        version: 0,
        answer: 'yes',
        evidence: 'Run 4711',
        ...body,
      });
    const readiness = async () =>
      (await stages.get('jo', '/entities/product/default/checkout/lifecycle'))
        .readiness;

    it('are granted with a reason and an end to come, and taken back', async () => {
      const past = await waive('lee', { until: '2020-01-01' });
      expect(past.status).toBe(400);
      expect(past.body.error.message).toContain('which is past');
      expect((await waive('lee', { until: inDays(500) })).status).toBe(400);
      expect((await waive('lee', { until: 'soon' })).status).toBe(400);
      expect((await waive('lee', { reason: ' ' })).status).toBe(400);
      expect((await waive('lee', { check: 'tier' })).status).toBe(400);
      expect((await waive('ann')).status).toBe(403);
      stages.denied.add('product-ops.lifecycle.waive');
      expect((await waive('lee')).status).toBe(403);
      stages.denied.clear();

      const until = inDays(30);
      const granted = await waive('lee', { until });
      expect(granted.body).toMatchObject({ state: 'active', mayRevoke: true });
      expect((await waive('lee', { until })).body.id).toBe(granted.body.id);
      const other = await waive('max', { until });
      expect(other.status).toBe(409);
      expect(other.body.error.current.id).toBe(granted.body.id);
      expect(await readiness()).toMatchObject({ waived: 1 });

      const revoke = (user: string, version = 1) =>
        stages.post(user, `/lifecycle/waivers/${granted.body.id}/revocation`, {
          version,
          reason: 'It is there',
        });
      expect((await revoke('ann')).status).toBe(403);
      expect((await revoke('max', 7)).status).toBe(409);
      expect((await revoke('max')).body).toMatchObject({
        state: 'revoked',
        revokedBy: { name: 'max' },
      });
      expect((await revoke('lee')).status).toBe(409);
      expect(await readiness()).toMatchObject({ waived: 0 });
      expect((await waive('lee')).status).toBe(200);
      const list = await stages.get('jo', '/lifecycle/waivers?state=active');
      expect(list.totalItems).toBe(1);
      expect(
        (await stages.get('jo', '/lifecycle/waivers?state=revoked')).items,
      ).toMatchObject([{ id: granted.body.id }]);
    });

    it('are given by those whom the check names, the last one counts', async () => {
      expect((await attest('jo')).status).toBe(403);
      expect((await attest('lee', { evidence: ' ' })).status).toBe(400);
      expect((await attest('lee', { check: 'owner' })).status).toBe(400);
      expect((await attest('lee', { check: 'nothing' })).status).toBe(400);
      const yes = await attest('lee');
      expect(yes.body).toMatchObject({
        version: 1,
        state: 'current',
        by: { name: 'lee' },
      });
      expect(yes.body.validUntil > inDays(364)).toBe(true);
      expect((await attest('lee')).body.id).toBe(yes.body.id);
      const stale = await attest('max', { answer: 'no' });
      expect(stale.status).toBe(409);
      expect(stale.body.error.current).toMatchObject({ version: 1 });
      expect(
        (await attest('max', { answer: 'no', version: 1 })).body,
      ).toMatchObject({ version: 2 });
      const list = await stages.get(
        'jo',
        '/lifecycle/attestations?entity=product:checkout&check=load-test',
      );
      expect(list.items).toMatchObject([
        { answer: 'no', state: 'current' },
        { answer: 'yes', state: 'replaced' },
      ]);
      expect(await readiness()).toMatchObject({ failed: 2 });
    });

    it('leave a history that can be taken along, and that no spreadsheet runs', async () => {
      await waive('lee', { reason: '=HYPERLINK("https://evil.example.com")' });
      await attest('lee', { evidence: 'Run, "4711"' });
      const path =
        '/entities/product/default/checkout/lifecycle/history/export';
      const json = await stages.get('jo', path);
      expect(json.items.map(({ event }: { event: string }) => event)).toEqual([
        'stage',
        'waiver-granted',
        'attested',
      ]);
      const csv = await stages.portal.get(`${path}?format=csv`);
      expect(csv.headers['content-type']).toContain('text/csv');
      expect(csv.headers['content-disposition']).toContain(
        'checkout-lifecycle.csv',
      );
      const [titles, first, second, third] = csv.text.split('\r\n');
      expect(titles).toBe(
        'at,event,origin,from,to,check,answer,by,as,text,until,transition',
      );
      expect(first).toContain(',stage,first-seen,,live,');
      expect(second).toContain(`"'=HYPERLINK(""https://evil.example.com"")"`);
      expect(third).toContain('"Run, ""4711"""');
      const page = await stages.get(
        'jo',
        '/entities/product/default/checkout/lifecycle/history?limit=2',
      );
      expect(page).toMatchObject({
        totalItems: 3,
        items: [{ event: 'attested' }, { event: 'waiver-granted' }],
      });
      expect(
        (
          await stages.portal.get(
            '/entities/product/default/nothing/lifecycle/history/export',
          )
        ).status,
      ).toBe(404);
    });

    it('end once, of which the owner is told once, and count no more', async () => {
      await waive('lee', { until: inDays(30) });
      await knex('lifecycle_waivers').update({
        until: new Date(Date.now() - 1000),
      });
      await stages.look();
      await stages.look();
      expect(
        stages.told().filter(({ title }) => title.includes('has ended')),
      ).toHaveLength(1);
      expect(await readiness()).toMatchObject({ waived: 0, failed: 1 });
      expect(
        (await stages.get('jo', '/lifecycle/waivers?state=expired')).items,
      ).toHaveLength(1);
      // One that has ended makes room for another.
      expect((await waive('lee')).status).toBe(200);
    });
  },
);
