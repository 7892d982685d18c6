import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { backendAs } from '../portal/api';
import { hasRealData, kubernetesCatalog } from '../portal/realData';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  open,
  PHONE,
  settled,
  test,
} from '../portal/test';

/** The kinds that somebody owns, of all that the catalogs of the journeys have. */
const OWNED = ['product', 'component', 'system', 'api', 'resource', 'domain'];

test('the organisation has everything in it that the catalog has, once', async () => {
  const backend = await backendAs('user:default/jo');
  await expect(async () => {
    const [graph, teams, ...owned] = await Promise.all([
      backend.productOps.getOwnershipGraph({ depth: 1 }),
      backend.refsOfKind('group'),
      ...OWNED.map(kind => backend.refsOfKind(kind)),
    ]);
    expect(graph.totals.teams).toBe(teams.length);
    expect(graph.totals.entities).toBe(owned.flat().length);
    // What is below the root is all of it: nothing is owned by two, and nothing by nobody that is not said.
    expect(graph.nodes[0].counts.entities).toBe(graph.totals.entities);
  }).toPass();
});

test('what each Kubernetes group owns is what the files say', async () => {
  test.skip(
    !hasRealData,
    'needs the Kubernetes catalog beside the repository (kubernetes/ under shared/data)',
  );
  const folder = path.dirname(kubernetesCatalog);
  const declared = new Map<string, number>();
  for (const file of ['products.yaml', 'components.yaml']) {
    const text = await readFile(path.join(folder, file), 'utf8');
    for (const document of parseAllDocuments(text)) {
      const owner: string | undefined = document.toJS()?.spec?.owner;
      if (owner) {
        const name = owner.replace(/^group:/, '').replace(/^default\//, '');
        declared.set(name, (declared.get(name) ?? 0) + 1);
      }
    }
  }
  expect(declared.size).toBeGreaterThan(20);
  const { productOps } = await backendAs('user:default/jo');
  await expect(async () => {
    for (const [name, count] of declared) {
      const { direct } = await productOps.getTeamOwnership(
        `group:default/${name}`,
      );
      expect([name, direct.entities]).toEqual([name, count]);
    }
  }).toPass();
});

const tree = (page: Page) =>
  page.getByRole('tree', { name: 'Who answers for what' });
const boxes = (page: Page) => tree(page).getByRole('treeitem');

/** What is on the screen of each box: where it is, and the smallest of its letters, in CSS pixels. */
async function drawn(page: Page) {
  return boxes(page).evaluateAll(items =>
    items.map(item => {
      const { x, y, width, height } = item.getBoundingClientRect();
      const scale = width / (item as HTMLElement).offsetWidth;
      const texts = [item, ...item.querySelectorAll('*')].filter(element =>
        [...element.childNodes].some(
          child =>
            child.nodeType === Node.TEXT_NODE && child.textContent?.trim(),
        ),
      );
      const sizes = texts
        // What is there for screen readers alone has no size on the screen.
        .filter(element => element.getBoundingClientRect().width > 2)
        .map(element => parseFloat(getComputedStyle(element).fontSize) * scale);
      return { x, y, width, height, smallest: Math.min(...sizes) };
    }),
  );
}

test('somebody finds who runs a component that they never heard of', async ({
  page,
}) => {
  await open(page, '/ownership');
  await expect(boxes(page).first()).toBeVisible();
  await page
    .getByRole('searchbox', { name: 'Find a team, product, person' })
    .fill('Voucher printer');
  await page
    .getByRole('list', { name: 'Found' })
    .getByRole('button', { name: /Voucher printer/ })
    .click();
  await expect(
    tree(page).getByRole('treeitem', { name: /^Voucher printer/ }),
  ).toBeInViewport();
  await expect(page).toHaveURL(/selected=.*voucher-printer/);
  // The same address shows a colleague the same.
  await page.reload();
  await settled(page);
  await expect(
    tree(page).getByRole('treeitem', { name: /^Voucher printer/ }),
  ).toBeInViewport();
});

test('the graph can be read at every zoom, and reached by keyboard', async ({
  page,
}) => {
  await open(
    page,
    '/ownership?expand=organisation%3Egroup%3Adefault%2Flarkfield',
  );
  await expect(
    tree(page).getByRole('treeitem', { name: /^Larkfield/ }),
  ).toHaveAttribute('aria-expanded', 'true');
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  const zoomOut = page.getByRole('button', { name: 'Zoom out' });
  while (await zoomIn.isEnabled()) {
    await zoomIn.click();
  }
  let zooms = 0;
  for (;;) {
    zooms += 1;
    const shown = await drawn(page);
    expect(shown.length).toBeGreaterThan(3);
    for (const [index, box] of shown.entries()) {
      expect(box.smallest).toBeGreaterThanOrEqual(11);
      for (const other of shown.slice(index + 1)) {
        const apart =
          box.x + box.width <= other.x + 0.5 ||
          other.x + other.width <= box.x + 0.5 ||
          box.y + box.height <= other.y + 0.5 ||
          other.y + other.height <= box.y + 0.5;
        expect(apart).toBe(true);
      }
    }
    if (!(await zoomOut.isEnabled())) {
      break;
    }
    await zoomOut.click();
  }
  expect(zooms).toBeGreaterThan(1);

  // From box to box by the arrow keys alone.
  await page.getByRole('button', { name: /start of the tree/ }).click();
  await tree(page)
    .getByRole('treeitem', { name: /^Organisation/ })
    .focus();
  const focused = page.locator('[role="treeitem"]:focus');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-level', '2');
  // To both ends of the tree, though the last box is not drawn before one goes there.
  await page.keyboard.press('End');
  await expect(focused).not.toHaveAttribute('aria-level', '1');
  await expect(focused).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(focused).toHaveAttribute('aria-label', /^Organisation/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/selected=/);
});

test('a product is verified, and the gaps say what to write into which file', async ({
  page,
}) => {
  await open(page, '/ownership?view=gaps&q=Voucher');
  await expect(page.getByText('1 gap', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Correct the owner' }).click();
  await expect(page.getByText(/owner: group:<team>/).first()).toBeVisible();

  await open(page, '/catalog/default/product/checkout/ownership');
  const still = page.getByRole('button', { name: /Still ours/ });
  await still.click();
  await expect(page.getByText(/never answered/)).toHaveCount(0);
  const { productOps } = await backendAs('user:default/jo');
  await expect(async () => {
    const { items } = await productOps.listOwnershipVerifications({
      entity: 'product:default/checkout',
      state: ['overdue', 'due', 'upcoming'],
    });
    expect(items[0].last?.answer).toBe('confirmed');
  }).toPass();
});

/** Each place with something that only its own content has. */
const PLACES: Record<
  string,
  { place: string; landmark: (page: Page) => Locator }
> = {
  'ownership graph': {
    place: '/ownership?view=graph',
    landmark: page => boxes(page).first(),
  },
  'ownership table': {
    place: '/ownership?view=tree',
    landmark: page => page.getByRole('treegrid').getByRole('row').nth(1),
  },
  'list of gaps': {
    place: '/ownership?view=gaps',
    landmark: page => page.getByText(/^\d+ gaps?$/),
  },
  'what would go with a team': {
    place: '/ownership?view=list&holder=group:default/commerce',
    landmark: page => page.getByRole('heading', { name: /^If .+ went$/ }),
  },
  'ownership of a team': {
    place: '/catalog/default/group/commerce/ownership',
    landmark: page => page.getByRole('heading', { name: 'What it owns' }),
  },
  'ownership of a person': {
    place: '/catalog/default/user/jo/ownership',
    landmark: page => page.getByRole('list', { name: 'Answers for' }),
  },
  'ownership of a product': {
    place: '/catalog/default/product/checkout/ownership',
    landmark: page => page.getByRole('heading', { name: 'How it comes about' }),
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, { place, landmark }] of Object.entries(PLACES)) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test(`the ${name} can be used by everybody, on a desk and on a phone`, async ({
        page,
      }) => {
        for (const size of [undefined, PHONE]) {
          if (size) {
            await page.setViewportSize(size);
          }
          await open(page, place);
          await expect(landmark(page)).toBeVisible();
          await settled(page);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        }
      });
    });
  }
}
