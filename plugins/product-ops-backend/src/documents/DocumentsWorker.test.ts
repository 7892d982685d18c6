import {
  createMockDirectory,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrationsDirectory, openDatabase } from '../database/migrate';
import { eventually } from '../__testUtils__/eventually';
import { DatabaseDirectoryStore } from '../directory/DatabaseDirectoryStore';
import { DirectoryWriter } from '../directory/DirectoryWriter';
import { CatalogVisibility } from '../permissions/CatalogVisibility';
import { Decisions } from '../permissions/Decisions';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DrillStore } from '../runbooks/recovery/DrillStore';
import { createDocuments } from './createDocuments';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const entityRef = 'product:default/checkout';

describe.each(databases.eachSupportedId())(
  'reading documents on %p',
  databaseId => {
    const folder = createMockDirectory();
    const readUrl = jest.fn();
    let knex: Knex;
    let now: Date;

    beforeEach(async () => {
      readUrl.mockReset();
      now = new Date('2026-11-22T10:00:00Z');
      knex = await databases.init(databaseId);
      await openDatabase({ getClient: async () => knex });
      await refreshed();
    });

    /** The titles of the items that are not archived. */
    const present = () =>
      knex('roadmap_items').whereNull('archived_at').pluck('title');

    /** One of several instances on the database. */
    async function instance() {
      const { worker, store } = await createDocuments({
        knex,
        drills: DrillStore.create({ knex, every: {} }),
        config: mockServices.rootConfig({
          data: {
            catalog: {
              locations: [
                { type: 'file', target: folder.resolve('catalog-info.yaml') },
              ],
            },
          },
        }),
        logger: mockServices.logger.mock(),
        scheduler: mockServices.scheduler(),
        urlReader: mockServices.urlReader.mock({ readUrl }),
        directory: DatabaseDirectoryStore.create({ knex }),
        visibility: CatalogVisibility.create({
          decisions: Decisions.create({
            permissions: mockServices.permissions(),
          }),
          catalog: catalogServiceMock(),
          auth: mockServices.auth(),
        }),
        now: () => now,
      });
      return { worker, store };
    }

    async function declare(row: Record<string, unknown>) {
      await knex('directory_entities')
        .insert({
          entity_ref: entityRef,
          kind: 'product',
          namespace: 'default',
          name: 'checkout',
          title: 'Checkout',
          sort_title: 'checkout',
          etag: 'e1',
          relations_etag: 'r1',
          origin_ref: row.location_ref,
          facts: '{}',
          search_text: '',
          updated_at: now,
          ...row,
        })
        .onConflict('entity_ref')
        .merge();
    }

    /** The directory has been refreshed once more. */
    async function refreshed() {
      await DirectoryWriter.create({ knex }).saveSuccess({
        refreshedAt: now,
        durationMs: 1,
        rowsWritten: 0,
      });
    }

    function later(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000);
    }

    it('writes only what has changed, and looks again after a while', async () => {
      folder.setContent({
        'catalog-info.yaml': '',
        'roadmap.yaml': roadmap('One', 'Two'),
        'runbooks/a.md': '# A',
        'runbooks/b.md': '# B',
      });
      await declare({
        location_ref: `file:${folder.resolve('catalog-info.yaml')}`,
        roadmap_target: 'roadmap.yaml',
        runbooks_target: 'runbooks',
      });
      const { worker } = await instance();
      // Two items, two runbooks, one summary.
      expect(await worker.run()).toEqual({
        read: 2,
        failed: 0,
        rowsWritten: 5,
      });
      expect(await worker.run()).toEqual({
        read: 0,
        failed: 0,
        rowsWritten: 0,
      });

      later(10);
      expect(await worker.run()).toEqual({
        read: 2,
        failed: 0,
        rowsWritten: 0,
      });

      folder.addContent({
        'roadmap.yaml': roadmap('One', 'Second'),
        'runbooks/b.md': '# B2',
      });
      later(10);
      expect(await worker.run()).toEqual({
        read: 2,
        failed: 0,
        rowsWritten: 3,
      });

      // The next day, what needs attention may be something else.
      await declare({ etag: 'e1' });
      now = new Date('2026-11-23T00:00:01Z');
      await worker.run();
      const summary = await knex('overview_summaries').first();
      expect(summary).toMatchObject({
        entity_ref: entityRef,
        roadmap_open: 2,
        runbooks_total: 2,
      });
      expect(new Date(summary.computed_at)).toEqual(now);
    });

    it('asks a silent location less and less often', async () => {
      readUrl.mockRejectedValue(new Error('getaddrinfo ENOTFOUND 10.0.0.1'));
      await declare({
        location_ref: 'url:https://git.example.com/catalog-info.yaml',
        roadmap_target: 'roadmap.yaml',
      });
      const { worker, store } = await instance();
      const waits: number[] = [];
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await worker.run();
        const next = new Date(
          (await knex('documents_sources').first()).next_read_at,
        );
        waits.push(Math.round((Number(next) - Number(now)) / 60_000));
        now = next;
      }
      expect(waits).toEqual([10, 20, 40, 60, 60]);
      const [source] = await store.listSources(entityRef);
      expect(source).toMatchObject({
        state: 'failed',
        errors: [{ code: 'unreachable' }],
      });
      expect(JSON.stringify(source)).not.toContain('10.0.0.1');

      // A change of the entity asks at once.
      readUrl.mockResolvedValue({
        buffer: async () => Buffer.from(roadmap('One')),
      });
      await declare({
        etag: 'e2',
        location_ref: 'url:https://git.example.com/catalog-info.yaml',
        roadmap_target: 'roadmap.yaml',
      });
      await worker.run();
      expect(await store.listSources(entityRef)).toMatchObject([
        { state: 'ok', errors: [] },
      ]);
    });

    it('never reads one source twice at the same time', async () => {
      let reading = 0;
      let most = 0;
      readUrl.mockImplementation(async () => {
        reading += 1;
        most = Math.max(most, reading);
        await new Promise(setImmediate);
        reading -= 1;
        return { buffer: async () => Buffer.from(roadmap('One')) };
      });
      await declare({
        location_ref: 'url:https://git.example.com/catalog-info.yaml',
        roadmap_target: 'roadmap.yaml',
      });
      const instances = [await instance(), await instance()];
      await instances[0].store.status();
      const runs = await Promise.all(
        instances.map(({ worker }) => worker.run()),
      );
      expect(runs.reduce((sum, { read }) => sum + read, 0)).toBe(1);
      expect(most).toBe(1);
    });

    it('keeps what it has until two refreshes of the directory have missed its entity', async () => {
      readUrl.mockResolvedValue({
        buffer: async () => Buffer.from(roadmap('One')),
      });
      const declared = {
        location_ref: 'url:https://git.example.com/catalog-info.yaml',
        roadmap_target: 'roadmap.yaml',
      };
      await declare(declared);
      const { worker, store } = await instance();
      await worker.run();

      // Somebody deletes the directory, which is made anew page by page: the page of the entity comes last.
      await knex('directory_entities').delete();
      await declare({ entity_ref: 'product:default/other' });
      await worker.run();
      expect(await store.listSources(entityRef)).toHaveLength(1);
      // That refresh was perhaps under way when the entity was missed first.
      await refreshed();
      await worker.run();
      expect(await present()).toEqual(['One']);
      await declare(declared);
      await worker.run();
      await refreshed();
      await refreshed();
      await worker.run();
      expect(await present()).toEqual(['One']);

      // Gone for good: begun and completed after it was missed, a refresh has not found it.
      await knex('directory_entities').where('entity_ref', entityRef).delete();
      await worker.run();
      await refreshed();
      await refreshed();
      await worker.run();
      expect(await store.listSources(entityRef)).toEqual([]);
      expect(await present()).toEqual([]);
      expect(await knex('overview_summaries')).toMatchObject([
        { entity_ref: 'product:default/other' },
      ]);
    });

    it('lets go at once of what an entity declares no more', async () => {
      readUrl.mockResolvedValue({
        buffer: async () => Buffer.from(roadmap('One')),
      });
      const location = {
        location_ref: 'url:https://git.example.com/catalog-info.yaml',
      };
      await declare({ ...location, roadmap_target: 'roadmap.yaml' });
      const { worker } = await instance();
      await worker.run();
      await declare({ ...location, roadmap_target: null, etag: 'e2' });
      await worker.run();
      expect(await present()).toEqual([]);
    });

    it('leaves what is newer to the instance that took over from a slow one', async () => {
      const answers: Array<(content: string) => void> = [];
      readUrl.mockImplementation(
        () =>
          new Promise(resolve => {
            answers.push(content =>
              resolve({ buffer: async () => Buffer.from(content) }),
            );
          }),
      );
      await declare({
        location_ref: 'url:https://git.example.com/catalog-info.yaml',
        roadmap_target: 'roadmap.yaml',
      });
      const [slow, fast] = [await instance(), await instance()];
      const slowRun = slow.worker.run();
      await eventually(async () => expect(answers).toHaveLength(1));
      later(10);
      const fastRun = fast.worker.run();
      await eventually(async () => expect(answers).toHaveLength(2));
      answers[1](roadmap('New'));
      await fastRun;
      answers[0](roadmap('Old'));
      await slowRun;
      expect(await present()).toEqual(['New']);
      expect(await fast.store.listSources(entityRef)).toMatchObject([
        { state: 'ok', readAt: now.toISOString() },
      ]);
    });

    it('comes and goes with its tables', async () => {
      await knex('documents_sources').insert({
        entity_ref: entityRef,
        kind: 'roadmap',
        target: 'roadmap.yaml',
        location: '',
        origin: '',
        state: 'pending',
        entity_etag: 'e1',
        next_read_at: now,
        errors: '[]',
      });
      const migrations = { directory: migrationsDirectory };
      await knex.migrate.down({
        ...migrations,
        name: '20261122000100_documents.js',
      });
      expect(await knex.schema.hasTable('documents_sources')).toBe(false);
      expect(await knex.schema.hasTable('directory_entities')).toBe(true);
      await knex.migrate.latest(migrations);
      expect(await knex('documents_sources')).toEqual([]);
    });
  },
);

function roadmap(...titles: string[]): string {
  return [
    'apiVersion: productops.io/v1alpha1',
    'kind: Roadmap',
    'items:',
    ...titles.map(
      (title, index) => `  - { id: i${index}, title: ${title}, horizon: now }`,
    ),
    '',
  ].join('\n');
}
