import path from 'node:path';
import type { Page } from '@playwright/test';
import { backendAs } from '../portal/api';
import { hasRealData } from '../portal/realData';
import { expect, open, PHONE, settled, test } from '../portal/test';

const images = path.resolve(__dirname, '../../../../docs/images');

async function take(page: Page, name: string) {
  // Every page of the suite names Checkout or says when its source was read, once it has its content.
  await expect(
    page
      .getByText(
        /One tap from basket|One-tap checkout|Catalog read|read .* ago|declined|Checks answered|longest in its stage|with gaps|keeping it running|Raise checkout conversion/,
      )
      .first(),
  ).toBeVisible();
  await settled(page);
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
  [
    'roadmap-timeline',
    '/catalog/default/product/checkout/roadmap?view=timeline',
  ],
  ['roadmap-table', '/catalog/default/product/checkout/roadmap?view=table'],
  [
    'roadmap-priorities',
    '/catalog/default/product/checkout/roadmap?view=priorities',
  ],
  ['plan', '/roadmap'],
  [
    'goal',
    '/roadmap?view=goals&of=product%3Adefault%2Fcheckout&goal=conversion',
  ],
  ['runbooks', '/catalog/default/product/checkout/runbooks'],
  ['lifecycle', '/catalog/default/product/checkout/lifecycle'],
  ['stages', '/products?view=board'],
  ['readiness', '/products?view=readiness'],
  ['sunset', '/catalog/default/product/tax-engine/lifecycle'],
  [
    'ownership',
    '/ownership?expand=organisation%3Egroup%3Adefault%2Flarkfield&selected=organisation%3Egroup%3Adefault%2Flarkfield',
  ],
] as const;

/** The tax engine of the demo is in sunset; a plan says until when, and one owner has answered. */
test.beforeAll(async () => {
  const year = new Date().getUTCFullYear() + 1;
  const { lifecycle } = (await backendAs('user:default/jo')).productOps;
  const { plan } = await lifecycle.getSunset('product:default/tax-engine');
  if (!plan) {
    await lifecycle.saveSunset('product:default/tax-engine', {
      version: 0,
      successor: 'product:default/tax-service',
      endOfSupport: `${year}-03-31`,
      endOfLife: `${year}-06-30`,
      message: 'Prices come from the tax service: its guide says how to move.',
    });
  }
});

/** The same organisation from far, at one team, and at one entity. */
const zooms = [
  ['ownership-whole', '/ownership?root=group%3Adefault%2Fkubernetes'],
  ['ownership-team', '/ownership?root=group%3Adefault%2Fsig-network'],
  ['ownership-entity', undefined],
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
    for (const [name, place] of zooms) {
      test(`${name} of Kubernetes`, async ({ page }) => {
        test.skip(!hasRealData, 'needs the Kubernetes catalog');
        await open(page, place ?? '/ownership');
        const boxes = page
          .getByRole('tree', { name: 'Who answers for what' })
          .getByRole('treeitem');
        await expect(boxes.nth(3)).toBeVisible();
        if (!place) {
          await page
            .getByRole('searchbox', { name: 'Find a team, product, person' })
            .fill('node-local-dns');
          await page
            .getByRole('list', { name: 'Found' })
            .getByRole('button')
            .first()
            .click();
          await settled(page);
        }
        await page.waitForLoadState('networkidle');
        await page.screenshot({
          path: path.join(images, `${name}${suffix}.png`),
          animations: 'disabled',
        });
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
