import type { CompoundEntityRef } from '@backstage/catalog-model';
import { init, pathOf, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  DecidePlanSuggestionBody,
  GetPlanMixQuery,
  GetRoadmapRankingQuery,
  ListPlanConflictsQuery,
  ListPlanDependenciesQuery,
  ListPlanItemsQuery,
  ListPlanSuggestionsQuery,
  PlanConflictPage,
  PlanDecision,
  PlanDependencyPage,
  PlanMix,
  PlanPage,
  PlanSuggestionPage,
  RoadmapRanking,
} from './types';

/**
 * What can be asked of the plans of all products together. All reject with a `ResponseError`.
 *
 * @public
 */
export interface PlanApi {
  /** A page of the items of all roadmaps that the caller may read. */
  listItems(
    query?: ListPlanItemsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanPage>;
  /** The dependencies of the items that a filter gives. */
  listDependencies(
    query?: ListPlanDependenciesQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanDependencyPage>;
  /** Where plans contradict each other or the facts, the most urgent first. */
  listConflicts(
    query?: ListPlanConflictsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanConflictPage>;
  /** Dependencies that the catalog makes likely. */
  listSuggestions(
    query?: ListPlanSuggestionsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanSuggestionPage>;
  /** What effort goes into, by period, team, product, category and origin. */
  getMix(
    query?: GetPlanMixQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanMix>;
  /** Accepts, dismisses or restores a suggested dependency. */
  decideSuggestion(
    decision: DecidePlanSuggestionBody,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanDecision>;
  /** The open items of an entity by their score, and what changed since a day. */
  getRanking(
    entity: string | CompoundEntityRef,
    query?: GetRoadmapRankingQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapRanking>;
}

/** Plans over HTTP. */
export class PlanClient implements PlanApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async listItems(
    query?: ListPlanItemsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/roadmap/items', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async listDependencies(
    query?: ListPlanDependenciesQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanDependencyPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/roadmap/dependencies', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async listConflicts(
    query?: ListPlanConflictsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanConflictPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/roadmap/conflicts', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async listSuggestions(
    query?: ListPlanSuggestionsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanSuggestionPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/roadmap/suggestions', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async getMix(
    query?: GetPlanMixQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanMix> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/roadmap/mix', { params: { query }, ...init(options) }),
    );
  }

  async decideSuggestion(
    decision: DecidePlanSuggestionBody,
    options?: ProductOpsRequestOptions,
  ): Promise<PlanDecision> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/roadmap/suggestions/decision', {
        body: decision,
        ...init(options),
      }),
    );
  }

  async getRanking(
    entity: string | CompoundEntityRef,
    query?: GetRoadmapRankingQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapRanking> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/roadmap/ranking', {
        params: { path: pathOf(entity), query },
        ...init(options),
      }),
    );
  }
}
