import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { backendAs } from './api';
import { freePorts } from './ports';
import { hasRealData, kubernetesCatalog } from './realData';
import {
  newDataDirectory,
  removeDataDirectory,
  startPortal,
} from './startPortal';

/** The products of the demo organisation, one folder each. */
async function countDemoProducts(): Promise<number> {
  const folder = path.resolve(__dirname, '../../../../examples/products');
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(entry => entry.isDirectory()).length;
}

/** Waits until the demo organisation is in the portal with its documents; five minutes at most. */
async function demoIsThere(): Promise<void> {
  const products = await countDemoProducts();
  const deadline = Date.now() + 300_000;
  for (;;) {
    try {
      const { productOps } = await backendAs('user:default/jo');
      const page = await productOps.listProducts({ limit: 1 });
      const { documents } = await productOps.getStatus();
      const overview = await productOps.getEntityOverview(
        'product:default/checkout',
      );
      if (
        page.totalItems >= products &&
        documents.pending === 0 &&
        overview.sources.every(source => source.state === 'ok')
      ) {
        return;
      }
    } catch (error) {
      // Until the catalog has read the first files there is nobody to sign in as.
      if (Date.now() > deadline) {
        throw error;
      }
    }
    if (Date.now() > deadline) {
      throw new Error('The demo organisation did not appear in the portal');
    }
    await pause(1000);
  }
}

/**
 * Starts the one portal of all journeys. What they need to know is in the environment: where it is
 * (PRODUCT_OPS_E2E_URL), and the port and folder of the Git host that it knows (PRODUCT_OPS_E2E_GIT_PORT,
 * PRODUCT_OPS_E2E_GIT_FOLDER), where a journey may put a repository to register; and the token by which alerts come in
 * (PRODUCT_OPS_E2E_ALERT_TOKEN).
 */
export default async function globalSetup() {
  if (process.env.PRODUCT_OPS_E2E_URL) {
    // Somebody who writes a journey keeps a portal running for many tries.
    return undefined;
  }
  const [port, gitPort] = await freePorts(2);
  const dataDirectory = await newDataDirectory();
  const alertToken = randomBytes(24).toString('base64url');
  const gitFolder = await mkdtemp(path.join(tmpdir(), 'product-ops-git-'));
  const portal = await startPortal({
    port,
    dataDirectory,
    args: hasRealData ? ['--catalog', kubernetesCatalog] : [],
    config: {
      'backend.auth.externalAccess': [
        {
          type: 'static',
          options: { token: alertToken, subject: 'alertmanager' },
          accessRestrictions: [
            {
              plugin: 'product-ops',
              permission: 'product-ops.alert.receive',
            },
          ],
        },
      ],
      'integrations.gitea': [
        {
          host: `localhost:${gitPort}`,
          baseUrl: `http://localhost:${gitPort}`,
        },
      ],
    },
  });
  process.env.PRODUCT_OPS_E2E_URL = portal.url;
  await demoIsThere();
  process.env.PRODUCT_OPS_E2E_GIT_PORT = String(gitPort);
  process.env.PRODUCT_OPS_E2E_GIT_FOLDER = gitFolder;
  process.env.PRODUCT_OPS_E2E_ALERT_TOKEN = alertToken;

  return async () => {
    await portal.stop();
    await removeDataDirectory(dataDirectory);
    await rm(gitFolder, { recursive: true, force: true });
  };
}
