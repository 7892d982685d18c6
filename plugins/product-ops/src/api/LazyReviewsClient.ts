import type {
  ProductOpsApi,
  ReviewsApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Reviews of runbooks over HTTP, whose code is fetched with the rest of the client. */
export class LazyReviewsClient implements ReviewsApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyReviewsClient {
    return new LazyReviewsClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async list(...args: Parameters<ReviewsApi['list']>) {
    return (await this.#get()).reviews.list(...args);
  }

  async review(...args: Parameters<ReviewsApi['review']>) {
    return (await this.#get()).reviews.review(...args);
  }
}
