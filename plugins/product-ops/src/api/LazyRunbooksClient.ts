import type {
  ProductOpsApi,
  RunbooksApi,
} from '@productops/backstage-plugin-product-ops-common';

/** The runbooks of all entities over HTTP, whose code is fetched with the rest of the client. */
export class LazyRunbooksClient implements RunbooksApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyRunbooksClient {
    return new LazyRunbooksClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async search(...args: Parameters<RunbooksApi['search']>) {
    return (await this.#get()).runbooks.search(...args);
  }

  async resolve(...args: Parameters<RunbooksApi['resolve']>) {
    return (await this.#get()).runbooks.resolve(...args);
  }
}
