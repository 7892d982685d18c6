import { InputError } from '@backstage/errors';
import { describeValue } from '@productops/backstage-plugin-product-ops-common';
import type {
  RoadmapItemSource,
  RoadmapSourcesExtensionPoint,
} from '@productops/backstage-plugin-product-ops-node';

const MAX_SOURCES = 20;
const TAKEN = ['declared', 'recorded'];

/** The sources of roadmap items that modules add. */
export class RoadmapSourceExtensions implements RoadmapSourcesExtensionPoint {
  readonly #sources: RoadmapItemSource[] = [];

  static create(): RoadmapSourceExtensions {
    return new RoadmapSourceExtensions();
  }

  private constructor() {}

  get sources(): readonly RoadmapItemSource[] {
    return this.#sources;
  }

  /** What the sources are called, by their ids. */
  get titles(): ReadonlyMap<string, string> {
    return new Map(this.#sources.map(({ id, title }) => [id, title]));
  }

  addSource(...sources: RoadmapItemSource[]): void {
    for (const source of sources) {
      const { id } = source;
      if (!/^[a-z][a-z0-9-]{0,62}$/.test(id)) {
        throw new InputError(
          `A module adds a source of roadmap items with the id ${describeValue(
            id,
          )}; expected a letter, then up to 62 lower case letters, digits and -`,
        );
      }
      if (TAKEN.includes(id) || this.#sources.some(other => other.id === id)) {
        throw new InputError(
          `A module adds the source of roadmap items ${describeValue(
            id,
          )}, which there is already; expected an id that is not taken`,
        );
      }
      if (this.#sources.length >= MAX_SOURCES) {
        throw new InputError(
          `Modules add more than ${MAX_SOURCES} sources of roadmap items`,
        );
      }
      this.#sources.push(source);
    }
  }
}
