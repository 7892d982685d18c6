import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  LifecycleHistoryExport,
  LifecycleHistoryPage,
} from '@productops/backstage-plugin-product-ops-common';
import { randomUUID } from 'node:crypto';
import { chunksOf } from '../../database/sql';
import { product, startStages } from '../__testUtils__/startStages';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const HISTORY = '/entities/product/default/checkout/lifecycle/history';
const MORE_THAN_READ = 4001;

describe.each(databases.eachSupportedId())(
  'the history of an entity on %p',
  databaseId => {
    it('says so where it is longer than what is told', async () => {
      const knex = await databases.init(databaseId);
      const stages = await startStages({
        knex,
        entities: [product('checkout', { lifecycle: 'preview' })],
      });
      await stages.look();
      const whole: LifecycleHistoryPage = await stages.get('jo', HISTORY);
      expect(whole).toMatchObject({ totalItems: 1 });
      expect(whole.truncated).toBeUndefined();

      const rows = Array.from({ length: MORE_THAN_READ }, (_, at) => ({
        id: randomUUID(),
        entity_ref: 'product:default/checkout',
        place: at + 1,
        from_stage: at % 2 ? 'live' : 'preview',
        to_stage: at % 2 ? 'preview' : 'live',
        at: new Date(Date.UTC(2027, 0, 1, 0, at)),
        origin: 'drift',
      }));
      for (const chunk of chunksOf(rows, 200)) {
        await knex('lifecycle_history').insert(chunk);
      }
      expect(await stages.get('jo', `${HISTORY}?limit=1`)).toMatchObject({
        items: [{ at: rows.at(-1)!.at.toISOString() }],
        totalItems: MORE_THAN_READ - 1,
        truncated: true,
      });
      const file: LifecycleHistoryExport = await stages.get(
        'jo',
        `${HISTORY}/export`,
      );
      expect(file).toMatchObject({ truncated: true });
      expect(file.items).toHaveLength(MORE_THAN_READ - 1);
      const csv = await stages.portal.get(`${HISTORY}/export?format=csv`);
      expect(csv.text.split('\r\n')[1]).toBe(
        ',what was earlier is left out,,,,,,,,,,',
      );
      await stages.portal.stop();
    });
  },
);
