import {
  ConflictFinder,
  dependencyTargetOf,
  itemKeyOf,
  type RoadmapConflict,
} from '@productops/backstage-plugin-product-ops-common';
import { setImmediate } from 'node:timers/promises';
import { remember } from '../../ownership/remember';
import type { DirectoryEntity } from '../../directory/types';
import { precedenceOf } from '../rows';
import type {
  PlannedEdge,
  PlannedEntity,
  PlannedItem,
  PlannedRelation,
} from './planTypes';

const MAX_REMEMBERED = 200;

/** Conflicts, in the ways in which they are asked for. */
export interface PlannedConflicts {
  /** The most urgent first. */
  all: readonly RoadmapConflict[];
  /** By {@link itemKeyOf} of the items that each names. */
  ofItem: ReadonlyMap<string, RoadmapConflict[]>;
  /** By {@link edgeKeyOf}. */
  ofEdge: ReadonlyMap<string, RoadmapConflict>;
  /** The number of the cycle that an item is in. */
  cycleOf: ReadonlyMap<string, number>;
}

export interface PlanModelOptions {
  /** By entity, in the order of its roadmap. */
  items: ReadonlyMap<string, readonly PlannedItem[]>;
  entities: ReadonlyMap<string, PlannedEntity>;
  /** All entities that items and entities name, as far as they are there. */
  named: ReadonlyMap<string, DirectoryEntity>;
  relations: readonly PlannedRelation[];
  finder: ConflictFinder;
  /** What the caller may read; everything when absent. */
  readable?: ReadonlySet<string>;
}

/** One text for a dependency. */
export function edgeKeyOf(from: string, to: string): string {
  return `${from}>${to}`;
}

/** The roadmaps of all entities together, as one caller may know them. Nothing in it changes: another state is another model. */
export class PlanModel {
  readonly #options: PlanModelOptions;
  readonly #answers = new Map<string, unknown>();
  #inForce: ReadonlyMap<string, PlannedItem> | undefined;
  #edges: readonly PlannedEdge[] | undefined;
  #conflicts: Promise<PlannedConflicts> | undefined;

  static create(options: PlanModelOptions): PlanModel {
    return new PlanModel(options);
  }

  private constructor(options: PlanModelOptions) {
    this.#options = options;
  }

  get items(): ReadonlyMap<string, readonly PlannedItem[]> {
    return this.#options.items;
  }

  get entities(): ReadonlyMap<string, PlannedEntity> {
    return this.#options.entities;
  }

  get named(): ReadonlyMap<string, DirectoryEntity> {
    return this.#options.named;
  }

  get relations(): readonly PlannedRelation[] {
    return this.#options.relations;
  }

  get readable(): ReadonlySet<string> | undefined {
    return this.#options.readable;
  }

  /** Gives what was counted before for the same question. */
  answer<T>(question: string, count: () => T): T {
    if (this.#answers.has(question)) {
      return this.#answers.get(question) as T;
    }
    const counted = count();
    remember(this.#answers, question, counted, MAX_REMEMBERED);
    return counted;
  }

  /** By {@link itemKeyOf}: of several items with one id the one in force. */
  get inForce(): ReadonlyMap<string, PlannedItem> {
    if (!this.#inForce) {
      const found = new Map<string, PlannedItem>();
      for (const items of this.items.values()) {
        for (const item of items) {
          const key = itemKeyOf(item);
          const other = found.get(key);
          if (
            !other ||
            precedenceOf(item.source) < precedenceOf(other.source)
          ) {
            found.set(key, item);
          }
        }
      }
      this.#inForce = found;
    }
    return this.#inForce;
  }

  /** All dependencies whose two ends are there, each once. */
  get edges(): readonly PlannedEdge[] {
    if (!this.#edges) {
      const found: PlannedEdge[] = [];
      for (const from of this.inForce.values()) {
        const seen = new Set<PlannedItem>();
        for (const ref of from.dependsOn) {
          const target = dependencyTargetOf(ref, from.entityRef);
          const to = target && this.inForce.get(itemKeyOf(target));
          if (to && !seen.has(to)) {
            seen.add(to);
            found.push({ from, to, ref });
          }
        }
      }
      this.#edges = found;
    }
    return this.#edges;
  }

  /** Where plans contradict each other or the facts; found once, in turns. */
  async conflicts(): Promise<PlannedConflicts> {
    this.#conflicts ??= this.#find();
    return this.#conflicts;
  }

  async #find(): Promise<PlannedConflicts> {
    const search = this.#options.finder.search([...this.inForce.values()]);
    let step = search.next();
    while (!step.done) {
      await setImmediate();
      step = search.next();
    }
    const { conflicts: all, cycleOf } = step.value;
    const ofItem = new Map<string, RoadmapConflict[]>();
    const ofEdge = new Map<string, RoadmapConflict>();
    for (const conflict of all) {
      const keys = conflict.items.map(itemKeyOf);
      for (const key of keys) {
        const known = ofItem.get(key);
        if (known) {
          known.push(conflict);
        } else {
          ofItem.set(key, [conflict]);
        }
      }
      if (conflict.kind === 'depends-on-itself') {
        ofEdge.set(edgeKeyOf(keys[0], keys[0]), conflict);
      } else if (conflict.kind !== 'cycle' && keys.length === 2) {
        ofEdge.set(edgeKeyOf(keys[0], keys[1]), conflict);
      }
    }
    return { all, ofItem, ofEdge, cycleOf };
  }
}
