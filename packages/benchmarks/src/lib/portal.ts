import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import {
  AuthService,
  BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { generateCatalog, GeneratedCatalog } from '../catalog';
import { BenchmarkBackend, startBackend } from './backend';
import { createCatalogLoader } from './catalogLoader';
import { Postgres } from './postgres';
import { waitUntilSettled } from './stitching';
import { waitFor } from './wait';

/** A backend with the suite, filled with a generated catalog, with a directory that knows all of it. */
export interface Portal extends BenchmarkBackend {
  catalog: GeneratedCatalog;
  /** The catalog as another backend plugin sees it. */
  service: { catalog: CatalogService; auth: AuthService };
  /** Runs a directory refresh now; gives its own time in milliseconds and the rows that it wrote. */
  refreshDirectory(): Promise<{ durationMs: number; rowsWritten: number }>;
}

export interface StartPortalOptions {
  entities: number;
  seed: number;
  port: number;
  postgres: Postgres;
  say: (line: string) => void;
}

interface Status {
  directory: {
    refreshedAt?: string;
    durationMs?: number;
    rowsWritten?: number;
    lastError?: string;
  };
  documents: { pending: number };
}

const LOAD_LIMIT_MS = 30 * 60_000;
const REFRESH_LIMIT_MS = 5 * 60_000;
const REFRESH_TASK = 'refresh-directory';

export async function startPortal(
  options: StartPortalOptions,
): Promise<Portal> {
  const { say } = options;
  const catalog = generateCatalog(options);
  const folder = await writeDocuments(catalog);
  const location = join(folder, 'catalog-info.yaml');
  const loader = createCatalogLoader(`file:${location}`);
  const observer = createObserver();
  const databasePrefix = 'bench_portal_';
  const backend = await startBackend({
    ...options,
    databasePrefix,
    config: {
      catalog: {
        // Declared here, so that the suite may read the documents beside it from disk.
        locations: [{ type: 'file', target: location }],
        processingInterval: { hours: 24 },
        rules: [
          {
            allow: [
              'Location',
              'Domain',
              'Product',
              'System',
              'Component',
              'API',
              'Resource',
              'Group',
              'User',
            ],
          },
        ],
      },
    },
    features: [
      import('@backstage/plugin-catalog-backend'),
      import('@productops/backstage-plugin-catalog-backend-module-product-ops'),
      import('@productops/backstage-plugin-product-ops-backend'),
      loader.module,
      observer.plugin,
    ],
  });
  const { http } = backend;
  const service = await observer.service;

  const getStatus = () => http.getJson<Status>('/api/product-ops/status');
  const refreshDirectory = async () => {
    const { token } = await service.auth.getPluginRequestToken({
      onBehalfOf: await service.auth.getOwnServiceCredentials(),
      targetPluginId: 'product-ops',
    });
    const before = await getStatus();
    await http.post(
      `/api/product-ops/.backstage/scheduler/v1/tasks/${REFRESH_TASK}/trigger`,
      token,
    );
    return await waitFor({
      what: 'A refresh of the directory',
      limitMs: REFRESH_LIMIT_MS,
      ask: async () => {
        const { directory } = await getStatus();
        if (directory.lastError) {
          throw new Error(`The directory says: ${directory.lastError}`);
        }
        return directory.refreshedAt &&
          directory.refreshedAt !== before.directory.refreshedAt
          ? {
              durationMs: directory.durationMs ?? Number.NaN,
              rowsWritten: directory.rowsWritten ?? Number.NaN,
            }
          : undefined;
      },
    });
  };

  say(`Loading ${catalog.entities.length} entities into the catalog`);
  const started = performance.now();
  await loader.load(catalog.entities);
  await waitUntilSettled({
    postgres: options.postgres,
    databasePrefix,
    entities: catalog.entities.length,
    limitMs: LOAD_LIMIT_MS,
    everyMs: 1000,
  });
  say(`The catalog has them after ${seconds(started)} s`);
  const first = await refreshDirectory();
  say(
    `The directory has them: ${first.rowsWritten} rows in ${Math.round(
      first.durationMs,
    )} ms`,
  );
  await waitFor({
    what: 'Reading of all documents',
    limitMs: LOAD_LIMIT_MS,
    everyMs: 1000,
    ask: async () =>
      (await getStatus()).documents.pending === 0 ? true : undefined,
  });
  say(`All documents are read after ${seconds(started)} s`);

  return {
    ...backend,
    catalog,
    service,
    refreshDirectory,
    async stop() {
      await backend.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writeDocuments(catalog: GeneratedCatalog): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'product-ops-bench-'));
  await writeFile(
    join(folder, 'catalog-info.yaml'),
    'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: { name: generated }\nspec: { targets: [] }\n',
  );
  for (const { path, content } of catalog.documents) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** A plugin that does nothing but hand out the services that every plugin gets. */
function createObserver(): {
  plugin: BackendFeature;
  service: Promise<{ catalog: CatalogService; auth: AuthService }>;
} {
  let found: (service: { catalog: CatalogService; auth: AuthService }) => void;
  const service = new Promise<{ catalog: CatalogService; auth: AuthService }>(
    resolve => {
      found = resolve;
    },
  );
  const plugin = createBackendPlugin({
    pluginId: 'benchmark',
    register(reg) {
      reg.registerInit({
        deps: { catalog: catalogServiceRef, auth: coreServices.auth },
        async init(services) {
          found(services);
        },
      });
    },
  });
  return { plugin, service };
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
