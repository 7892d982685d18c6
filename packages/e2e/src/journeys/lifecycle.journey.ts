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

const BEACON = 'product:default/beacon';
const TAB = '/catalog/default/product/beacon/lifecycle';
const folder = path.join(
  process.env.PRODUCT_OPS_E2E_GIT_FOLDER ?? '',
  'beacon',
);
const beaconRepository = {
  ...lanternRepository,
  'catalog-info.yaml': lanternRepository['catalog-info.yaml']
    .replace('name: lantern', 'name: beacon')
    .replace('title: Lantern', 'title: Beacon'),
};
let git: GitServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  await writeFiles(folder, beaconRepository);
  git = await startGitServer({
    port: Number(process.env.PRODUCT_OPS_E2E_GIT_PORT),
    repository: 'beacon',
    folder,
  });
  const jo = await backendAs('user:default/jo');
  await jo.register(git.fileUrl('catalog-info.yaml'));
  await expect(async () => {
    const { evaluatedAt } = await jo.productOps.getEntityLifecycle(BEACON);
    expect(evaluatedAt).toBeDefined();
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
  await expect(region(page, 'Stage')).toBeVisible();
  return page;
}

test('the product manager asks for the next stage', async ({ page }) => {
  await open(page, TAB);
  await expect(region(page, 'Stage')).toContainText('It is in Preview');
  await expect(region(page, 'Stage')).toContainText('keep Live closed');
  await page.getByRole('button', { name: 'Ask for Live…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill('All shops have it');
  await dialog.getByRole('button', { name: 'Ask for it' }).click();
  await expect(region(page, 'On its way to Live')).toContainText(
    'All shops have it',
  );
});

test('an engineer of operations waives what cannot pass for a while', async ({
  browser,
}) => {
  const marek = await backendAs('user:default/marek');
  const { transition } = await marek.productOps.lifecycle.getActions(BEACON);
  const [first, ...others] = transition?.blocking ?? [];
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  for (const { id } of others) {
    await marek.productOps.lifecycle.grantWaiver({
      entity: BEACON,
      check: id,
      reason: 'It is new',
      until,
    });
  }
  const page = await tabOf(browser, 'user:default/marek');
  await region(page, 'What comes next')
    .getByRole('button', { name: `Waive… ${first.title}` })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill('The team is being built');
  await dialog.getByLabel(/^Until/).fill(until.slice(0, 10));
  await dialog.getByRole('button', { name: 'Grant the waiver' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(region(page, 'Stage')).toContainText(
    'No check keeps Live closed.',
  );
  await page.context().close();
});

test('operations approves, and the file completes it', async ({
  browser,
  page: hers,
}) => {
  const page = await tabOf(browser, 'user:default/lin');
  // Who asked looks on: what operations does appears without a reload.
  await open(hers, TAB);
  await region(page, 'On its way to Live')
    .getByRole('button', { name: 'Approve…' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill('We run it');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  for (const seen of [page, hers]) {
    await expect(region(seen, 'On its way to Live')).toContainText(
      'completes by itself',
    );
  }
  const catalogInfo = beaconRepository['catalog-info.yaml'];
  const line = catalogInfo.split('\n').indexOf('  lifecycle: preview') + 1;
  await expect(region(page, 'On its way to Live')).toContainText(
    `line ${line}`,
  );
  await page.context().close();

  await writeFiles(folder, {
    'catalog-info.yaml': catalogInfo.replace(
      'lifecycle: preview',
      'lifecycle: live',
    ),
  });
  await expect(async () => {
    await open(hers, TAB);
    await expect(region(hers, 'Stage')).toContainText('It is in Live', {
      timeout: 5_000,
    });
    await expect(region(hers, 'History')).toContainText(
      'entered, as approved, Live',
      { timeout: 5_000 },
    );
  }).toPass({ timeout: 120_000 });

  // What was true then stays readable.
  await region(hers, 'History')
    .getByRole('button', { name: /^Evidence of the move to Live/ })
    .first()
    .click();
  await expect(hers.getByRole('dialog')).toContainText(
    'It does not change any more',
  );
});

test('a change of the file behind the back of the portal is drift', async ({
  page,
}) => {
  await writeFiles(folder, {
    'catalog-info.yaml': beaconRepository['catalog-info.yaml'].replace(
      'lifecycle: preview',
      'lifecycle: maintenance',
    ),
  });
  await expect(async () => {
    await open(page, TAB);
    await expect(region(page, 'History')).toContainText(
      'Changed in the file; nobody approved it.',
      { timeout: 5_000 },
    );
  }).toPass({ timeout: 120_000 });
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
