import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { runbookAuthorPermission } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { Actors, Person } from '../../permissions/Actors';
import { linksFor, readableEntity } from '../../permissions/entityAccess';
import type { Visibility } from '../../permissions/types';

export interface AuthoringAccessOptions {
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
}

/** Who reads the runbooks of which entity, and who may write them. */
export class AuthoringAccess {
  readonly #options: AuthoringAccessOptions;

  static create(options: AuthoringAccessOptions): AuthoringAccess {
    return new AuthoringAccess(options);
  }

  private constructor(options: AuthoringAccessOptions) {
    this.#options = options;
  }

  /** The full ref of an entity; 404 for what is not in the catalog, or what the caller may not read. */
  async entity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    return readableEntity(this.#options, entityRef, credentials);
  }

  /** Whether the caller is somebody who may write runbooks of an entity. */
  async mayAuthor(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<boolean> {
    const actor = this.#options.actors.person(credentials);
    return actor !== undefined && this.#granted(entityRef, actor);
  }

  /** The person behind a request, who may write runbooks of an entity. */
  async author(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<Person> {
    const actor = this.#options.actors.somebody(credentials);
    if (!(await this.#granted(entityRef, actor))) {
      throw new NotAllowedError(
        `You may not write runbooks of ${entityRef}; it needs the permission ${runbookAuthorPermission.name}`,
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

  async #granted(entityRef: string, actor: Person): Promise<boolean> {
    const granted = await this.#options.actors.granted(
      [runbookAuthorPermission],
      entityRef,
      actor,
    );
    return granted.has(runbookAuthorPermission.name);
  }
}
