import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { backendAs } from '../portal/api';
import { hasRealData, kubernetesCatalog } from '../portal/realData';
import { expect, open, openTab, test } from '../portal/test';

test.skip(
  !hasRealData,
  `needs the Kubernetes catalog beside the repository (${path.basename(
    path.dirname(kubernetesCatalog),
  )}/ under shared/data, or the folder in PRODUCT_OPS_TEST_DATA)`,
);

const folder = path.dirname(kubernetesCatalog);

interface FileEntity {
  kind: string;
  metadata: {
    name: string;
    title?: string;
    annotations?: Record<string, string>;
  };
  spec: { type?: string };
}

async function documentsOf<T>(file: string): Promise<T[]> {
  const text = await readFile(path.join(folder, file), 'utf8');
  return parseAllDocuments(text)
    .map(document => document.toJS() as T | null)
    .filter((value): value is T => value !== null);
}

test('every team, person, component, product and roadmap item of the files is in the portal', async () => {
  const backend = await backendAs('user:default/jo');
  for (const file of [
    'groups.yaml',
    'users.yaml',
    'components.yaml',
    'products.yaml',
  ]) {
    const declared = (await documentsOf<FileEntity>(file)).map(entity =>
      `${entity.kind}:default/${entity.metadata.name}`.toLocaleLowerCase(
        'en-US',
      ),
    );
    expect(declared.length).toBeGreaterThan(30);
    await expect(async () => {
      const present = new Set(
        await backend.refsOfKind(declared[0].split(':')[0]),
      );
      expect(declared.filter(ref => !present.has(ref))).toEqual([]);
    }).toPass();
  }

  const products = await documentsOf<FileEntity>('products.yaml');
  for (const type of ['subproject', 'sig-portfolio']) {
    await expect(async () => {
      const page = await backend.productOps.listProducts({
        type: [type],
        limit: 1,
      });
      expect(page.totalItems).toBe(
        products.filter(product => product.spec.type === type).length,
      );
    }).toPass();
  }

  let items = 0;
  for (const product of products) {
    const file = product.metadata.annotations?.['productops.io/roadmap'];
    if (file) {
      const [roadmap] = await documentsOf<{ items: unknown[] }>(file);
      items += roadmap.items.length;
      await expect(async () => {
        const page = await backend.productOps.listRoadmapItems(
          `product:default/${product.metadata.name}`,
          { limit: 1 },
        );
        expect(page.totalItems).toBe(roadmap.items.length);
        expect(page.sources.flatMap(source => source.errors)).toEqual([]);
      }).toPass();
    }
  }
  expect(items).toBe(653);
});

test('a leader finds a special interest group among hundreds of products and reads its roadmap', async ({
  page,
}) => {
  await open(page, '/products?type=sig-portfolio');
  await expect(page.getByText('31 products').first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a product' }).fill('node');
  const node = page.getByRole('link', { name: 'SIG Node', exact: true });
  await node.first().click();
  await expect(
    page.getByRole('heading', { name: 'SIG Node' }).first(),
  ).toBeVisible();
  await openTab(page, 'Roadmap');
  await expect(page.getByText(/\d+ items/).first()).toBeVisible();
});
