import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { StageDefinition } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../directory/types';
import type { Visibility } from '../permissions/types';
import { OwnershipModel } from './OwnershipModel';
import type { OwnershipStore } from './OwnershipStore';

/** What a model was made from: while it is the same, so is the model. */
interface Current {
  stamp: string;
  model: Promise<OwnershipModel>;
}

export interface OwnershipModelsOptions {
  store: OwnershipStore;
  directory: DirectoryStore;
  visibility: Visibility;
  stages: readonly StageDefinition[];
  now?: () => Date;
}

/**
 * The organisation as each caller may know it. That of all who may read everything is made once for each change of
 * the directory; while it is made anew, the one before answers. What a caller with a conditional policy may read is
 * made for that caller, and goes with the list of it.
 */
export class OwnershipModels {
  readonly #options: OwnershipModelsOptions;
  readonly #restricted = new WeakMap<
    readonly string[],
    Promise<OwnershipModel>
  >();
  #current: Current | undefined;
  #next: Current | undefined;

  static create(options: OwnershipModelsOptions): OwnershipModels {
    return new OwnershipModels(options);
  }

  private constructor(options: OwnershipModelsOptions) {
    this.#options = options;
  }

  /** The model of what a caller may read. */
  async forCaller(credentials: BackstageCredentials): Promise<OwnershipModel> {
    const visible = await this.#options.visibility.visibleFilter(credentials);
    if (visible === 'all') {
      return this.all();
    }
    if (visible === 'none') {
      return this.#make([]);
    }
    const known = this.#restricted.get(visible);
    if (known) {
      return known;
    }
    const made = this.#make(visible);
    this.#restricted.set(visible, made);
    return made;
  }

  /** The model of everything. */
  async all(): Promise<OwnershipModel> {
    const stamp = await this.#stamp();
    if (this.#current?.stamp === stamp) {
      return this.#current.model;
    }
    if (this.#next?.stamp !== stamp) {
      const next = { stamp, model: this.#make() };
      this.#next = next;
      next.model.then(
        () => {
          // What is made slowly must not come after what was made later.
          if (this.#next === next) {
            this.#current = next;
          }
        },
        () => {
          // The next question tries again.
          if (this.#next === next) {
            this.#next = undefined;
          }
        },
      );
    }
    return (this.#current ?? this.#next).model;
  }

  /** The model of everything as it is this very moment. */
  async latest(): Promise<OwnershipModel> {
    await this.all();
    return (this.#next ?? this.#current)!.model;
  }

  async #stamp(): Promise<string> {
    const { version } = await this.#options.directory.getState();
    return `${version} ${this.#today()}`;
  }

  async #make(visible?: readonly string[]): Promise<OwnershipModel> {
    const { store, stages } = this.#options;
    const [entities, relations] = await Promise.all([
      store.listEntities(visible),
      store.listRelations(),
    ]);
    return OwnershipModel.create({
      entities,
      relations,
      stages,
      today: this.#today(),
      restricted: visible !== undefined,
    });
  }

  #today(): string {
    const now = this.#options.now?.() ?? new Date();
    return now.toISOString().slice(0, 10);
  }
}
