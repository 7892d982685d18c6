import { init, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  RunbookResolution,
  RunbookSearchPage,
  SearchRunbooksQuery,
} from './types';

/**
 * What can be asked of the runbooks of all entities.
 *
 * @remarks
 *
 * All reject with a `ResponseError`.
 *
 * @public
 */
export interface RunbooksApi {
  /** A page of the runbooks that the caller may read and that match, the best first. */
  search(
    query?: SearchRunbooksQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookSearchPage>;
  /** The runbook that answers an alert for the entity that its labels name, and the others. */
  resolve(
    alert: string,
    labels?: Readonly<Record<string, string>>,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookResolution>;
}

/** The runbooks of all entities over HTTP. */
export class RunbooksClient implements RunbooksApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async search(
    query: SearchRunbooksQuery = {},
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookSearchPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/runbooks', { params: { query }, ...init(options) }),
    );
  }

  async resolve(
    alert: string,
    labels: Readonly<Record<string, string>> = {},
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookResolution> {
    const client = await this.#http.client();
    const label = Object.entries(labels).map(
      ([name, value]) => `${name}=${value}`,
    );
    return readAnswer(
      await client.GET('/runbooks/resolve', {
        params: { query: { alert, ...(label.length > 0 && { label }) } },
        ...init(options),
      }),
    );
  }
}
