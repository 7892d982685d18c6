import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { DirectoryStore } from '../directory/types';
import type { CallerCredentials } from '../http/types';
import type { EntityLinks } from '../overview/EntityLinks';
import type { Person, Actors } from '../permissions/Actors';
import { linksFor, readableEntity } from '../permissions/entityAccess';
import type { Visibility } from '../permissions/types';
import type { ItemStore } from './ItemStore';
import type { ItemAddress, ItemSource, StoredRoadmapItem } from './rows';

export interface RoadmapAccessOptions {
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  items: ItemStore;
}

/** Which item is meant. */
export interface ItemQuestion {
  entityRef: string;
  id: string;
  /** Where the file and the portal have one with the id, the one of the file is meant when absent. */
  source?: ItemSource;
}

/** Who asks for which item, and what they may do with it. */
export class RoadmapAccess {
  readonly #options: RoadmapAccessOptions;

  static create(options: RoadmapAccessOptions): RoadmapAccess {
    return new RoadmapAccess(options);
  }

  private constructor(options: RoadmapAccessOptions) {
    this.#options = options;
  }

  /** The full ref of an entity; 404 for what is not in the catalog, or what the caller may not read. */
  async entity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    return readableEntity(this.#options, entityRef, credentials);
  }

  /** An item, archived ones too; 404 when there is none, or the caller may not read its entity. */
  async item(
    { entityRef, id, source }: ItemQuestion,
    credentials: BackstageCredentials,
  ): Promise<{ item: StoredRoadmapItem; address: ItemAddress }> {
    const ref = await this.entity(entityRef, credentials);
    const item = await this.#options.items.find(ref, id, source);
    if (!item) {
      throw new NotFoundError(`No item ${id} on the roadmap of ${ref}`);
    }
    return {
      item,
      address: { entityRef: ref, source: item.source, itemId: item.id },
    };
  }

  /** The person behind a request, whom the policy lets do something with an entity that they may read. */
  async allowed(
    permissions: readonly ResourcePermission[],
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<Person> {
    const { actors } = this.#options;
    const actor = actors.somebody(credentials);
    const granted = await actors.granted(permissions, entityRef, actor);
    const missing = permissions.find(({ name }) => !granted.has(name));
    if (missing) {
      throw new NotAllowedError(
        `You may not do this with the roadmap of ${entityRef}; it needs the permission ${missing.name}`,
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
