import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  PlanConflictPage,
  PlanDependencyPage,
  PlanPage,
} from '@productops/backstage-plugin-product-ops-common';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import {
  startPortal,
  TEST_DATA,
  type Portal,
} from '../../documents/__testUtils__/startPortal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const folder = join(TEST_DATA, 'kubernetes');
// Skipped, visibly, where the data is missing.
const describeWithData = existsSync(folder) ? describe : describe.skip;

function entitiesIn(file: string): Entity[] {
  return parseAllDocuments(readFileSync(join(folder, file), 'utf8'))
    .map(document => document.toJS() as Entity)
    .filter(Boolean)
    .map(entity => ({
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          'backstage.io/managed-by-location': `file:${join(folder, file)}`,
          'backstage.io/managed-by-origin-location': `file:${join(
            folder,
            'catalog-info.yaml',
          )}`,
        },
      },
    }));
}

describeWithData('the plans of Kubernetes', () => {
  it.each(databases.eachSupportedId())(
    'are its 653 items with the counts of its files on %p',
    async databaseId => {
      const portal: Portal = await startPortal({
        knex: await databases.init(databaseId),
        entities: [
          ...entitiesIn('products.yaml'),
          ...entitiesIn('groups.yaml'),
        ],
        config: {
          catalog: {
            locations: [
              { type: 'file', target: join(folder, 'catalog-info.yaml') },
            ],
          },
        },
      });
      await portal.refresh();
      const get = async (path: string) => (await portal.get(path)).body;

      const page: PlanPage = await get('/roadmap/items?limit=500');
      expect(page.items).toHaveLength(500);
      // 97 of those without a start have an end.
      expect(page).toMatchObject({ totalItems: 653 });
      const counts = Object.fromEntries(
        page.facets.status.map(({ value, count }) => [value, count]),
      );
      expect(counts).toEqual({
        done: 292,
        planned: 147,
        'in-progress': 132,
        proposed: 61,
        dropped: 20,
        deferred: 1,
      });
      const next: PlanPage = await get(
        `/roadmap/items?limit=500&cursor=${page.pageInfo.nextCursor}`,
      );
      const keys = [...page.items, ...next.items].map(
        ({ entityRef, id }) => `${id}@${entityRef}`,
      );
      expect(new Set(keys).size).toBe(653);
      expect(
        new Set([...page.items, ...next.items].map(one => one.entityRef)).size,
      ).toBe(27);

      const edges: PlanDependencyPage = await get(
        '/roadmap/dependencies?limit=2000',
      );
      expect(edges).toMatchObject({ totalItems: 267, others: [] });
      expect(
        edges.dependencies.filter(({ acrossEntities }) => acrossEntities),
      ).toHaveLength(50);

      const cycles: PlanConflictPage = await get(
        '/roadmap/conflicts?kind=cycle&limit=100',
      );
      expect(cycles.totalItems).toBe(15);
      expect(
        cycles.items.every(
          ({ itemCount, actions }) =>
            itemCount >= 2 && itemCount <= 4 && actions.length > 0,
        ),
      ).toBe(true);
      // Each of the two to four in a circle is tied to the others by what is marked.
      expect(
        edges.dependencies.filter(({ conflict }) => conflict === 'cycle')
          .length,
      ).toBeGreaterThanOrEqual(30);
      await portal.stop();
    },
  );
});
