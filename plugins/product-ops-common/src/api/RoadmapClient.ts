import type { CompoundEntityRef } from '@backstage/catalog-model';
import { init, keyed, pathOf, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  ActOnRoadmapItemBody,
  AddRoadmapCommentBody,
  CreateRoadmapItemBody,
  ListRoadmapCommentsQuery,
  ListRoadmapHistoryQuery,
  PatchRoadmapItemBody,
  PrepareRoadmapFileChangeBody,
  RoadmapComment,
  RoadmapCommentPage,
  RoadmapFileChange,
  RoadmapHistoryPage,
  RoadmapItemDetails,
  RoadmapSource,
} from './types';

/**
 * Which roadmap item is meant.
 *
 * @public
 */
export interface RoadmapItemQuestion {
  /** The entity whose roadmap it is on, by ref or its parts. */
  entity: string | CompoundEntityRef;
  id: string;
  /** Where the file and the portal have an item with the id, that of the file is meant when absent. */
  source?: RoadmapSource;
}

/**
 * What can be asked of and done with items of roadmaps.
 *
 * @remarks
 *
 * All reject with a `ResponseError`. Of a conflict (409), `body.error.current` is the item as it is now.
 *
 * @public
 */
export interface RoadmapApi {
  /** Records an item. With a `key`, the same request again gives the same item within seven days. */
  createItem(
    entity: string | CompoundEntityRef,
    item: CreateRoadmapItemBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ): Promise<RoadmapItemDetails>;
  /** One item, also one that has left its file. */
  getItem(
    item: RoadmapItemQuestion,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapItemDetails>;
  /** Changes fields of a recorded item; 409 when it has changed since. */
  patchItem(
    item: RoadmapItemQuestion,
    patch: PatchRoadmapItemBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapItemDetails>;
  /** Reorders, reschedules or drops an item, or takes a change back; 409 when it has changed since. */
  actOnItem(
    item: RoadmapItemQuestion,
    action: ActOnRoadmapItemBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapItemDetails>;
  /** How the file of a declared item is to be changed; nothing is written. */
  prepareFileChange(
    item: RoadmapItemQuestion,
    change: PrepareRoadmapFileChangeBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapFileChange>;
  /** A page of what became of an item, the latest first. */
  listHistory(
    item: RoadmapItemQuestion,
    query?: Omit<ListRoadmapHistoryQuery, 'source'>,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapHistoryPage>;
  /** A page of the comments on an item, the first one first. */
  listComments(
    item: RoadmapItemQuestion,
    query?: Omit<ListRoadmapCommentsQuery, 'source'>,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapCommentPage>;
  /** Comments on an item; 429 after too many within some minutes. */
  addComment(
    item: RoadmapItemQuestion,
    comment: AddRoadmapCommentBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapComment>;
  /** Removes a comment of one's own; its place stays. */
  removeComment(
    item: RoadmapItemQuestion,
    comment: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapComment>;
}

function paramsOf<Query extends object>(
  { entity, id, source }: RoadmapItemQuestion,
  query?: Query,
) {
  return {
    path: { ...pathOf(entity), id },
    query: { ...query, ...(source && { source }) },
  };
}

/** Roadmaps over HTTP. */
export class RoadmapClient implements RoadmapApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async createItem(
    entity: string | CompoundEntityRef,
    item: CreateRoadmapItemBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ): Promise<RoadmapItemDetails> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/entities/{kind}/{namespace}/{name}/roadmap/items', {
        params: { path: pathOf(entity) },
        body: item,
        ...keyed(options),
      }),
    );
  }

  async getItem(
    item: RoadmapItemQuestion,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapItemDetails> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}',
        { params: paramsOf(item), ...init(options) },
      ),
    );
  }

  async patchItem(
    item: RoadmapItemQuestion,
    patch: PatchRoadmapItemBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapItemDetails> {
    const client = await this.#http.client();
    return readAnswer(
      await client.PATCH(
        '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}',
        { params: paramsOf(item), body: patch, ...init(options) },
      ),
    );
  }

  async actOnItem(
    item: RoadmapItemQuestion,
    action: ActOnRoadmapItemBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapItemDetails> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST(
        '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/actions',
        { params: paramsOf(item), body: action, ...init(options) },
      ),
    );
  }

  async prepareFileChange(
    item: RoadmapItemQuestion,
    change: PrepareRoadmapFileChangeBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapFileChange> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST(
        '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/file-change',
        { params: paramsOf(item), body: change, ...init(options) },
      ),
    );
  }

  async listHistory(
    item: RoadmapItemQuestion,
    query?: Omit<ListRoadmapHistoryQuery, 'source'>,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapHistoryPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/history',
        { params: paramsOf(item, query), ...init(options) },
      ),
    );
  }

  async listComments(
    item: RoadmapItemQuestion,
    query?: Omit<ListRoadmapCommentsQuery, 'source'>,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapCommentPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/comments',
        { params: paramsOf(item, query), ...init(options) },
      ),
    );
  }

  async addComment(
    item: RoadmapItemQuestion,
    comment: AddRoadmapCommentBody,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapComment> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST(
        '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/comments',
        { params: paramsOf(item), body: comment, ...init(options) },
      ),
    );
  }

  async removeComment(
    item: RoadmapItemQuestion,
    comment: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapComment> {
    const client = await this.#http.client();
    const { path, query } = paramsOf(item);
    return readAnswer(
      await client.DELETE(
        '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/comments/{comment}',
        { params: { path: { ...path, comment }, query }, ...init(options) },
      ),
    );
  }
}
