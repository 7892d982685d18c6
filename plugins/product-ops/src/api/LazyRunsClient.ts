import type {
  ProductOpsApi,
  RunsApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Runs of runbooks over HTTP, whose code is fetched with the rest of the client. */
export class LazyRunsClient implements RunsApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyRunsClient {
    return new LazyRunsClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async list(...args: Parameters<RunsApi['list']>) {
    return (await this.#get()).runs.list(...args);
  }

  async listAll(...args: Parameters<RunsApi['listAll']>) {
    return (await this.#get()).runs.listAll(...args);
  }

  async join(...args: Parameters<RunsApi['join']>) {
    return (await this.#get()).runs.join(...args);
  }

  async start(...args: Parameters<RunsApi['start']>) {
    return (await this.#get()).runs.start(...args);
  }

  async get(...args: Parameters<RunsApi['get']>) {
    return (await this.#get()).runs.get(...args);
  }

  async listEvents(...args: Parameters<RunsApi['listEvents']>) {
    return (await this.#get()).runs.listEvents(...args);
  }

  async append(...args: Parameters<RunsApi['append']>) {
    return (await this.#get()).runs.append(...args);
  }

  async getRecord(...args: Parameters<RunsApi['getRecord']>) {
    return (await this.#get()).runs.getRecord(...args);
  }

  async getRecordAsMarkdown(
    ...args: Parameters<RunsApi['getRecordAsMarkdown']>
  ) {
    return (await this.#get()).runs.getRecordAsMarkdown(...args);
  }
}
