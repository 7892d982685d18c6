import type { CompoundEntityRef } from '@backstage/catalog-model';
import { init, pathOf, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  CreatedRoadmapFeed,
  CreateRoadmapFeedBody,
  CreateRoadmapViewBody,
  ExportRoadmapCsvQuery,
  ExportRoadmapsCsvQuery,
  ListRoadmapFeedsQuery,
  ListRoadmapViewsQuery,
  PatchRoadmapViewBody,
  RoadmapFeed,
  RoadmapFeedPage,
  RoadmapImport,
  RoadmapImportResult,
  SavedRoadmapView,
  SavedRoadmapViewPage,
} from './types';

/**
 * How roadmaps are taken along: CSV out and in, calendar feeds, and saved views.
 *
 * @remarks
 *
 * All reject with a `ResponseError`.
 *
 * @public
 */
export interface ExchangeApi {
  /** The roadmap of an entity as CSV, 2,000 items at most. */
  exportCsv(
    entity: string | CompoundEntityRef,
    query?: ExportRoadmapCsvQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<string>;
  /** The roadmaps of several entities as CSV, 2,000 items at most. */
  exportAllCsv(
    query?: ExportRoadmapsCsvQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<string>;
  /**
   * What an import of a CSV text would do; nothing is written. The bytes are sent as they are, so that the answer can say
   * what is wrong with their encoding; of a text that cannot be read, `body.error.problems` are what and where.
   *
   * @param entity - that of rows which name none
   */
  previewImport(
    file: Blob | string,
    entity?: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapImport>;
  /** Does what a plan says, all or nothing; of a conflict (409), `body.error.rows` are the rows that are old. */
  applyImport(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapImportResult>;
  /** A page of calendar feeds, the latest first. */
  listFeeds(
    query?: ListRoadmapFeedsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapFeedPage>;
  /** Makes a calendar feed; its address is told only now. */
  createFeed(
    feed: CreateRoadmapFeedBody,
    options?: ProductOpsRequestOptions,
  ): Promise<CreatedRoadmapFeed>;
  /** Revokes a calendar feed. */
  revokeFeed(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapFeed>;
  /** A page of saved views, one's own first. */
  listViews(
    query?: ListRoadmapViewsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<SavedRoadmapViewPage>;
  /** Saves a view; the same again gives the one that there is. */
  createView(
    view: CreateRoadmapViewBody,
    options?: ProductOpsRequestOptions,
  ): Promise<SavedRoadmapView>;
  /** Changes a view of one's own; 409 when it has changed since. */
  patchView(
    id: string,
    change: PatchRoadmapViewBody,
    options?: ProductOpsRequestOptions,
  ): Promise<SavedRoadmapView>;
  /** Deletes a view in the version that was seen; 409 when it has changed since. */
  deleteView(
    id: string,
    version: number,
    options?: ProductOpsRequestOptions,
  ): Promise<SavedRoadmapView>;
}

/** Roadmaps taken along, over HTTP. */
export class ExchangeClient implements ExchangeApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async exportCsv(
    entity: string | CompoundEntityRef,
    query?: ExportRoadmapCsvQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<string> {
    const client = await this.#http.client();
    return readAnswer<string>(
      await client.GET('/entities/{kind}/{namespace}/{name}/roadmap.csv', {
        params: { path: pathOf(entity), query },
        parseAs: 'text',
        ...init(options),
      }),
    );
  }

  async exportAllCsv(
    query?: ExportRoadmapsCsvQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<string> {
    const client = await this.#http.client();
    return readAnswer<string>(
      await client.GET('/roadmap.csv', {
        params: { query },
        parseAs: 'text',
        ...init(options),
      }),
    );
  }

  async previewImport(
    file: Blob | string,
    entity?: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapImport> {
    const client = await this.#http.client();
    const { signal, headers } = init(options);
    return readAnswer(
      await client.POST('/roadmap/imports', {
        params: { query: { ...(entity && { entity }) } },
        body: file,
        bodySerializer: body => body as Blob | string,
        signal,
        headers: { ...headers, 'content-type': 'text/csv' },
      }),
    );
  }

  async applyImport(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapImportResult> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/roadmap/imports/{id}/apply', {
        params: { path: { id } },
        ...init(options),
      }),
    );
  }

  async listFeeds(
    query?: ListRoadmapFeedsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapFeedPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/roadmap/feeds', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async createFeed(
    feed: CreateRoadmapFeedBody,
    options?: ProductOpsRequestOptions,
  ): Promise<CreatedRoadmapFeed> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/roadmap/feeds', { body: feed, ...init(options) }),
    );
  }

  async revokeFeed(
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<RoadmapFeed> {
    const client = await this.#http.client();
    return readAnswer(
      await client.DELETE('/roadmap/feeds/{id}', {
        params: { path: { id } },
        ...init(options),
      }),
    );
  }

  async listViews(
    query?: ListRoadmapViewsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<SavedRoadmapViewPage> {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/roadmap/views', {
        params: { query },
        ...init(options),
      }),
    );
  }

  async createView(
    view: CreateRoadmapViewBody,
    options?: ProductOpsRequestOptions,
  ): Promise<SavedRoadmapView> {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST('/roadmap/views', { body: view, ...init(options) }),
    );
  }

  async patchView(
    id: string,
    change: PatchRoadmapViewBody,
    options?: ProductOpsRequestOptions,
  ): Promise<SavedRoadmapView> {
    const client = await this.#http.client();
    return readAnswer(
      await client.PATCH('/roadmap/views/{id}', {
        params: { path: { id } },
        body: change,
        ...init(options),
      }),
    );
  }

  async deleteView(
    id: string,
    version: number,
    options?: ProductOpsRequestOptions,
  ): Promise<SavedRoadmapView> {
    const client = await this.#http.client();
    return readAnswer(
      await client.DELETE('/roadmap/views/{id}', {
        params: { path: { id }, query: { version } },
        ...init(options),
      }),
    );
  }
}
