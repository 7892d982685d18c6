import type { Page } from '@playwright/test';
import { backendAs } from '../portal/api';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  open,
  openTab,
  PHONE,
  settled,
  test,
} from '../portal/test';

const PLACES = {
  portfolio: '/products',
  'portfolio as a table': '/products?view=table',
  'product page': '/catalog/default/product/checkout',
  roadmap: '/catalog/default/product/checkout/roadmap',
  'runbook library': '/catalog/default/product/checkout/runbooks',
  'runbook reader':
    '/catalog/default/product/checkout/runbooks?runbook=payment-declines',
};

/** What the suite itself puts on the screen has arrived. */
async function hasContent(page: Page) {
  await settled(page);
  await expect(page.getByText(/Checkout|declined/).first()).toBeVisible();
}

test('a product manager narrows the portfolio, and the address says how', async ({
  page,
}) => {
  await open(page, '/products');
  await page
    .getByRole('searchbox', { name: 'Find a product' })
    .fill('Checkout');
  await expect(page).toHaveURL(/q=Checkout/);
  await page
    .getByRole('link', { name: 'Checkout', exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/\/catalog\/default\/product\/checkout/);
  await expect(page.getByText('Takes a basket to a paid order.')).toBeVisible();
  await expect(page.getByText('One tap from basket to order.')).toBeVisible();
  for (const who of ['Payments', 'Jo Marsh', 'Sam Okoro', 'SRE', 'Helpdesk']) {
    await expect(
      page.getByRole('link', { name: who, exact: true }).first(),
    ).toBeVisible();
  }
  for (const item of ['One-tap checkout', 'Split payments', 'Pay by bank']) {
    await expect(page.getByText(item, { exact: true }).first()).toBeVisible();
  }
  await expect(
    page.getByRole('heading', { name: /Needs attention/ }),
  ).toBeVisible();

  await openTab(page, 'Roadmap');
  await expect(page.getByText(/^\d+ items$/).first()).toBeVisible();
  await openTab(page, 'Runbooks');
  await expect(page.getByText('4 runbooks').first()).toBeVisible();
  await page.getByRole('link', { name: 'Card payments are declined' }).click();
  await expect(
    page.getByRole('heading', { name: 'Card payments are declined' }).first(),
  ).toBeVisible();
});

test('a link shows a colleague the same products as the backend counts', async ({
  page,
}) => {
  const { productOps } = await backendAs('user:default/sam');
  const live = await productOps.listProducts({ stage: ['sunset'], limit: 1 });
  await open(page, '/products?stage=sunset&sort=title&view=table');
  await expect(
    page.getByText(new RegExp(`^${live.totalItems} products?$`)).first(),
  ).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(live.totalItems + 1);
});

test('a component has the same tabs and a summary card', async ({ page }) => {
  await open(page, '/catalog/default/component/payment-gateway');
  await expect(page.getByText('Product operations').first()).toBeVisible();
  await openTab(page, 'Roadmap');
  await expect(page.getByText('productops.io/roadmap').first()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, place] of Object.entries(PLACES)) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test(`the ${name} can be used by everybody, on a desk and on a phone`, async ({
        page,
      }) => {
        await open(page, place);
        await hasContent(page);
        await expectAccessible(page);
        await page.setViewportSize(PHONE);
        await open(page, place);
        await hasContent(page);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      });
    });
  }
}

test('what does not exist is said, not shown as an empty page', async ({
  page,
}) => {
  await open(page, '/catalog/default/product/checkout/runbooks?runbook=none');
  await expect(
    page.getByText('There is no such runbook').first(),
  ).toBeVisible();
});
