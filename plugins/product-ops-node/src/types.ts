import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  EntityOverview,
  ListProductsQuery,
  ListRoadmapItemsQuery,
  ListRunbooksQuery,
  ProductOpsStatus,
  ProductPage,
  RoadmapPage,
  Runbook,
  RunbookPage,
} from '@productops/backstage-plugin-product-ops-common';

/**
 * On whose behalf a request is made.
 *
 * @public
 */
export interface ProductOpsServiceRequestOptions {
  /** What these may not read, the answer does not have: pass on those of the user where there is one. */
  credentials: BackstageCredentials;
  /** Ends the request early. */
  signal?: AbortSignal;
}

/**
 * What a backend plugin can ask of Product Ops. Every method rejects with a `ResponseError` when the
 * answer is an error; what the credentials may not read answers with 404 like what is not there.
 *
 * @public
 */
export interface ProductOpsService {
  /** All behind the page of an entity, given by ref or its parts. */
  getEntityOverview(
    entity: string | CompoundEntityRef,
    options: ProductOpsServiceRequestOptions,
  ): Promise<EntityOverview>;
  /** A page of an entity's roadmap items, in the order of their file. */
  listRoadmapItems(
    entity: string | CompoundEntityRef,
    query: ListRoadmapItemsQuery | undefined,
    options: ProductOpsServiceRequestOptions,
  ): Promise<RoadmapPage>;
  /** A page of an entity's runbooks, by title, without their text. */
  listRunbooks(
    entity: string | CompoundEntityRef,
    query: ListRunbooksQuery | undefined,
    options: ProductOpsServiceRequestOptions,
  ): Promise<RunbookPage>;
  /** One runbook with its text and steps. */
  getRunbook(
    entity: string | CompoundEntityRef,
    id: string,
    options: ProductOpsServiceRequestOptions,
  ): Promise<Runbook>;
  /** A page of the portfolio with total and facets. */
  listProducts(
    query: ListProductsQuery | undefined,
    options: ProductOpsServiceRequestOptions,
  ): Promise<ProductPage>;
  /** How old the directory and the documents are. */
  getStatus(
    options: ProductOpsServiceRequestOptions,
  ): Promise<ProductOpsStatus>;
}
