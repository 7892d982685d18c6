import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { runbookRunPermission } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { Person, Actors } from '../../permissions/Actors';
import { linksFor, readableEntity } from '../../permissions/entityAccess';
import type { Visibility } from '../../permissions/types';
import type { StoredRun } from './rows';
import type { RunStore } from './RunStore';

export interface RunAccessOptions {
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  runs: RunStore;
}

/** Who asks for which run, and what they may do with it. */
export class RunAccess {
  readonly #options: RunAccessOptions;

  static create(options: RunAccessOptions): RunAccess {
    return new RunAccess(options);
  }

  private constructor(options: RunAccessOptions) {
    this.#options = options;
  }

  /** The full ref of an entity; 404 for what is not in the catalog, or what the caller may not read. */
  async entity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    return readableEntity(this.#options, entityRef, credentials);
  }

  /** A run of an entity that the caller may read; 404 for any other. */
  async run(id: string, credentials: BackstageCredentials): Promise<StoredRun> {
    const { found, mayRead } = this.find(id, credentials);
    await mayRead;
    return found;
  }

  /** The same, for those who prepare an answer meanwhile: it may be given only once `mayRead` is there. */
  find(
    id: string,
    credentials: BackstageCredentials,
  ): { found: Promise<StoredRun>; mayRead: Promise<void> } {
    const { runs, visibility } = this.#options;
    const noRun = () => new NotFoundError(`No run ${id}`);
    const found = runs.find(id).then(run => {
      if (!run) {
        throw noRun();
      }
      return run;
    });
    const entity = found.then(({ entityRef }) => entityRef);
    const mayRead = Promise.all([
      entity,
      visibility.filterReadable(
        entity.then(ref => [ref]),
        credentials,
      ),
    ]).then(([ref, readable]) => {
      if (!readable.has(ref)) {
        throw noRun();
      }
    });
    return { found, mayRead };
  }

  /** Whether the caller is somebody who may run the runbooks of an entity, which may still be found out. */
  async mayRun(
    entityRef: string | Promise<string>,
    credentials: CallerCredentials,
  ): Promise<boolean> {
    const { actors } = this.#options;
    const actor = actors.person(credentials);
    const granted =
      actor && (await actors.granted([runbookRunPermission], entityRef, actor));
    return granted?.has(runbookRunPermission.name) ?? false;
  }

  /** The person behind a request, who may run the runbooks of an entity, which may still be found out. */
  async runner(
    entityRef: string | Promise<string>,
    credentials: CallerCredentials,
  ): Promise<Person> {
    const { actors } = this.#options;
    const actor = actors.somebody(credentials);
    const granted = await actors.granted(
      [runbookRunPermission],
      entityRef,
      actor,
    );
    if (!granted.has(runbookRunPermission.name)) {
      throw new NotAllowedError(
        `You may not run the runbooks of ${await entityRef}; it needs the permission ${
          runbookRunPermission.name
        }`,
      );
    }
    return actor;
  }

  /** Entities as the caller may know them. */
  async links(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<EntityLinks> {
    return linksFor(this.#options, refs, credentials);
  }
}
