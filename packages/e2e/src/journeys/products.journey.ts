import type { Locator, Page } from '@playwright/test';
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

/** The places of the suite, each with something that only its own content has. */
const PLACES: Record<
  string,
  {
    place: string;
    landmark: (page: Page) => Locator;
    /** Where a phone shows it in another way. */
    landmarkOnPhone?: (page: Page) => Locator;
  }
> = {
  portfolio: {
    place: '/products',
    landmark: page => page.getByRole('article').first(),
  },
  'portfolio as a table': {
    place: '/products?view=table',
    landmark: page => page.getByRole('rowheader').first(),
    // A table has no room there: the same products are cards.
    landmarkOnPhone: page => page.getByRole('article').first(),
  },
  'product page': {
    place: '/catalog/default/product/checkout',
    landmark: page => page.getByRole('heading', { name: 'Who answers' }),
  },
  roadmap: {
    place: '/catalog/default/product/checkout/roadmap',
    landmark: page =>
      page.getByRole('button', { name: 'One-tap checkout', exact: true }),
  },
  'runbook library': {
    place: '/catalog/default/product/checkout/runbooks',
    landmark: page =>
      page.getByRole('link', {
        name: 'Card payments are declined',
        exact: true,
      }),
  },
  'runbook reader': {
    place:
      '/catalog/default/product/checkout/runbooks?runbook=payment-declines',
    landmark: page =>
      page.getByRole('heading', {
        name: 'Card payments are declined',
        exact: true,
      }),
  },
};

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
  await page
    .getByRole('link', {
      name: 'Card payments are declined',
      exact: true,
    })
    .click();
  await expect(
    page
      .getByRole('heading', {
        name: 'Card payments are declined',
        exact: true,
      })
      .first(),
  ).toBeVisible();
});

test('a link shows a colleague the same products as the backend counts', async ({
  page,
}) => {
  const { productOps } = await backendAs('user:default/sam');
  // The catalog may be moving on meanwhile: both are asked until they agree.
  await expect(async () => {
    const { totalItems } = await productOps.listProducts({
      stage: ['sunset'],
      limit: 1,
    });
    await open(page, '/products?stage=sunset&sort=title&view=table');
    await expect(
      page.getByText(new RegExp(`^${totalItems} products?$`)).first(),
    ).toBeVisible({ timeout: 5_000 });
    // The portal's own notifications may have rows too.
    const table = page
      .getByRole('table')
      .filter({ has: page.getByRole('columnheader', { name: 'Product' }) });
    await expect(table.getByRole('row')).toHaveCount(totalItems + 1, {
      timeout: 5_000,
    });
  }).toPass();
});

test('a component has the same tabs and a summary card', async ({ page }) => {
  await open(page, '/catalog/default/component/payment-gateway');
  await expect(page.getByText('Product operations').first()).toBeVisible();
  await openTab(page, 'Roadmap');
  await expect(page.getByText('productops.io/roadmap').first()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, { place, landmark, landmarkOnPhone }] of Object.entries(
    PLACES,
  )) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test(`the ${name} can be used by everybody, on a desk and on a phone`, async ({
        page,
      }) => {
        const show = async (shown: (of: Page) => Locator) => {
          await open(page, place);
          await expect(shown(page)).toBeVisible();
          await settled(page);
        };
        await show(landmark);
        await expectAccessible(page);
        await page.setViewportSize(PHONE);
        await show(landmarkOnPhone ?? landmark);
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
