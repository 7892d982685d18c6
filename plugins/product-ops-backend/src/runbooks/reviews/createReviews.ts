import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { RouteRegistrar } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { RunbooksService } from '../RunbooksService';
import type { RunbooksStore } from '../RunbooksStore';
import { readLinkChecks } from './linkChecksConfig';
import { LinkChecker } from './LinkChecker';
import { LinkCheckStore } from './LinkCheckStore';
import { LinkCheckTask } from './LinkCheckTask';
import { ReviewService } from './ReviewService';
import { ReviewStore } from './ReviewStore';
import { createReviewRoutes } from './routes';
import { StaleNotices } from './StaleNotices';
import { StandingTask } from './StandingTask';

export interface CreateReviewsOptions extends Messages {
  knex: Knex;
  config: Config;
  logger: LoggerService;
  scheduler: SchedulerService;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  /** What is reviewed, as the caller may read it. */
  service: RunbooksService;
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
  const config = readLinkChecks(options.config);
  const links = LinkCheckTask.create({
    ...options,
    config,
    checks: LinkCheckStore.create(options),
    checker: LinkChecker.create(config),
  });
  await scheduler.scheduleTask({
    ...config.schedule,
    id: 'runbook-links',
    fn: async signal => {
      const { checked, changed } = await links.run({ signal });
      if (changed > 0) {
        options.logger.info(
          `Looked at ${checked} pages that runbooks link to: ${changed} have died or come back`,
        );
      }
    },
  });
  return {
    routes: [
      createReviewRoutes({
        reviews: ReviewService.create({
          ...options,
          reviews: ReviewStore.create(options),
        }),
      }),
    ],
  };
}
