import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test as base } from '@playwright/test';
import { portalUrl } from './address';

/** The phone that journeys are tried on, in CSS pixels. */
export const PHONE = { width: 390, height: 844 };

/** A browser in which somebody signed in before, by the entity ref of that person. */
export function signedInAs(entityRef: string) {
  return {
    cookies: [],
    origins: [
      {
        origin: portalUrl(),
        localStorage: [{ name: 'portal.sign-in-as', value: entityRef }],
      },
    ],
  };
}

interface Fixtures {
  /** What the browser reported as an error; a journey that ends with any has failed. */
  pageErrors: string[];
}

/**
 * A journey starts signed in as Jo Marsh, product manager, of the demo organisation, and fails when a page throws.
 */
export const test = base.extend<Fixtures>({
  storageState: async ({}, use) => {
    await use(signedInAs('user:default/jo'));
  },
  pageErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', error => errors.push(error.message));
      await use(errors);
      expect(errors, 'errors thrown in the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a place of the portal and waits until nothing of it is loading any more. */
export async function open(page: Page, place: string): Promise<void> {
  await page.goto(new URL(place, portalUrl()).toString());
  await settled(page);
}

/** Opens a tab of an entity page by its name; its cards may link to the same place by the same name. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name, exact: true })
    .click();
}

/**
 * Waits until nothing of the page is loading any more: neither the portal (an indicator of progress) nor the suite (a
 * status that says so). What has not begun to load cannot be seen: look for something that only this page has before.
 */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('navigation').first()).toBeAttached();
  // A bar with a value, such as that of a goal, is content.
  await expect(
    page.locator('[role="progressbar"]:not([aria-valuenow])'),
  ).toHaveCount(0);
  await expect(page.getByRole('status', { name: /^Loading / })).toHaveCount(0);
}

/** Fails when axe finds that somebody could not use what the suite shows. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(violation => ({
      rule: violation.id,
      where: violation.nodes.map(node => node.target.join(' ')).slice(0, 5),
      what: violation.nodes[0]?.failureSummary,
    })),
  ).toEqual([]);
}

/** Fails when the page is wider than the window, so that one would have to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect(overflow, 'CSS pixels wider than the window').toBeLessThanOrEqual(0);
}

export { expect };
