import type { CompoundEntityRef } from '@backstage/catalog-model';
import { init, pathOf, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  ChangeDrillPlanBody,
  DrillPlan,
  EntityRecovery,
  GetEntityRecoveryQuery,
  ListRecoveryQuery,
  PlanDrillBody,
  RecoveryPage,
} from './types';

/**
 * What is promised of recovery, and what drills have proven.
 *
 * @remarks
 *
 * All reject with a `ResponseError`. Of a conflict (409), `body.error.current` is the plan as it is now.
 *
 * @public
 */
export interface RecoveryApi {
  /** The recovery of the products, and of other entities that promise something. */
  list(
    query?: ListRecoveryQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RecoveryPage>;
  /** The recovery of one entity, with a page of its drills. */
  get(
    entity: string | CompoundEntityRef,
    query?: GetEntityRecoveryQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<EntityRecovery>;
  /** Plans a drill. The same request again, with the same `id`, gives the same plan. */
  plan(
    entity: string | CompoundEntityRef,
    plan: PlanDrillBody,
    options?: ProductOpsRequestOptions,
  ): Promise<DrillPlan>;
  /** Moves or cancels a planned drill. */
  change(
    id: string,
    change: ChangeDrillPlanBody,
    options?: ProductOpsRequestOptions,
  ): Promise<DrillPlan>;
}

/** Recovery over HTTP. */
export class RecoveryClient implements RecoveryApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async list(query?: ListRecoveryQuery, options?: ProductOpsRequestOptions) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/recovery', { params: { query }, ...init(options) }),
    );
  }

  async get(
    entity: string | CompoundEntityRef,
    query?: GetEntityRecoveryQuery,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/recovery', {
        params: { path: pathOf(entity), query },
        ...init(options),
      }),
    );
  }

  async plan(
    entity: string | CompoundEntityRef,
    plan: PlanDrillBody,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/entities/{kind}/{namespace}/{name}/recovery/plans', {
        params: { path: pathOf(entity) },
        body: plan,
        ...init(options),
      }),
    );
  }

  async change(
    id: string,
    change: ChangeDrillPlanBody,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.PATCH('/drill-plans/{id}', {
        params: { path: { id } },
        body: change,
        ...init(options),
      }),
    );
  }
}
