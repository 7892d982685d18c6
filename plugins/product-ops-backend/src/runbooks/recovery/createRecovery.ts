import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { RouteRegistrar } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { RunbooksStore } from '../RunbooksStore';
import type { RunAccess } from '../runs/RunAccess';
import { DrillPlanService } from './DrillPlanService';
import { DrillPlanStore } from './DrillPlanStore';
import type { DrillStore } from './DrillStore';
import { PortfolioService } from './PortfolioService';
import { RecoveryGround } from './RecoveryGround';
import { RecoveryService } from './RecoveryService';
import { createRecoveryRoutes } from './routes';

export interface CreateRecoveryOptions extends Messages {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  runbooks: RunbooksStore;
  access: RunAccess;
  drills: DrillStore;
  now?: () => Date;
}

/** What is promised of recovery, and what drills have proven. */
export function createRecovery(options: CreateRecoveryOptions): {
  routes: RouteRegistrar[];
} {
  const services = {
    ...options,
    ground: RecoveryGround.create(options),
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
