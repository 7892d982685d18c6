import type { Browser, Page } from '@playwright/test';
import path from 'node:path';
import { backendAs } from '../portal/api';
import { GitServer, startGitServer } from '../portal/gitServer';
import { writeFiles } from '../portal/repository';
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

const page = (name: string) => `/catalog/default/component/${name}`;
const tab = (name: string) => `${page(name)}/lifecycle`;
const year = new Date().getUTCFullYear() + 1;
const endOfLife = `${year}-06-30`;
const folder = path.join(process.env.PRODUCT_OPS_E2E_GIT_FOLDER ?? '', 'flare');
let git: GitServer;

function component(name: string, owner: string, dependsOn?: string): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: flare-${name}
  title: Flare ${name}
spec:
  type: service
  lifecycle: live
  owner: group:${owner}
${dependsOn ? `  dependsOn: [component:flare-${dependsOn}]\n` : ''}`;
}

/** A login with a successor, and what depends on it. */
function components(...dependants: Array<[name: string, owner: string]>) {
  return {
    'catalog-info.yaml': [
      component('login', 'payments'),
      component('passport', 'payments'),
      ...dependants.map(([name, owner]) => component(name, owner, 'login')),
    ].join('---\n'),
  };
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  await writeFiles(folder, components(['shop', 'web']));
  git = await startGitServer({
    port: Number(process.env.PRODUCT_OPS_E2E_GIT_PORT),
    repository: 'flare',
    folder,
  });
  const jo = await backendAs('user:default/jo');
  await jo.register(git.fileUrl('catalog-info.yaml'));
  await expect(async () => {
    for (const name of ['login', 'passport', 'shop']) {
      const { evaluatedAt } = await jo.productOps.getEntityLifecycle(
        `component:default/flare-${name}`,
      );
      expect(evaluatedAt).toBeDefined();
    }
  }).toPass({ timeout: 120_000 });
});

test.afterAll(async () => {
  await git.close();
});

const region = (of: Page, name: string) =>
  of.getByRole('region', { name, exact: true });
const banner = (of: Page) =>
  of.getByRole('complementary', { name: 'What is leaving' });
const dependency = (of: Page) =>
  of
    .getByRole('list', { name: 'It depends on what is leaving' })
    .getByRole('listitem');
const dependant = (of: Page, name: string) =>
  of
    .getByRole('list', { name: 'What depends on it' })
    .getByRole('listitem')
    .filter({ hasText: name });

/** A page as somebody else sees it, in a browser of their own. */
async function openAs(
  browser: Browser,
  entityRef: string,
  place: string,
): Promise<Page> {
  const context = await browser.newContext({
    storageState: signedInAs(entityRef),
  });
  const theirs = await context.newPage();
  await open(theirs, place);
  return theirs;
}

test('the owner plans the end of a component', async ({ page: hers }) => {
  await open(hers, tab('flare-login'));
  await region(hers, 'End of life')
    .getByRole('button', { name: 'Plan its end…' })
    .click();
  const dialog = hers.getByRole('dialog');
  await dialog
    .getByLabel(/^What takes its place/)
    .fill('component:flare-passport');
  await dialog.getByLabel(/^End of support/).fill(`${year}-03-31`);
  await dialog.getByLabel(/^End of life/).fill(`${year}-01-31`);
  await dialog.getByLabel(/should know/).fill('Sign people in by Passport');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  // What is out of order is told beside the date, and nothing that was typed is lost.
  await expect(dialog).toContainText('Expected a day not before');
  await dialog.getByLabel(/^End of life/).fill(endOfLife);
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(region(hers, 'End of life')).toContainText(
    '1 thing that depends on it has no answer yet.',
  );
  await expect(dependant(hers, 'Flare shop')).toContainText('no answer yet');

  await open(hers, page('flare-login'));
  await expect(banner(hers)).toContainText('Use Flare passport instead.');
  await expect(banner(hers)).toContainText('Sign people in by Passport');
});

test('the owner of a dependant says until when it moves', async ({
  browser,
  page: hers,
}) => {
  const his = await openAs(browser, 'user:default/mika', page('flare-shop'));
  await expect(banner(his)).toContainText('Depends on Flare login');
  await expect(banner(his)).toContainText('Move to Flare passport by');
  await expect(banner(his)).toContainText('Its owner has not answered yet.');

  await open(his, tab('flare-shop'));
  await his.getByRole('button', { name: 'Answer… Flare shop' }).click();
  const dialog = his.getByRole('dialog');
  await dialog.getByLabel(/^Until when/).fill(`${year}-02-28`);
  await dialog.getByLabel(/^Note/).fill('After the winter sale');
  await dialog.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(dependency(his)).toContainText('will move');
  await his.context().close();

  await open(hers, tab('flare-login'));
  await expect(dependant(hers, 'Flare shop')).toContainText(
    'After the winter sale',
  );
  await expect(region(hers, 'History')).toContainText('After the winter sale');
});

test('what begins to depend on it later is flagged on both pages', async ({
  browser,
  page: hers,
}) => {
  await writeFiles(folder, components(['shop', 'web'], ['game', 'fulfilment']));
  await expect(async () => {
    await open(hers, tab('flare-login'));
    await expect(dependant(hers, 'Flare game')).toContainText(
      'began after the plan',
      { timeout: 5_000 },
    );
  }).toPass({ timeout: 120_000 });
  await expect(dependant(hers, 'Flare shop')).not.toContainText(
    'began after the plan',
  );

  const theirs = await openAs(
    browser,
    'user:default/hanna',
    page('flare-game'),
  );
  await expect(banner(theirs)).toContainText(
    'It began to depend on it when the plan was already there.',
  );
  await expect(banner(theirs)).toContainText('Move to Flare passport by');
  await open(theirs, tab('flare-game'));
  await expect(dependency(theirs)).toContainText('began after the plan');
  await theirs.context().close();
});

test('the plan can be read by everybody, on a desk and on a phone', async ({
  page: hers,
}) => {
  await open(hers, tab('flare-login'));
  await expect(dependant(hers, 'Flare shop')).toBeVisible();
  await expectAccessible(hers);
  await hers.setViewportSize(PHONE);
  await settled(hers);
  await expectNoSidewaysScroll(hers);
  await expectAccessible(hers);
});
