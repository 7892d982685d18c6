import type {
  ProductOpsApi,
  RecoveryApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Recovery over HTTP, whose code is fetched with the rest of the client. */
export class LazyRecoveryClient implements RecoveryApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyRecoveryClient {
    return new LazyRecoveryClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async list(...args: Parameters<RecoveryApi['list']>) {
    return (await this.#get()).recovery.list(...args);
  }

  async get(...args: Parameters<RecoveryApi['get']>) {
    return (await this.#get()).recovery.get(...args);
  }

  async plan(...args: Parameters<RecoveryApi['plan']>) {
    return (await this.#get()).recovery.plan(...args);
  }

  async change(...args: Parameters<RecoveryApi['change']>) {
    return (await this.#get()).recovery.change(...args);
  }
}
