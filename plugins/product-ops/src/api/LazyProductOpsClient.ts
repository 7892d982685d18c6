import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import type {
  AlertsApi,
  AuthoringApi,
  FeedbackApi,
  FollowUpsApi,
  GoalsApi,
  ExchangeApi,
  LifecycleApi,
  PlanApi,
  ProductOpsApi,
  RecoveryApi,
  RoadmapApi,
  RunbooksApi,
  ReviewsApi,
  RunsApi,
} from '@productops/backstage-plugin-product-ops-common';
import { LazyAlertsClient } from './LazyAlertsClient';
import { LazyAuthoringClient } from './LazyAuthoringClient';
import { LazyFeedbackClient } from './LazyFeedbackClient';
import { LazyFollowUpsClient } from './LazyFollowUpsClient';
import { LazyGoalsClient } from './LazyGoalsClient';
import { LazyExchangeClient } from './LazyExchangeClient';
import { LazyLifecycleClient } from './LazyLifecycleClient';
import { LazyRecoveryClient } from './LazyRecoveryClient';
import { LazyPlanClient } from './LazyPlanClient';
import { LazyRoadmapClient } from './LazyRoadmapClient';
import { LazyRunbooksClient } from './LazyRunbooksClient';
import { LazyReviewsClient } from './LazyReviewsClient';
import { LazyRunsClient } from './LazyRunsClient';

/** The client over HTTP, whose code is fetched when it is first asked. */
export class LazyProductOpsClient implements ProductOpsApi {
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
  readonly #load: () => Promise<ProductOpsApi>;
  #client: Promise<ProductOpsApi> | undefined;

  static create(options: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
  }): LazyProductOpsClient {
    return new LazyProductOpsClient(async () => {
      const { ProductOpsClient } = await import('./client');
      return new ProductOpsClient(options);
    });
  }

  private constructor(load: () => Promise<ProductOpsApi>) {
    this.#load = load;
    this.lifecycle = LazyLifecycleClient.create(() => this.#get());
    this.roadmap = LazyRoadmapClient.create(() => this.#get());
    this.feedback = LazyFeedbackClient.create(() => this.#get());
    this.plan = LazyPlanClient.create(() => this.#get());
    this.goals = LazyGoalsClient.create(() => this.#get());
    this.exchange = LazyExchangeClient.create(() => this.#get());
    this.runbooks = LazyRunbooksClient.create(() => this.#get());
    this.reviews = LazyReviewsClient.create(() => this.#get());
    this.runs = LazyRunsClient.create(() => this.#get());
    this.authoring = LazyAuthoringClient.create(() => this.#get());
    this.followUps = LazyFollowUpsClient.create(() => this.#get());
    this.recovery = LazyRecoveryClient.create(() => this.#get());
    this.alerts = LazyAlertsClient.create(() => this.#get());
  }

  async getEntityOverview(
    ...args: Parameters<ProductOpsApi['getEntityOverview']>
  ) {
    return (await this.#get()).getEntityOverview(...args);
  }

  async listRoadmapItems(
    ...args: Parameters<ProductOpsApi['listRoadmapItems']>
  ) {
    return (await this.#get()).listRoadmapItems(...args);
  }

  async listRunbooks(...args: Parameters<ProductOpsApi['listRunbooks']>) {
    return (await this.#get()).listRunbooks(...args);
  }

  async getRunbook(...args: Parameters<ProductOpsApi['getRunbook']>) {
    return (await this.#get()).getRunbook(...args);
  }

  async listProducts(...args: Parameters<ProductOpsApi['listProducts']>) {
    return (await this.#get()).listProducts(...args);
  }

  async getOwnershipGraph(
    ...args: Parameters<ProductOpsApi['getOwnershipGraph']>
  ) {
    return (await this.#get()).getOwnershipGraph(...args);
  }

  async listOwnershipChildren(
    ...args: Parameters<ProductOpsApi['listOwnershipChildren']>
  ) {
    return (await this.#get()).listOwnershipChildren(...args);
  }

  async searchOwnership(...args: Parameters<ProductOpsApi['searchOwnership']>) {
    return (await this.#get()).searchOwnership(...args);
  }

  async getTeamOwnership(
    ...args: Parameters<ProductOpsApi['getTeamOwnership']>
  ) {
    return (await this.#get()).getTeamOwnership(...args);
  }

  async getPersonOwnership(
    ...args: Parameters<ProductOpsApi['getPersonOwnership']>
  ) {
    return (await this.#get()).getPersonOwnership(...args);
  }

  async listOwnershipDependencies(
    ...args: Parameters<ProductOpsApi['listOwnershipDependencies']>
  ) {
    return (await this.#get()).listOwnershipDependencies(...args);
  }

  async listOwnedEntities(
    ...args: Parameters<ProductOpsApi['listOwnedEntities']>
  ) {
    return (await this.#get()).listOwnedEntities(...args);
  }

  async listOwnershipGaps(
    ...args: Parameters<ProductOpsApi['listOwnershipGaps']>
  ) {
    return (await this.#get()).listOwnershipGaps(...args);
  }

  async getEntityOwnership(
    ...args: Parameters<ProductOpsApi['getEntityOwnership']>
  ) {
    return (await this.#get()).getEntityOwnership(...args);
  }

  async listOwnershipHistory(
    ...args: Parameters<ProductOpsApi['listOwnershipHistory']>
  ) {
    return (await this.#get()).listOwnershipHistory(...args);
  }

  async listOwnershipVerifications(
    ...args: Parameters<ProductOpsApi['listOwnershipVerifications']>
  ) {
    return (await this.#get()).listOwnershipVerifications(...args);
  }

  async verifyOwnership(...args: Parameters<ProductOpsApi['verifyOwnership']>) {
    return (await this.#get()).verifyOwnership(...args);
  }

  async listOwnershipTransfers(
    ...args: Parameters<ProductOpsApi['listOwnershipTransfers']>
  ) {
    return (await this.#get()).listOwnershipTransfers(...args);
  }

  async proposeOwnershipTransfer(
    ...args: Parameters<ProductOpsApi['proposeOwnershipTransfer']>
  ) {
    return (await this.#get()).proposeOwnershipTransfer(...args);
  }

  async decideOwnershipTransfer(
    ...args: Parameters<ProductOpsApi['decideOwnershipTransfer']>
  ) {
    return (await this.#get()).decideOwnershipTransfer(...args);
  }

  async getEntityLifecycle(
    ...args: Parameters<ProductOpsApi['getEntityLifecycle']>
  ) {
    return (await this.#get()).getEntityLifecycle(...args);
  }

  async getReadiness(...args: Parameters<ProductOpsApi['getReadiness']>) {
    return (await this.#get()).getReadiness(...args);
  }

  async getStatus(...args: Parameters<ProductOpsApi['getStatus']>) {
    return (await this.#get()).getStatus(...args);
  }

  #get(): Promise<ProductOpsApi> {
    if (!this.#client) {
      const client = this.#load();
      this.#client = client;
      // A chunk that could not be fetched is asked for again the next time.
      client.catch(() => {
        this.#client = undefined;
      });
    }
    return this.#client;
  }
}
