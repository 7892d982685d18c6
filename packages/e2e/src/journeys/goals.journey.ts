import { backendAs } from '../portal/api';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  open,
  PHONE,
  settled,
  test,
} from '../portal/test';

test('a product manager records a goal, adds values, and sees how far it is', async ({
  page,
}) => {
  // A name of its own: the data of a portal outlives a run.
  const title = `Answer within a day ${Date.now()}`;
  await open(page, '/roadmap?view=goals');
  await expect(
    page.getByRole('list', { name: 'Goals' }).getByRole('listitem').first(),
  ).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Record a goal' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record a goal' });
  await dialog.getByLabel(/^Product/).fill('Checkout');
  await dialog
    .getByRole('option', { name: /product:default\/checkout$/ })
    .click();
  await dialog.getByLabel(/^Title/).fill(title);
  await dialog.getByLabel(/^Begins/).fill('2026-01-01');
  await dialog.getByLabel(/^Due/).fill('2099-12-31');
  await dialog.getByLabel(/^Metric/).fill('answered in time');
  await dialog.getByLabel('Unit').fill('%');
  await dialog.getByLabel('Value at the beginning').fill('40');
  await dialog.getByLabel('Target').fill('90');
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();

  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('Its metric has no value yet.')).toBeVisible();
  for (const [value, day] of [
    ['45', '2026-02-01'],
    ['65', '2026-03-01'],
  ]) {
    await page.getByRole('button', { name: 'Add a value' }).click();
    const adding = page.getByRole('dialog', { name: /^Add a value/ });
    await adding.getByLabel(/^Value in %/).fill(value);
    await adding.getByLabel('Day').fill(day);
    await adding.getByRole('button', { name: 'Save' }).click();
    await expect(adding).toBeHidden();
  }
  await expect(
    page.getByText(/answered in time went from 45 % .* to 65 %/),
  ).toBeVisible();
  await expect(
    page.getByRole('figure', { name: 'History of answered in time' }),
  ).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Values' }).getByRole('listitem'),
  ).toHaveCount(2);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectNoSidewaysScroll(page);

  // The page of the product has it too, and leads to it.
  await open(page, '/catalog/default/product/checkout');
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();

  const { productOps } = await backendAs('user:default/jo');
  const { items } = await productOps.goals.listEntityGoals(
    'product:default/checkout',
    { limit: 100 },
  );
  const made = items.find(goal => goal.title === title);
  expect(made?.metric?.current).toBe(65);
  // What is left would be on the pages of the other journeys.
  await productOps.goals.archiveGoal(
    { entity: 'product:default/checkout', id: made?.id ?? '' },
    1,
  );
});
