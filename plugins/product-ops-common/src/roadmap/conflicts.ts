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
  const words = daysInWords();
  const byKey = new Map<string, ConflictItem>();
  for (const item of items) {
    if (!item.archived) {
      byKey.set(itemKeyOf(item), item);
    }
  }
  const edges = new Map<string, Edge[]>();
  for (const [itemKey, item] of byKey) {
    // One item may be named in two ways, with and without its entity.
    const ofItem = new Map<string, Edge>();
    for (const ref of item.dependsOn) {
      const target = dependencyTargetOf(ref, item.entityRef);
      const key = target ? itemKeyOf(target) : ref;
      if (!ofItem.has(key)) {
        ofItem.set(key, { from: item, ref, key, to: byKey.get(key) });
      }
    }
    edges.set(itemKey, [...ofItem.values()]);
  }
  const cycles = cyclesOf(
    new Map(
      [...edges].map(([key, ofItem]) => [
        key,
        ofItem.filter(({ key: to }) => to !== key).map(({ key: to }) => to),
      ]),
    ),
  );
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
      for (const edge of edges.get(key)!) {
        const inOneCycle =
          cycle !== undefined && cycleOf.get(edge.key) === cycle;
        const problem = dependencyConflict(edge, facts, inOneCycle, words);
        if (problem) {
          found.push(problem);
        }
      }
      found.push(
        ...dateConflicts(item, facts, words),
        ...entityConflicts(item, facts),
      );
    }
  }
  return found.sort((a, b) => bySeverity(a, b) || (a.id < b.id ? -1 : 1));
}
