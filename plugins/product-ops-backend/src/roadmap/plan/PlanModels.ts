import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictFinder,
  dependencyTargetOf,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../../directory/types';
import { RecentValues } from '../../permissions/RecentValues';
import { RefHashes } from '../../permissions/RefHashes';
import type { Visibility } from '../../permissions/types';
import {
  loadSurroundings,
  namedBy,
  type Surroundings,
} from './loadSurroundings';
import { PlanModel } from './PlanModel';
import type { PlanStore } from './PlanStore';
import type { PlannedItem } from './planTypes';

/** Models of callers with conditions: those who may read the same share one. */
const MAX_RESTRICTED = 20;
const RESTRICTED_FOR_MS = 10 * 60 * 1000;

/** A model with what it was made from. */
interface Current {
  stamp: string;
  day: string;
  directory: number;
  revisions: ReadonlyMap<string, number>;
  surroundings: Surroundings;
  finder: ConflictFinder;
  model: PlanModel;
}

export interface PlanModelsOptions {
  store: PlanStore;
  directory: Pick<DirectoryStore, 'getState' | 'getEntities'>;
  visibility: Pick<Visibility, 'visibleFilter'>;
  now?: () => Date;
}

/**
 * The roadmaps of all entities in memory, as each caller may know them, and never older than the question. Of what was
 * written since the last one only the roadmaps that changed are read again.
 */
export class PlanModels {
  readonly #options: PlanModelsOptions;
  readonly #restricted = new RecentValues<Promise<PlanModel>>({
    maxEntries: MAX_RESTRICTED,
    maxAgeMs: RESTRICTED_FOR_MS,
  });
  readonly #hashes = RefHashes.create();
  #current: Current | undefined;
  #updating: Promise<Current> | undefined;

  static create(options: PlanModelsOptions): PlanModels {
    return new PlanModels(options);
  }

  private constructor(options: PlanModelsOptions) {
    this.#options = options;
  }

  /** The roadmaps that a caller may read. */
  async forCaller(credentials: BackstageCredentials): Promise<PlanModel> {
    const [visible, current] = await Promise.all([
      this.#options.visibility.visibleFilter(credentials),
      this.#latest(),
    ]);
    if (visible === 'all') {
      return current.model;
    }
    const refs = visible === 'none' ? [] : visible;
    const key = `${current.stamp} ${this.#hashes.of(refs)}`;
    return this.#restricted.get(key, async () =>
      restrict(current, new Set(refs)),
    );
  }

  async #latest(): Promise<Current> {
    const stamps = await this.#stamps();
    if (this.#current?.stamp === stamps.stamp) {
      return this.#current;
    }
    // One after the other: who comes later finds it done.
    const before = this.#updating;
    const updating = (async () => {
      await before?.catch(() => undefined);
      return this.#update();
    })();
    this.#updating = updating;
    return updating;
  }

  async #stamps() {
    const { directory, store } = this.#options;
    const [{ version }, revisions] = await Promise.all([
      directory.getState(),
      store.stamp(),
    ]);
    const now = this.#options.now?.() ?? new Date();
    const day = now.toISOString().slice(0, 10);
    return { stamp: `${version} ${revisions} ${day}`, version, day };
  }

  async #update(): Promise<Current> {
    const { store } = this.#options;
    const { stamp, version, day } = await this.#stamps();
    const before = this.#current;
    if (before?.stamp === stamp) {
      return before;
    }
    // Read before the items: what is written meanwhile is read once more, and nothing is missed.
    const revisions = await store.listRevisions();
    const changed = [...revisions.keys()].filter(
      ref => before?.revisions.get(ref) !== revisions.get(ref),
    );
    const read = await store.listItems(changed);
    const items = merge(before?.model.items, changed, read);
    const surroundings =
      before?.directory === version && knows(before.surroundings, items)
        ? before.surroundings
        : await loadSurroundings(this.#options, items);
    const finder =
      before?.surroundings === surroundings && before.day === day
        ? before.finder
        : finderOf(surroundings, day);
    const current = {
      stamp,
      day,
      directory: version,
      revisions,
      surroundings,
      finder,
      model: PlanModel.create({
        // What has left the catalog has no roadmap any more, though its items are kept.
        items: present(items, surroundings),
        finder,
        ...surroundings,
      }),
    };
    this.#current = current;
    return current;
  }
}

type Items = ReadonlyMap<string, readonly PlannedItem[]>;

/** What there was, with what was read anew in its place, by entity in the order of their refs. */
function merge(
  before: Items | undefined,
  changed: readonly string[],
  read: Items,
): Items {
  if (!before) {
    return new Map([...read].sort(byRef));
  }
  const merged = new Map(before);
  for (const ref of changed) {
    const items = read.get(ref);
    if (items) {
      merged.set(ref, items);
    } else {
      merged.delete(ref);
    }
  }
  return merged.size === before.size &&
    [...read.keys()].every(ref => before.has(ref))
    ? merged
    : new Map([...merged].sort(byRef));
}

function byRef([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function present(items: Items, { entities }: Surroundings): Items {
  return new Map([...items].filter(([ref]) => entities.get(ref)?.entity));
}

/** Whether all that items name was looked up. */
function knows({ asked }: Surroundings, items: Items): boolean {
  for (const [ref, ofEntity] of items) {
    if (
      !asked.has(ref) ||
      ofEntity.some(item => namedBy(item).some(named => !asked.has(named)))
    ) {
      return false;
    }
  }
  return true;
}

function finderOf(
  { entities, named }: Surroundings,
  today: string,
  readable?: ReadonlySet<string>,
): ConflictFinder {
  return ConflictFinder.create({
    today,
    retired: ref => entities.get(ref)?.entity?.stage === 'retired',
    ownerOf: ref => entities.get(ref)?.ownerRef,
    // Who is not among what the caller may read may only be hidden: nothing is said of that.
    ownerExists: ref => named.has(ref) || readable !== undefined,
  });
}

/** The model of a caller who may not read everything. */
function restrict(
  { model, surroundings, day }: Current,
  readable: ReadonlySet<string>,
): PlanModel {
  const visible = (ref: string | undefined) =>
    ref !== undefined && readable.has(ref);
  const items = new Map(
    [...model.items]
      .filter(([ref]) => visible(ref))
      .map(([ref, ofEntity]) => [
        ref,
        ofEntity.map(item => {
          const dependsOn = item.dependsOn.filter(dependency => {
            const target = dependencyTargetOf(dependency, ref);
            return !target || visible(target.entityRef);
          });
          return dependsOn.length === item.dependsOn.length
            ? item
            : { ...item, dependsOn };
        }),
      ]),
  );
  const entities = new Map(
    [...surroundings.entities]
      .filter(([ref]) => visible(ref))
      .map(([ref, { productRef, domainRef, ...entity }]) => [
        ref,
        {
          ...entity,
          ...(visible(productRef) && { productRef }),
          ...(visible(domainRef) && { domainRef }),
        },
      ]),
  );
  const named = new Map(
    [...surroundings.named].filter(([ref]) => visible(ref)),
  );
  const seen = {
    ...surroundings,
    entities,
    named,
    relations: surroundings.relations.filter(
      ({ from, to }) => visible(from) && visible(to),
    ),
  };
  return PlanModel.create({
    items,
    finder: finderOf(seen, day, readable),
    ...seen,
    readable,
  });
}
