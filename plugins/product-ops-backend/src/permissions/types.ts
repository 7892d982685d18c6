import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Which entities of a list a caller may read: every one, none, or those of a list of full refs. */
export type VisibleFilter = 'all' | 'none' | readonly string[];

/** Answers what a caller may read, by `catalog.entity.read`. */
export interface Visibility {
  /** Throws a `NotFoundError`, worded like the one of a missing entity, when the caller may not read it. */
  assertReadable(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void>;

  /** Those of the refs that the caller may read, in lower case. One request, whatever their number. */
  filterReadable(
    entityRefs: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<Set<string>>;

  /** What of all entities, or those of a kind, the caller may read. */
  visibleFilter(
    credentials: BackstageCredentials,
    options?: { kind?: string },
  ): Promise<VisibleFilter>;
}
