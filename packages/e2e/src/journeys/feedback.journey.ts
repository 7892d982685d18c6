import { backendAs } from '../portal/api';
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

const CHECKOUT = 'product:default/checkout';

test('what somebody asks for is voted for, made an item, done, and told to all who wanted it', async ({
  browser,
  page,
}) => {
  // A name of its own: the data of a portal outlives a run.
  const title = `Split the bill ${Date.now()}`;

  // Ruth asks for something, after what is like it was shown to her.
  const hers = await browser.newContext({
    storageState: signedInAs('user:default/ruth'),
  });
  const asking = await hers.newPage();
  await open(asking, '/catalog/default/product/checkout/roadmap?view=feedback');
  await asking.getByRole('button', { name: 'Post feedback' }).click();
  const posting = asking.getByRole('dialog');
  await posting.getByLabel(/^In a line/).fill(title);
  await posting
    .getByLabel('More about it')
    .fill('We pay **together**. <img src=x onerror=alert(1)>');
  await expect(
    posting.getByText(/Nothing like it|Is it one of these/),
  ).toBeVisible();
  await expectAccessible(asking);
  await posting.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(asking.getByText(`“${title}” is posted`)).toBeVisible();

  // Somebody else votes for it.
  const other = await browser.newContext({
    storageState: signedInAs('user:default/sam'),
  });
  const voting = await other.newPage();
  await open(voting, `/roadmap?view=feedback&q=${encodeURIComponent(title)}`);
  const vote = voting.getByRole('button', { name: `Vote for “${title}”` });
  await vote.click();
  await expect(vote).toHaveAttribute('aria-pressed', 'true');
  await expect(vote).toContainText('2');

  // The product manager makes an item of it.
  await open(page, `/roadmap?view=feedback&q=${encodeURIComponent(title)}`);
  await page.getByRole('button', { name: title, exact: true }).click();
  const details = page.getByRole('region', { name: title });
  await expect(details.getByText('together')).toBeVisible();
  await details.getByRole('button', { name: 'Make an item' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Make the item' })
    .click();
  await expect(
    details.getByRole('list', { name: 'On the roadmap' }),
  ).toContainText(title);
  await expect(details.getByText('planned', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectNoSidewaysScroll(page);

  // The item is done: it is shipped, and who voted is told.
  const jo = await backendAs('user:default/jo');
  const { items } = await jo.productOps.listRoadmapItems(CHECKOUT, {
    q: title,
    source: ['recorded'],
  });
  await jo.productOps.roadmap.patchItem(
    { entity: CHECKOUT, id: items[0].id, source: 'recorded' },
    { version: items[0].version, fields: { status: 'done' } },
  );
  await expect(vote).toBeVisible();
  await expect(voting.getByText('shipped', { exact: true })).toBeVisible();
  for (const told of [asking, voting]) {
    await expect(async () => {
      await open(told, '/notifications');
      await expect(told.getByText(`It is there: ${title}`)).toBeVisible({
        timeout: 5_000,
      });
    }).toPass({ timeout: 60_000 });
  }
  await hers.close();
  await other.close();
});
