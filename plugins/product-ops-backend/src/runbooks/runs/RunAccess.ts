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
    const { runs, visibility } = this.#options;
    const finding = runs.find(id);
    const [run, readable] = await Promise.all([
      finding,
      visibility.filterReadable(
        finding.then(found => (found ? [found.entityRef] : [])),
        credentials,
      ),
    ]);
    if (!run || !readable.has(run.entityRef)) {
      throw new NotFoundError(`No run ${id}`);
    }
    return run;
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
