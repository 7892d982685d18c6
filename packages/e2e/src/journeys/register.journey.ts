import type { Page } from '@playwright/test';
import path from 'node:path';
import { GitServer, startGitServer } from '../portal/gitServer';
import {
  hostileRunbook,
  lanternRepository,
  writeFiles,
} from '../portal/repository';
import { expect, open, test } from '../portal/test';

const folder = path.join(
  process.env.PRODUCT_OPS_E2E_GIT_FOLDER ?? '',
  'lantern',
);
let git: GitServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  await writeFiles(folder, lanternRepository);
  git = await startGitServer({
    port: Number(process.env.PRODUCT_OPS_E2E_GIT_PORT),
    repository: 'lantern',
    folder,
  });
});

test.afterAll(async () => {
  await git.close();
});

/** Opens a place again and again until it shows what a change of a file brings. */
async function eventually(
  page: Page,
  place: string,
  assertion: () => Promise<void>,
): Promise<void> {
  await expect(async () => {
    await open(page, place);
    await assertion();
  }).toPass({ timeout: 90_000 });
}

test('a service owner registers a product and sees all of it', async ({
  page,
}) => {
  await open(page, '/catalog-import');
  await page
    .getByRole('textbox', { name: /URL/ })
    .fill(git.fileUrl('catalog-info.yaml'));
  await page.getByRole('button', { name: 'Analyze' }).click();
  await expect(
    page.getByText('lantern', { exact: false }).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(
    page.getByText('The following entities have been added to the catalog:'),
  ).toBeVisible();

  await eventually(page, '/catalog/default/product/lantern', async () => {
    await expect(
      page.getByRole('heading', { name: 'Lantern' }).first(),
    ).toBeVisible({ timeout: 5_000 });
    await expect(page.getByText('Brighter lamps').first()).toBeVisible({
      timeout: 5_000,
    });
  });
  await expect(page.getByText('Jo Marsh').first()).toBeVisible();

  await eventually(
    page,
    '/catalog/default/product/lantern/runbooks?runbook=LanternDark',
    async () => {
      await expect(
        page.getByRole('heading', { name: 'The lantern is dark' }).first(),
      ).toBeVisible({ timeout: 5_000 });
    },
  );
  await expect(page.getByText('lantern status').first()).toBeVisible();
});

test('a mistake is told with file, line and column while the last good version stays', async ({
  page,
}) => {
  await writeFiles(folder, {
    'roadmap.yaml': lanternRepository['roadmap.yaml'].replace(
      'status: in-progress',
      'stauts: in-progress',
    ),
  });
  await eventually(
    page,
    '/catalog/default/product/lantern/roadmap',
    async () => {
      await expect(page.getByText(/roadmap\.yaml:6:5/).first()).toBeVisible({
        timeout: 5_000,
      });
    },
  );
  await expect(page.getByText(/stauts/).first()).toBeVisible();
  await expect(page.getByText('Brighter lamps').first()).toBeVisible();
  await expect(page.getByText('Batteries that last').first()).toBeVisible();

  await writeFiles(folder, {
    'roadmap.yaml': lanternRepository['roadmap.yaml'].replace(
      'Brighter lamps',
      'The brightest lamps',
    ),
  });
  await eventually(
    page,
    '/catalog/default/product/lantern/roadmap',
    async () => {
      await expect(page.getByText('The brightest lamps').first()).toBeVisible({
        timeout: 5_000,
      });
    },
  );
  await expect(page.getByText(/roadmap\.yaml:6:5/)).toHaveCount(0);
});

test('a mistake in the catalog file is told in the same way, and the product stays as it was', async ({
  page,
}) => {
  const place = '/catalog/default/product/lantern';
  await writeFiles(folder, {
    'catalog-info.yaml': lanternRepository['catalog-info.yaml'].replace(
      'tier: 2',
      'tier: gold',
    ),
  });
  await eventually(page, place, async () => {
    await expect(page.getByText('catalog-info.yaml:14:9').first()).toBeVisible({
      timeout: 5_000,
    });
  });
  await expect(
    page.getByText('Expected: a whole number from 1 to 4').first(),
  ).toBeVisible();
  await expect(
    page.getByText(/You see the last good version/).first(),
  ).toBeVisible();
  await expect(page.getByText(/^Tier 2/).first()).toBeVisible();
  await expect(page.getByText(/Processor ProductOps/)).toHaveCount(0);

  await writeFiles(folder, {
    'catalog-info.yaml': lanternRepository['catalog-info.yaml'],
  });
  await eventually(page, place, async () => {
    await expect(page.getByText('Tier 2').first()).toBeVisible({
      timeout: 5_000,
    });
    await expect(page.getByText('catalog-info.yaml:14:9')).toHaveCount(0);
  });
});

test('a hostile runbook renders harmlessly', async ({ page }) => {
  await writeFiles(folder, { 'runbooks/hostile.md': hostileRunbook });
  await eventually(
    page,
    '/catalog/default/product/lantern/runbooks?runbook=hostile',
    async () => {
      await expect(
        page.getByText('The end of the hostile runbook.').first(),
      ).toBeVisible({ timeout: 5_000 });
    },
  );
  for (const name of ['Press me', 'And me']) {
    for (const place of await page.getByText(name, { exact: true }).all()) {
      await place.click({ noWaitAfter: true });
    }
  }
  expect(await page.evaluate(() => Reflect.get(window, 'hurt'))).toBe(
    undefined,
  );
  await expect(
    page.locator(
      '[href^="javascript:"], [src^="javascript:"], [href^="data:text"], iframe, article script, main script',
    ),
  ).toHaveCount(0);
  await expect(
    page.getByText('The end of the hostile runbook.').first(),
  ).toBeVisible();
});
