import type { RoadmapStatus, Severity } from '../api/types';
import type { ItemRef } from './itemRefs';
import type { RoadmapEntry } from './items';

/**
 * What of an item the rules about conflicts look at.
 *
 * @public
 */
export type ConflictItem = Pick<
  RoadmapEntry,
  | 'entityRef'
  | 'itemId'
  | 'title'
  | 'status'
  | 'start'
  | 'end'
  | 'owner'
  | 'dependsOn'
> & { archived?: boolean };

/**
 * Ways in which plans contradict each other or the facts.
 *
 * @remarks
 *
 * - `ends-before-dependency`: it ends before what it waits for
 * - `cycle`: items wait for each other, directly or through others
 * - `depends-on-itself`
 * - `dropped-dependency`: what it waits for was dropped
 * - `missing-dependency`: what it waits for is not there
 * - `retired-dependency`: what it waits for is of a retired product, and not done
 * - `retired-product`: its own product is retired
 * - `missing-owner`: nobody owns it, or its owner is not in the catalog
 * - `overdue`: it is past its end and not done
 * - `no-duration`: it starts on the day on which it ends, or after it
 *
 * @public
 */
export type ConflictKind =
  | 'ends-before-dependency'
  | 'cycle'
  | 'depends-on-itself'
  | 'dropped-dependency'
  | 'missing-dependency'
  | 'retired-dependency'
  | 'retired-product'
  | 'missing-owner'
  | 'overdue'
  | 'no-duration';

/**
 * What solves a conflict.
 *
 * @public
 */
export type ConflictAction =
  | {
      type: 'reschedule';
      item: ItemRef;
      /** The new first and last day, `YYYY-MM-DD`; what is absent stays. */
      start?: string;
      end?: string;
    }
  | {
      type: 'remove-dependency';
      item: ItemRef;
      /** As the item has it in `dependsOn`. */
      dependency: string;
    }
  | { type: 'set-status'; item: ItemRef; status: RoadmapStatus }
  | { type: 'choose-owner'; item: ItemRef }
  | { type: 'set-dates'; item: ItemRef };

/**
 * A contradiction, with what solves it.
 *
 * @public
 */
export interface RoadmapConflict {
  /** The same as long as the conflict is: a page can link to it. */
  id: string;
  kind: ConflictKind;
  severity: Severity;
  /** One sentence in English. */
  title: string;
  /** Whose conflict it is first, then the others; of a cycle the first ten. */
  items: ItemRef[];
  /** How many items there are, also those beyond the first ten. */
  itemCount: number;
  /** What solves it, the best first. One of them is enough, except in a cycle of several ways round. */
  actions: ConflictAction[];
}

/**
 * What conflicts need to know beside the items. What is absent is not checked.
 *
 * @public
 */
export interface ConflictFacts {
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  /** Whether an entity is retired, by full ref. */
  retired?: (entityRef: string) => boolean;
  /** The full ref of who owns an entity; nothing when nobody does. Absent, items without an owner are fine. */
  ownerOf?: (entityRef: string) => string | undefined;
  /** Whether a user or a group is in the catalog, by full ref. */
  ownerExists?: (ref: string) => boolean;
}
