import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { NotificationsNotifier } from './NotificationsNotifier';
import { SignalsLiveUpdates } from './SignalsLiveUpdates';
import type { Messages } from './types';

/** What all rooms tell people and pages through. */
export function createMessages(options: {
  notifications: NotificationService;
  signals: SignalsService;
  logger: LoggerService;
}): Messages {
  return {
    notifier: NotificationsNotifier.create(options),
    live: SignalsLiveUpdates.create(options),
  };
}
