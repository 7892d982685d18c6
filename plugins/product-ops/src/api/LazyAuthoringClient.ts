import type {
  AuthoringApi,
  ProductOpsApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Writing runbooks over HTTP, whose code is fetched with the rest of the client. */
export class LazyAuthoringClient implements AuthoringApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyAuthoringClient {
    return new LazyAuthoringClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async list(...args: Parameters<AuthoringApi['list']>) {
    return (await this.#get()).authoring.list(...args);
  }

  async get(...args: Parameters<AuthoringApi['get']>) {
    return (await this.#get()).authoring.get(...args);
  }

  async write(...args: Parameters<AuthoringApi['write']>) {
    return (await this.#get()).authoring.write(...args);
  }

  async change(...args: Parameters<AuthoringApi['change']>) {
    return (await this.#get()).authoring.change(...args);
  }

  async listVersions(...args: Parameters<AuthoringApi['listVersions']>) {
    return (await this.#get()).authoring.listVersions(...args);
  }

  async getVersion(...args: Parameters<AuthoringApi['getVersion']>) {
    return (await this.#get()).authoring.getVersion(...args);
  }

  async getImage(...args: Parameters<AuthoringApi['getImage']>) {
    return (await this.#get()).authoring.getImage(...args);
  }
}
