import type { Page } from '@playwright/test';
import { portalUrl } from '../portal/address';
import {
  alertingPrograms,
  startAlerting,
  type Alerting,
} from '../portal/alerting';
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

const ALERT = 'CheckoutPaymentErrors';
const PRODUCT = '/catalog/default/product/checkout';
const summary = `Cards are refused, ${Date.now()}`;
const ROADMAP = '/catalog/default/product/checkout/roadmap';
const text = `Declines at the second acquirer, ${Date.now()}`;

function actions(page: Page, step: string) {
  return page.getByRole('group', { name: `What became of step ${step}` });
}

function steps(page: Page) {
  return page.getByRole('list', { name: 'Steps', exact: true });
}

let alerting: Alerting | undefined;

test.skip(
  !alertingPrograms,
  'Prometheus and Alertmanager are not here: npm test installs them as root where apt-get is',
);

test.beforeAll(async () => {
  alerting = await startAlerting({
    portalUrl: portalUrl(),
    token: process.env.PRODUCT_OPS_E2E_ALERT_TOKEN ?? '',
    alert: ALERT,
    labels: { severity: 'critical', product: 'checkout', region: 'eu-north' },
    summary,
  });
});

test.afterAll(async () => {
  await alerting?.stop();
});

test('a real alert opens its runbook, two people run it, what failed stands on the roadmap, and the alert resolves', async ({
  page: jo,
  browser,
}) => {
  test.setTimeout(240_000);
  alerting?.errors(3);
  await open(jo, PRODUCT);
  const firing = jo.getByRole('region', { name: /Firing alerts/ });
  await expect(firing.getByText(summary)).toBeVisible({ timeout: 60_000 });
  await expect(firing.getByText('critical')).toBeVisible();
  await expectAccessible(jo);
  // Alertmanager says it again and again, and it is one alert.
  const before = (await alerting?.told())?.notified ?? 0;
  await expect
    .poll(async () => (await alerting?.told())?.notified ?? 0, {
      timeout: 60_000,
    })
    .toBeGreaterThan(before + 1);
  expect((await alerting?.told())?.failed).toBe(0);
  await open(jo, PRODUCT);
  await expect(firing.getByText(ALERT, { exact: true })).toHaveCount(1);

  // The address that the alert carries.
  await open(
    jo,
    `/runbooks/alert/${ALERT}?severity=critical&product=checkout&region=eu-north`,
  );
  await expect(
    jo.getByText('The label product=checkout names Checkout.'),
  ).toBeVisible();
  await expect(
    jo.getByRole('heading', { name: 'Find out who says no' }),
  ).toBeVisible();
  await jo.getByRole('button', { name: 'Start a run' }).click();
  const dialog = jo.getByRole('dialog');
  await expect(dialog.getByLabel(/What has happened/)).toHaveValue(
    new RegExp(ALERT),
  );
  await dialog.getByLabel(/What has happened/).fill(text);
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  // Commands are filled in, to be copied.
  await expect(
    steps(jo).getByText(
      'larkctl payments declines --region eu-north --by issuer --last 30m',
    ),
  ).toBeVisible();
  await expectAccessible(jo);

  // Sam joins on a phone, and both see each other.
  const context = await browser.newContext({
    storageState: signedInAs('user:default/sam'),
    viewport: PHONE,
  });
  const sam = await context.newPage();
  await sam.goto(jo.url());
  await expect(steps(sam)).toBeVisible();
  await settled(sam);
  await expectNoSidewaysScroll(sam);
  await expectAccessible(sam);
  await expect(sam.getByText(/2 people are here/)).toBeVisible();
  await expect(jo.getByText(/2 people are here/)).toBeVisible();

  await actions(jo, '1').getByRole('button', { name: 'Done' }).click();
  await expect(actions(sam, '2')).toBeVisible();
  await actions(sam, '2').getByRole('button', { name: 'Failed' }).click();
  await sam
    .getByRole('dialog')
    .getByLabel(/^Why/)
    .fill('The status page does not take notes');
  await sam.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(
    steps(jo).getByText(/The status page does not take notes/),
  ).toBeVisible();

  // One step to the roadmap, with the way back.
  await steps(jo).getByRole('button', { name: 'Follow up' }).click();
  const followUp = jo.getByRole('dialog');
  await expect(followUp.getByLabel(/What was learned/)).toHaveValue(
    /The status page does not take notes/,
  );
  const title = `Status page takes notes, ${Date.now()}`;
  await followUp.getByLabel(/What is to be done/).fill(title);
  await followUp.getByRole('button', { name: 'Put on the roadmap' }).click();
  await expect(followUp).toHaveCount(0);
  await expect(sam.getByRole('link', { name: title }).first()).toBeVisible();

  await jo.getByRole('button', { name: 'Close the run' }).click();
  const closing = jo.getByRole('dialog');
  await closing.getByLabel('Outcome').click();
  await jo.getByRole('option', { name: 'failed' }).click();
  await closing.getByLabel(/^Note/).fill('The bank mended it');
  await closing.getByRole('button', { name: 'Save' }).click();
  await expect(
    sam.getByRole('button', { name: 'Record as Markdown' }),
  ).toBeVisible();
  await expect(sam.getByText('The bank mended it').first()).toBeVisible();
  await context.close();

  await open(jo, ROADMAP);
  await jo.getByRole('searchbox').first().fill(title);
  await jo
    .getByRole('button', { name: title })
    .or(jo.getByRole('link', { name: title }))
    .first()
    .click();
  await jo
    .getByRole('link', { name: new RegExp(`step 2 of the run “${text}”`) })
    .click();
  await expect(
    jo.getByRole('heading', { name: 'Card payments are declined' }),
  ).toBeVisible();
  await expect(
    jo.getByRole('region', { name: /Follow-ups/ }).getByText('proposed'),
  ).toBeVisible();

  // It is among the runs of all entities.
  await open(jo, '/runbooks/runs?status=closed');
  await expect(jo.getByRole('link', { name: new RegExp(text) })).toBeVisible();

  // The service is well again, and so is the page.
  alerting?.errors(0);
  await open(jo, PRODUCT);
  await expect(firing.getByText('No alert fires.')).toBeVisible({
    timeout: 60_000,
  });
  await expect(firing.getByText(/resolved/)).toBeVisible();
});
