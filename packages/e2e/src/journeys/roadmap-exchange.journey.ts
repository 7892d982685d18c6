import { readFile } from 'node:fs/promises';
import { backendAs } from '../portal/api';
import { expect, expectAccessible, open, settled, test } from '../portal/test';

const CHECKOUT = 'product:default/checkout';
const tab = '/catalog/default/product/checkout/roadmap';

test('Jo exports the roadmap, edits it in a spreadsheet, sees what would change, and imports it', async ({
  page,
}) => {
  const jo = await backendAs('user:default/jo');
  const title = `Wish of ${Date.now()}`;
  const made = await jo.productOps.roadmap.createItem(CHECKOUT, {
    fields: { title, status: 'planned', end: '2031-03-31' },
  });

  await open(page, tab);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('menuitem', { name: 'Export as CSV' }).click();
  const file = await (await downloading).path();
  const exported = await readFile(file, 'utf8');
  expect(exported).toContain(title);

  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('menuitem', { name: /Import from CSV/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Import from CSV' });
  const choose = (text: string) =>
    dialog.getByLabel('CSV file').setInputFiles({
      name: 'roadmap.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });

  // As it was exported, nothing would change.
  await choose(exported);
  await expect(dialog.getByText('Nothing would change')).toBeVisible();
  // A spreadsheet of another country writes semicolons.
  await choose('id;title\nwish;Wish');
  await expect(dialog.getByText('separated by semicolons')).toBeVisible();
  await choose(
    exported.replace('2031-03-31', '2031-06-30').replace(title, `${title}!`),
  );
  await expect(dialog.getByText('2031-06-30')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(dialog.getByText('Imported: 0 new, 1 changed.')).toBeVisible();

  const changed = await jo.productOps.roadmap.getItem({
    entity: CHECKOUT,
    id: made.id,
  });
  expect(changed).toMatchObject({ title: `${title}!`, end: '2031-06-30' });
  const history = await jo.productOps.roadmap.listHistory({
    entity: CHECKOUT,
    id: made.id,
  });
  expect(history.items[0]).toMatchObject({ via: 'import' });
});

test('A roadmap fits one printed page', async ({ page }) => {
  for (const place of [tab, '/roadmap']) {
    await open(page, `${place}?print=1`);
    const sheet = page.getByRole('dialog', { name: 'Roadmap for printing' });
    await expect(sheet.getByRole('table')).toBeVisible();
    await settled(page);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});
