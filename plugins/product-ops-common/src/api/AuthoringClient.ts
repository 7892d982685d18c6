import type { CompoundEntityRef } from '@backstage/catalog-model';
import { init, keyed, pathOf, readAnswer, type HttpContract } from './http';
import type { ProductOpsRequestOptions } from './ProductOpsClient';
import type {
  ChangeWrittenRunbookBody,
  ListRunbookVersionsQuery,
  ListWrittenRunbooksQuery,
  RunbookVersionDetails,
  RunbookVersionPage,
  WriteRunbookBody,
  WrittenRunbookDetails,
  WrittenRunbookPage,
} from './types';

/**
 * What can be asked of and done with runbooks that are written in the portal, the versions of all, and their images.
 *
 * @remarks
 *
 * All reject with a `ResponseError`. Of a text with mistakes (400), `body.error.problems` says where they are; of a
 * conflict (409), `body.error.current` is the runbook as it is now.
 *
 * @public
 */
export interface AuthoringApi {
  /** A page of what is written in the portal for an entity, by title, and whether the caller may write. */
  list(
    entity: string | CompoundEntityRef,
    query?: ListWrittenRunbooksQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<WrittenRunbookPage>;
  /** One that is written in the portal, as it was typed. */
  get(
    entity: string | CompoundEntityRef,
    id: string,
    options?: ProductOpsRequestOptions,
  ): Promise<WrittenRunbookDetails>;
  /** Writes a runbook; the same `key` writes it once. */
  write(
    entity: string | CompoundEntityRef,
    runbook: WriteRunbookBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ): Promise<WrittenRunbookDetails>;
  /** Changes the text, restores an earlier version, removes the runbook or brings it back. */
  change(
    entity: string | CompoundEntityRef,
    id: string,
    change: ChangeWrittenRunbookBody,
    options?: ProductOpsRequestOptions,
  ): Promise<WrittenRunbookDetails>;
  /** A page of the versions of a runbook, declared or written, the latest first. */
  listVersions(
    entity: string | CompoundEntityRef,
    id: string,
    query?: ListRunbookVersionsQuery,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookVersionPage>;
  /** One version with its text. */
  getVersion(
    entity: string | CompoundEntityRef,
    id: string,
    number: number,
    options?: ProductOpsRequestOptions,
  ): Promise<RunbookVersionDetails>;
  /** An image of the folder of runbooks that a runbook shows, by the address that its text has. */
  getImage(
    entity: string | CompoundEntityRef,
    id: string,
    target: string,
    options?: ProductOpsRequestOptions,
  ): Promise<Blob>;
}

/** Writing runbooks over HTTP. */
export class AuthoringClient implements AuthoringApi {
  readonly #http: HttpContract;

  constructor(http: HttpContract) {
    this.#http = http;
  }

  async list(
    entity: string | CompoundEntityRef,
    query?: ListWrittenRunbooksQuery,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET('/entities/{kind}/{namespace}/{name}/written-runbooks', {
        params: { path: pathOf(entity), query },
        ...init(options),
      }),
    );
  }

  async get(
    entity: string | CompoundEntityRef,
    id: string,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/written-runbooks/{id}',
        { params: { path: { ...pathOf(entity), id } }, ...init(options) },
      ),
    );
  }

  async write(
    entity: string | CompoundEntityRef,
    runbook: WriteRunbookBody,
    options?: ProductOpsRequestOptions & { key?: string },
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.POST(
        '/entities/{kind}/{namespace}/{name}/written-runbooks',
        {
          params: { path: pathOf(entity) },
          body: runbook,
          ...keyed(options),
        },
      ),
    );
  }

  async change(
    entity: string | CompoundEntityRef,
    id: string,
    change: ChangeWrittenRunbookBody,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.PATCH(
        '/entities/{kind}/{namespace}/{name}/written-runbooks/{id}',
        {
          params: { path: { ...pathOf(entity), id } },
          body: change,
          ...init(options),
        },
      ),
    );
  }

  async listVersions(
    entity: string | CompoundEntityRef,
    id: string,
    query?: ListRunbookVersionsQuery,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/runbooks/{id}/versions',
        {
          params: { path: { ...pathOf(entity), id }, query },
          ...init(options),
        },
      ),
    );
  }

  async getVersion(
    entity: string | CompoundEntityRef,
    id: string,
    number: number,
    options?: ProductOpsRequestOptions,
  ) {
    const client = await this.#http.client();
    return readAnswer(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/runbooks/{id}/versions/{number}',
        {
          params: { path: { ...pathOf(entity), id, number } },
          ...init(options),
        },
      ),
    );
  }

  async getImage(
    entity: string | CompoundEntityRef,
    id: string,
    target: string,
    options?: ProductOpsRequestOptions,
  ): Promise<Blob> {
    const client = await this.#http.client();
    return readAnswer<Blob>(
      await client.GET(
        '/entities/{kind}/{namespace}/{name}/runbooks/{id}/image',
        {
          params: { path: { ...pathOf(entity), id }, query: { target } },
          parseAs: 'blob',
          ...init(options),
        },
      ),
    );
  }
}
