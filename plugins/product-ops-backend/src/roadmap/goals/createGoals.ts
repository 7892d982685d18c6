import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { RouteRegistrar } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { RoadmapAccess } from '../RoadmapAccess';
import { GoalAccess } from './GoalAccess';
import { GoalQueries } from './GoalQueries';
import { GoalReader } from './GoalReader';
import { GoalsListService } from './GoalsListService';
import { GoalsService } from './GoalsService';
import { GoalStore } from './GoalStore';
import { GoalViewer } from './GoalViewer';
import type { MetricsConfig } from './metricsConfig';
import { MetricsReadingTask } from './MetricsReadingTask';
import { MetricStore } from './MetricStore';
import { createGoalRoutes, createGoalValueRoutes } from './routes';
import { ValuesService } from './ValuesService';

export interface CreateGoalsOptions {
  knex: Knex;
  access: RoadmapAccess;
  actors: Actors;
  directory: DirectoryStore;
  visibility: Visibility;
  live: LiveUpdates;
  scheduler: SchedulerService;
  logger: LoggerService;
  metricsConfig: MetricsConfig;
  now?: () => Date;
}

/** Goals: what files declare, what people record, and the values of their metrics, read by one of all instances. */
export async function createGoals(
  options: CreateGoalsOptions,
): Promise<{ routes: RouteRegistrar[] }> {
  const { metricsConfig, logger, scheduler } = options;
  const parts = {
    ...options,
    goals: GoalStore.create(options),
    metrics: MetricStore.create(options),
    queries: GoalQueries.create(options),
    goalAccess: GoalAccess.create(options),
  };
  const reader = GoalReader.create(parts);
  const viewer = GoalViewer.create({ ...parts, reader });
  const task = MetricsReadingTask.create({ ...parts, config: metricsConfig });
  await scheduler.scheduleTask({
    ...metricsConfig.schedule,
    id: 'goals-read-metrics',
    fn: async signal => {
      const { read, failed } = await task.run({ signal });
      if (failed > 0) {
        logger.info(`Read ${read} metrics of goals, ${failed} gave no value`);
      }
    },
  });
  return {
    routes: [
      createGoalRoutes({
        lists: GoalsListService.create({ ...parts, reader }),
        goals: GoalsService.create({
          ...parts,
          viewer,
          sources: [...metricsConfig.servers.keys()],
        }),
      }),
      createGoalValueRoutes({
        values: ValuesService.create({ ...parts, viewer }),
      }),
    ],
  };
}
