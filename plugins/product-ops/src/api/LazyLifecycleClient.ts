import type {
  LifecycleApi,
  ProductOpsApi,
} from '@productops/backstage-plugin-product-ops-common';

/** The lifecycle over HTTP, whose code is fetched with the rest of the client. */
export class LazyLifecycleClient implements LifecycleApi {
  readonly #get: () => Promise<ProductOpsApi>;

  static create(get: () => Promise<ProductOpsApi>): LazyLifecycleClient {
    return new LazyLifecycleClient(get);
  }

  private constructor(get: () => Promise<ProductOpsApi>) {
    this.#get = get;
  }

  async getActions(...args: Parameters<LifecycleApi['getActions']>) {
    return (await this.#get()).lifecycle.getActions(...args);
  }

  async listHistory(...args: Parameters<LifecycleApi['listHistory']>) {
    return (await this.#get()).lifecycle.listHistory(...args);
  }

  async exportHistory(...args: Parameters<LifecycleApi['exportHistory']>) {
    return (await this.#get()).lifecycle.exportHistory(...args);
  }

  async exportHistoryCsv(
    ...args: Parameters<LifecycleApi['exportHistoryCsv']>
  ) {
    return (await this.#get()).lifecycle.exportHistoryCsv(...args);
  }

  async getBoard(...args: Parameters<LifecycleApi['getBoard']>) {
    return (await this.#get()).lifecycle.getBoard(...args);
  }

  async listTransitions(...args: Parameters<LifecycleApi['listTransitions']>) {
    return (await this.#get()).lifecycle.listTransitions(...args);
  }

  async requestTransition(
    ...args: Parameters<LifecycleApi['requestTransition']>
  ) {
    return (await this.#get()).lifecycle.requestTransition(...args);
  }

  async getTransition(...args: Parameters<LifecycleApi['getTransition']>) {
    return (await this.#get()).lifecycle.getTransition(...args);
  }

  async decideTransition(
    ...args: Parameters<LifecycleApi['decideTransition']>
  ) {
    return (await this.#get()).lifecycle.decideTransition(...args);
  }

  async listAttestations(
    ...args: Parameters<LifecycleApi['listAttestations']>
  ) {
    return (await this.#get()).lifecycle.listAttestations(...args);
  }

  async attest(...args: Parameters<LifecycleApi['attest']>) {
    return (await this.#get()).lifecycle.attest(...args);
  }

  async listWaivers(...args: Parameters<LifecycleApi['listWaivers']>) {
    return (await this.#get()).lifecycle.listWaivers(...args);
  }

  async grantWaiver(...args: Parameters<LifecycleApi['grantWaiver']>) {
    return (await this.#get()).lifecycle.grantWaiver(...args);
  }

  async revokeWaiver(...args: Parameters<LifecycleApi['revokeWaiver']>) {
    return (await this.#get()).lifecycle.revokeWaiver(...args);
  }

  async getSunset(...args: Parameters<LifecycleApi['getSunset']>) {
    return (await this.#get()).lifecycle.getSunset(...args);
  }

  async saveSunset(...args: Parameters<LifecycleApi['saveSunset']>) {
    return (await this.#get()).lifecycle.saveSunset(...args);
  }

  async listSunsets(...args: Parameters<LifecycleApi['listSunsets']>) {
    return (await this.#get()).lifecycle.listSunsets(...args);
  }

  async endSunset(...args: Parameters<LifecycleApi['endSunset']>) {
    return (await this.#get()).lifecycle.endSunset(...args);
  }

  async listSunsetDependants(
    ...args: Parameters<LifecycleApi['listSunsetDependants']>
  ) {
    return (await this.#get()).lifecycle.listSunsetDependants(...args);
  }

  async acknowledgeSunset(
    ...args: Parameters<LifecycleApi['acknowledgeSunset']>
  ) {
    return (await this.#get()).lifecycle.acknowledgeSunset(...args);
  }
}
