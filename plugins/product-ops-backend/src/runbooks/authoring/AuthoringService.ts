import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  ChangeWrittenRunbookBody,
  ListWrittenRunbooksQuery,
  WriteRunbookBody,
  WrittenRunbookDetails,
  WrittenRunbookPage,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { CallerCredentials } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { AuthoringAccess } from './AuthoringAccess';
import { toWrittenView } from './authoringView';
import type { WrittenChanges } from './WrittenChanges';
import type { StoredWritten } from './writtenRows';
import type { WrittenStore } from './WrittenStore';

export interface AuthoringServiceOptions extends Pick<Messages, 'live'> {
  access: AuthoringAccess;
  written: WrittenStore;
  changes: WrittenChanges;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Runbooks are written in the portal, where there is no repository. */
export class AuthoringService {
  readonly #options: AuthoringServiceOptions;

  static create(options: AuthoringServiceOptions): AuthoringService {
    return new AuthoringService(options);
  }

  private constructor(options: AuthoringServiceOptions) {
    this.#options = options;
  }

  /** A page of what is written for an entity, without texts. */
  async list(
    entityRef: string,
    query: ListWrittenRunbooksQuery,
    { credentials }: Options,
  ): Promise<WrittenRunbookPage> {
    const { access, written } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const page = pageOf(query);
    const [found, author] = await Promise.all([
      written.list(ref, { states: query.state, page }),
      access.mayAuthor(ref, credentials),
    ]);
    const links = await access.links(
      found.written.flatMap(({ by, createdBy }) => [by, createdBy]),
      credentials,
    );
    return {
      items: found.written.map(one => toWrittenView(one, links)),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
      may: { author },
    };
  }

  /** One with its text. */
  async get(
    entityRef: string,
    id: string,
    { credentials }: Options,
  ): Promise<WrittenRunbookDetails> {
    const { access, written } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const found = await written.find(ref, id);
    if (!found) {
      throw nothingWritten(ref, id);
    }
    return this.#details(found, credentials);
  }

  /** Writes a new one; once for each key of a person. */
  async write(
    entityRef: string,
    body: WriteRunbookBody & { key?: string },
    { credentials }: Options,
  ): Promise<WrittenRunbookDetails> {
    const { access, changes, live } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const { ref: by } = await access.author(ref, credentials);
    const made = await changes.write(ref, body, { by, at: this.#now() });
    live.changed({ room: 'runbooks' });
    return this.#details(made, credentials);
  }

  /** Changes the text of one, restores an earlier text, removes it or brings it back. */
  async change(
    entityRef: string,
    id: string,
    body: ChangeWrittenRunbookBody,
    { credentials }: Options,
  ): Promise<WrittenRunbookDetails> {
    const { access, changes, live } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const { ref: by } = await access.author(ref, credentials);
    const given = [body.text, body.restores, body.removed].filter(
      one => one !== undefined,
    );
    if (given.length !== 1) {
      throw new InputError(
        `body: got ${given.length} of text, restores and removed; expected exactly one of them`,
      );
    }
    const result = await changes.change(ref, id, body, { by, at: this.#now() });
    if (result.outcome === 'nothing') {
      throw nothingWritten(ref, id);
    }
    const details = await this.#details(result.written, credentials);
    if (result.outcome === 'conflict') {
      throw Object.assign(new ConflictError(result.message), {
        current: details,
      });
    }
    live.changed({ room: 'runbooks' });
    return details;
  }

  async #details(
    written: StoredWritten,
    credentials: CallerCredentials,
  ): Promise<WrittenRunbookDetails> {
    const { access } = this.#options;
    const [links, author] = await Promise.all([
      access.links([written.by, written.createdBy], credentials),
      access.mayAuthor(written.entityRef, credentials),
    ]);
    return {
      ...toWrittenView(written, links),
      text: written.content,
      may: { author },
    };
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

function nothingWritten(ref: string, id: string): NotFoundError {
  return new NotFoundError(
    `No runbook ${id} of ${ref} is written in the portal`,
  );
}
