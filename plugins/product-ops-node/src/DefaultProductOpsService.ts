import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  ProductOpsClient,
  type ListProductsQuery,
  type ListRoadmapItemsQuery,
  type ListRunbooksQuery,
  type ProductOpsRequestOptions,
} from '@productops/backstage-plugin-product-ops-common';
import type {
  ProductOpsService,
  ProductOpsServiceRequestOptions,
} from './types';

/** Calls the Product Ops backend over HTTP, with a token on behalf of the credentials. */
export class DefaultProductOpsService implements ProductOpsService {
  readonly #auth: AuthService;
  readonly #client: ProductOpsClient;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): DefaultProductOpsService {
    return new DefaultProductOpsService(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#client = new ProductOpsClient({ discoveryApi: options.discovery });
  }

  async getEntityOverview(
    entity: string | CompoundEntityRef,
    options: ProductOpsServiceRequestOptions,
  ) {
    return this.#client.getEntityOverview(entity, await this.#with(options));
  }

  async listRoadmapItems(
    entity: string | CompoundEntityRef,
    query: ListRoadmapItemsQuery | undefined,
    options: ProductOpsServiceRequestOptions,
  ) {
    return this.#client.listRoadmapItems(
      entity,
      query,
      await this.#with(options),
    );
  }

  async listRunbooks(
    entity: string | CompoundEntityRef,
    query: ListRunbooksQuery | undefined,
    options: ProductOpsServiceRequestOptions,
  ) {
    return this.#client.listRunbooks(entity, query, await this.#with(options));
  }

  async getRunbook(
    entity: string | CompoundEntityRef,
    id: string,
    options: ProductOpsServiceRequestOptions,
  ) {
    return this.#client.getRunbook(entity, id, await this.#with(options));
  }

  async listProducts(
    query: ListProductsQuery | undefined,
    options: ProductOpsServiceRequestOptions,
  ) {
    return this.#client.listProducts(query, await this.#with(options));
  }

  async getStatus(options: ProductOpsServiceRequestOptions) {
    return this.#client.getStatus(await this.#with(options));
  }

  async #with(
    options: ProductOpsServiceRequestOptions,
  ): Promise<ProductOpsRequestOptions> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: options.credentials,
      targetPluginId: 'product-ops',
    });
    return { token, signal: options.signal };
  }
}
