import { AuthService } from '@backstage/backend-plugin-api';
import { LoopbackClient } from './http';
import { waitFor } from './wait';

export interface RefreshReport {
  durationMs: number;
  rowsWritten: number;
}

export interface ChecksReport {
  durationMs: number;
  /** Entities that were looked at. */
  evaluated: number;
  rowsWritten: number;
}

interface Status {
  directory: {
    refreshedAt?: string;
    durationMs?: number;
    rowsWritten?: number;
    lastError?: string;
  };
  documents: { readAt?: string; pending: number };
  checks?: ChecksReport & { answeredAt: string };
}

interface TaskReport {
  taskId: string;
  taskState?: { status?: string } | null;
}

const SCHEDULER = '/api/product-ops/.backstage/scheduler/v1/tasks';
const DOCUMENTS_LIMIT_MS = 30 * 60_000;
const REFRESH_LIMIT_MS = 5 * 60_000;
const REFRESH_TASK = 'directory-refresh';
const DOCUMENTS_TASK = 'documents-read';
const CHECKS_TASK = 'lifecycle-evaluate';
const CHECKS_LIMIT_MS = 30 * 60_000;

/** Runs the scheduled work of the suite when told, and waits for it. */
export class ScheduledWork {
  readonly #http: LoopbackClient;
  readonly #auth: AuthService;

  static create(options: {
    http: LoopbackClient;
    auth: AuthService;
  }): ScheduledWork {
    return new ScheduledWork(options.http, options.auth);
  }

  private constructor(http: LoopbackClient, auth: AuthService) {
    this.#http = http;
    this.#auth = auth;
  }

  async refreshDirectory(): Promise<RefreshReport> {
    const before = await this.#status();
    await this.#trigger(REFRESH_TASK);
    return await waitFor({
      what: 'A refresh of the directory',
      limitMs: REFRESH_LIMIT_MS,
      ask: async () => {
        const { directory } = await this.#status();
        if (directory.lastError) {
          throw new Error(`The directory says: ${directory.lastError}`);
        }
        return directory.refreshedAt &&
          directory.refreshedAt !== before.directory.refreshedAt
          ? {
              durationMs: directory.durationMs ?? Number.NaN,
              rowsWritten: directory.rowsWritten ?? Number.NaN,
            }
          : undefined;
      },
    });
  }

  async answerChecks(): Promise<ChecksReport> {
    const before = await this.#status();
    await this.#trigger(CHECKS_TASK);
    const report = await waitFor({
      what: 'Answering of checks',
      limitMs: CHECKS_LIMIT_MS,
      ask: async () => {
        const { checks } = await this.#status();
        return checks && checks.answeredAt !== before.checks?.answeredAt
          ? checks
          : undefined;
      },
    });
    // Owners are told of what does not pass any more when all is answered.
    await this.#end(CHECKS_TASK, CHECKS_LIMIT_MS);
    return report;
  }

  async readDocuments(): Promise<void> {
    await waitFor({
      what: 'Reading of all documents',
      limitMs: DOCUMENTS_LIMIT_MS,
      everyMs: 1000,
      ask: async () => {
        const { documents } = await this.#status();
        return documents.readAt && documents.pending === 0 ? true : undefined;
      },
    });
    // The last file is read before what lists show of it is put together.
    await this.#end(DOCUMENTS_TASK, DOCUMENTS_LIMIT_MS);
  }

  /** Waits until a task does nothing any more. */
  async #end(task: string, limitMs: number) {
    await waitFor({
      what: `The end of ${task}`,
      limitMs,
      everyMs: 1000,
      ask: async () => {
        const { tasks } = await this.#http.getJson<{ tasks: TaskReport[] }>(
          SCHEDULER,
          await this.#token(),
        );
        const found = tasks.find(({ taskId }) => taskId === task);
        return found?.taskState?.status === 'idle' ? true : undefined;
      },
    });
  }

  async #trigger(task: string) {
    await this.#http.post(`${SCHEDULER}/${task}/trigger`, await this.#token());
  }

  #status(): Promise<Status> {
    return this.#http.getJson('/api/product-ops/status');
  }

  async #token(): Promise<string> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'product-ops',
    });
    return token;
  }
}
