import type {
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../directory/types';
import type { Documents } from '../documents/createDocuments';
import type { RouteRegistrar } from '../http/types';
import type { Messages } from '../messages/types';
import type { Actors } from '../permissions/Actors';
import type { Visibility } from '../permissions/types';
import type { ItemService } from '../roadmap/ItemService';
import type { AlertExtensions } from './alerts/AlertExtensions';
import { createAlerts } from './alerts/createAlerts';
import { createAuthoring } from './authoring/createAuthoring';
import { createFollowUps } from './followups/createFollowUps';
import { createRecovery } from './recovery/createRecovery';
import type { DrillStore } from './recovery/DrillStore';
import { createReviews } from './reviews/createReviews';
import { createRuns } from './runs/createRuns';

export interface CreateRunbooksOptions extends Messages {
  knex: Knex;
  config: Config;
  logger: LoggerService;
  scheduler: SchedulerService;
  permissions: PermissionsService;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  /** Where runbooks are kept and read. */
  documents: Documents;
  drills: DrillStore;
  /** Where follow-ups go. */
  items: ItemService;
  /** What other plugins know of alerts. */
  alerting: AlertExtensions;
  now?: () => Date;
}

/** What people do with runbooks: run, review, write and drill them, and answer alerts with them. */
export async function createRunbooks(
  options: CreateRunbooksOptions,
): Promise<{ routes: RouteRegistrar[] }> {
  const { documents } = options;
  const services = {
    ...options,
    documents: documents.store,
    runbooks: documents.contents.runbooks,
    service: documents.runbooks,
    ground: documents.ground,
  };
  const runs = createRuns(services);
  const { access } = runs;
  const reviews = await createReviews(services);
  const authoring = createAuthoring({ ...services, ...documents.authoring });
  const followUps = createFollowUps({ ...services, access });
  const recovery = await createRecovery({ ...services, access });
  const alerts = await createAlerts({
    ...services,
    access,
    extensions: options.alerting,
  });
  return {
    routes: [
      ...runs.routes,
      ...reviews.routes,
      ...authoring.routes,
      ...followUps.routes,
      ...recovery.routes,
      ...alerts.routes,
    ],
  };
}
