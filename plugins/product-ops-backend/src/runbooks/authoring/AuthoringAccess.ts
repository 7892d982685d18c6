import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { runbookAuthorPermission } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import { EntityLinks } from '../../overview/EntityLinks';
import type { Actor, Actors } from '../../permissions/Actors';
import { entityNotFound } from '../../permissions/CatalogVisibility';
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
    const { directory, visibility } = this.#options;
    const ref = entityRef.toLocaleLowerCase('en-US');
    const [entity, readable] = await Promise.all([
      directory.getEntity(ref),
      visibility.filterReadable([ref], credentials),
    ]);
    if (!entity || !readable.has(ref)) {
      throw entityNotFound(ref);
    }
    return ref;
  }

  /** Whether the caller is somebody who may write runbooks of an entity. */
  async mayAuthor(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<boolean> {
    const actor = await this.#options.actors.find(credentials);
    return actor !== undefined && this.#granted(entityRef, actor);
  }

  /** The person behind a request, who may write runbooks of an entity. */
  async author(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<Actor> {
    const actor = await this.#options.actors.of(credentials);
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
    const { directory, visibility } = this.#options;
    const wanted = [...new Set(refs)];
    const [entities, readable] = await Promise.all([
      directory.getEntities(wanted),
      visibility.filterReadable(wanted, credentials),
    ]);
    return EntityLinks.create({ entities, readable });
  }

  async #granted(entityRef: string, actor: Actor): Promise<boolean> {
    const granted = await this.#options.actors.granted(
      [runbookAuthorPermission],
      entityRef,
      actor,
    );
    return granted.has(runbookAuthorPermission.name);
  }
}
