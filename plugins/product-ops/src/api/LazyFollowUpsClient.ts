import type {
  FollowUpsApi,
  ProductOpsApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Follow-ups over HTTP, whose code is fetched with the rest of the client. */
export class LazyFollowUpsClient implements FollowUpsApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyFollowUpsClient {
    return new LazyFollowUpsClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async list(...args: Parameters<FollowUpsApi['list']>) {
    return (await this.#get()).followUps.list(...args);
  }

  async create(...args: Parameters<FollowUpsApi['create']>) {
    return (await this.#get()).followUps.create(...args);
  }
}
