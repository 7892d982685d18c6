import type {
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type {
  DocumentLimits,
  StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../directory/types';
import type { RouteRegistrar } from '../http/types';
import { OverviewService } from '../overview/OverviewService';
import { createOverviewRoutes } from '../overview/routes';
import { SummariesService } from '../overview/SummariesService';
import { SummariesStore } from '../overview/SummariesStore';
import type { Visibility } from '../permissions/types';
import { RoadmapStore } from '../roadmap/RoadmapStore';
import { AlertResolutionService } from '../runbooks/AlertResolutionService';
import { MAX_IMAGE_BYTES } from '../runbooks/authoring/imageType';
import { VersionStore } from '../runbooks/authoring/VersionStore';
import { WrittenStore } from '../runbooks/authoring/WrittenStore';
import { createRunbookSearch } from '../runbooks/DatabaseRunbookSearch';
import { createRunbooksRoutes } from '../runbooks/routes';
import { AlertMatcher } from '../runbooks/alerts/AlertMatcher';
import { AlertStore } from '../runbooks/alerts/AlertStore';
import { readAlertsConfig } from '../runbooks/alerts/config';
import { FiringOn } from '../runbooks/alerts/FiringOn';
import { RunbookHits } from '../runbooks/RunbookHits';
import { RunbookSearchService } from '../runbooks/RunbookSearchService';
import { RunbooksService } from '../runbooks/RunbooksService';
import type { DrillStore } from '../runbooks/recovery/DrillStore';
import { RecoveryGround } from '../runbooks/recovery/RecoveryGround';
import { RunbooksStore } from '../runbooks/RunbooksStore';
import { type DocumentsConfig, readDocumentsConfig } from './config';
import { DeclaredFolders } from './DeclaredFolders';
import { DelegatingDocumentReader } from './DelegatingDocumentReader';
import { DocumentsIngest } from './DocumentsIngest';
import { DocumentsStore } from './DocumentsStore';
import { DocumentsWorker } from './DocumentsWorker';
import { LocalDocumentReader } from './LocalDocumentReader';
import { RemoteDocumentReader } from './RemoteDocumentReader';
import { SourcesPlanner } from './SourcesPlanner';

/** How many written runbooks are read again at a time when the parser is another one. */
const WRITTEN_AT_A_TIME = 100;

export interface CreateDocumentsOptions {
  knex: Knex;
  config: Config;
  logger: LoggerService;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  directory: DirectoryStore;
  visibility: Visibility;
  stages?: readonly StageDefinition[];
  /** The configured roadmap categories; the default ones when absent. */
  categories?: readonly string[];
  /** What drills of recoveries came to. */
  drills: DrillStore;
  now?: () => Date;
}

/** What the documents give to the rest of the plugin. */
export interface Documents {
  store: DocumentsStore;
  worker: DocumentsWorker;
  /** Reads single files beside catalog files. */
  reader: DelegatingDocumentReader;
  overview: OverviewService;
  /** What recoveries rest on. */
  ground: RecoveryGround;
  /** The runbooks of an entity, as a caller may read them. */
  runbooks: RunbooksService;
  /** The last good items and runbooks of entities. */
  contents: { roadmaps: RoadmapStore; runbooks: RunbooksStore };
  /** What runbooks have said over time, what is written in the portal, and what reads the images beside files. */
  authoring: {
    versions: VersionStore;
    written: WrittenStore;
    images: DelegatingDocumentReader;
    limits: DocumentLimits;
  };
  /** Overview and runbooks. */
  routes: RouteRegistrar[];
}

/** The documents, read on their schedule by one of all instances, and what is told of them. */
export async function createDocuments(
  options: CreateDocumentsOptions,
): Promise<Documents> {
  const { knex, config, logger } = options;
  const documentsConfig = readDocumentsConfig(config);
  const documents = DocumentsStore.create({ knex });
  const roadmaps = RoadmapStore.create({ knex });
  const runbooks = RunbooksStore.create({ knex });
  const versions = VersionStore.create({ knex });
  const written = WrittenStore.create({
    knex,
    runbooks,
    limits: documentsConfig.limits,
  });
  const services = { ...options, documents, roadmaps, runbooks };

  const folders = DeclaredFolders.fromConfig(config);
  const integrations = ScmIntegrations.fromConfig(config);
  const readerOf = (bounds: DocumentsConfig) =>
    DelegatingDocumentReader.create({
      readers: {
        file: LocalDocumentReader.create({ folders, config: bounds }),
        url: RemoteDocumentReader.create({
          reader: options.urlReader,
          integrations,
          config: bounds,
        }),
      },
      timeoutMs: bounds.timeoutMs,
      logger,
    });
  const reader = readerOf(documentsConfig);
  const worker = DocumentsWorker.create({
    knex,
    store: documents,
    planner: SourcesPlanner.create({ knex, runbooks, written }),
    reader,
    ingest: DocumentsIngest.create({
      knex,
      runbooks,
      versions,
      written,
      limits: documentsConfig.limits,
    }),
    summaries: SummariesService.create({
      ...services,
      store: SummariesStore.create({ knex }),
    }),
    config: documentsConfig,
    logger,
    now: options.now,
  });

  await options.scheduler.scheduleTask({
    ...documentsConfig.schedule,
    id: 'documents-read',
    fn: async signal => {
      await written.readAgain({ limit: WRITTEN_AT_A_TIME });
      const { read, failed, rowsWritten } = await worker.run({ signal });
      if (rowsWritten > 0) {
        logger.info(
          `Read ${read} declared documents, ${failed} without a good version: ${rowsWritten} rows written`,
        );
      }
    },
  });

  const ground = RecoveryGround.create(options);
  const overview = OverviewService.create({
    ...services,
    ground,
    alerts: FiringOn.create({
      ...options,
      ...readAlertsConfig(config),
      alerts: AlertStore.create(options),
      matcher: AlertMatcher.create(options),
    }),
  });
  const service = RunbooksService.create(services);
  const finding = {
    ...services,
    search: createRunbookSearch(knex),
    hits: RunbookHits.create(services),
  };
  return {
    store: documents,
    worker,
    reader,
    overview,
    ground,
    runbooks: service,
    contents: { roadmaps, runbooks },
    authoring: {
      versions,
      written,
      limits: documentsConfig.limits,
      images: readerOf({
        ...documentsConfig,
        limits: { ...documentsConfig.limits, maxFileBytes: MAX_IMAGE_BYTES },
      }),
    },
    routes: [
      createOverviewRoutes({ overview }),
      createRunbooksRoutes({
        runbooks: service,
        search: RunbookSearchService.create(finding),
        resolution: AlertResolutionService.create(finding),
      }),
    ],
  };
}
