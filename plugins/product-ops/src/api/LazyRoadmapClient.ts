import type {
  ProductOpsApi,
  RoadmapApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Roadmaps over HTTP, whose code is fetched with the rest of the client. */
export class LazyRoadmapClient implements RoadmapApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyRoadmapClient {
    return new LazyRoadmapClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async createItem(...args: Parameters<RoadmapApi['createItem']>) {
    return (await this.#get()).roadmap.createItem(...args);
  }

  async getItem(...args: Parameters<RoadmapApi['getItem']>) {
    return (await this.#get()).roadmap.getItem(...args);
  }

  async patchItem(...args: Parameters<RoadmapApi['patchItem']>) {
    return (await this.#get()).roadmap.patchItem(...args);
  }

  async actOnItem(...args: Parameters<RoadmapApi['actOnItem']>) {
    return (await this.#get()).roadmap.actOnItem(...args);
  }

  async prepareFileChange(
    ...args: Parameters<RoadmapApi['prepareFileChange']>
  ) {
    return (await this.#get()).roadmap.prepareFileChange(...args);
  }

  async listHistory(...args: Parameters<RoadmapApi['listHistory']>) {
    return (await this.#get()).roadmap.listHistory(...args);
  }

  async listComments(...args: Parameters<RoadmapApi['listComments']>) {
    return (await this.#get()).roadmap.listComments(...args);
  }

  async addComment(...args: Parameters<RoadmapApi['addComment']>) {
    return (await this.#get()).roadmap.addComment(...args);
  }

  async removeComment(...args: Parameters<RoadmapApi['removeComment']>) {
    return (await this.#get()).roadmap.removeComment(...args);
  }
}
