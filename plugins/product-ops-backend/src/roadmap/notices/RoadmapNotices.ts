import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Messages } from '../../messages/types';
import { forgetOldWrites } from '../feedback/WriteLimits';
import type { NoticeComposer } from './NoticeComposer';
import type { NoticeStore } from './NoticeStore';

export interface RoadmapNoticesOptions extends Messages {
  knex: Knex;
  store: NoticeStore;
  composer: NoticeComposer;
  logger: LoggerService;
  now?: () => Date;
}

/**
 * Tells people what has become of roadmaps. What happened is kept in the transaction in which it happens, so that nothing
 * is lost and nobody who writes waits; one of all instances tells it, once.
 */
export class RoadmapNotices {
  readonly #options: RoadmapNoticesOptions;

  static create(options: RoadmapNoticesOptions): RoadmapNotices {
    return new RoadmapNotices(options);
  }

  private constructor(options: RoadmapNoticesOptions) {
    this.#options = options;
  }

  /** Tells all that is to be told; gives how many messages were delivered. */
  async tell(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { store, composer, knex, live } = this.#options;
    let events = 0;
    for (;;) {
      options.signal?.throwIfAborted();
      const composed = await store.compose(
        (batch, trx) => composer.messagesOf(batch, trx),
        this.#now(),
      );
      events += composed;
      if (composed === 0) {
        break;
      }
    }
    const told = await this.#deliver(options.signal);
    if (events > 0) {
      // Files change items without anybody at a page.
      await live.changed({ room: 'roadmap' });
    }
    await forgetOldWrites(knex, this.#now());
    return told;
  }

  async #deliver(signal?: AbortSignal): Promise<number> {
    const { store, notifier, logger } = this.#options;
    const now = this.#now();
    for (let told = 0; ; told += 1) {
      signal?.throwIfAborted();
      const due = await store.take(now);
      if (!due) {
        return told;
      }
      try {
        await notifier.deliver(due.message);
        await store.delivered(due);
      } catch (error) {
        const again = await store.failed(due, now);
        logger.warn(
          `A notification of the roadmap could not be delivered, ${
            again ? 'it is tried again' : 'and is given up'
          }: ${stringifyError(error)}`,
        );
      }
    }
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
