import { bySeverity } from '../overview/scoped';
import {
  cycleConflict,
  dateConflicts,
  dependencyConflict,
  Edge,
  entityConflicts,
} from './conflictRules';
import type {
  ConflictFacts,
  ConflictItem,
  RoadmapConflict,
} from './conflictTypes';
import { cyclesOf } from './cycles';
import { daysInWords } from './days';
import { dependencyTargetOf, itemKeyOf } from './itemRefs';
import { isOpen } from './vocabulary';

/**
 * What a search for conflicts found.
 *
 * @public
 */
export interface FoundConflicts {
  /** The most urgent first, else by their id. */
  conflicts: RoadmapConflict[];
  /** The number of the cycle that an item is in, by {@link itemKeyOf}. */
  cycleOf: ReadonlyMap<string, number>;
}

interface Finding {
  edges: Edge[];
  /** Which of the edges are within one cycle. */
  inCycle: boolean[];
  found: RoadmapConflict[];
}

/** After so many items a search lets others have a turn. */
const TURN = 500;

/**
 * Finds conflicts again and again while single items change: of those whose objects are the same, and of which nothing
 * changed in what they wait for, it remembers what it found.
 *
 * @public
 */
export class ConflictFinder {
  readonly #facts: ConflictFacts;
  readonly #words = daysInWords();
  readonly #known = new WeakMap<ConflictItem, Finding>();

  /** @param facts - hold for all searches: other facts need another finder */
  static create(facts: ConflictFacts): ConflictFinder {
    return new ConflictFinder(facts);
  }

  private constructor(facts: ConflictFacts) {
    this.#facts = facts;
  }

  /** Finds what {@link findConflicts} finds, and yields now and then, where many items must not hold up others. */
  *search(
    items: readonly ConflictItem[],
  ): Generator<undefined, FoundConflicts, undefined> {
    const byKey = new Map<string, ConflictItem>();
    for (const item of items) {
      if (!item.archived) {
        byKey.set(itemKeyOf(item), item);
      }
    }
    const edges = new Map<string, Edge[]>();
    let done = 0;
    for (const [itemKey, item] of byKey) {
      edges.set(itemKey, this.#edgesOf(item, byKey));
      done += 1;
      if (done % TURN === 0) {
        yield;
      }
    }
    const cycles = cyclesOf(
      new Map(
        [...edges].map(([key, ofItem]) => [
          key,
          ofItem.filter(({ key: to }) => to !== key).map(({ key: to }) => to),
        ]),
      ),
    );
    yield;
    const cycleOf = new Map(
      cycles.flatMap((cycle, index) =>
        cycle.map((key): [string, number] => [key, index]),
      ),
    );
    const found = cycles.map((cycle, index) =>
      cycleConflict(
        [...cycle].sort().map(key => byKey.get(key)!),
        cycle.flatMap(from =>
          edges
            .get(from)!
            .filter(({ key }) => key !== from && cycleOf.get(key) === index),
        ),
      ),
    );
    for (const [key, item] of byKey) {
      if (isOpen(item.status)) {
        const cycle = cycleOf.get(key);
        const ofItem = edges.get(key)!;
        const inCycle = ofItem.map(
          edge => cycle !== undefined && cycleOf.get(edge.key) === cycle,
        );
        for (const one of this.#conflictsOf(item, ofItem, inCycle)) {
          found.push(one);
        }
      }
      done += 1;
      if (done % TURN === 0) {
        yield;
      }
    }
    found.sort((a, b) => bySeverity(a, b) || (a.id < b.id ? -1 : 1));
    return { conflicts: found, cycleOf };
  }

  /** What an item waits for; the very same as before when nothing in it is another one. */
  #edgesOf(
    item: ConflictItem,
    byKey: ReadonlyMap<string, ConflictItem>,
  ): Edge[] {
    const known = this.#known.get(item)?.edges;
    if (known?.every(({ key, to }) => byKey.get(key) === to)) {
      return known;
    }
    // One item may be named in two ways, with and without its entity.
    const ofItem = new Map<string, Edge>();
    for (const ref of item.dependsOn) {
      const target = dependencyTargetOf(ref, item.entityRef);
      const key = target ? itemKeyOf(target) : ref;
      if (!ofItem.has(key)) {
        ofItem.set(key, { from: item, ref, key, to: byKey.get(key) });
      }
    }
    return [...ofItem.values()];
  }

  #conflictsOf(
    item: ConflictItem,
    edges: Edge[],
    inCycle: boolean[],
  ): RoadmapConflict[] {
    const known = this.#known.get(item);
    if (
      known?.edges === edges &&
      known.inCycle.every((value, index) => value === inCycle[index])
    ) {
      return known.found;
    }
    const words = this.#words;
    const found: RoadmapConflict[] = [];
    edges.forEach((edge, index) => {
      const problem = dependencyConflict(
        edge,
        this.#facts,
        inCycle[index],
        words,
      );
      if (problem) {
        found.push(problem);
      }
    });
    found.push(
      ...dateConflicts(item, this.#facts, words),
      ...entityConflicts(item, this.#facts),
    );
    this.#known.set(item, { edges, inCycle, found });
    return found;
  }
}

/**
 * The conflicts of the items of any number of roadmaps, the most urgent first, else by their id.
 *
 * @remarks
 *
 * Takes time in proportion to items and dependencies (and their sorting), whatever circles they make. Each cycle is
 * there once, with all that wait for each other. Items that are done or dropped are history: only a cycle names them.
 * An archived item is not there.
 *
 * @public
 */
export function findConflicts(
  items: readonly ConflictItem[],
  facts: ConflictFacts,
): RoadmapConflict[] {
  const search = ConflictFinder.create(facts).search(items);
  for (;;) {
    const { done, value } = search.next();
    if (done) {
      return value.conflicts;
    }
  }
}
