import { backendAs } from '../portal/api';
import { hasRealData } from '../portal/realData';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  open,
  PHONE,
  settled,
  test,
} from '../portal/test';

const CHECKOUT = 'product:default/checkout';

test('a product manager finds the conflict of the demo, solves one of her own, and dismisses a suggestion', async ({
  page,
}) => {
  const { productOps } = await backendAs('user:default/jo');
  const title = `Wallet of partners ${Date.now()}`;
  await productOps.roadmap.createItem(CHECKOUT, {
    fields: {
      title,
      status: 'planned',
      start: '2026-11-02',
      end: '2026-12-11',
      category: 'feature',
      dependsOn: ['passkeys@product:default/identity'],
    },
  });
  await expect(async () => {
    const { items } = await productOps.plan.listConflicts({
      entity: [CHECKOUT],
    });
    expect(items.map(one => one.title).join()).toContain(title);
  }).toPass();

  await open(page, '/roadmap?product=product%3Adefault%2Fcheckout');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(
    timeline.getByRole('button', {
      name: /^One-tap checkout, .*before "Passkeys" that it depends on/,
    }),
  ).toBeVisible();
  await expectAccessible(page);

  const conflicts = page.getByRole('region', { name: /^Conflicts/ });
  const showAll = conflicts.getByRole('button', { name: /^Show all/ });
  if (await showAll.isVisible()) {
    await showAll.click();
  }
  // What a file declares is changed there: the portal prepares the lines.
  await conflicts
    .getByRole('button', { name: /^Move “One-tap checkout” to Jan 20, 2027/ })
    .click();
  const dialog = page.getByRole('dialog', {
    name: 'Change “One-tap checkout” in its file',
  });
  await expect(dialog.getByText('end: 2027-01-20')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  const move = conflicts.getByRole('button', {
    name: `Move “${title}” to Jan 20, 2027`,
  });
  await move.click();
  await expect(conflicts.getByText(`“${title}” was changed.`)).toBeVisible();
  await expect(move).toHaveCount(0);
  await expect(
    timeline.getByRole('button', {
      name: new RegExp(`^${title}, Dec 12, 2026 – Jan 20, 2027, planned`),
    }),
  ).toBeVisible();

  await open(page, '/roadmap');
  const suggestions = page.getByRole('region', {
    name: /^Suggested dependencies/,
  });
  const dismiss = suggestions.getByRole('button', { name: /^Dismiss “/ });
  const name = (await dismiss.first().getAttribute('aria-label')) ?? '';
  await dismiss.first().click();
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: /^\d+ dismissed$/ }).click();
  const restore = page.getByRole('button', {
    name: name.replace(/^Dismiss/, 'Restore'),
    exact: true,
  });
  await restore.click();
  await expect(restore).toHaveCount(0);
});

test('a leader looks at the plans of Kubernetes: two years, a quarter, a table, on a phone', async ({
  page,
}) => {
  test.skip(
    !hasRealData,
    'needs the Kubernetes catalog beside the repository (kubernetes/ under shared/data)',
  );
  await open(page, '/roadmap?group=team&zoom=quarters');
  await expect(page.getByText(/^\d{3} items/).first()).toBeVisible();
  const bars = page
    .getByRole('region', { name: 'Timeline' })
    .locator('[data-uid]');
  await expect(bars.first()).toBeVisible();
  // Far fewer than there are items: what is out of sight is not drawn.
  expect(await bars.count()).toBeLessThan(400);
  await bars.first().focus();
  await page.keyboard.press('Control+End');
  await expect(page.locator('[data-uid]:focus')).toBeInViewport();
  await expectAccessible(page);

  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(
    page.getByRole('table', { name: 'Items of all products' }),
  ).toBeVisible();
  await expectNoSidewaysScroll(page);
});
