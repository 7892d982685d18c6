import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { productAt, startPortal, TEST_DATA } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const kubernetes = join(TEST_DATA, 'kubernetes');
const openshift = join(TEST_DATA, 'runbooks/openshift');
// Skipped, visibly, where the data is missing.
const whereThere = (folder: string) =>
  existsSync(folder) ? describe : describe.skip;

whereThere(kubernetes)('documents of Kubernetes', () => {
  it('shows all 27 roadmaps of Kubernetes with their 653 items', async () => {
    const file = join(kubernetes, 'products.yaml');
    const products = parseAllDocuments(readFileSync(file, 'utf8'))
      .map(document => document.toJS() as Entity)
      .filter(Boolean)
      .map(
        (entity): Entity => ({
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: {
              ...entity.metadata.annotations,
              'backstage.io/managed-by-location': `file:${file}`,
              'backstage.io/managed-by-origin-location': `file:${join(
                kubernetes,
                'catalog-info.yaml',
              )}`,
            },
          },
        }),
      );
    const portal = await startPortal({
      entities: products,
      config: {
        catalog: {
          locations: [
            { type: 'file', target: join(kubernetes, 'catalog-info.yaml') },
          ],
        },
      },
    });
    await portal.refresh();

    const withRoadmap = products.filter(
      ({ metadata }) => metadata.annotations?.['productops.io/roadmap'],
    );
    const pages = await Promise.all(
      withRoadmap.map(({ metadata }) =>
        portal.roadmap(`product:default/${metadata.name}`, '?limit=1'),
      ),
    );
    expect(pages).toHaveLength(27);
    expect(pages.flatMap(({ sources }) => sources)).toEqual(
      withRoadmap.map(() =>
        expect.objectContaining({ state: 'ok', errors: [] }),
      ),
    );
    expect(pages.reduce((sum, { totalItems }) => sum + totalItems, 0)).toBe(
      653,
    );
    expect((await portal.status()).documents).toEqual({
      readAt: expect.any(String),
      pending: 0,
    });

    const node = await portal.roadmap('product:default/sig-node', '?limit=2');
    expect(node.items[0]).toMatchObject({
      id: 'kep-24',
      title: 'Add AppArmor Support',
      status: 'planned',
      horizon: 'later',
      dependsOn: [expect.objectContaining({ id: 'kep-135', known: true })],
      milestones: [
        { name: 'alpha', value: 'v1.4' },
        { name: 'beta', value: 'v1.4' },
        { name: 'stable', value: 'v1.31' },
      ],
    });
    await portal.stop();
  });
});

whereThere(openshift)('documents of OpenShift', () => {
  it('shows the 259 runbooks of OpenShift and reaches their 12 helper pages', async () => {
    const folder = createMockDirectory();
    cpSync(join(openshift, 'alerts'), folder.resolve('runbooks'), {
      recursive: true,
    });
    folder.addContent({ 'catalog-info.yaml': '' });
    const ref = 'product:default/checkout';
    const portal = await startPortal({
      entities: [
        productAt(`file:${folder.resolve('catalog-info.yaml')}`, {
          runbooks: 'runbooks',
        }),
      ],
      config: {
        catalog: {
          locations: [
            { type: 'file', target: folder.resolve('catalog-info.yaml') },
          ],
        },
      },
    });
    await portal.refresh();

    const { totalItems, sources } = await portal.runbooks(ref);
    // Two alerts have a runbook each in two folders: all four are there, and it is said.
    expect(sources).toEqual([
      expect.objectContaining({ state: 'ok', errorCount: 2 }),
    ]);
    expect(
      sources[0].errors.map(({ code, file }) => `${code} ${file}`),
    ).toEqual([
      'duplicate-id runbooks/cluster-monitoring-operator/KubeAPIDown.md',
      'duplicate-id runbooks/cluster-monitoring-operator/KubeAggregatedAPIErrors.md',
    ]);
    expect(totalItems).toBe(259);
    const { runbooks } = await portal.overview(ref);
    expect(runbooks.total).toBe(259);
    expect(runbooks.items).toHaveLength(10);

    const ids: string[] = [];
    let cursor = '';
    do {
      const page = await portal.runbooks(ref, `?limit=100${cursor}`);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.pageInfo.nextCursor
        ? `&cursor=${page.pageInfo.nextCursor}`
        : '';
    } while (cursor);
    expect(new Set(ids).size).toBe(259);

    // Helper pages are reached by the links of runbooks and of each other.
    const helpers = new Set<string>();
    const open = [...ids];
    for (let id = open.pop(); id; id = open.pop()) {
      const { content, links } = await portal.runbook(ref, id);
      expect(content.trim()).not.toBe('');
      for (const { runbook } of links) {
        if (runbook && !ids.includes(runbook) && !helpers.has(runbook)) {
          helpers.add(runbook);
          open.push(runbook);
        }
      }
    }
    expect([...helpers].sort()).toHaveLength(12);
    await portal.stop();
  });
});
