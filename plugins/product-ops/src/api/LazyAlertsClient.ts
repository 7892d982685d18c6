import type {
  AlertsApi,
  ProductOpsApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Alerts over HTTP, whose code is fetched with the rest of the client. */
export class LazyAlertsClient implements AlertsApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyAlertsClient {
    return new LazyAlertsClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async list(...args: Parameters<AlertsApi['list']>) {
    return (await this.#get()).alerts.list(...args);
  }

  async onCall(...args: Parameters<AlertsApi['onCall']>) {
    return (await this.#get()).alerts.onCall(...args);
  }
}
