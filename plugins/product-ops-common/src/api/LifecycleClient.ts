import type { CompoundEntityRef } from '@backstage/catalog-model';
import { init, pathOf, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  AcknowledgeSunsetBody,
  AttestCheckBody,
  Attestation,
  AttestationPage,
  DecideStageTransitionBody,
  EndSunsetPlanBody,
  EntitySunset,
  GetStageBoardQuery,
  GrantWaiverBody,
  LifecycleActions,
  LifecycleHistoryExport,
  LifecycleHistoryPage,
  ListAttestationsQuery,
  ListLifecycleHistoryQuery,
  ListStageTransitionsQuery,
  ListSunsetDependantsQuery,
  ListSunsetPlansQuery,
  ListWaiversQuery,
  RequestStageTransitionBody,
  RevokeWaiverBody,
  SaveSunsetPlanBody,
  StageBoard,
  StageTransition,
  StageTransitionPage,
  SunsetDependantPage,
  SunsetDependantView,
  SunsetPlan,
  SunsetPlanPage,
  Waiver,
  WaiverPage,
} from './types';

/**
 * What can be asked and done about stages, gates and the end of things. Entities are given by ref or their parts.
 *
 * @remarks
 *
 * All reject with a `ResponseError`. Of a conflict (409), `body.error.current` is what is so now.
 *
 * @public
 */
export interface LifecycleApi {
  /** What is under way with the stage of an entity, and what the caller may do about it. */
  getActions(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<LifecycleActions>;
  /** A page of all that became of the stage of an entity, the latest first. */
  listHistory(
    entity: string | CompoundEntityRef,
    query?: ListLifecycleHistoryQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<LifecycleHistoryPage>;
  /** The history of an entity in one piece, the first entry first. */
  exportHistory(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<LifecycleHistoryExport>;
  /** The same as the text of a CSV file. */
  exportHistoryCsv(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<string>;
  /** The stages as columns, in each what has been there longest. */
  getBoard(
    query?: GetStageBoardQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<StageBoard>;
  /** A page of moves between stages, the latest first. */
  listTransitions(
    query?: ListStageTransitionsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<StageTransitionPage>;
  /** Asks that an entity moves to another stage; the same again gives the open transition. */
  requestTransition(
    request: RequestStageTransitionBody,
    options?: ProductOpsRequestOptions,
  ): Promise<StageTransition>;
  /** One transition with all checks of its gate. */
  getTransition(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<StageTransition>;
  /** Approves or refuses a transition, or takes it back; 409 when it has changed or its gate is closed. */
  decideTransition(
    id: string,
    decision: DecideStageTransitionBody,
    options?: ProductOpsRequestOptions,
  ): Promise<StageTransition>;
  /** A page of answers of people to checks of an entity, the latest first. */
  listAttestations(
    query: ListAttestationsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<AttestationPage>;
  /** Answers a check that no fact answers; 409 when somebody else has answered since. */
  attest(
    answer: AttestCheckBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Attestation>;
  /** A page of granted exceptions, the latest first. */
  listWaivers(
    query?: ListWaiversQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<WaiverPage>;
  /** Grants an exception to one check of one entity; 409 when another one is in force. */
  grantWaiver(
    waiver: GrantWaiverBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Waiver>;
  /** Takes an exception back. */
  revokeWaiver(
    id: string,
    revocation: RevokeWaiverBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Waiver>;
  /** Whether an entity is retired, and what of that which it depends on is. */
  getSunset(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<EntitySunset>;
  /** Begins to retire an entity, or changes the plan; 409 when it has changed since. */
  saveSunset(
    entity: string | CompoundEntityRef,
    plan: SaveSunsetPlanBody,
    options?: ProductOpsRequestOptions,
  ): Promise<SunsetPlan>;
  /** A page of sunset plans, the earliest end of life first. */
  listSunsets(
    query?: ListSunsetPlansQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<SunsetPlanPage>;
  /** Ends a sunset plan. */
  endSunset(
    id: string,
    end: EndSunsetPlanBody,
    options?: ProductOpsRequestOptions,
  ): Promise<SunsetPlan>;
  /** A page of what must move before an entity is retired, what is due first. */
  listSunsetDependants(
    id: string,
    query?: ListSunsetDependantsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<SunsetDependantPage>;
  /** Says as the owner of a dependant what becomes of it. */
  acknowledgeSunset(
    id: string,
    answer: AcknowledgeSunsetBody,
    options?: ProductOpsRequestOptions,
  ): Promise<SunsetDependantView>;
}

/** The lifecycle over HTTP. */
export class LifecycleClient implements LifecycleApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async getActions(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<LifecycleActions> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/lifecycle/actions',
        { params: { path: pathOf(entity) }, ...init(options) },
      ),
    );
  }

  async listHistory(
    entity: string | CompoundEntityRef,
    query?: ListLifecycleHistoryQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<LifecycleHistoryPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/lifecycle/history',
        { params: { path: pathOf(entity), query }, ...init(options) },
      ),
    );
  }

  async exportHistory(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<LifecycleHistoryExport> {
    const client = await this.#http.client();
    const answer = await readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/lifecycle/history/export',
        { params: { path: pathOf(entity) }, ...init(options) },
      ),
    );
    // The contract has the two formats under one address.
    return answer as LifecycleHistoryExport;
  }

  async exportHistoryCsv(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<string> {
    const client = await this.#http.client();
    return readAnswer<string>(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/lifecycle/history/export',
        {
          params: { path: pathOf(entity), query: { format: 'csv' as const } },
          parseAs: 'text',
          ...init(options),
        },
      ),
    );
  }

  async getBoard(
    query?: GetStageBoardQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<StageBoard> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/lifecycle/board', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async listTransitions(
    query?: ListStageTransitionsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<StageTransitionPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/lifecycle/transitions', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async requestTransition(
    request: RequestStageTransitionBody,
    options?: ProductOpsRequestOptions,
  ): Promise<StageTransition> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/lifecycle/transitions', {
        body: request,
        ...init(options),
      }),
    );
  }

  async getTransition(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<StageTransition> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/lifecycle/transitions/{id}', {
        params: { path: { id } },
        ...init(options),
      }),
    );
  }

  async decideTransition(
    id: string,
    decision: DecideStageTransitionBody,
    options?: ProductOpsRequestOptions,
  ): Promise<StageTransition> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/lifecycle/transitions/{id}/decision', {
        params: { path: { id } },
        body: decision,
        ...init(options),
      }),
    );
  }

  async listAttestations(
    query: ListAttestationsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<AttestationPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/lifecycle/attestations', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async attest(
    answer: AttestCheckBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Attestation> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/lifecycle/attestations', {
        body: answer,
        ...init(options),
      }),
    );
  }

  async listWaivers(
    query?: ListWaiversQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<WaiverPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/lifecycle/waivers', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async grantWaiver(
    waiver: GrantWaiverBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Waiver> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/lifecycle/waivers', {
        body: waiver,
        ...init(options),
      }),
    );
  }

  async revokeWaiver(
    id: string,
    revocation: RevokeWaiverBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Waiver> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/lifecycle/waivers/{id}/revocation', {
        params: { path: { id } },
        body: revocation,
        ...init(options),
      }),
    );
  }

  async getSunset(
    entity: string | CompoundEntityRef,
    options?: ProductOpsRequestOptions,
  ): Promise<EntitySunset> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/sunset', {
        params: { path: pathOf(entity) },
        ...init(options),
      }),
    );
  }

  async saveSunset(
    entity: string | CompoundEntityRef,
    plan: SaveSunsetPlanBody,
    options?: ProductOpsRequestOptions,
  ): Promise<SunsetPlan> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/entities/{kind}/{namespace}/{name}/sunset', {
        params: { path: pathOf(entity) },
        body: plan,
        ...init(options),
      }),
    );
  }

  async listSunsets(
    query?: ListSunsetPlansQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<SunsetPlanPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/lifecycle/sunsets', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async endSunset(
    id: string,
    end: EndSunsetPlanBody,
    options?: ProductOpsRequestOptions,
  ): Promise<SunsetPlan> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/lifecycle/sunsets/{id}/end', {
        params: { path: { id } },
        body: end,
        ...init(options),
      }),
    );
  }

  async listSunsetDependants(
    id: string,
    query?: ListSunsetDependantsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<SunsetDependantPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/lifecycle/sunsets/{id}/dependants', {
        params: { path: { id }, query },
        ...init(options),
      }),
    );
  }

  async acknowledgeSunset(
    id: string,
    answer: AcknowledgeSunsetBody,
    options?: ProductOpsRequestOptions,
  ): Promise<SunsetDependantView> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/lifecycle/sunsets/{id}/dependants', {
        params: { path: { id } },
        body: answer,
        ...init(options),
      }),
    );
  }
}
