import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from './ports';
import { hasRealData, kubernetesCatalog } from './realData';
import {
  newDataDirectory,
  removeDataDirectory,
  startPortal,
} from './startPortal';

/**
 * Starts the one portal of all journeys. What they need to know is in the environment: where it is
 * (PRODUCT_OPS_E2E_URL), and the port and folder of the Git host that it knows (PRODUCT_OPS_E2E_GIT_PORT,
 * PRODUCT_OPS_E2E_GIT_FOLDER), where a journey may put a repository to register.
 */
export default async function globalSetup() {
  const [port, gitPort] = await freePorts(2);
  const dataDirectory = await newDataDirectory();
  const gitFolder = await mkdtemp(path.join(tmpdir(), 'product-ops-git-'));
  const portal = await startPortal({
    port,
    dataDirectory,
    args: hasRealData ? ['--catalog', kubernetesCatalog] : [],
    config: {
      'integrations.gitea': [
        {
          host: `localhost:${gitPort}`,
          baseUrl: `http://localhost:${gitPort}`,
        },
      ],
    },
  });
  process.env.PRODUCT_OPS_E2E_URL = portal.url;
  process.env.PRODUCT_OPS_E2E_GIT_PORT = String(gitPort);
  process.env.PRODUCT_OPS_E2E_GIT_FOLDER = gitFolder;

  return async () => {
    await portal.stop();
    await removeDataDirectory(dataDirectory);
    await rm(gitFolder, { recursive: true, force: true });
  };
}
