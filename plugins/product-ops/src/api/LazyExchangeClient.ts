import type {
  ExchangeApi,
  ProductOpsApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Roadmaps taken along over HTTP, whose code is fetched with the rest of the client. */
export class LazyExchangeClient implements ExchangeApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyExchangeClient {
    return new LazyExchangeClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async exportCsv(...args: Parameters<ExchangeApi['exportCsv']>) {
    return (await this.#get()).exchange.exportCsv(...args);
  }

  async exportAllCsv(...args: Parameters<ExchangeApi['exportAllCsv']>) {
    return (await this.#get()).exchange.exportAllCsv(...args);
  }

  async previewImport(...args: Parameters<ExchangeApi['previewImport']>) {
    return (await this.#get()).exchange.previewImport(...args);
  }

  async applyImport(...args: Parameters<ExchangeApi['applyImport']>) {
    return (await this.#get()).exchange.applyImport(...args);
  }

  async listFeeds(...args: Parameters<ExchangeApi['listFeeds']>) {
    return (await this.#get()).exchange.listFeeds(...args);
  }

  async createFeed(...args: Parameters<ExchangeApi['createFeed']>) {
    return (await this.#get()).exchange.createFeed(...args);
  }

  async revokeFeed(...args: Parameters<ExchangeApi['revokeFeed']>) {
    return (await this.#get()).exchange.revokeFeed(...args);
  }

  async listViews(...args: Parameters<ExchangeApi['listViews']>) {
    return (await this.#get()).exchange.listViews(...args);
  }

  async createView(...args: Parameters<ExchangeApi['createView']>) {
    return (await this.#get()).exchange.createView(...args);
  }

  async patchView(...args: Parameters<ExchangeApi['patchView']>) {
    return (await this.#get()).exchange.patchView(...args);
  }

  async deleteView(...args: Parameters<ExchangeApi['deleteView']>) {
    return (await this.#get()).exchange.deleteView(...args);
  }
}
