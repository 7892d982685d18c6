import type { CompoundEntityRef } from '@backstage/catalog-model';
import { init, pathOf, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  AllRunbookRunsPage,
  ListAllRunbookRunsQuery,
  ListRunbookRunEventsQuery,
  ListRunbookRunsQuery,
  RunbookRunCommand,
  RunbookRunDetails,
  RunbookRunEvent,
  RunbookRunEventPage,
  RunbookRunPage,
  RunbookRunPresence,
  RunbookRunRecord,
  StartRunbookRunBody,
} from './types';

/**
 * What can be asked of and done with runs of runbooks.
 *
 * @remarks
 *
 * All reject with a `ResponseError`. Of a conflict (409), `body.error.current` is the run as it is now, or the runbook
 * that has changed before a start.
 *
 * @public
 */
export interface RunsApi {
  /** A page of the runs of an entity's runbooks: those that go on first, then the latest first. */
  list(
    entity: string | CompoundEntityRef,
    query?: ListRunbookRunsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookRunPage>;
  /** A page of the runs of all entities that one may read, in the same order. */
  listAll(
    query?: ListAllRunbookRunsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<AllRunbookRunsPage>;
  /** Starts a run. The same request again, with the same `id`, gives the same run. */
  start(
    entity: string | CompoundEntityRef,
    runbook: string,
    run: StartRunbookRunBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookRunDetails>;
  /** One run with the version of the runbook that it is pinned to. */
  get(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookRunDetails>;
  /** What has happened in a run after an event, in the one order; from the start without `after`. */
  listEvents(
    id: string,
    query?: ListRunbookRunEventsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookRunEventPage>;
  /** Says what has happened. The same again, with the same `id`, gives the same event. */
  append(
    id: string,
    command: RunbookRunCommand,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookRunEvent>;
  /** Says that one has the page of a run open, and gives who else has. Said again every twenty seconds. */
  join(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookRunPresence>;
  /** All of a closed run. */
  getRecord(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookRunRecord>;
  /** The same as a Markdown page. */
  getRecordAsMarkdown(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<string>;
}

/** Runs of runbooks over HTTP. */
export class RunsClient implements RunsApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async list(
    entity: string | CompoundEntityRef,
    query?: ListRunbookRunsQuery,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/runs', {
        params: { path: pathOf(entity), query },
        ...init(options),
      }),
    );
  }

  async listAll(
    query?: ListAllRunbookRunsQuery,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/runs', { params: { query }, ...init(options) }),
    );
  }

  async start(
    entity: string | CompoundEntityRef,
    runbook: string,
    run: StartRunbookRunBody,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST(
        '/entities/{kind}/{namespace}/{name}/runbooks/{id}/runs',
        {
          params: { path: { ...pathOf(entity), id: runbook } },
          body: run,
          ...init(options),
        },
      ),
    );
  }

  async get(id: string, options?: ProductOpsRequestOptions) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/runs/{id}', {
        params: { path: { id } },
        ...init(options),
      }),
    );
  }

  async listEvents(
    id: string,
    query?: ListRunbookRunEventsQuery,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/runs/{id}/events', {
        params: { path: { id }, query },
        ...init(options),
      }),
    );
  }

  async append(
    id: string,
    command: RunbookRunCommand,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/runs/{id}/events', {
        params: { path: { id } },
        body: command,
        ...init(options),
      }),
    );
  }

  async join(id: string, options?: ProductOpsRequestOptions) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/runs/{id}/presence', {
        params: { path: { id } },
        ...init(options),
      }),
    );
  }

  async getRecord(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookRunRecord> {
    const client = await this.#http.client();
    const answer = await readAnswer(
      await client.GET('/runs/{id}/record', {
        params: { path: { id } },
        ...init(options),
      }),
    );
    // The contract has the two formats under one address.
    return answer as RunbookRunRecord;
  }

  async getRecordAsMarkdown(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<string> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/runs/{id}/record', {
        params: { path: { id }, query: { format: 'markdown' as const } },
        parseAs: 'text',
        ...init(options),
      }),
    );
  }
}
