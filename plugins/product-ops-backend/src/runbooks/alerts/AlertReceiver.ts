import type {
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import {
  alertReceivePermission,
  describeValue,
  type ReceivedAlerts,
} from '@productops/backstage-plugin-product-ops-common';
import type {
  AlertSource,
  AlertSourceAnswer,
} from '@productops/backstage-plugin-product-ops-node';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { AlertStore } from './AlertStore';
import { checkedAlerts } from './checkedAlerts';

export interface AlertReceiverOptions {
  permissions: PermissionsService;
  logger: LoggerService;
  live: LiveUpdates;
  alerts: AlertStore;
  sources: readonly AlertSource[];
  endAfterMs: number;
  keepPerSource: number;
  now: () => Date;
}

/** Takes what other systems tell of alerts. */
export class AlertReceiver {
  readonly #options: AlertReceiverOptions;

  static create(options: AlertReceiverOptions): AlertReceiver {
    return new AlertReceiver(options);
  }

  private constructor(options: AlertReceiverOptions) {
    this.#options = options;
  }

  /**
   * Keeps the alerts of a body, or refuses all of it with the place that is wrong. Where there is no room for some that
   * fire, the others are kept, and the answer (503) asks to be told again.
   */
  async receive(
    id: string,
    body: JsonObject,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<ReceivedAlerts> {
    const { alerts: store, live, logger, now, sources } = this.#options;
    const { endAfterMs, keepPerSource } = this.#options;
    await this.#authorize(credentials);
    const source = sources.find(one => one.id === id);
    if (!source) {
      throw new NotFoundError(
        `source: got ${id}; expected ${sources
          .map(one => one.id)
          .join(' or ')}`,
      );
    }
    const answer = this.#parse(source, body);
    if ('problem' in answer) {
      const { at, got, expected } = answer.problem;
      throw new InputError(
        `${at}: got ${got}; expected ${expected}`.slice(0, 2000),
      );
    }
    const at = now();
    const alerts = checkedAlerts(answer.alerts, { now: at });
    const { changed, refused } = await store.keep(id, alerts, {
      at,
      bounds: {
        most: keepPerSource,
        endedBefore: new Date(at.getTime() - endAfterMs),
      },
    });
    if (changed) {
      live.changed({ room: 'runbooks' });
    }
    if (refused.length > 0) {
      const message = `alerts: got ${
        refused.length
      } that fire and are new, such as ${describeValue(
        refused[0].name,
      )}, while as many of ${id} fire as are kept; expected at most ${keepPerSource} (productOps.alerts.keepPerSource). All others are kept`;
      logger.warn(message);
      throw new ServiceUnavailableError(message);
    }
    const resolved = alerts.filter(({ resolvedAt }) => resolvedAt).length;
    return {
      received: alerts.length,
      firing: alerts.length - resolved,
      resolved,
    };
  }

  async #authorize(credentials: CallerCredentials): Promise<void> {
    if (credentials.principal.type !== 'service') {
      throw new NotAllowedError(
        'Alerts come from other systems, with an external access token; a person cannot send them',
      );
    }
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: alertReceivePermission }],
      { credentials },
    );
    if (decision?.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `This token may not send alerts; it needs the permission ${alertReceivePermission.name}`,
      );
    }
  }

  #parse(source: AlertSource, body: JsonObject): AlertSourceAnswer {
    try {
      return source.parse(body);
    } catch (error) {
      this.#options.logger.warn(
        `The source of alerts ${source.id} failed to read what was sent`,
        { error: String(error) },
      );
      throw new InputError(
        `body: got what ${source.title} cannot be read from; expected what it sends`,
      );
    }
  }
}
