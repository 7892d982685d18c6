import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, open, PHONE, settled, test } from '../portal/test';

const images = path.resolve(__dirname, '../../../../docs/images');

async function take(page: Page, name: string) {
  // Every page of the suite names Checkout or says when its source was read, once it has its content.
  await expect(
    page
      .getByText(/One tap from basket|Catalog read|read .* ago|declined/)
      .first(),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({
    path: path.join(images, `${name}.png`),
    animations: 'disabled',
  });
}

const places = [
  ['products', '/products'],
  ['product', '/catalog/default/product/checkout'],
  ['roadmap', '/catalog/default/product/checkout/roadmap'],
  ['runbooks', '/catalog/default/product/checkout/runbooks'],
  [
    'ownership',
    '/ownership?expand=organisation%3Egroup%3Adefault%2Flarkfield&selected=organisation%3Egroup%3Adefault%2Flarkfield',
  ],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  const suffix = colorScheme === 'dark' ? '-dark' : '';
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const [name, place] of places) {
      test(`${name} on a desk`, async ({ page }) => {
        await open(page, place);
        await take(page, `${name}${suffix}`);
      });
      test(`${name} on a phone`, async ({ page }) => {
        await page.setViewportSize(PHONE);
        await open(page, place);
        await take(page, `${name}-phone${suffix}`);
      });
    }
    test('runbook on a phone', async ({ page }) => {
      await page.setViewportSize(PHONE);
      await open(page, '/catalog/default/product/checkout/runbooks');
      await page
        .getByRole('link', { name: 'Card payments are declined' })
        .click();
      await settled(page);
      await take(page, `runbook-phone${suffix}`);
    });
  });
}
