import type { RoadmapHorizon, RoadmapStatus } from '../api/types';
import { spanOf } from './days';
import {
  dependencyRefOf,
  dependencyTargetOf,
  itemKeyOf,
  ItemRef,
} from './itemRefs';
import type { RoadmapEntry } from './items';
import { isOpen } from './vocabulary';

/**
 * What of an item suggestions look at.
 *
 * @public
 */
export type SuggestibleItem = Pick<
  RoadmapEntry,
  'entityRef' | 'itemId' | 'title' | 'status' | 'start' | 'end' | 'dependsOn'
> & { horizon?: RoadmapHorizon; archived?: boolean };

/**
 * A dependency that the catalog makes likely.
 *
 * @public
 */
export interface SuggestedDependency {
  /** The same whenever it is found, so that an answer is remembered. */
  id: string;
  /** What would wait. */
  item: ItemRef;
  /** What it would wait for. */
  dependsOn: ItemRef;
  /** As it would stand in `dependsOn` of the item. */
  ref: string;
  /** On how many days both are worked on. */
  days: number;
  /** Why, one sentence in English. */
  reason: string;
}

/**
 * How dependencies are suggested.
 *
 * @public
 */
export interface SuggestionOptions {
  /** Ids of suggestions that were answered. */
  answered?: ReadonlySet<string>;
  /** The most suggestions; 100 when absent. */
  limit?: number;
}

/** How many open items of one entity are compared with those of another: the most urgent ones. */
const MAX_COMPARED = 20;
/** How many suggestions one relation gives in all, one after the other: who has said no so often means it. */
const MAX_OF_RELATION = 5;
/** How far a chain of dependencies is followed to see whether a suggestion would close a circle. */
const MAX_FOLLOWED = 1000;
const DEFAULT_LIMIT = 100;

interface Planned {
  item: SuggestibleItem;
  key: string;
  first: number;
  last: number;
}

const urgency: Record<RoadmapStatus, number> = {
  'in-progress': 0,
  planned: 1,
  proposed: 2,
  deferred: 3,
  done: 4,
  dropped: 4,
};

interface Pair {
  id: string;
  relation: string;
  from: Planned;
  to: Planned;
  days: number;
}

function byOverlap(a: Pair, b: Pair): number {
  return (
    b.days - a.days ||
    urgency[a.from.item.status] - urgency[b.from.item.status] ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Follows dependencies from an item: whether it leads to another one, as far as it is followed. */
function leadsTo(
  from: string,
  to: string,
  targets: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set([from]);
  const next = [from];
  while (next.length > 0 && seen.size < MAX_FOLLOWED) {
    for (const target of targets.get(next.pop()!) ?? []) {
      if (target === to) {
        return true;
      }
      if (!seen.has(target)) {
        seen.add(target);
        next.push(target);
      }
    }
  }
  return false;
}

/**
 * Suggests that an item waits for another one: its entity depends on the other's in the catalog, both are open and in
 * the same period, and neither waits for the other yet, directly or through others.
 *
 * @remarks
 *
 * Those with the most days in common come first, then what is in progress, then by id. Of each entity the 20 most
 * urgent dated items are compared, and a relation gives one suggestion at a time and five in all, so that the list is
 * short and the time is in proportion to items and relations.
 *
 * @param relations - `from` depends on `to`: full refs
 *
 * @public
 */
export function suggestDependencies(
  items: readonly SuggestibleItem[],
  relations: Iterable<{ from: string; to: string }>,
  options: SuggestionOptions = {},
): SuggestedDependency[] {
  const { answered, limit = DEFAULT_LIMIT } = options;
  const targets = new Map<string, string[]>();
  const byEntity = new Map<string, Planned[]>();
  for (const item of items) {
    if (item.archived) {
      continue;
    }
    const key = itemKeyOf(item);
    targets.set(
      key,
      item.dependsOn.flatMap(ref => {
        const target = dependencyTargetOf(ref, item.entityRef);
        return target ? [itemKeyOf(target)] : [];
      }),
    );
    const span = spanOf(item);
    if (span && isOpen(item.status) && item.status !== 'deferred') {
      const planned = byEntity.get(item.entityRef) ?? [];
      planned.push({ item, key, ...span });
      byEntity.set(item.entityRef, planned);
    }
  }
  for (const [entityRef, planned] of byEntity) {
    planned.sort(
      (a, b) =>
        urgency[a.item.status] - urgency[b.item.status] ||
        a.first - b.first ||
        (a.key < b.key ? -1 : 1),
    );
    byEntity.set(entityRef, planned.slice(0, MAX_COMPARED));
  }
  const found: Pair[] = [];
  const seen = new Set<string>();
  for (const { from, to } of relations) {
    const relation = `${from} ${to}`;
    if (from !== to && !seen.has(relation)) {
      seen.add(relation);
      const pairs: Pair[] = [];
      for (const a of byEntity.get(from) ?? []) {
        for (const b of byEntity.get(to) ?? []) {
          const days =
            Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1;
          const id = `${a.key}>${b.key}`;
          if (
            days > 0 &&
            !targets.get(a.key)!.includes(b.key) &&
            !targets.get(b.key)!.includes(a.key)
          ) {
            pairs.push({ id, relation, from: a, to: b, days });
          }
        }
      }
      found.push(
        ...pairs
          .sort(byOverlap)
          .slice(0, MAX_OF_RELATION)
          .filter(({ id }) => !answered?.has(id)),
      );
    }
  }
  found.sort(byOverlap);
  const suggested: SuggestedDependency[] = [];
  const said = new Set<string>();
  for (const { from, to, days, id, relation } of found) {
    if (suggested.length >= limit) {
      break;
    }
    if (
      !said.has(relation) &&
      !leadsTo(from.key, to.key, targets) &&
      !leadsTo(to.key, from.key, targets) &&
      // Of two relations that contradict each other only the first one is heard.
      !said.has(`${to.item.entityRef} ${from.item.entityRef}`)
    ) {
      const refOf = ({ entityRef, itemId }: ItemRef) => ({ entityRef, itemId });
      said.add(relation);
      suggested.push({
        id,
        item: refOf(from.item),
        dependsOn: refOf(to.item),
        ref: dependencyRefOf(to.item, from.item.entityRef),
        days,
        reason: `${from.item.entityRef} depends on ${
          to.item.entityRef
        }, and both items are worked on for ${days} ${
          days === 1 ? 'day' : 'days'
        }.`,
      });
    }
  }
  return suggested;
}
