import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  ListRunbookVersionsQuery,
  RunbookVersionDetails,
  RunbookVersionPage,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { RunbooksStore } from '../RunbooksStore';
import type { AuthoringAccess } from './AuthoringAccess';
import { toVersionView } from './authoringView';
import type { VersionStore } from './VersionStore';

export interface VersionsServiceOptions {
  access: AuthoringAccess;
  runbooks: RunbooksStore;
  versions: VersionStore;
}

type Options = { credentials: BackstageCredentials };

/** What runbooks have said over time, wherever they were written. */
export class VersionsService {
  readonly #options: VersionsServiceOptions;

  static create(options: VersionsServiceOptions): VersionsService {
    return new VersionsService(options);
  }

  private constructor(options: VersionsServiceOptions) {
    this.#options = options;
  }

  /** A page of the versions of a runbook, the latest first; those of a removed one stay. */
  async list(
    entityRef: string,
    id: string,
    query: ListRunbookVersionsQuery,
    { credentials }: Options,
  ): Promise<RunbookVersionPage> {
    const { access, versions } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const page = pageOf(query);
    const [found, current] = await Promise.all([
      versions.list(ref, id, page),
      this.#current(ref, id),
    ]);
    if (found.total === 0) {
      throw new NotFoundError(`No versions of a runbook ${id} of ${ref}`);
    }
    const links = await access.links(
      found.versions.flatMap(({ by }) => by ?? []),
      credentials,
    );
    return {
      items: found.versions.map(one => toVersionView(one, { links, current })),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
    };
  }

  /** One version with its text. */
  async get(
    entityRef: string,
    id: string,
    number: number,
    { credentials }: Options,
  ): Promise<RunbookVersionDetails> {
    const { access, versions } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const [version, current] = await Promise.all([
      versions.get(ref, id, number),
      this.#current(ref, id),
    ]);
    if (!version) {
      throw new NotFoundError(
        `No version ${number} of runbook ${id} of ${ref}`,
      );
    }
    const links = await access.links(
      version.by ? [version.by] : [],
      credentials,
    );
    return {
      ...toVersionView(version, { links, current }),
      text: version.content,
    };
  }

  /** The number of the version that is in force. */
  async #current(ref: string, id: string): Promise<number | undefined> {
    const { runbooks, versions } = this.#options;
    const hash = await runbooks.versionInForce(ref, id);
    return hash ? versions.lastWithHash(ref, id, hash) : undefined;
  }
}
