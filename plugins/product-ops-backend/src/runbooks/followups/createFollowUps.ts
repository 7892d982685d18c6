import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { RouteRegistrar } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { ItemService } from '../../roadmap/ItemService';
import type { RunbooksService } from '../RunbooksService';
import type { RunAccess } from '../runs/RunAccess';
import { FollowUpService } from './FollowUpService';
import { FollowUpStore } from './FollowUpStore';
import { createFollowUpRoutes } from './routes';

export interface CreateFollowUpsOptions extends Messages {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  /** What follow-ups follow from, as the caller may read it. */
  service: RunbooksService;
  access: RunAccess;
  items: ItemService;
  now?: () => Date;
}

/** What runs and runbooks lead to on roadmaps. */
export function createFollowUps(options: CreateFollowUpsOptions): {
  routes: RouteRegistrar[];
} {
  const followUps = FollowUpService.create({
    ...options,
    runbooks: options.service,
    followUps: FollowUpStore.create(options),
  });
  return { routes: [createFollowUpRoutes({ followUps })] };
}
