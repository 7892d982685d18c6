import type { ProductOpsStatus } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from './types';

/** The directory is old when it was not refreshed for so many periods. */
const OLD_AFTER_PERIODS = 3;

/** How reading the declared files stands. */
export interface DocumentsStatusSource {
  status(): Promise<{ readAt?: Date | string; pending: number }>;
}

/** How far the answers to checks are. */
export interface ChecksStatusSource {
  getState(): Promise<{
    answeredAt?: Date;
    last?: { durationMs: number; evaluated: number; rowsWritten: number };
  }>;
}

/** How old directory, documents and answers to checks are, as the database says: the same from every instance. */
export class StatusService {
  readonly #directory: DirectoryStore;
  readonly #documents: DocumentsStatusSource;
  readonly #checks: ChecksStatusSource;
  readonly #periodMs: number;
  readonly #now: () => number;

  static create(options: {
    directory: DirectoryStore;
    documents: DocumentsStatusSource;
    checks: ChecksStatusSource;
    /** The time between two refreshes of the directory. */
    periodMs: number;
    now?: () => number;
  }): StatusService {
    return new StatusService(options);
  }

  private constructor(options: Parameters<typeof StatusService.create>[0]) {
    this.#directory = options.directory;
    this.#documents = options.documents;
    this.#checks = options.checks;
    this.#periodMs = options.periodMs;
    this.#now = options.now ?? Date.now;
  }

  async getStatus(): Promise<ProductOpsStatus> {
    const [directory, documents, checks] = await Promise.all([
      this.getDirectoryStatus(),
      this.#documents.status(),
      this.#checks.getState(),
    ]);
    const { readAt, pending } = documents;
    return {
      directory,
      documents: {
        ...(readAt && { readAt: new Date(readAt).toISOString() }),
        pending,
      },
      ...(checks.answeredAt && {
        checks: { answeredAt: checks.answeredAt.toISOString(), ...checks.last },
      }),
    };
  }

  async getDirectoryStatus(): Promise<ProductOpsStatus['directory']> {
    const state = await this.#directory.getState();
    const error = state.error ? { lastError: state.error } : {};
    if (!state.refreshedAt) {
      return { state: 'empty', ...error };
    }
    const ageMs = Math.max(0, this.#now() - state.refreshedAt.getTime());
    return {
      state: ageMs > OLD_AFTER_PERIODS * this.#periodMs ? 'old' : 'fresh',
      refreshedAt: state.refreshedAt.toISOString(),
      ageSeconds: Math.round(ageMs / 100) / 10,
      durationMs: state.durationMs,
      rowsWritten: state.rowsWritten,
      ...error,
    };
  }
}
