import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { StageDefinition } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../directory/types';
import { RecentValues } from '../permissions/RecentValues';
import { RefHashes } from '../permissions/RefHashes';
import type { Visibility } from '../permissions/types';
import { OwnershipModel } from './OwnershipModel';
import type { OwnershipStore } from './OwnershipStore';

/** Models of callers with conditions: those who may read the same share one. */
const MAX_RESTRICTED = 20;
const RESTRICTED_FOR_MS = 10 * 60 * 1000;

/** What a model was made from: while it is the same, so is the model. */
interface Current {
  stamp: string;
  model: Promise<OwnershipModel>;
}

export interface OwnershipModelsOptions {
  store: Pick<OwnershipStore, 'listEntities' | 'listRelations'>;
  directory: Pick<DirectoryStore, 'getState'>;
  visibility: Pick<Visibility, 'visibleFilter'>;
  stages: readonly StageDefinition[];
  now?: () => Date;
}

/**
 * The organisation as each caller may know it. That of all who may read everything is made once for each change of
 * the directory; while it is made anew, the one before answers. What a caller with a conditional policy may read is
 * made once for each change too, and serves all who may read the same.
 */
export class OwnershipModels {
  readonly #options: OwnershipModelsOptions;
  /** By what it was made from and the hash of what may be read. */
  readonly #restricted = new RecentValues<Promise<OwnershipModel>>({
    maxEntries: MAX_RESTRICTED,
    maxAgeMs: RESTRICTED_FOR_MS,
  });
  readonly #hashes = RefHashes.create();
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
      return this.#modelOf({ entities: [], relations: [], restricted: true });
    }
    const key = `${await this.#stamp()} ${this.#hashes.of(visible)}`;
    return this.#restricted.get(key, () => this.#make(visible));
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
    const { store } = this.#options;
    const [entities, relations] = await Promise.all([
      store.listEntities(visible),
      store.listRelations(),
    ]);
    return this.#modelOf({
      entities,
      relations,
      restricted: visible !== undefined,
    });
  }

  #modelOf(
    found: Pick<
      Parameters<typeof OwnershipModel.create>[0],
      'entities' | 'relations' | 'restricted'
    >,
  ): Promise<OwnershipModel> {
    const { stages } = this.#options;
    return OwnershipModel.create({ ...found, stages, today: this.#today() });
  }

  #today(): string {
    const now = this.#options.now?.() ?? new Date();
    return now.toISOString().slice(0, 10);
  }
}
