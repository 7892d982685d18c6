import type {
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { RouteRegistrar } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { RunAccess } from '../runs/RunAccess';
import type { AlertExtensions } from './AlertExtensions';
import { AlertListService } from './AlertListService';
import { AlertMatcher } from './AlertMatcher';
import { AlertReceiver } from './AlertReceiver';
import { AlertStore } from './AlertStore';
import { readAlertsConfig } from './config';
import { OnCall } from './OnCall';
import { OnCallService } from './OnCallService';
import { createAlertRoutes } from './routes';

const KEPT_MS = 90 * 24 * 3600_000;

export interface CreateAlertsOptions extends Messages {
  knex: Knex;
  config: Config;
  logger: LoggerService;
  scheduler: SchedulerService;
  permissions: PermissionsService;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  access: RunAccess;
  extensions: AlertExtensions;
  now?: () => Date;
}

/** The alerts that other systems tell of; one of all instances removes the old ones. */
export async function createAlerts(
  options: CreateAlertsOptions,
): Promise<{ routes: RouteRegistrar[] }> {
  const { extensions, logger } = options;
  const { now = () => new Date() } = options;
  const { sources, lookups } = extensions;
  const config = readAlertsConfig(options.config);
  const onCall = OnCall.create({ lookups, logger });
  const alerts = AlertStore.create(options);
  await options.scheduler.scheduleTask({
    id: 'alerts-remove',
    frequency: { hours: 6 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    scope: 'global',
    fn: async signal => {
      const removed = await alerts.removeUnheard({
        since: new Date(now().getTime() - KEPT_MS),
        signal,
      });
      if (removed > 0) {
        logger.info(`Removed ${removed} alerts that ended long ago`);
      }
    },
  });
  return {
    routes: [
      createAlertRoutes({
        receiver: AlertReceiver.create({
          ...options,
          ...config,
          now,
          alerts,
          sources,
        }),
        lists: AlertListService.create({
          ...options,
          ...config,
          now,
          alerts,
          matcher: AlertMatcher.create(options),
          onCall,
          titles: new Map(sources.map(({ id, title }) => [id, title])),
        }),
        onCall: OnCallService.create({ ...options, onCall }),
      }),
    ],
  };
}
