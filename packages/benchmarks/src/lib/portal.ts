import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Entity } from '@backstage/catalog-model';
import {
  BUILT_IN_FACTS,
  DEFAULT_STAGES,
} from '@productops/backstage-plugin-product-ops-common';
import { generateCatalog, GeneratedCatalog } from '../catalog';
import { BenchmarkBackend, startBackend, StartBackendOptions } from './backend';
import { CatalogLoader, createCatalogLoader } from './catalogLoader';
import { Postgres } from './postgres';
import { createObserver } from './observer';
import { ChecksReport, RefreshReport, ScheduledWork } from './scheduledWork';
import { waitUntilSettled } from './stitching';
import { waitFor } from './wait';

/** A backend with the suite, filled with a generated catalog, with a directory that knows all of it. */
export interface Portal extends BenchmarkBackend {
  catalog: GeneratedCatalog;
  /** Where its databases are. */
  postgres: Postgres;
  /** The catalog as another backend plugin sees it. */
  service: { catalog: CatalogService; auth: AuthService };
  /** Puts changed entities into the catalog, and waits until the directory has them. */
  change(entities: Entity[]): Promise<void>;
  /** Another instance of it on the same databases. */
  another(options: { port: number }): Promise<BenchmarkBackend>;
  /** Answers the checks of what has changed; gives its own time and what it did. */
  answerChecks(): Promise<ChecksReport>;
  /** Runs a directory refresh now; gives its own time in milliseconds and the rows that it wrote. */
  refreshDirectory(): Promise<RefreshReport>;
}

export interface StartPortalOptions {
  entities: number;
  seed: number;
  port: number;
  postgres: Postgres;
  /** Where the declared files are kept; without one they go away when it stops. */
  folder?: string;
  say: (line: string) => void;
}

/** What the names of its databases begin with. */
export const PORTAL_DATABASE_PREFIX = 'bench_portal_';
type Features = StartBackendOptions['features'];

const LOAD_LIMIT_MS = 30 * 60_000;
const CHECKS = 20;

export async function startPortal(
  options: StartPortalOptions,
): Promise<Portal> {
  const catalog = generateCatalog(options);
  const folder =
    options.folder ?? (await mkdtemp(join(tmpdir(), 'product-ops-bench-')));
  await writeDocuments(catalog, folder);
  const location = join(folder, 'catalog-info.yaml');
  const loader = createCatalogLoader(`file:${location}`);
  const observer = createObserver();
  const instance = ({ port }: { port: number }, features: Features = []) =>
    startBackend({
      postgres: options.postgres,
      port,
      databasePrefix: PORTAL_DATABASE_PREFIX,
      config: configOf(location),
      features: [
        import('@backstage/plugin-catalog-backend'),
        import(
          '@productops/backstage-plugin-catalog-backend-module-product-ops'
        ),
        import('@productops/backstage-plugin-product-ops-backend'),
        ...features,
      ],
    });
  const backend = await instance(options, [loader.module, observer.plugin]);
  const stop = async () => {
    await backend.stop();
    if (!options.folder) {
      await rm(folder, { recursive: true, force: true });
    }
  };
  try {
    const service = await observer.service;
    const scheduled = ScheduledWork.create({
      http: backend.http,
      auth: service.auth,
    });
    await fill({ ...options, catalog, loader, scheduled });
    return {
      ...backend,
      catalog,
      postgres: options.postgres,
      service,
      another: place => instance(place),
      refreshDirectory: () => scheduled.refreshDirectory(),
      answerChecks: () => scheduled.answerChecks(),
      change: entities => change(entities, { loader, scheduled }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function configOf(location: string): JsonObject {
  return {
    catalog: {
      // Declared here, so that the suite may read the documents beside it from disk.
      locations: [{ type: 'file', target: location }],
      processingInterval: { days: 365 },
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
    productOps: {
      lifecycle: {
        schedule: { frequency: { trigger: 'manual' }, timeout: 'PT30M' },
        ...twentyChecks(),
      },
      directory: {
        // Only when told, so that no refresh falls between two measurements.
        schedule: { frequency: { trigger: 'manual' }, timeout: 'PT10M' },
      },
    },
  };
}

async function fill(
  options: StartPortalOptions & {
    catalog: GeneratedCatalog;
    loader: CatalogLoader;
    scheduled: ScheduledWork;
  },
) {
  const { say, catalog, scheduled, postgres } = options;
  const started = performance.now();
  const since = () => ((performance.now() - started) / 1000).toFixed(0);
  say(`Loading ${catalog.entities.length} entities into the catalog`);
  await options.loader.load(catalog.entities);
  await waitUntilSettled({
    postgres,
    databasePrefix: PORTAL_DATABASE_PREFIX,
    entities: catalog.entities.length,
    limitMs: LOAD_LIMIT_MS,
    everyMs: 1000,
  });
  say(`The catalog has them after ${since()} s`);
  const first = await scheduled.refreshDirectory();
  say(
    `The directory has them: ${first.rowsWritten} rows in ${first.durationMs} ms`,
  );
  await scheduled.readDocuments();
  say(`All documents are read after ${since()} s`);
}

/** The default stages, each of which demands the same twenty checks of everything that is in it. */
function twentyChecks(): JsonObject {
  // Those first that ask about others: what they cost grows with what an entity is related to.
  const related = BUILT_IN_FACTS.filter(({ id }) => id.startsWith('depend'));
  const checks = [...new Set([...related, ...BUILT_IN_FACTS])]
    .slice(0, CHECKS)
    .map(({ id, type }) => ({
      id: `demanded-${id}`,
      fact: id,
      ...(type === 'number' && { operator: 'atLeast', expected: 1 }),
      // The one fact that is a text is a stage.
      ...(type === 'string' && { operator: 'atLeastStage', expected: 'live' }),
    }));
  return {
    checks,
    stages: DEFAULT_STAGES.map(({ id, title, aliases = [] }) => ({
      id,
      title,
      aliases,
      gate: checks.map(check => check.id),
    })),
  };
}

async function change(
  entities: Entity[],
  { loader, scheduled }: { loader: CatalogLoader; scheduled: ScheduledWork },
) {
  await loader.change(entities);
  let rowsWritten = 0;
  await waitFor({
    what: `${entities.length} changes in the directory`,
    limitMs: LOAD_LIMIT_MS,
    everyMs: 500,
    ask: async () => {
      rowsWritten += (await scheduled.refreshDirectory()).rowsWritten;
      return rowsWritten >= entities.length ? true : undefined;
    },
  });
}

async function writeDocuments(catalog: GeneratedCatalog, folder: string) {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'catalog-info.yaml'),
    'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: { name: generated }\nspec: { targets: [] }\n',
  );
  for (const { path, content } of catalog.documents) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
