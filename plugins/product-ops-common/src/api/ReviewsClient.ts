import type { CompoundEntityRef } from '@backstage/catalog-model';
import { init, pathOf, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  ListRunbookReviewsQuery,
  ReviewRunbookBody,
  RunbookReview,
  RunbookReviewPage,
} from './types';

/**
 * Who vouched when that runbooks are right.
 *
 * @remarks
 *
 * All reject with a `ResponseError`. Of a conflict (409), `body.error.current` is the runbook that has changed before a
 * review.
 *
 * @public
 */
export interface ReviewsApi {
  /** A page of the recorded reviews of a runbook, the latest first. */
  list(
    entity: string | CompoundEntityRef,
    runbook: string,
    query?: ListRunbookReviewsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookReviewPage>;
  /** Vouches for the version that was read. The same request again, with the same `id`, gives the same review. */
  review(
    entity: string | CompoundEntityRef,
    runbook: string,
    review: ReviewRunbookBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookReview>;
}

/** Reviews of runbooks over HTTP. */
export class ReviewsClient implements ReviewsApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async list(
    entity: string | CompoundEntityRef,
    runbook: string,
    query?: ListRunbookReviewsQuery,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/runbooks/{id}/reviews',
        {
          params: { path: { ...pathOf(entity), id: runbook }, query },
          ...init(options),
        },
      ),
    );
  }

  async review(
    entity: string | CompoundEntityRef,
    runbook: string,
    review: ReviewRunbookBody,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST(
        '/entities/{kind}/{namespace}/{name}/runbooks/{id}/reviews',
        {
          params: { path: { ...pathOf(entity), id: runbook } },
          body: review,
          ...init(options),
        },
      ),
    );
  }
}
