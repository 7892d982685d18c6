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

const COMPASS = 'product:default/compass';
const TAB = '/catalog/default/product/compass/roadmap';
const folder = path.join(
  process.env.PRODUCT_OPS_E2E_GIT_FOLDER ?? '',
  'compass',
);
let git: GitServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  await writeFiles(folder, {
    ...lanternRepository,
    'catalog-info.yaml': lanternRepository['catalog-info.yaml']
      .replace('name: lantern', 'name: compass')
      .replace('title: Lantern', 'title: Compass'),
  });
  git = await startGitServer({
    port: Number(process.env.PRODUCT_OPS_E2E_GIT_PORT),
    repository: 'compass',
    folder,
  });
  const jo = await backendAs('user:default/jo');
  await jo.register(git.fileUrl('catalog-info.yaml'));
  await expect(async () => {
    const { totalItems } = await jo.productOps.listRoadmapItems(COMPASS);
    expect(totalItems).toBe(2);
  }).toPass({ timeout: 120_000 });
});

test.afterAll(async () => {
  await git.close();
});

const lane = (page: Page, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}, `) });

/** The tab as somebody else sees it, in a browser of their own. */
async function tabOf(browser: Browser, entityRef: string, place: string) {
  const context = await browser.newContext({
    storageState: signedInAs(entityRef),
  });
  const page = await context.newPage();
  await open(page, place);
  return page;
}

async function createItem(page: Page, title: string, end: string) {
  await page.getByRole('button', { name: 'New item' }).click();
  const dialog = page.getByRole('dialog', { name: 'New item' });
  await dialog.getByLabel(/^Title/).fill(title);
  await dialog.getByLabel('Horizon').selectOption('now');
  await dialog.getByLabel('Start').fill('2027-01-01');
  await dialog.getByLabel('End').fill(end);
  await dialog.getByRole('button', { name: 'Create' }).dblclick();
  const panel = page.getByRole('dialog', { name: title });
  await expect(panel).toContainText('made in the portal');
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
}

test('the product manager makes the items of a quarter, each once', async ({
  page,
}) => {
  await open(page, TAB);
  await expect(lane(page, 'Now')).toContainText('Brighter lamps');
  await expectAccessible(page);
  await createItem(page, 'Needle that glows', '2027-02-28');
  await createItem(page, 'Case of brass', '2027-03-31');
  await expect(lane(page, 'Now').getByRole('article')).toHaveCount(3);
  await expect(page.getByText('4 items')).toBeVisible();
});

test('she puts them in order by keys, and takes that back', async ({
  page,
}) => {
  await open(page, TAB);
  const handle = page.getByRole('button', { name: 'Move Case of brass' });
  await handle.focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect(
    page.getByText('Case of brass: Next, place 1 of 2.'),
  ).toBeAttached();
  await page.keyboard.press(' ');
  await expect(lane(page, 'Next').getByRole('article').first()).toContainText(
    'Case of brass',
  );
  await expect(handle).toBeFocused();
  // What is on the screen is what was saved.
  await open(page, TAB);
  await expect(lane(page, 'Next').getByRole('article').first()).toContainText(
    'Case of brass',
  );
  await page
    .getByRole('button', { name: 'Case of brass', exact: true })
    .click();
  const panel = page.getByRole('dialog', { name: 'Case of brass' });
  await expect(panel.getByText('Horizon: Now → Next')).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Undo change 2' }).click();
  await expect(panel.getByText(/took a change back/)).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(lane(page, 'Now')).toContainText('Case of brass');
});

test('she drags an item with the mouse; for what the file declares she gets the lines to write', async ({
  page,
}) => {
  await open(page, TAB);
  const drag = async (title: string, to: string) => {
    const card = page.getByRole('article').filter({ hasText: title });
    const target = lane(page, to);
    const from = (await card.boundingBox())!;
    const over = (await target.boundingBox())!;
    await page.mouse.move(from.x + 40, from.y + from.height - 6);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + from.height, { steps: 4 });
    await page.mouse.move(over.x + 60, over.y + over.height - 4, { steps: 8 });
    await page.mouse.up();
  };
  await drag('Needle that glows', 'Later');
  await expect(lane(page, 'Later')).toContainText('Needle that glows');
  await drag('Brighter lamps', 'Next');
  const dialog = page.getByRole('dialog', { name: /in its file/ });
  await expect(dialog).toContainText('horizon: now');
  await expect(dialog).toContainText('horizon: next');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(lane(page, 'Now')).toContainText('Brighter lamps');
});

test('two people edit the same item: the second sees both versions and chooses', async ({
  browser,
  page,
}) => {
  const place = `${TAB}?item=needle-that-glows`;
  await open(page, place);
  const other = await tabOf(browser, 'user:default/sam', place);
  const edit = async (seen: Page, title: string) => {
    await seen.getByRole('button', { name: 'Edit…' }).click();
    const dialog = seen.getByRole('dialog', { name: /^Edit/ });
    await dialog.getByLabel(/^Title/).fill(title);
    return dialog;
  };
  const mine = await edit(page, 'Needle that shines');
  const theirs = await edit(other, 'Needle of light');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs).toHaveCount(0);
  await other.context().close();

  await mine.getByRole('button', { name: 'Save' }).click();
  const conflict = page.getByRole('dialog', {
    name: 'Somebody else was faster',
  });
  await expect(conflict).toContainText('Needle of light');
  await expect(conflict).toContainText('Needle that shines');
  await expectAccessible(page);
  await conflict.getByRole('radio', { name: /Yours/ }).check();
  await conflict.getByRole('button', { name: 'Save what I chose' }).click();
  await expect(
    page.getByRole('dialog', { name: 'Needle that shines' }),
  ).toBeVisible();
});

test('she changes several items at once, and hears what stays as it was', async ({
  page,
}) => {
  await open(page, `${TAB}?view=table&sort=-end`);
  await page.getByRole('checkbox', { name: 'Select all in sight' }).check();
  await page
    .getByRole('combobox', { name: 'What to change' })
    .selectOption('Shift the dates');
  await page.getByRole('textbox', { name: /^Days/ }).fill('7');
  await page.getByRole('button', { name: 'Apply' }).click();
  const told = page.getByRole('status', { name: 'What became of it' });
  await expect(told).toContainText('2 items are changed.');
  await expect(told).toContainText('Brighter lamps: declared in a file');
  await expect(
    page.getByRole('button', { name: 'End of Case of brass: 2027-04-07' }),
  ).toBeVisible();
  await page
    .getByRole('button', { name: 'End of Case of brass: 2027-04-07' })
    .focus();
  await page.keyboard.press('F2');
  await page.getByLabel('End of Case of brass').fill('2027-04-30');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('button', { name: 'End of Case of brass: 2027-04-30' }),
  ).toBeFocused();
  await expectAccessible(page);
});

test('all views fit a phone, where menus do what dragging does', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  for (const view of ['board', 'table', 'priorities']) {
    await open(page, `${TAB}?view=${view}`);
    await expect(page.getByText('4 items')).toBeVisible();
    await settled(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await open(page, TAB);
  await expect(page.getByRole('button', { name: /^Move / })).toHaveCount(0);
  await page.getByRole('button', { name: 'More for Case of brass' }).click();
  await page.getByRole('menuitem', { name: 'Move to Later' }).click();
  await expect(lane(page, 'Later')).toContainText('Case of brass');
});
