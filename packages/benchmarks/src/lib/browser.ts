import { existsSync } from 'node:fs';
import { Browser, BrowserContext, chromium, Page } from '@playwright/test';

/** What opening a place in the portal took, seen from the browser. */
export interface Opening {
  /** From the click to the last change of the page, the last answer and the end of the last long task. */
  ms: number;
  /** Requests to the portal's backend. */
  requests: number;
  /** Of their answers, as they went over the wire. */
  bytes: number;
  /** Elements in the document in the end. */
  nodes: number;
  /** The longest time for which the main thread did not answer, in milliseconds. */
  longestTask: number;
}

/** How long nothing may have happened for a page to count as settled. */
const QUIET_MS = 1_000;
const CHROMIUM_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Chromium without a window: that of PRODUCT_OPS_CHROMIUM, of the system, or of Playwright. */
export async function launchBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath:
      process.env.PRODUCT_OPS_CHROMIUM ||
      CHROMIUM_PLACES.find(place => existsSync(place)),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
}

/** A tab in which somebody is signed in and the portal is loaded, with the code of the places to come. */
export async function openTab(
  browser: Browser,
  options: { url: string; userEntityRef: string; preload: string[] },
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    storageState: {
      cookies: [],
      origins: [
        {
          origin: options.url,
          localStorage: [
            { name: 'portal.sign-in-as', value: options.userEntityRef },
          ],
        },
      ],
    },
  });
  await context.addInitScript(watch);
  const page = await context.newPage();
  page.setDefaultTimeout(10 * 60_000);
  await page.goto(`${options.url}/settings`);
  await page.getByRole('navigation').first().waitFor();
  for (const path of [...options.preload, '/settings']) {
    await go(page, path);
    await quiet(page);
  }
  return { page, context };
}

/** Goes to a place as a click on a link does, and waits until nothing happens there any more. */
export async function measureOpening(
  page: Page,
  path: string,
): Promise<Opening> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const asked = new Map<string, number>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (new URL(request.url).pathname.startsWith('/api/')) {
      asked.set(requestId, 0);
    }
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) {
      asked.set(requestId, encodedDataLength);
    }
  });
  const started = await go(page, path);
  const seen = await quiet(page);
  await network.detach();
  return {
    ms: seen.last - started,
    requests: asked.size,
    bytes: [...asked.values()].reduce((sum, bytes) => sum + bytes, 0),
    nodes: seen.nodes,
    longestTask: seen.longestTask,
  };
}

async function go(page: Page, path: string): Promise<number> {
  return await page.evaluate(to => {
    const now = performance.now();
    window.happened = { last: now, longestTask: 0, waiting: 0 };
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    return now;
  }, path);
}

async function quiet(page: Page) {
  await page.waitForFunction(
    ms =>
      window.happened.waiting === 0 &&
      performance.now() - window.happened.last > ms,
    QUIET_MS,
    { polling: 100 },
  );
  return await page.evaluate(() => ({
    ...window.happened,
    nodes: document.querySelectorAll('*').length,
  }));
}

declare global {
  interface Window {
    happened: { last: number; longestTask: number; waiting: number };
  }
}

/** Runs in the page before anything else: keeps when something last happened. */
function watch() {
  window.happened = { last: performance.now(), longestTask: 0, waiting: 0 };
  const touch = (at = performance.now()) => {
    window.happened.last = Math.max(window.happened.last, at);
  };
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) {
      touch(startTime + duration);
      window.happened.longestTask = Math.max(
        window.happened.longestTask,
        duration,
      );
    }
  }).observe({ entryTypes: ['longtask'] });
  new MutationObserver(() => touch()).observe(document, {
    childList: true,
    subtree: true,
  });
  const fetchAsBefore = window.fetch;
  window.fetch = async (...request) => {
    const mine = window.happened;
    mine.waiting += 1;
    try {
      return await fetchAsBefore(...request);
    } finally {
      mine.waiting -= 1;
      touch();
    }
  };
}
