import type {
  ScoreMethod,
  StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { RouteRegistrar } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { OwnershipModels } from '../../ownership/OwnershipModels';
import type { Visibility } from '../../permissions/types';
import type { FileChangeService } from '../FileChangeService';
import type { ItemService } from '../ItemService';
import type { RoadmapAccess } from '../RoadmapAccess';
import { ConflictsService } from './ConflictsService';
import { MixService } from './MixService';
import { PlanAccess } from './PlanAccess';
import { PlanModels } from './PlanModels';
import { PlanService } from './PlanService';
import { PlanStore } from './PlanStore';
import { PlanViews } from './PlanViews';
import { RankingService } from './RankingService';
import { RankingStore } from './RankingStore';
import { createPlanRoutes, createSuggestionRoutes } from './routes';
import { SuggestionService } from './SuggestionService';
import { SuggestionStore } from './SuggestionStore';

export interface CreatePlanOptions {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  live: LiveUpdates;
  /** Which teams are below which. */
  teams: Pick<OwnershipModels, 'forCaller'>;
  roadmap: {
    access: RoadmapAccess;
    items: ItemService;
    fileChanges: FileChangeService;
  };
  stages: readonly StageDefinition[];
  categories?: readonly string[];
  method: ScoreMethod;
  now?: () => Date;
}

/** The plans of all products together. */
export function createPlan(options: CreatePlanOptions): {
  routes: RouteRegistrar[];
  access: PlanAccess;
} {
  const { roadmap } = options;
  const store = PlanStore.create(options);
  const plan = PlanAccess.create({
    models: PlanModels.create({ ...options, store }),
    teams: options.teams,
  });
  const views = PlanViews.create({ ...options, store });
  const services = { ...options, access: plan, views };
  return {
    access: plan,
    routes: [
      createPlanRoutes({
        plan: PlanService.create(services),
        conflicts: ConflictsService.create(services),
        mix: MixService.create(services),
        ranking: RankingService.create({
          ...options,
          access: roadmap.access,
          store: RankingStore.create(options),
        }),
      }),
      createSuggestionRoutes({
        suggestions: SuggestionService.create({
          ...options,
          ...roadmap,
          plan,
          views,
          answers: SuggestionStore.create(options),
        }),
      }),
    ],
  };
}
