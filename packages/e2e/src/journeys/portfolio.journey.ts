import type { Locator, Page } from '@playwright/test';
import path from 'node:path';
import { backendAs } from '../portal/api';
import { GitServer, startGitServer } from '../portal/gitServer';
import {
  FIELD_KITS,
  fieldKitRepository,
  writeFiles,
} from '../portal/repository';
import { expect, open, test } from '../portal/test';

const folder = path.join(
  process.env.PRODUCT_OPS_E2E_GIT_FOLDER ?? '',
  'field-kits',
);
/** What nobody else changes meanwhile: the products that this journey registers. */
const OURS = { type: ['field-kit'] };
const ADDRESS = '/products?type=field-kit';
let git: GitServer;

test.beforeAll(async () => {
  await writeFiles(folder, fieldKitRepository);
  git = await startGitServer({
    port: Number(process.env.PRODUCT_OPS_E2E_GIT_PORT),
    repository: 'field-kits',
    folder,
  });
  const { register, productOps } = await backendAs('user:default/jo');
  await register(git.fileUrl('catalog-info.yaml'));
  await expect(async () => {
    const { totalItems } = await productOps.listProducts({ ...OURS, limit: 1 });
    expect(totalItems).toBe(FIELD_KITS);
  }).toPass({ timeout: 120_000 });
});

test.afterAll(async () => {
  await git.close();
});

function titles(items: Array<{ entity: { title: string } }>): string[] {
  return items.map(item => item.entity.title);
}

/** The products on the screen, in their order, as a table shows them. */
function rows(page: Page) {
  return page.getByRole('rowheader').getByRole('link');
}

/** How many products the page says there are. */
async function expectCount(page: Page, count: number) {
  await expect(
    page.getByRole('status').filter({ hasText: /^\d+ products?$/ }),
  ).toHaveText(count === 1 ? '1 product' : `${count} products`);
}

/** Opens a filter, changes a choice of it, and closes it again. */
async function choose(
  page: Page,
  filter: string,
  change: (choices: Locator) => Promise<void>,
) {
  await page.getByRole('button', { name: new RegExp(`^${filter}:`) }).click();
  const choices = page.getByRole('dialog', { name: filter });
  await change(choices);
  await page.keyboard.press('Escape');
  await expect(choices).toBeHidden();
}

test('the headings of the table and the choice of an order sort as the backend does', async ({
  page,
}) => {
  const { productOps } = await backendAs('user:default/jo');
  await open(page, `${ADDRESS}&view=table`);
  for (const [heading, sort, direction] of [
    ['Product', 'title', 'ascending'],
    ['Owner', 'owner', 'ascending'],
    ['Tier', 'tier', 'ascending'],
    ['Tier', '-tier', 'descending'],
    ['Stage', 'stage', 'ascending'],
  ] as const) {
    const column = page.getByRole('columnheader', { name: heading });
    await column.getByRole('button').click();
    await expect(column).toHaveAttribute('aria-sort', direction);
    await expect(page).toHaveURL(new RegExp(`sort=${sort}(&|$)`));
    const { items } = await productOps.listProducts({
      ...OURS,
      sort,
      limit: 20,
    });
    await expect(rows(page)).toHaveText(titles(items));
  }
  await page
    .getByRole('combobox', { name: 'Sort by' })
    .selectOption('by name, Z to A');
  const { items } = await productOps.listProducts({
    ...OURS,
    sort: '-title',
    limit: 20,
  });
  await expect(rows(page)).toHaveText(titles(items));
});

test('a tier is chosen from what there is, with how many each gives', async ({
  page,
}) => {
  const { productOps } = await backendAs('user:default/jo');
  const all = await productOps.listProducts({ ...OURS, limit: 1 });
  const first = all.facets.tier.find(option => option.value === '1');
  const chosen = await productOps.listProducts({
    ...OURS,
    tier: ['1', 'none'],
    limit: 1,
  });
  await open(page, ADDRESS);
  await choose(page, 'Tier', choices =>
    choices
      .getByRole('checkbox', {
        name: new RegExp(`mission critical\\s*${first?.count}$`),
      })
      .check(),
  );
  await expectCount(page, first?.count ?? 0);
  await choose(page, 'Tier', choices =>
    choices.getByRole('checkbox', { name: /^No tier/ }).check(),
  );
  await expectCount(page, chosen.totalItems);
  expect(chosen.totalItems).toBeGreaterThan(first?.count ?? 0);
});

test("a department's products are those of its teams, until one leaves the sub-teams out", async ({
  page,
}) => {
  const { productOps } = await backendAs('user:default/jo');
  const owner = ['group:default/commerce'];
  const withTeams = await productOps.listProducts({ ...OURS, owner, limit: 1 });
  const alone = await productOps.listProducts({
    ...OURS,
    owner,
    withSubteams: false,
    limit: 1,
  });
  expect(alone.totalItems).toBeGreaterThan(0);
  expect(withTeams.totalItems).toBeGreaterThan(alone.totalItems);

  await open(page, ADDRESS);
  await choose(page, 'Owner', choices =>
    choices.getByRole('checkbox', { name: /^Commerce/ }).check(),
  );
  await expectCount(page, withTeams.totalItems);
  await choose(page, 'Owner', choices =>
    choices.getByRole('checkbox', { name: /Include the sub-teams/ }).uncheck(),
  );
  await expectCount(page, alone.totalItems);
  await expect(page).toHaveURL(/withSubteams=false/);
});

test('page by page, forth and back, every product comes once', async ({
  page,
}) => {
  const { productOps } = await backendAs('user:default/jo');
  const query = { ...OURS, sort: 'title', limit: 20 } as const;
  const cards = page.getByRole('article').getByRole('heading');
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await open(page, `${ADDRESS}&sort=title`);
  const seen: string[] = [];
  let answer = await productOps.listProducts(query);
  await expect(cards).toHaveText(titles(answer.items));
  await expect(pages.getByRole('button', { name: 'Previous' })).toBeDisabled();
  seen.push(...titles(answer.items));
  while (answer.pageInfo.nextCursor) {
    answer = await productOps.listProducts({
      ...query,
      cursor: answer.pageInfo.nextCursor,
    });
    await pages.getByRole('button', { name: 'Next' }).click();
    await expect(cards).toHaveText(titles(answer.items));
    seen.push(...titles(answer.items));
  }
  await expect(pages.getByRole('button', { name: 'Next' })).toBeDisabled();
  expect(seen).toHaveLength(FIELD_KITS);
  expect(new Set(seen).size).toBe(FIELD_KITS);

  await pages.getByRole('button', { name: 'Previous' }).click();
  await expect(cards).toHaveText(seen.slice(20, 40));
  await page.reload();
  await expect(cards).toHaveText(seen.slice(20, 40));
});
