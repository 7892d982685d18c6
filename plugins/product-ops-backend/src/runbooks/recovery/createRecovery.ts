import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { RouteRegistrar } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { RunbooksStore } from '../RunbooksStore';
import type { RunAccess } from '../runs/RunAccess';
import { DrillNotices } from './DrillNotices';
import { DrillPlanService } from './DrillPlanService';
import { DrillPlanStore } from './DrillPlanStore';
import type { DrillStore } from './DrillStore';
import { PortfolioService } from './PortfolioService';
import type { RecoveryGround } from './RecoveryGround';
import { RecoveryService } from './RecoveryService';
import { createRecoveryRoutes } from './routes';

export interface CreateRecoveryOptions extends Messages {
  knex: Knex;
  logger: LoggerService;
  scheduler: SchedulerService;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  runbooks: RunbooksStore;
  access: RunAccess;
  drills: DrillStore;
  ground: RecoveryGround;
  now?: () => Date;
}

/** What is promised of recovery, and what drills have proven; one of all instances tells owners of drills. */
export async function createRecovery(
  options: CreateRecoveryOptions,
): Promise<{ routes: RouteRegistrar[] }> {
  const { now = () => new Date() } = options;
  const notices = DrillNotices.create(options);
  await options.scheduler.scheduleTask({
    id: 'recovery-drill-notices',
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    scope: 'global',
    fn: async signal => {
      await notices.tell({ now: now(), signal });
    },
  });
  const services = {
    ...options,
    plans: DrillPlanStore.create(options),
  };
  return {
    routes: [
      createRecoveryRoutes({
        recovery: RecoveryService.create(services),
        portfolio: PortfolioService.create(services),
        plans: DrillPlanService.create(services),
      }),
    ],
  };
}
