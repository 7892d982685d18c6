import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { StageDefinition } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { DirectoryConfig } from '../config/readConfig';
import { DatabaseDirectoryStore } from './DatabaseDirectoryStore';
import { DirectoryRefresher } from './DirectoryRefresher';
import {
  DirectoryWriter,
  type DirectoryWriterOptions,
} from './DirectoryWriter';
import type { DirectoryStore } from './types';

/** The directory, refreshed on its schedule by one of all instances. */
export async function createDirectory(options: {
  knex: Knex;
  catalog: CatalogService;
  auth: AuthService;
  scheduler: SchedulerService;
  logger: LoggerService;
  stages: readonly StageDefinition[];
  config: DirectoryConfig;
  onWritten?: DirectoryWriterOptions['onWritten'];
}): Promise<DirectoryStore> {
  const { knex, logger, config } = options;
  const refresher = DirectoryRefresher.create({
    catalog: options.catalog,
    auth: options.auth,
    writer: DirectoryWriter.create(options),
    logger,
    stages: options.stages,
    pageSize: config.pageSize,
  });
  await options.scheduler.scheduleTask({
    ...config.schedule,
    id: 'directory-refresh',
    fn: async signal => {
      const { entities, rowsWritten, durationMs } = await refresher.refresh(
        signal,
      );
      if (rowsWritten > 0) {
        logger.info(
          `Refreshed the directory of ${entities} entities in ${durationMs} ms: ${rowsWritten} rows written`,
        );
      }
    },
  });
  return DatabaseDirectoryStore.create({ knex });
}
