import { init, keyed, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  CreateFollowUpBody,
  FollowUp,
  FollowUpList,
  ListFollowUpsQuery,
} from './types';

/**
 * What runs and runbooks lead to on roadmaps.
 *
 * @remarks
 *
 * All reject with a `ResponseError`.
 *
 * @public
 */
export interface FollowUpsApi {
  /** The follow-ups of a run, of a runbook with all its runs, or what an item follows from; the latest hundred. */
  list(
    query: ListFollowUpsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<FollowUpList>;
  /** Makes a roadmap item, linked to the run or the runbook. The same `key` makes one item, however often it is sent. */
  create(
    followUp: CreateFollowUpBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ): Promise<FollowUp>;
}

/** Follow-ups over HTTP. */
export class FollowUpsClient implements FollowUpsApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async list(query: ListFollowUpsQuery, options?: ProductOpsRequestOptions) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/follow-ups', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async create(
    followUp: CreateFollowUpBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/follow-ups', {
        body: followUp,
        ...keyed(options),
      }),
    );
  }
}
