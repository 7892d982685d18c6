import type { RunbookRunCommand } from '@productops/backstage-plugin-product-ops-common';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { backendAs } from '../portal/api';
import { hasRealData } from '../portal/realData';
import { expect, open, PHONE, settled, test } from '../portal/test';

const CHECKOUT = 'product:default/checkout';
const images = path.resolve(__dirname, '../../../../docs/images');

async function take(page: Page, name: string) {
  // Every page of the suite names Checkout or says when its source was read, once it has its content.
  await expect(
    page
      .getByText(
        /One tap from basket|One-tap checkout|Catalog read|read .* ago|declined|Checks answered|longest in its stage|with gaps|are proven|keeping it running|Raise checkout conversion/,
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
  [
    'runbook-reader',
    '/catalog/default/product/checkout/runbooks?runbook=payment-declines',
  ],
  ['runbook-library', '/runbooks?q=declined'],
  ['recovery', '/runbooks/recovery?tier=1'],
  ['lifecycle', '/catalog/default/product/checkout/lifecycle'],
  ['stages', '/products?view=board'],
  ['readiness', '/products?view=readiness'],
  ['sunset', '/catalog/default/product/tax-engine/lifecycle'],
  [
    'ownership',
    '/ownership?expand=organisation%3Egroup%3Adefault%2Flarkfield&selected=organisation%3Egroup%3Adefault%2Flarkfield',
  ],
] as const;

/** A run of a runbook of Checkout, and what can be said of it. */
async function startRun(
  runbook: string,
  reason: { kind: 'alert' | 'drill'; text: string },
) {
  const { productOps } = await backendAs('user:default/jo');
  const { runs } = productOps;
  const { version, parameters } = await productOps.getRunbook(
    CHECKOUT,
    runbook,
  );
  const { id } = await runs.start(CHECKOUT, runbook, {
    id: randomUUID(),
    version,
    reason,
    parameters: Object.fromEntries(
      parameters.flatMap(({ name, required, enum: values }) =>
        required ? [[name, values?.[0] ?? '2026-11-20T03:15Z']] : [],
      ),
    ),
  });
  return {
    place: `/catalog/default/product/checkout/runbooks?run=${id}`,
    say: (command: Omit<RunbookRunCommand, 'id'>) =>
      runs.append(id, { ...command, id: randomUUID() }),
  };
}

/** The last drill of Checkout took as long as it should, and lost more data than it may. */
test.beforeAll(async () => {
  const { recovery } = (await backendAs('user:default/jo')).productOps;
  const { drills } = await recovery.get(CHECKOUT);
  if (drills.totalItems === 0) {
    const drill = await startRun('restore-orders', {
      kind: 'drill',
      text: 'Twice a year',
    });
    await drill.say({ type: 'close', outcome: 'succeeded', dataLoss: 'PT25M' });
  }
});

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
    test('run on a phone, and its record', async ({ page }) => {
      await page.setViewportSize(PHONE);
      const run = await startRun('payment-declines', {
        kind: 'alert',
        text: 'CheckoutPaymentErrors: cards are refused',
      });
      await run.say({ type: 'step', step: '1', state: 'done' });
      await run.say({
        type: 'step',
        step: '2',
        state: 'failed',
        note: 'The status page does not take notes',
      });
      await open(page, run.place);
      await take(page, `run-phone${suffix}`);
      await run.say({
        type: 'close',
        outcome: 'succeeded',
        note: 'The second acquirer carries the traffic',
      });
      await page.setViewportSize({ width: 1400, height: 900 });
      await open(page, run.place);
      await take(page, `run-record${suffix}`);
    });
    test('runbook on a phone', async ({ page }) => {
      await page.setViewportSize(PHONE);
      await open(page, '/catalog/default/product/checkout/runbooks');
      await page
        .getByRole('link', {
          name: 'Card payments are declined',
          exact: true,
        })
        .click();
      await settled(page);
      await take(page, `runbook-phone${suffix}`);
    });
  });
}
