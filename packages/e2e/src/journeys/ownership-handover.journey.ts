import type { Browser, Page } from '@playwright/test';
import path from 'node:path';
import { backendAs } from '../portal/api';
import { GitServer, startGitServer } from '../portal/gitServer';
import { lanternRepository, writeFiles } from '../portal/repository';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  open,
  PHONE,
  settled,
  signedInAs,
  test,
} from '../portal/test';

const TORCH = 'product:default/torch';
const TAB = '/catalog/default/product/torch/ownership';
const folder = path.join(process.env.PRODUCT_OPS_E2E_GIT_FOLDER ?? '', 'torch');
const torchRepository = {
  ...lanternRepository,
  'catalog-info.yaml': lanternRepository['catalog-info.yaml']
    .replace('name: lantern', 'name: torch')
    .replace('title: Lantern', 'title: Torch'),
};
let git: GitServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  await writeFiles(folder, torchRepository);
  git = await startGitServer({
    port: Number(process.env.PRODUCT_OPS_E2E_GIT_PORT),
    repository: 'torch',
    folder,
  });
  const jo = await backendAs('user:default/jo');
  await jo.register(git.fileUrl('catalog-info.yaml'));
  await expect(async () => {
    const { totalItems } = await jo.productOps.listOwnershipVerifications({
      entity: TORCH,
      state: ['upcoming'],
    });
    expect(totalItems).toBe(1);
  }).toPass({ timeout: 120_000 });
});

test.afterAll(async () => {
  await git.close();
});

const region = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

/** The tab as somebody else sees it, in a browser of their own. */
async function tabOf(browser: Browser, entityRef: string): Promise<Page> {
  const context = await browser.newContext({
    storageState: signedInAs(entityRef),
  });
  const page = await context.newPage();
  await open(page, TAB);
  await expect(region(page, 'Another owner')).toBeVisible();
  return page;
}

test('the owner proposes to hand a product to another team', async ({
  page,
}) => {
  await open(page, TAB);
  await page.getByRole('button', { name: 'Propose another owner…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /^New owner/ }).fill('web');
  await dialog.getByRole('option', { name: /^Web/ }).click();
  await dialog.getByLabel(/^Reason/).fill('Web has built most of it');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(dialog).toHaveCount(0);
  const transfer = region(page, 'Another owner');
  await expect(transfer).toContainText('from Payments to Web');
  await expect(transfer).toContainText('Web has built most of it');
  await expect(transfer.getByRole('button', { name: /^Accept/ })).toHaveCount(
    0,
  );
});

test('the team that is handed the product accepts, and both see what to write', async ({
  browser,
  page: hers,
}) => {
  const page = await tabOf(browser, 'user:default/ruth');
  // Who proposed it looks on: what Web does appears without a reload.
  await open(hers, TAB);
  await region(page, 'Another owner')
    .getByRole('button', { name: 'Accept Torch' })
    .click();
  for (const seen of [page, hers]) {
    const transfer = region(seen, 'Another owner');
    await expect(transfer).toContainText('accepted, not yet in the catalog');
    await expect(transfer).toContainText(/spec:\s+owner: group:web/);
    await expect(
      transfer.getByRole('link', { name: /catalog-info\.yaml/ }),
    ).toHaveAttribute('href', /torch/);
  }
  await page.context().close();
});

test('the file completes what was handed over, and the history tells it', async ({
  page,
}) => {
  await writeFiles(folder, {
    'catalog-info.yaml': torchRepository['catalog-info.yaml'].replace(
      'owner: group:payments',
      'owner: group:web',
    ),
  });
  await expect(async () => {
    await open(page, TAB);
    await expect(region(page, 'History')).toContainText('by transfer', {
      timeout: 5_000,
    });
  }).toPass({ timeout: 120_000 });
  const [completed, accepted, proposed] = await region(page, 'History')
    .getByRole('listitem')
    .allTextContents();
  expect(completed).toMatch(/Payments → Web.*by transfer/);
  expect(accepted).toMatch(/Payments → Web.*accepted by Ruth Kaplan/);
  expect(proposed).toMatch(/Web has built most of it.*proposed by Jo Marsh/);
  await expect(region(page, 'Another owner')).toContainText(
    'No transfer is open',
  );
  await expect(region(page, 'Who answers')).toContainText('Web');
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
