import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import type { SummariesService } from '../overview/SummariesService';
import type { DocumentsConfig } from './config';
import type { DelegatingDocumentReader } from './DelegatingDocumentReader';
import type { DocumentsIngest } from './DocumentsIngest';
import type { ClaimedSource, DocumentsStore } from './DocumentsStore';
import { DOCUMENT_PARSER } from './parserVersion';
import type { SourcesPlanner } from './SourcesPlanner';
import type { DocumentKind, ReadResult } from './types';
import { markForEvaluation } from '../lifecycle/pending';

const HOUR_MS = 60 * 60 * 1000;
const BATCH = 100;

/** What one run of the worker did. */
export interface DocumentsRun {
  /** Sources that were read, whether they had changed or not. */
  read: number;
  /** Those of them that could not be read or have no good version now. */
  failed: number;
  /** Rows of items, runbooks and summaries that were written or deleted. */
  rowsWritten: number;
}

export interface DocumentsWorkerOptions {
  knex: Knex;
  store: DocumentsStore;
  planner: SourcesPlanner;
  reader: DelegatingDocumentReader;
  ingest: DocumentsIngest;
  summaries: SummariesService;
  config: DocumentsConfig;
  logger: LoggerService;
  now?: () => Date;
}

/** Reads the declared documents that are due, a few at a time. */
export class DocumentsWorker {
  readonly #options: DocumentsWorkerOptions;
  readonly #now: () => Date;

  static create(options: DocumentsWorkerOptions): DocumentsWorker {
    return new DocumentsWorker(options);
  }

  private constructor(options: DocumentsWorkerOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** Does all that is due by now. Several runs at once, also of several instances, never read one source twice. */
  async run(options: { signal?: AbortSignal } = {}): Promise<DocumentsRun> {
    const { planner, store, summaries, config } = this.#options;
    const done: DocumentsRun = { read: 0, failed: 0, rowsWritten: 0 };
    await planner.plan({ now: this.#now() });

    const limit = pLimit(config.concurrency);
    while (!options.signal?.aborted) {
      const due = await store.listDue({ now: this.#now(), limit: BATCH });
      if (due.length === 0) {
        break;
      }
      const before = done.read;
      await Promise.all(
        due.map(source => limit(() => this.#readOne(source, done, options))),
      );
      // All of them were taken by another instance: what is left is its work.
      if (done.read === before) {
        break;
      }
    }
    if (!options.signal?.aborted) {
      done.rowsWritten += await summaries.refresh({ now: this.#now() });
    }
    return done;
  }

  async #readOne(
    due: { entityRef: string; kind: DocumentKind },
    done: DocumentsRun,
    options: { signal?: AbortSignal },
  ): Promise<void> {
    if (options.signal?.aborted) {
      return;
    }
    const { store, reader, config, logger } = this.#options;
    const now = this.#now();
    const source = await store.claim(due, {
      now,
      until: new Date(now.getTime() + config.timeoutMs * 2 + 60_000),
    });
    if (!source) {
      return;
    }
    try {
      const result = await reader.read(
        source.kind,
        {
          locationRef: source.location,
          originRef: source.origin,
          target: source.target,
        },
        { etag: knownEtag(source), signal: options.signal },
      );
      if (options.signal?.aborted) {
        await store.release(source);
        return;
      }
      // Added after the wait: other reads add meanwhile.
      const rowsWritten = await this.#keep(source, result, done);
      done.rowsWritten += rowsWritten;
      done.read += 1;
    } catch (error) {
      // The claim runs out by itself; one broken source must not stop the others.
      logger.error(
        `Could not keep the ${source.kind} of ${source.entityRef}`,
        error instanceof Error ? error : undefined,
      );
    }
  }

  async #keep(
    source: ClaimedSource,
    result: ReadResult,
    done: DocumentsRun,
  ): Promise<number> {
    const { knex, store, ingest, config } = this.#options;
    const now = this.#now();
    const next = { readAt: now, nextReadAt: after(now, config.refreshEveryMs) };
    if (result.outcome === 'unchanged') {
      const fine = source.state === 'ok';
      await store.finish(knex, source, {
        ...next,
        attempts: 0,
        ...(fine && { goodAt: now }),
      });
      return 0;
    }
    if (result.outcome === 'failed') {
      done.failed += 1;
      const attempts = source.attempts + 1;
      await knex.transaction(async trx => {
        const current = await store.finish(trx, source, {
          readAt: now,
          nextReadAt: result.retry
            ? after(now, backoff(config.refreshEveryMs, attempts))
            : next.nextReadAt,
          attempts: result.retry ? attempts : 0,
          state: source.goodAt ? 'stale' : 'failed',
          sourceEtag: null,
          errors: [result.error],
        });
        if (current) {
          await markChanged(trx, source.entityRef);
        }
      });
      return 0;
    }
    const ingested = await ingest.ingest(source, result, { now });
    if (!ingested.good) {
      done.failed += 1;
    }
    return knex.transaction(async trx => {
      const current = await store.finish(trx, source, {
        ...next,
        attempts: 0,
        state: stateAfter(source, ingested.good),
        sourceEtag: result.etag ? `${DOCUMENT_PARSER}:${result.etag}` : null,
        ...(ingested.good && { goodAt: now }),
        errors: ingested.errors,
        errorCount: ingested.errorCount,
        links: result.links,
      });
      if (!current) {
        return 0;
      }
      await markChanged(trx, source.entityRef);
      return ingested.keep(trx);
    });
  }
}

function stateAfter(source: ClaimedSource, good: boolean) {
  if (good) {
    return 'ok';
  }
  return source.goodAt ? 'stale' : 'failed';
}

/** The etag to ask the source with, when it is of a version that this parser has read. */
function knownEtag({ sourceEtag }: ClaimedSource): string | undefined {
  const prefix = `${DOCUMENT_PARSER}:`;
  return sourceEtag?.startsWith(prefix)
    ? sourceEtag.slice(prefix.length)
    : undefined;
}

/** Twice as long after each silence, up to an hour, or the usual period when that is longer. */
function backoff(refreshEveryMs: number, attempts: number): number {
  return Math.min(
    refreshEveryMs * 2 ** Math.min(attempts - 1, 20),
    Math.max(refreshEveryMs, HOUR_MS),
  );
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}

/** What lists show of the entity must be computed anew, and its checks be answered. */
async function markChanged(trx: Knex, entityRef: string): Promise<void> {
  await trx('overview_summaries')
    .where({ entity_ref: entityRef })
    .update({ input_hash: '' });
  await markForEvaluation(trx, [entityRef]);
}
