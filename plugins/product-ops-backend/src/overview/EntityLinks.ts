import { parseEntityRef } from '@backstage/catalog-model';
import type {
  EntityLink,
  NamedEntity,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../directory/types';

/**
 * The entities that an answer names, as its caller may know them. One that is missing and one that the caller may
 * not read look alike.
 */
export class EntityLinks {
  readonly #entities: ReadonlyMap<string, DirectoryEntity>;
  readonly #readable: ReadonlySet<string> | undefined;

  static create(options: {
    /** By full ref in lower case. */
    entities: ReadonlyMap<string, DirectoryEntity>;
    /** Those that the caller may read; all when absent. */
    readable?: ReadonlySet<string>;
  }): EntityLinks {
    return new EntityLinks(options.entities, options.readable);
  }

  private constructor(
    entities: ReadonlyMap<string, DirectoryEntity>,
    readable?: ReadonlySet<string>,
  ) {
    this.#entities = entities;
    this.#readable = readable;
  }

  /** The entity, when it is there and the caller may read it. */
  find(ref: string): DirectoryEntity | undefined {
    const key = ref.toLocaleLowerCase('en-US');
    return !this.#readable || this.#readable.has(key)
      ? this.#entities.get(key)
      : undefined;
  }

  known(ref: string): boolean {
    return this.find(ref) !== undefined;
  }

  /** An entity for the rules: one that the caller may not read is not called missing. */
  named(ref: string): NamedEntity {
    const { ref: key, title, known } = this.link(ref);
    const hidden = this.#readable !== undefined && !this.#readable.has(key);
    return { ref: key, title, known: known || hidden };
  }

  link(ref: string): EntityLink {
    const key = ref.toLocaleLowerCase('en-US');
    const entity = this.find(key);
    const { kind, namespace, name } = partsOf(key);
    return {
      ref: key,
      kind,
      namespace,
      name: entity?.name ?? name,
      title: entity?.title ?? name,
      ...(entity?.type && { type: entity.type }),
      known: entity !== undefined,
    };
  }
}

function partsOf(ref: string) {
  try {
    return parseEntityRef(ref);
  } catch {
    // Only something that is no ref at all: shown as it is.
    return { kind: 'unknown', namespace: 'default', name: ref };
  }
}
