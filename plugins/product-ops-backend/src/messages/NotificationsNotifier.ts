import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { withinTime } from './withinTime';
import type { Message, Notifier } from './types';

const MAX_RECIPIENTS = 100;
const MAX_TITLE = 200;
const MAX_DESCRIPTION = 2000;
const MAX_SECONDS = 30;

/** Tells people through the portal's notifications, where they are installed. */
export class NotificationsNotifier implements Notifier {
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  #missing = false;

  static create(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }): NotificationsNotifier {
    return new NotificationsNotifier(options);
  }

  private constructor(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  async notify(message: Message): Promise<void> {
    try {
      await this.deliver(message);
    } catch (error) {
      this.#logger.warn(
        `A notification of "${
          message.topic
        }" could not be delivered: ${stringifyError(error)}`,
      );
    }
  }

  async deliver(message: Message): Promise<void> {
    const { title, description, link, topic, scope, severity } = message;
    const recipients = this.#recipientsOf(message);
    if (recipients.length === 0) {
      return;
    }
    try {
      await withinTime(
        this.#notifications.send({
          recipients: {
            type: 'entity',
            entityRef: recipients,
            ...(message.except && { excludeEntityRef: message.except }),
          },
          payload: {
            title: cut(title, MAX_TITLE),
            ...(description && {
              description: cut(description, MAX_DESCRIPTION),
            }),
            link,
            topic,
            ...(scope && { scope }),
            ...(severity && { severity }),
          },
        }),
        { seconds: MAX_SECONDS },
      );
      this.#missing = false;
    } catch (error) {
      // The service says no more than the status, and a portal without notifications is as good as one with them.
      if (!/status 404\b/.test(stringifyError(error))) {
        throw error;
      }
      this.#tellMissing();
    }
  }

  #recipientsOf({ recipients, except, topic }: Message): string[] {
    const refs = [
      ...new Set(
        recipients.filter(
          (ref): ref is string =>
            ref !== undefined && ref !== 'none' && ref !== except,
        ),
      ),
    ];
    if (refs.length > MAX_RECIPIENTS) {
      this.#logger.warn(
        `A notification of "${topic}" had ${refs.length} recipients; the first ${MAX_RECIPIENTS} are told`,
      );
    }
    return refs.slice(0, MAX_RECIPIENTS);
  }

  #tellMissing(): void {
    if (!this.#missing) {
      this.#missing = true;
      this.#logger.info(
        'The portal has no notifications backend: nobody is notified of what Product Ops records',
      );
    }
  }
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
