import type { Page } from '@playwright/test';
import { expect, open, test } from '../portal/test';

/** Who holds a role in the demo's Checkout, with the relation that the suite makes of it. */
const HOLDERS = {
  'Jo Marsh': 'managedBy',
  'Sam Okoro': 'technicallyLedBy',
  SRE: 'operatedBy',
  Helpdesk: 'supportedBy',
  'Application security': 'securedBy',
};

/** The graph has all of these people and teams as nodes, and says how they are related. */
async function expectHolders(page: Page) {
  for (const [name, relation] of Object.entries(HOLDERS)) {
    await expect(
      page.getByTestId('node').getByText(name, { exact: true }),
    ).toBeVisible();
    await expect(
      page.getByTestId('label').filter({ hasText: relation }),
    ).toBeVisible();
  }
}

test("the catalog's own graph knows who answers for a product", async ({
  page,
}) => {
  await open(
    page,
    '/catalog-graph?rootEntityRefs[]=product:default/checkout&maxDepth=1',
  );
  await expectHolders(page);
});

test("so does the catalog's relations card, beside the product's own page", async ({
  page,
}) => {
  await open(page, '/catalog/default/product/checkout');
  await page.getByRole('button', { name: 'More from the catalog' }).click();
  await expect(page.getByRole('heading', { name: 'Relations' })).toBeVisible();
  await expectHolders(page);
});
