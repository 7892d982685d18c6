import type { LoggerService } from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import type {
  RoadmapItemSource,
  RoadmapSourceAnswer,
} from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import type { LiveUpdates } from '../../messages/types';
import { markChanged } from '../markChanged';
import { checkedItems, webUrl } from './checkedItems';
import type { SourcesConfig } from './config';
import { replaceFromSource } from './replaceFromSource';
import type { SourcePlanner } from './SourcePlanner';
import type { ClaimedSource, SourceStore } from './SourceStore';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const BATCH = 100;

/** What one run did. */
export interface SourcesRun {
  /** Entities that were asked for, whether anything had changed or not. */
  read: number;
  failed: number;
  /** Rows of items that were written or archived. */
  rowsWritten: number;
}

export interface SourcesWorkerOptions {
  knex: Knex;
  store: SourceStore;
  planner: SourcePlanner;
  sources: readonly RoadmapItemSource[];
  config: SourcesConfig;
  categories?: readonly string[];
  live: LiveUpdates;
  logger: LoggerService;
  now?: () => Date;
}

/** Asks other systems for the items that are due, a few entities at a time. */
export class SourcesWorker {
  readonly #options: SourcesWorkerOptions;
  readonly #sources: ReadonlyMap<string, RoadmapItemSource>;

  static create(options: SourcesWorkerOptions): SourcesWorker {
    return new SourcesWorker(options);
  }

  private constructor(options: SourcesWorkerOptions) {
    this.#options = options;
    this.#sources = new Map(options.sources.map(one => [one.id, one]));
  }

  /** Does all that is due by now. Several runs at once, also of several instances, never ask for one entity twice. */
  async run(options: { signal?: AbortSignal } = {}): Promise<SourcesRun> {
    const { planner, store, config, live, logger } = this.#options;
    const done: SourcesRun = { read: 0, failed: 0, rowsWritten: 0 };
    try {
      await planner.plan({ now: this.#now(), signal: options.signal });
    } catch (error) {
      // What is known to be due is read all the same.
      logger.warn(
        'Could not ask the catalog which entities have items in other systems',
        asError(error),
      );
    }
    const limit = pLimit(config.concurrency);
    const sources = [...this.#sources.keys()];
    while (!options.signal?.aborted) {
      const due = await store.listDue({
        now: this.#now(),
        sources,
        limit: BATCH,
      });
      const before = done.read;
      await Promise.all(
        due.map(one => limit(() => this.#readOne(one, done, options.signal))),
      );
      // None is left, or all of them were taken by another instance: what is left is its work.
      if (done.read === before) {
        break;
      }
    }
    if (done.rowsWritten > 0) {
      live.changed({ room: 'roadmap' });
    }
    return done;
  }

  async #readOne(
    due: { entityRef: string; source: string },
    done: SourcesRun,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { store, config, logger } = this.#options;
    const source = this.#sources.get(due.source);
    if (signal?.aborted || !source) {
      return;
    }
    const now = this.#now();
    const claimed = await store.claim(due, {
      now,
      until: new Date(now.getTime() + config.timeoutMs * 2 + 60_000),
    });
    if (!claimed) {
      return;
    }
    try {
      const answer = await this.#ask(source, claimed, signal);
      if (signal?.aborted) {
        await store.release(claimed);
        return;
      }
      const rowsWritten = await this.#keep(source, claimed, answer);
      // Added after the wait: other reads add meanwhile.
      done.rowsWritten += rowsWritten;
      done.failed += answer.outcome === 'failed' ? 1 : 0;
      done.read += 1;
    } catch (error) {
      // The claim runs out by itself; one entity must not stop the others.
      logger.error(
        `Could not keep the roadmap items of ${due.entityRef} from ${due.source}`,
        asError(error),
      );
    }
  }

  /** What a source answers; that it failed, where it rejects or takes too long. */
  async #ask(
    source: RoadmapItemSource,
    { entity, memory }: ClaimedSource,
    signal: AbortSignal | undefined,
  ): Promise<RoadmapSourceAnswer> {
    const { config, logger } = this.#options;
    const stop = new AbortController();
    const seconds = Math.ceil(config.timeoutMs / 1000);
    let late: () => void = () => {};
    const stopped = new Promise<RoadmapSourceAnswer>(resolve => {
      late = () => {
        resolve(
          failed('timeout', `${source.title} gave no answer in ${seconds} s.`),
        );
        stop.abort();
      };
    });
    const timer = setTimeout(late, config.timeoutMs);
    signal?.addEventListener('abort', late);
    try {
      return await Promise.race([
        source.read({ entity, state: memory, signal: stop.signal }),
        stopped,
      ]);
    } catch (error) {
      logger.warn(
        `Could not read the roadmap items of ${entity.ref} from ${source.id}; what was known before stays`,
        asError(error),
      );
      return failed(
        'unexpected',
        `${source.title} could not be read. The log of the backend says why.`,
      );
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', late);
    }
  }

  async #keep(
    source: RoadmapItemSource,
    claimed: ClaimedSource,
    answer: RoadmapSourceAnswer,
  ): Promise<number> {
    const { knex, store, config, categories } = this.#options;
    const now = this.#now();
    const { entityRef } = claimed;
    const place = {
      ...(answer.target && { target: answer.target.slice(0, 500) }),
      ...(webUrl(answer.url) && { url: answer.url }),
    };
    if (answer.outcome === 'failed') {
      const attempts = claimed.attempts + 1;
      await store.finish(knex, claimed, {
        ...place,
        readAt: now,
        nextReadAt: later(now, this.#pause(source, attempts), answer.retryAt),
        state: claimed.goodAt ? 'stale' : 'failed',
        attempts,
        problem: answer.problem,
      });
      return 0;
    }
    const good = {
      ...place,
      readAt: now,
      goodAt: now,
      nextReadAt: later(now, this.#period(source)),
      state: 'ok' as const,
      attempts: 0,
      memory: answer.state,
    };
    if (answer.outcome === 'unchanged') {
      await store.finish(knex, claimed, good);
      return 0;
    }
    const { items, notes, wrong } = await checkedItems(answer.items, {
      entityRef,
      namespace: claimed.entity.namespace,
      source: source.id,
      categories,
      maxItems: config.maxItems,
    });
    return knex.transaction(async trx => {
      const current = await store.finish(trx, claimed, {
        ...good,
        memory: answer.state ?? {},
        notes: [...(answer.notes ?? []), ...notes],
      });
      if (!current) {
        return 0;
      }
      const written = await replaceFromSource(trx, {
        entityRef,
        source: source.id,
        items,
        keep: wrong,
        now,
      });
      if (written > 0) {
        await markChanged(trx, entityRef);
      }
      return written;
    });
  }

  #period({ refreshEvery }: RoadmapItemSource): number {
    return refreshEvery
      ? durationToMilliseconds(refreshEvery)
      : this.#options.config.refreshEveryMs;
  }

  /** Twice as long after each failure, up to an hour, or the usual period when that is longer. */
  #pause(source: RoadmapItemSource, attempts: number): number {
    const period = this.#period(source);
    return Math.min(
      Math.min(period, 60_000) * 2 ** Math.min(attempts - 1, 20),
      Math.max(period, HOUR_MS),
    );
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

function failed(code: string, message: string): RoadmapSourceAnswer {
  return { outcome: 'failed', problem: { code, message } };
}

/** After some time, and not before a time that the source has named, if that is within a day. */
function later(now: Date, ms: number, notBefore?: Date): Date {
  const named = notBefore?.getTime();
  return new Date(
    named !== undefined && Number.isFinite(named)
      ? Math.min(Math.max(named, now.getTime() + 1000), now.getTime() + DAY_MS)
      : now.getTime() + ms,
  );
}

function asError(error: unknown): Error | undefined {
  return error instanceof Error ? error : undefined;
}
