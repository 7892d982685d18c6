import type {
  GoalsApi,
  ProductOpsApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Goals over HTTP, whose code is fetched with the rest of the client. */
export class LazyGoalsClient implements GoalsApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyGoalsClient {
    return new LazyGoalsClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async listGoals(...args: Parameters<GoalsApi['listGoals']>) {
    return (await this.#get()).goals.listGoals(...args);
  }

  async listEntityGoals(...args: Parameters<GoalsApi['listEntityGoals']>) {
    return (await this.#get()).goals.listEntityGoals(...args);
  }

  async getGoal(...args: Parameters<GoalsApi['getGoal']>) {
    return (await this.#get()).goals.getGoal(...args);
  }

  async createGoal(...args: Parameters<GoalsApi['createGoal']>) {
    return (await this.#get()).goals.createGoal(...args);
  }

  async patchGoal(...args: Parameters<GoalsApi['patchGoal']>) {
    return (await this.#get()).goals.patchGoal(...args);
  }

  async archiveGoal(...args: Parameters<GoalsApi['archiveGoal']>) {
    return (await this.#get()).goals.archiveGoal(...args);
  }

  async listHistory(...args: Parameters<GoalsApi['listHistory']>) {
    return (await this.#get()).goals.listHistory(...args);
  }

  async listValues(...args: Parameters<GoalsApi['listValues']>) {
    return (await this.#get()).goals.listValues(...args);
  }

  async addValue(...args: Parameters<GoalsApi['addValue']>) {
    return (await this.#get()).goals.addValue(...args);
  }
}
