import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  PRODUCT_OPS_SIGNALS_CHANNEL,
  type ProductOpsRoom,
  type ProductOpsSignal,
} from '@productops/backstage-plugin-product-ops-common';
import { randomUUID } from 'node:crypto';
import { withinTime } from './withinTime';
import type { LiveUpdates } from './types';

const MAX_SECONDS = 10;

/** Tells open pages through the portal's signals, where they are installed. */
export class SignalsLiveUpdates implements LiveUpdates {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;

  static create(options: {
    signals: SignalsService;
    logger: LoggerService;
  }): SignalsLiveUpdates {
    return new SignalsLiveUpdates(options);
  }

  private constructor(options: {
    signals: SignalsService;
    logger: LoggerService;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  async changed({ room }: { room: ProductOpsRoom }): Promise<void> {
    // Not even the time goes along: who may not see a thing must not learn which of them it was.
    const message: ProductOpsSignal = { room, revision: randomUUID() };
    try {
      await withinTime(
        this.#signals.publish({
          recipients: { type: 'broadcast' },
          channel: PRODUCT_OPS_SIGNALS_CHANNEL,
          message,
        }),
        { seconds: MAX_SECONDS },
      );
    } catch (error) {
      this.#logger.warn(
        `Open pages could not be told of a change of ${room}: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
