import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { RoadmapItemSource } from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
import type { Messages } from '../../messages/types';
import { readSourcesConfig } from './config';
import { SourcePlanner } from './SourcePlanner';
import { SourceStore } from './SourceStore';
import { SourcesWorker } from './SourcesWorker';

export interface CreateSourcesOptions extends Messages {
  knex: Knex;
  config: Config;
  logger: LoggerService;
  scheduler: SchedulerService;
  catalog: CatalogService;
  auth: AuthService;
  sources: readonly RoadmapItemSource[];
  /** The configured categories; the default ones when absent. */
  categories?: readonly string[];
  now?: () => Date;
}

/** Items of other systems, read on their schedule by one of all instances. */
export async function createSources(
  options: CreateSourcesOptions,
): Promise<SourceStore> {
  const { logger } = options;
  const config = readSourcesConfig(options.config);
  const store = SourceStore.create(options);
  const worker = SourcesWorker.create({
    ...options,
    store,
    planner: SourcePlanner.create(options),
    config,
  });
  await options.scheduler.scheduleTask({
    ...config.schedule,
    id: 'roadmap-sources-read',
    fn: async signal => {
      const { read, failed, rowsWritten } = await worker.run({ signal });
      if (rowsWritten > 0 || failed > 0) {
        logger.info(
          `Asked other systems for the roadmap items of ${read} entities, ${failed} in vain: ${rowsWritten} rows written`,
        );
      }
    },
  });
  return store;
}
