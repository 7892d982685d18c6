import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { chunksOf } from '../database/sql';
import type { Decisions } from './Decisions';
import { RecentValues } from './RecentValues';
import type { Visibility, VisibleFilter } from './types';

const PAGE_SIZE = 5000;
const REFS_CHUNK = 500;
const REMEMBERED_FOR_MS = 5000;
const REMEMBERED_LISTS = 100;

/**
 * Asks the permission framework and the catalog what a caller may read.
 *
 * A policy that answers with conditions leaves it to the catalog to apply them, since only the catalog
 * has the whole entities: it is asked with the credentials of the caller. The list of all that a caller
 * may read is remembered for some seconds, so that paging does not read it again for every page; it
 * never outlives a change of the conditions.
 */
export class CatalogVisibility implements Visibility {
  readonly #decisions: Decisions;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #lists = new RecentValues<Promise<readonly string[]>>({
    maxEntries: REMEMBERED_LISTS,
    maxAgeMs: REMEMBERED_FOR_MS,
  });

  static create(options: {
    decisions: Decisions;
    catalog: CatalogService;
    auth: AuthService;
  }): CatalogVisibility {
    return new CatalogVisibility(options);
  }

  private constructor(options: Parameters<typeof CatalogVisibility.create>[0]) {
    this.#decisions = options.decisions;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async filterReadable(
    entityRefs: Iterable<string> | Promise<Iterable<string>>,
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const [asked, decision] = await Promise.all([
      entityRefs,
      this.#decide(credentials),
    ]);
    const refs = [
      ...new Set([...asked].map(ref => ref.toLocaleLowerCase('en-US'))),
    ];
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      return this.#readExisting(refs, credentials);
    }
    return new Set(
      decision.result === AuthorizeResult.ALLOW ? refs : undefined,
    );
  }

  async visibleFilter(
    credentials: BackstageCredentials,
    options: { kind?: string } = {},
  ): Promise<VisibleFilter> {
    const decision = await this.#decide(credentials);
    if (decision.result === AuthorizeResult.ALLOW) {
      return 'all';
    }
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      return 'none';
    }
    return this.#visibleRefs(decision, credentials, options.kind);
  }

  #decide(credentials: BackstageCredentials): Promise<PolicyDecision> {
    return this.#decisions.of(catalogEntityReadPermission, credentials);
  }

  // The permission framework takes some hundred refs at most and asks the policy for each of them. The
  // catalog, asked as the caller, applies the conditions to all of them in one query.
  async #readExisting(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const answers = await Promise.all(
      chunksOf(refs, REFS_CHUNK).map(async entityRefs => {
        const { items } = await this.#catalog.getEntitiesByRefs(
          { entityRefs, fields: ['kind'] },
          { credentials },
        );
        return entityRefs.filter((_, index) => items[index]);
      }),
    );
    return new Set(answers.flat());
  }

  async #visibleRefs(
    decision: PolicyDecision,
    credentials: BackstageCredentials,
    kind?: string,
  ): Promise<VisibleFilter> {
    const caller = this.#auth.isPrincipal(credentials, 'user')
      ? credentials.principal.userEntityRef
      : undefined;
    if (!caller) {
      return this.#readVisibleRefs(credentials, kind);
    }
    // The conditions carry all that the policy knows of the caller, the groups of the token among it.
    const key = JSON.stringify([caller, kind, decision]);
    return this.#lists.get(key, () => this.#readVisibleRefs(credentials, kind));
  }

  async #readVisibleRefs(
    credentials: BackstageCredentials,
    kind?: string,
  ): Promise<readonly string[]> {
    const refs: string[] = [];
    const pages = this.#catalog.streamEntities(
      {
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        filter: kind ? { kind } : undefined,
        pageSize: PAGE_SIZE,
      },
      { credentials },
    );
    for await (const page of pages) {
      refs.push(...page.map(entity => stringifyEntityRef(entity)));
    }
    return refs;
  }
}

/** What a missing entity answers, and one that the caller may not read. */
export function entityNotFound(entityRef: string): NotFoundError {
  return new NotFoundError(
    `No entity ${entityRef.toLocaleLowerCase('en-US')} in the catalog`,
  );
}
