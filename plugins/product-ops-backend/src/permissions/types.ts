import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Which entities of a list a caller may read: every one, none, or those of a list of full refs. */
export type VisibleFilter = 'all' | 'none' | readonly string[];

/** Answers what a caller may read, by `catalog.entity.read`. */
export interface Visibility {
  /**
   * Those of the refs that the caller may read, in lower case. One question to the permission framework, whatever
   * their number, asked at once: refs that are still being found out are waited for meanwhile.
   */
  filterReadable(
    entityRefs: Iterable<string> | Promise<Iterable<string>>,
    credentials: BackstageCredentials,
  ): Promise<Set<string>>;

  /** What of all entities, or those of a kind, the caller may read. */
  visibleFilter(
    credentials: BackstageCredentials,
    options?: { kind?: string },
  ): Promise<VisibleFilter>;
}
