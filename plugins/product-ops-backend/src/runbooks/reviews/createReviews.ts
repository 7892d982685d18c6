import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { DocumentsStore } from '../../documents/DocumentsStore';
import type { RouteRegistrar } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import { RunbooksService } from '../RunbooksService';
import type { RunbooksStore } from '../RunbooksStore';
import { ReviewService } from './ReviewService';
import { ReviewStore } from './ReviewStore';
import { createReviewRoutes } from './routes';
import { StaleNotices } from './StaleNotices';
import { StandingTask } from './StandingTask';

export interface CreateReviewsOptions extends Messages {
  knex: Knex;
  logger: LoggerService;
  scheduler: SchedulerService;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  documents: DocumentsStore;
  runbooks: RunbooksStore;
  now?: () => Date;
}

/** Reviews of runbooks, and what makes runbooks stale, looked at by one of all instances. */
export async function createReviews(
  options: CreateReviewsOptions,
): Promise<{ routes: RouteRegistrar[] }> {
  const { scheduler } = options;
  const standing = StandingTask.create({
    ...options,
    notices: StaleNotices.create(options),
  });
  await scheduler.scheduleTask({
    id: 'runbook-standings',
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
    scope: 'global',
    fn: async signal => {
      await standing.run({ signal });
    },
  });
  return {
    routes: [
      createReviewRoutes({
        reviews: ReviewService.create({
          ...options,
          reviews: ReviewStore.create(options),
          service: RunbooksService.create(options),
        }),
      }),
    ],
  };
}
