import type { CompoundEntityRef } from '@backstage/catalog-model';
import { init, keyed, pathOf, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type { RoadmapItemQuestion } from './RoadmapClient';
import type {
  AddRoadmapCommentBody,
  Feedback,
  FeedbackItem,
  FeedbackPage,
  ItemFeedback,
  LinkFeedbackBody,
  ListEntityFeedbackQuery,
  ListFeedbackCommentsQuery,
  ListFeedbackQuery,
  MakeItemOfFeedbackBody,
  MergeFeedbackBody,
  PatchFeedbackBody,
  PostFeedbackBody,
  RoadmapComment,
  RoadmapCommentPage,
} from './types';

/** Options of a request that makes one thing, however often it is sent with the same key. */
type KeyedOptions = ProductOpsRequestOptions & { key?: string };

/**
 * What can be asked of and done with feedback.
 *
 * @remarks
 *
 * All reject with a `ResponseError`. Of a conflict (409), `body.error.current` is the feedback as it is now. Who posts,
 * votes or comments more than people do gets 429.
 *
 * @public
 */
export interface FeedbackApi {
  /** A page of the feedback on all entities that the caller may read. */
  list(
    query?: ListFeedbackQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<FeedbackPage>;
  /** A page of the feedback on an entity; with `similarTo`, what is like a text that somebody is about to post. */
  listOf(
    entity: string | CompoundEntityRef,
    query?: ListEntityFeedbackQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<FeedbackPage>;
  /** The feedback that a roadmap item answers. */
  listOfItem(
    item: RoadmapItemQuestion,
    query?: { limit?: number },
    options?: ProductOpsRequestOptions,
  ): Promise<ItemFeedback>;
  /** Asks something of an entity, with the first vote. With a `key`, the same request again gives the same feedback. */
  post(
    entity: string | CompoundEntityRef,
    feedback: PostFeedbackBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ): Promise<Feedback>;
  /** One piece of feedback with its text, also one that was merged or taken back. */
  get(id: string, options?: ProductOpsRequestOptions): Promise<Feedback>;
  /** Changes feedback, answers it, decides it or takes it back; 409 when it has changed since. */
  patch(
    id: string,
    patch: PatchFeedbackBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Feedback>;
  /** Votes for it; a second vote changes nothing. */
  vote(id: string, options?: ProductOpsRequestOptions): Promise<Feedback>;
  /** Takes one's vote back. */
  takeVoteBack(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<Feedback>;
  /** A page of the comments, the first one first. */
  listComments(
    id: string,
    query?: ListFeedbackCommentsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapCommentPage>;
  /** Comments on it. */
  addComment(
    id: string,
    comment: AddRoadmapCommentBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapComment>;
  /** Removes a comment of one's own; its place stays. */
  removeComment(
    id: string,
    comment: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapComment>;
  /** Merges it into other feedback; 409 when one of the two has changed since. */
  merge(
    id: string,
    merge: MergeFeedbackBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Feedback>;
  /** Takes a merge back; 409 when it has changed since. */
  undoMerge(
    id: string,
    question: { version: number },
    options?: ProductOpsRequestOptions,
  ): Promise<Feedback>;
  /** Links it to a roadmap item that answers it. */
  link(
    id: string,
    link: LinkFeedbackBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Feedback>;
  /** Takes such a link away. */
  unlink(
    id: string,
    link: LinkFeedbackBody,
    options?: ProductOpsRequestOptions,
  ): Promise<Feedback>;
  /** Makes a roadmap item of it, linked to it. With a `key`, the same request again gives the same item. */
  makeItem(
    id: string,
    item: MakeItemOfFeedbackBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ): Promise<FeedbackItem>;
}

/** Feedback over HTTP. */
export class FeedbackClient implements FeedbackApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async list(query?: ListFeedbackQuery, options?: ProductOpsRequestOptions) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/feedback', { params: { query }, ...init(options) }),
    );
  }

  async listOf(
    entity: string | CompoundEntityRef,
    query?: ListEntityFeedbackQuery,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/feedback', {
        params: { path: pathOf(entity), query },
        ...init(options),
      }),
    );
  }

  async listOfItem(
    { entity, id, source }: RoadmapItemQuestion,
    query?: { limit?: number },
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/feedback',
        {
          params: {
            path: { ...pathOf(entity), id },
            query: { ...query, ...(source && { source }) },
          },
          ...init(options),
        },
      ),
    );
  }

  async post(
    entity: string | CompoundEntityRef,
    feedback: PostFeedbackBody,
    options?: KeyedOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/entities/{kind}/{namespace}/{name}/feedback', {
        params: { path: pathOf(entity) },
        body: feedback,
        ...keyed(options),
      }),
    );
  }

  async get(id: string, options?: ProductOpsRequestOptions) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/feedback/{id}', {
        params: { path: { id } },
        ...init(options),
      }),
    );
  }

  async patch(
    id: string,
    patch: PatchFeedbackBody,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.PATCH('/feedback/{id}', {
        params: { path: { id } },
        body: patch,
        ...init(options),
      }),
    );
  }

  async vote(id: string, options?: ProductOpsRequestOptions) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/feedback/{id}/votes', {
        params: { path: { id } },
        ...init(options),
      }),
    );
  }

  async takeVoteBack(id: string, options?: ProductOpsRequestOptions) {
    const client = await this.#http.client();
    return readAnswer(
      await client.DELETE('/feedback/{id}/votes', {
        params: { path: { id } },
        ...init(options),
      }),
    );
  }

  async listComments(
    id: string,
    query?: ListFeedbackCommentsQuery,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/feedback/{id}/comments', {
        params: { path: { id }, query },
        ...init(options),
      }),
    );
  }

  async addComment(
    id: string,
    comment: AddRoadmapCommentBody,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/feedback/{id}/comments', {
        params: { path: { id } },
        body: comment,
        ...init(options),
      }),
    );
  }

  async removeComment(
    id: string,
    comment: string,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.DELETE('/feedback/{id}/comments/{comment}', {
        params: { path: { id, comment } },
        ...init(options),
      }),
    );
  }

  async merge(
    id: string,
    merge: MergeFeedbackBody,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/feedback/{id}/merge', {
        params: { path: { id } },
        body: merge,
        ...init(options),
      }),
    );
  }

  async undoMerge(
    id: string,
    question: { version: number },
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.DELETE('/feedback/{id}/merge', {
        params: { path: { id }, query: question },
        ...init(options),
      }),
    );
  }

  async link(
    id: string,
    link: LinkFeedbackBody,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/feedback/{id}/links', {
        params: { path: { id } },
        body: link,
        ...init(options),
      }),
    );
  }

  async unlink(
    id: string,
    link: LinkFeedbackBody,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.DELETE('/feedback/{id}/links', {
        params: { path: { id }, query: link },
        ...init(options),
      }),
    );
  }

  async makeItem(
    id: string,
    item: MakeItemOfFeedbackBody,
    options?: KeyedOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/feedback/{id}/item', {
        params: { path: { id } },
        body: item,
        ...keyed(options),
      }),
    );
  }
}
