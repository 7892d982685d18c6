import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { backendAs, kubernetesCatalog, startPortal } from 'e2e';
import { launchBrowser, measureOpening, openTab } from './lib/browser';
import { percentile } from './lib/measure';
import { Question } from './lib/question';
import { Finding } from './lib/report';
import { waitFor } from './lib/wait';

const PERSON = 'user:default/jo';
const ROUNDS = 5;
const LOAD_LIMIT_MS = 10 * 60_000;
const SCROLL_STEPS = 60;
const SCROLL_STEP_PX = 160;
const PRODUCTS = 100;
const ITEMS_OF_PRODUCT = 20;
const DAY_MS = 86_400_000;

interface Stock {
  name: string;
  catalog: string;
  items: number;
}

/** Two thousand items of a hundred products, spread over three years, that depend on each other. */
async function writeProducts(folder: string): Promise<string> {
  const first = Date.UTC(2026, 0, 5);
  const day = (days: number) =>
    new Date(first + days * DAY_MS).toISOString().slice(0, 10);
  const entities: unknown[] = [];
  await mkdir(join(folder, 'roadmaps'), { recursive: true });
  for (let product = 0; product < PRODUCTS; product++) {
    entities.push({
      apiVersion: 'productops.io/v1alpha1',
      kind: 'Product',
      metadata: {
        name: `product-${product}`,
        title: `Product ${product}`,
        annotations: {
          'productops.io/roadmap': `roadmaps/product-${product}.yaml`,
        },
      },
      spec: { type: 'service', lifecycle: 'live', owner: 'group:payments' },
    });
    const items = Array.from({ length: ITEMS_OF_PRODUCT }, (_, index) => {
      const start = (product * 7 + index * 53) % 1000;
      return {
        id: `item-${index}`,
        title: `Item ${index} of product ${product}`,
        status: 'planned',
        start: day(start),
        end: day(start + 20 + ((product + index) % 70)),
        category: index % 3 === 0 ? 'maintenance' : 'feature',
        ...(index > 0 && { dependsOn: [`item-${index - 1}`] }),
      };
    });
    await writeFile(
      join(folder, 'roadmaps', `product-${product}.yaml`),
      JSON.stringify({
        apiVersion: 'productops.io/v1alpha1',
        kind: 'Roadmap',
        items,
      }),
    );
  }
  const file = join(folder, 'catalog-info.yaml');
  await writeFile(
    file,
    // JSON is YAML, and quicker to read.
    entities.map(entity => JSON.stringify(entity)).join('\n---\n'),
  );
  return file;
}

/** The longest time between two frames while the timeline is scrolled both ways, in milliseconds, and its elements. */
async function scroll(page: Page): Promise<{ frame: number; nodes: number }> {
  return await page.evaluate(
    async ({ steps, pixels }) => {
      const timeline = document.querySelector<HTMLElement>(
        '[role="region"][aria-label="Timeline"]',
      );
      if (!timeline) {
        throw new Error('There is no timeline on the page');
      }
      const nextFrame = () =>
        new Promise<number>(resolve => requestAnimationFrame(resolve));
      let before = await nextFrame();
      let frame = 0;
      let nodes = 0;
      for (let step = 0; step < steps; step++) {
        timeline.scrollTop += pixels;
        timeline.scrollLeft += step % 4 === 0 ? pixels : 0;
        const now = await nextFrame();
        frame = Math.max(frame, now - before);
        before = now;
        nodes = Math.max(nodes, timeline.querySelectorAll('*').length);
      }
      return { frame, nodes };
    },
    { steps: SCROLL_STEPS, pixels: SCROLL_STEP_PX },
  );
}

async function measure(
  browser: Browser,
  url: string,
  { name }: Stock,
): Promise<Finding[]> {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { page, context } = await openTab(browser, {
      url,
      userEntityRef: PERSON,
      preload: ['/roadmap?as=table'],
    });
    try {
      const opening = await measureOpening(page, '/roadmap');
      rounds.push({ ...opening, ...(await scroll(page)) });
    } finally {
      await context.close();
    }
  }
  const finding = (
    what: 'ms' | 'requests' | 'longestTask' | 'frame' | 'nodes',
    title: string,
    unit: Finding['unit'],
    aim?: number,
  ): Finding => ({
    question: 'roadmap-page',
    what: `${title}, /roadmap with ${name}`,
    measured: '',
    baseline: '',
    value: percentile(
      rounds.map(one => one[what]),
      0.5,
    ),
    unit,
    aim,
    rounds: rounds.length,
  });
  return [
    finding('ms', 'navigation to settled', 'ms'),
    finding('requests', 'data requests', 'requests'),
    finding('longestTask', 'longest task while it opens', 'ms'),
    finding('frame', 'longest frame while scrolling', 'ms', 50),
    finding('nodes', 'most elements of the timeline', 'nodes', 2_500),
  ];
}

/** All roadmaps on one page: how long it takes, and whether it scrolls. */
export const roadmapPage: Question = {
  name: 'roadmap-page',
  title: 'The roadmap of all products in a browser',
  async run({ say, port, folder }) {
    const place = await folder('roadmap-page');
    const stocks: Stock[] = [
      {
        name: `${PRODUCTS * ITEMS_OF_PRODUCT} items`,
        catalog: await writeProducts(place),
        items: PRODUCTS * ITEMS_OF_PRODUCT,
      },
    ];
    if (existsSync(kubernetesCatalog)) {
      stocks.unshift({
        name: 'the 653 items of Kubernetes',
        catalog: kubernetesCatalog,
        items: 653,
      });
    } else {
      say('There is no Kubernetes catalog beside the repository');
    }
    const findings: Finding[] = [];
    for (const [index, stock] of stocks.entries()) {
      say(`Starting a portal with ${stock.name}`);
      const portal = await startPortal({
        port: port(),
        dataDirectory: join(place, `data-${index}`),
        args: ['--catalog', stock.catalog],
      });
      let browser: Browser | undefined;
      try {
        await waitFor({
          what: `${stock.items} items in the portal`,
          limitMs: LOAD_LIMIT_MS,
          everyMs: 5_000,
          ask: async () => {
            try {
              const { productOps } = await backendAs(PERSON, portal.url);
              const { totalItems } = await productOps.plan.listItems({
                limit: 1,
              });
              return totalItems >= stock.items || undefined;
            } catch {
              // Nobody can sign in before the catalog has read them.
              return undefined;
            }
          },
        });
        browser = await launchBrowser();
        findings.push(...(await measure(browser, portal.url, stock)));
      } finally {
        await browser?.close();
        await portal.stop();
      }
    }
    return findings;
  },
};
