import type { Page } from '@playwright/test';
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

const ROADMAP = '/catalog/default/product/checkout/roadmap';
const text = `Declines at the second acquirer, ${Date.now()}`;

function actions(page: Page, step: string) {
  return page.getByRole('group', { name: `What became of step ${step}` });
}

function steps(page: Page) {
  return page.getByRole('list', { name: 'Steps', exact: true });
}

test('two people work on one run at once, a step fails, and what it taught stands on the roadmap', async ({
  page: jo,
  browser,
}) => {
  // Found by the words of a customer, and read on the same page.
  await open(jo, '/runbooks');
  await jo
    .getByLabel('Find by alert, symptom or any words')
    .fill('your bank said no');
  await jo
    .getByRole('link', { name: 'Card payments are declined', exact: true })
    .first()
    .click();
  await expect(
    jo.getByRole('heading', { name: 'Find out who says no' }),
  ).toBeVisible();
  await jo.getByRole('button', { name: 'Start a run' }).click();
  const dialog = jo.getByRole('dialog');
  await dialog.getByLabel(/What has happened/).fill(text);
  await dialog.getByLabel(/^region/).click();
  await jo.getByRole('option', { name: 'eu-north' }).click();
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
});
