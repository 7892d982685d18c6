import type {
  PlanApi,
  ProductOpsApi,
} from '@productops/backstage-plugin-product-ops-common';

/** Plans over HTTP, whose code is fetched with the rest of the client. */
export class LazyPlanClient implements PlanApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyPlanClient {
    return new LazyPlanClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async listItems(...args: Parameters<PlanApi['listItems']>) {
    return (await this.#get()).plan.listItems(...args);
  }

  async listDependencies(...args: Parameters<PlanApi['listDependencies']>) {
    return (await this.#get()).plan.listDependencies(...args);
  }

  async listConflicts(...args: Parameters<PlanApi['listConflicts']>) {
    return (await this.#get()).plan.listConflicts(...args);
  }

  async listSuggestions(...args: Parameters<PlanApi['listSuggestions']>) {
    return (await this.#get()).plan.listSuggestions(...args);
  }

  async getMix(...args: Parameters<PlanApi['getMix']>) {
    return (await this.#get()).plan.getMix(...args);
  }

  async decideSuggestion(...args: Parameters<PlanApi['decideSuggestion']>) {
    return (await this.#get()).plan.decideSuggestion(...args);
  }

  async getRanking(...args: Parameters<PlanApi['getRanking']>) {
    return (await this.#get()).plan.getRanking(...args);
  }
}
