import {
  type CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { AlertsClient, type AlertsApi } from './AlertsClient';
import { AuthoringClient, type AuthoringApi } from './AuthoringClient';
import { type FeedbackApi, FeedbackClient } from './FeedbackClient';
import { ExchangeClient, type ExchangeApi } from './ExchangeClient';
import { FollowUpsClient, type FollowUpsApi } from './FollowUpsClient';
import { RecoveryClient, type RecoveryApi } from './RecoveryClient';
import {
  httpContract,
  init,
  pathOf,
  readAnswer,
  type HttpContract,
} from './http';
import { GoalsClient, type GoalsApi } from './GoalsClient';
import { LifecycleClient, type LifecycleApi } from './LifecycleClient';
import { PlanClient, type PlanApi } from './PlanClient';
import { type RoadmapApi, RoadmapClient } from './RoadmapClient';
import { RunbooksClient, type RunbooksApi } from './RunbooksClient';
import { ReviewsClient, type ReviewsApi } from './ReviewsClient';
import { RunsClient, type RunsApi } from './RunsClient';
import type {
  DecideOwnershipTransferBody,
  EntityLifecycle,
  EntityOverview,
  EntityOwnership,
  GetReadinessQuery,
  ReadinessPage,
  GetOwnershipGraphQuery,
  GetPersonOwnershipQuery,
  ListOwnedEntitiesQuery,
  ListOwnershipChildrenQuery,
  ListOwnershipDependenciesQuery,
  ListOwnershipGapsQuery,
  ListOwnershipHistoryQuery,
  OwnedEntityPage,
  OwnershipChildren,
  OwnershipDependencies,
  OwnershipGapPage,
  OwnershipGraph,
  OwnershipHistoryPage,
  OwnershipMatches,
  PersonOwnership,
  SearchOwnershipQuery,
  TeamOwnership,
  Transfer,
  TransferPage,
  VerificationAnswer,
  VerificationPage,
  VerificationResults,
  ListProductsQuery,
  ListOwnershipTransfersQuery,
  ListOwnershipVerificationsQuery,
  ListRoadmapItemsQuery,
  ListRunbooksQuery,
  ProposeOwnershipTransferBody,
  ProductOpsStatus,
  ProductPage,
  RoadmapPage,
  Runbook,
  RunbookPage,
} from './types';

/**
 * Options of a single request.
 *
 * @public
 */
export interface ProductOpsRequestOptions {
  /** A Backstage token; in the frontend the fetch API adds it by itself. */
  token?: string;
  /** Ends the request early. */
  signal?: AbortSignal;
}

/**
 * What one can ask of the Product Ops backend. Every method rejects with a `ResponseError` when the
 * backend answers with an error; what the caller may not read answers with 404 like what is not there.
 *
 * @public
 */
export interface ProductOpsApi {
  /** All behind the page of an entity, given by ref or its parts. */
  getEntityOverview(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<EntityOverview>;
  /** A page of an entity's roadmap items, declared and recorded ones, in their order. */
  listRoadmapItems(
    entity: string | CompoundEntityRef,
    query?: ListRoadmapItemsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapPage>;
  /** A page of an entity's runbooks, by title, without their text. */
  listRunbooks(
    entity: string | CompoundEntityRef,
    query?: ListRunbooksQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookPage>;
  /** One runbook with its text and steps. */
  getRunbook(
    entity: string | CompoundEntityRef,
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<Runbook>;
  /** A page of the portfolio with total and facets. */
  listProducts(
    query?: ListProductsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<ProductPage>;
  /** Teams in their hierarchy with what they own, cut to what can be read. */
  getOwnershipGraph(
    query?: GetOwnershipGraphQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipGraph>;
  /** A page of the children of a node of the graph. */
  listOwnershipChildren(
    query: ListOwnershipChildrenQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipChildren>;
  /** Teams, people and entities by text, each with the way to it in the graph. */
  searchOwnership(
    query: SearchOwnershipQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipMatches>;
  /** What a team owns, by itself and through its sub-teams. */
  getTeamOwnership(
    team: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<TeamOwnership>;
  /** What a person answers for, with a page of it. */
  getPersonOwnership(
    person: string | CompoundEntityRef,
    query?: GetPersonOwnershipQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PersonOwnership>;
  /** What teams depend on each other, by what they own; with more examples where one other team is asked for. */
  listOwnershipDependencies(
    team: string | CompoundEntityRef,
    query?: ListOwnershipDependenciesQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipDependencies>;
  /** A page of what a team with its sub-teams, or a person, has in one role. */
  listOwnedEntities(
    query: ListOwnedEntitiesQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnedEntityPage>;
  /** A page of gaps in ownership, the most urgent first. */
  listOwnershipGaps(
    query?: ListOwnershipGapsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipGapPage>;
  /** Who answers for an entity, how that comes about, and how it was before. */
  getEntityOwnership(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<EntityOwnership>;
  /** A page of what became of the ownership of an entity, the latest first. */
  listOwnershipHistory(
    entity: string | CompoundEntityRef,
    query?: ListOwnershipHistoryQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipHistoryPage>;
  /** A page of what is due to be verified. */
  listOwnershipVerifications(
    query?: ListOwnershipVerificationsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<VerificationPage>;
  /** Says that ownership is still right, or that it is wrong; one answer that cannot be taken rejects. */
  verifyOwnership(
    answers: VerificationAnswer[],
    options?: ProductOpsRequestOptions,
  ): Promise<VerificationResults>;
  /** A page of proposed changes of owners, the latest first. */
  listOwnershipTransfers(
    query?: ListOwnershipTransfersQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<TransferPage>;
  /** Proposes another owner of an entity; rejects with 409 when it has another owner than `from`, or is to go elsewhere. */
  proposeOwnershipTransfer(
    proposal: ProposeOwnershipTransferBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Transfer>;
  /** Accepts or declines a transfer, or takes it back; rejects with 409 when it has changed meanwhile. */
  decideOwnershipTransfer(
    id: string,
    decision: DecideOwnershipTransferBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Transfer>;
  /** Where an entity is in its life, what its stage demands, and what the next ones would. */
  getEntityLifecycle(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<EntityLifecycle>;
  /** How ready things are for the stage they are in, rolled up. */
  getReadiness(
    query?: GetReadinessQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<ReadinessPage>;
  /** Stages, gates and the end of things. */
  readonly lifecycle: LifecycleApi;
  /** Items of roadmaps, their history and comments. */
  readonly roadmap: RoadmapApi;
  /** What people ask of entities. */
  readonly feedback: FeedbackApi;
  /** The plans of all products together. */
  readonly plan: PlanApi;
  /** Goals, their history and the values of their metrics. */
  readonly goals: GoalsApi;
  /** Roadmaps taken along: CSV, calendar feeds, saved views. */
  readonly exchange: ExchangeApi;
  /** The runbooks of all entities: found, and resolved for an alert. */
  readonly runbooks: RunbooksApi;
  /** Reviews of runbooks. */
  readonly reviews: ReviewsApi;
  /** Runs of runbooks and their logs. */
  readonly runs: RunsApi;
  /** Runbooks that are written in the portal, versions of all, and images. */
  readonly authoring: AuthoringApi;
  /** What runs and runbooks lead to on roadmaps. */
  readonly followUps: FollowUpsApi;
  /** What is promised of recovery, and what drills have proven. */
  readonly recovery: RecoveryApi;
  /** The alerts that other systems tell of. */
  readonly alerts: AlertsApi;
  /** How old the directory and the documents are. */
  getStatus(options?: ProductOpsRequestOptions): Promise<ProductOpsStatus>;
}

/**
 * The typed client of the HTTP contract, for the frontend and for other backends.
 *
 * @public
 */
export class ProductOpsClient implements ProductOpsApi {
  readonly lifecycle: LifecycleApi;
  readonly roadmap: RoadmapApi;
  readonly feedback: FeedbackApi;
  readonly plan: PlanApi;
  readonly goals: GoalsApi;
  readonly exchange: ExchangeApi;
  readonly runbooks: RunbooksApi;
  readonly reviews: ReviewsApi;
  readonly runs: RunsApi;
  readonly authoring: AuthoringApi;
  readonly followUps: FollowUpsApi;
  readonly recovery: RecoveryApi;
  readonly alerts: AlertsApi;
  readonly #http: HttpContract;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#http = httpContract(options);
    this.lifecycle = new LifecycleClient(this.#http);
    this.roadmap = new RoadmapClient(this.#http);
    this.feedback = new FeedbackClient(this.#http);
    this.plan = new PlanClient(this.#http);
    this.goals = new GoalsClient(this.#http);
    this.exchange = new ExchangeClient(this.#http);
    this.runbooks = new RunbooksClient(this.#http);
    this.reviews = new ReviewsClient(this.#http);
    this.runs = new RunsClient(this.#http);
    this.authoring = new AuthoringClient(this.#http);
    this.followUps = new FollowUpsClient(this.#http);
    this.recovery = new RecoveryClient(this.#http);
    this.alerts = new AlertsClient(this.#http);
  }

  async getEntityOverview(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<EntityOverview> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}', {
        params: { path: pathOf(entity) },
        ...init(options),
      }),
    );
  }

  async listRoadmapItems(
    entity: string | CompoundEntityRef,
    query?: ListRoadmapItemsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/roadmap', {
        params: { path: pathOf(entity), query },
        ...init(options),
      }),
    );
  }

  async listRunbooks(
    entity: string | CompoundEntityRef,
    query?: ListRunbooksQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/runbooks', {
        params: { path: pathOf(entity), query },
        ...init(options),
      }),
    );
  }

  async getRunbook(
    entity: string | CompoundEntityRef,
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<Runbook> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/runbooks/{id}', {
        params: { path: { ...pathOf(entity), id } },
        ...init(options),
      }),
    );
  }

  async listProducts(
    query?: ListProductsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<ProductPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/products', { params: { query }, ...init(options) }),
    );
  }

  async getOwnershipGraph(
    query?: GetOwnershipGraphQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipGraph> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/ownership/graph', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async listOwnershipChildren(
    query: ListOwnershipChildrenQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipChildren> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/ownership/children', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async searchOwnership(
    query: SearchOwnershipQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipMatches> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/ownership/search', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async getTeamOwnership(
    team: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<TeamOwnership> {
    const client = await this.#http.client();
    const { namespace, name } = pathOf(team);
    return readAnswer(
      await client.GET('/ownership/teams/{namespace}/{name}', {
        params: { path: { namespace, name } },
        ...init(options),
      }),
    );
  }

  async getPersonOwnership(
    person: string | CompoundEntityRef,
    query?: GetPersonOwnershipQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<PersonOwnership> {
    const client = await this.#http.client();
    const { namespace, name } = pathOf(person);
    return readAnswer(
      await client.GET('/ownership/people/{namespace}/{name}', {
        params: { path: { namespace, name }, query },
        ...init(options),
      }),
    );
  }

  async listOwnershipDependencies(
    team: string | CompoundEntityRef,
    query?: ListOwnershipDependenciesQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipDependencies> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/ownership/dependencies', {
        params: {
          query: {
            ...query,
            team: typeof team === 'string' ? team : stringifyEntityRef(team),
          },
        },
        ...init(options),
      }),
    );
  }

  async listOwnedEntities(
    query: ListOwnedEntitiesQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnedEntityPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/ownership/entities', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async listOwnershipGaps(
    query?: ListOwnershipGapsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipGapPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/ownership/gaps', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async getEntityOwnership(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<EntityOwnership> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/ownership', {
        params: { path: pathOf(entity) },
        ...init(options),
      }),
    );
  }

  async listOwnershipHistory(
    entity: string | CompoundEntityRef,
    query?: ListOwnershipHistoryQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<OwnershipHistoryPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/ownership/history',
        { params: { path: pathOf(entity), query }, ...init(options) },
      ),
    );
  }

  async listOwnershipVerifications(
    query?: ListOwnershipVerificationsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<VerificationPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/ownership/verifications', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async verifyOwnership(
    answers: VerificationAnswer[],
    options?: ProductOpsRequestOptions,
  ): Promise<VerificationResults> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/ownership/verifications', {
        body: { answers },
        ...init(options),
      }),
    );
  }

  async listOwnershipTransfers(
    query?: ListOwnershipTransfersQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<TransferPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/ownership/transfers', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async proposeOwnershipTransfer(
    proposal: ProposeOwnershipTransferBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Transfer> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/ownership/transfers', {
        body: proposal,
        ...init(options),
      }),
    );
  }

  async decideOwnershipTransfer(
    id: string,
    decision: DecideOwnershipTransferBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Transfer> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/ownership/transfers/{id}/decision', {
        params: { path: { id } },
        body: decision,
        ...init(options),
      }),
    );
  }

  async getEntityLifecycle(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<EntityLifecycle> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/lifecycle', {
        params: { path: pathOf(entity) },
        ...init(options),
      }),
    );
  }

  async getReadiness(
    query?: GetReadinessQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<ReadinessPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/readiness', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async getStatus(
    options?: ProductOpsRequestOptions,
  ): Promise<ProductOpsStatus> {
    const client = await this.#http.client();
    return readAnswer(await client.GET('/status', init(options)));
  }
}
