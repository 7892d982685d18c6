import type { CompoundEntityRef } from '@backstage/catalog-model';
import { init, keyed, pathOf, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  AddGoalValueBody,
  CreateGoalBody,
  EntityGoalPage,
  GoalDetails,
  GoalHistoryPage,
  GoalPage,
  GoalValue,
  GoalValuePage,
  ListEntityGoalsQuery,
  ListGoalHistoryQuery,
  ListGoalsQuery,
  ListGoalValuesQuery,
  PatchGoalBody,
} from './types';

/**
 * Which goal is meant.
 *
 * @public
 */
export interface GoalQuestion {
  /** The entity whose goal it is, by ref or its parts. */
  entity: string | CompoundEntityRef;
  id: string;
  /** Where the file and the portal have a goal with the id, that of the file is meant when absent. */
  source?: 'declared' | 'recorded';
}

/**
 * What can be asked of and done with goals.
 *
 * @remarks
 *
 * All reject with a `ResponseError`. Of a conflict (409), `body.error.current` is the goal as it is now.
 *
 * @public
 */
export interface GoalsApi {
  /** A page of goals across entities, with counts by state. */
  listGoals(
    query?: ListGoalsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<GoalPage>;
  /** A page of the goals of an entity. */
  listEntityGoals(
    entity: string | CompoundEntityRef,
    query?: ListEntityGoalsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<EntityGoalPage>;
  /** One goal with all about it, an archived one too. */
  getGoal(
    goal: GoalQuestion,
    options?: ProductOpsRequestOptions,
  ): Promise<GoalDetails>;
  /** Records a goal. With a `key`, the same request again gives the same goal within seven days. */
  createGoal(
    entity: string | CompoundEntityRef,
    goal: CreateGoalBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ): Promise<GoalDetails>;
  /** Changes a recorded goal, archives it or takes it back; 409 when it has changed since. */
  patchGoal(
    goal: GoalQuestion,
    patch: PatchGoalBody,
    options?: ProductOpsRequestOptions,
  ): Promise<GoalDetails>;
  /** Archives a recorded goal; 409 when it has changed since. */
  archiveGoal(
    goal: GoalQuestion,
    version: number,
    options?: ProductOpsRequestOptions,
  ): Promise<GoalDetails>;
  /** A page of what became of a recorded goal, the latest first. */
  listHistory(
    goal: GoalQuestion,
    query?: ListGoalHistoryQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<GoalHistoryPage>;
  /** A page of the values of a goal's metric, the latest first. */
  listValues(
    goal: GoalQuestion,
    query?: ListGoalValuesQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<GoalValuePage>;
  /** Records or corrects a value. With a `key`, the same request again gives the same value within seven days. */
  addValue(
    goal: GoalQuestion,
    value: AddGoalValueBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ): Promise<GoalValue>;
}

const GOALS = '/entities/{kind}/{namespace}/{name}/goals';
const GOAL = `${GOALS}/{id}` as const;

function paramsOf({ entity, id, source }: GoalQuestion) {
  return {
    path: { ...pathOf(entity), id },
    query: { ...(source && { source }) },
  };
}

/** Goals over HTTP. */
export class GoalsClient implements GoalsApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async listGoals(
    query: ListGoalsQuery = {},
    options?: ProductOpsRequestOptions,
  ): Promise<GoalPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/goals', { params: { query }, ...init(options) }),
    );
  }

  async listEntityGoals(
    entity: string | CompoundEntityRef,
    query: ListEntityGoalsQuery = {},
    options?: ProductOpsRequestOptions,
  ): Promise<EntityGoalPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(GOALS, {
        params: { path: pathOf(entity), query },
        ...init(options),
      }),
    );
  }

  async getGoal(
    goal: GoalQuestion,
    options?: ProductOpsRequestOptions,
  ): Promise<GoalDetails> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(GOAL, { params: paramsOf(goal), ...init(options) }),
    );
  }

  async createGoal(
    entity: string | CompoundEntityRef,
    goal: CreateGoalBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ): Promise<GoalDetails> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST(GOALS, {
        params: { path: pathOf(entity) },
        body: goal,
        ...keyed(options),
      }),
    );
  }

  async patchGoal(
    goal: GoalQuestion,
    patch: PatchGoalBody,
    options?: ProductOpsRequestOptions,
  ): Promise<GoalDetails> {
    const client = await this.#http.client();
    return readAnswer(
      await client.PATCH(GOAL, {
        params: paramsOf(goal),
        body: patch,
        ...init(options),
      }),
    );
  }

  async archiveGoal(
    goal: GoalQuestion,
    version: number,
    options?: ProductOpsRequestOptions,
  ): Promise<GoalDetails> {
    const client = await this.#http.client();
    const { path, query } = paramsOf(goal);
    return readAnswer(
      await client.DELETE(GOAL, {
        params: { path, query: { ...query, version } },
        ...init(options),
      }),
    );
  }

  async listHistory(
    goal: GoalQuestion,
    query: ListGoalHistoryQuery = {},
    options?: ProductOpsRequestOptions,
  ): Promise<GoalHistoryPage> {
    const client = await this.#http.client();
    const { path } = paramsOf(goal);
    return readAnswer(
      await client.GET(`${GOAL}/history`, {
        params: { path, query },
        ...init(options),
      }),
    );
  }

  async listValues(
    goal: GoalQuestion,
    query: ListGoalValuesQuery = {},
    options?: ProductOpsRequestOptions,
  ): Promise<GoalValuePage> {
    const client = await this.#http.client();
    const { path } = paramsOf(goal);
    return readAnswer(
      await client.GET(`${GOAL}/values`, {
        params: { path, query },
        ...init(options),
      }),
    );
  }

  async addValue(
    goal: GoalQuestion,
    value: AddGoalValueBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ): Promise<GoalValue> {
    const client = await this.#http.client();
    const { path } = paramsOf(goal);
    return readAnswer(
      await client.POST(`${GOAL}/values`, {
        params: { path },
        body: value,
        ...keyed(options),
      }),
    );
  }
}
