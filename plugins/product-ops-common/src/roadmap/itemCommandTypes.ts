import type { ItemPatch, RoadmapEntry } from './items';
import type { ItemFieldsOptions, ItemProblem } from './validateItem';

/**
 * What a command changed: the fields before and after it, where `null` stands for none. A field that it left alone is
 * in neither.
 *
 * @public
 */
export interface ItemChange {
  /** The version that the item has since. */
  version: number;
  before: ItemPatch & { rank?: string };
  after: ItemPatch & { rank?: string };
}

/**
 * What can be done with an item.
 *
 * @remarks
 *
 * `reorder` puts it between two neighbours of its lane, given by their ranks, and may change fields with it, such as
 * the horizon of another lane. `shift` moves start and end by days, `move` puts its first day (the last one, where it
 * has no first) on a day: both keep the duration; `resize` moves one end. `undo` takes one change back, `later` are the
 * changes since, to name the one that is in the way.
 *
 * @public
 */
export type ItemCommand =
  | { type: 'edit'; patch: unknown }
  | { type: 'reorder'; after?: string; before?: string; patch?: unknown }
  | { type: 'shift'; days: number }
  | { type: 'move'; to: string }
  | { type: 'resize'; start?: string; end?: string }
  | { type: 'drop' }
  | { type: 'undo'; change: ItemChange; later?: readonly ItemChange[] };

/**
 * Why a command was not obeyed. `no-room` asks for ranks to be spread anew.
 *
 * @public
 */
export type ItemRefusal =
  | 'invalid'
  | 'stale'
  | 'read-only'
  | 'archived'
  | 'no-dates'
  | 'no-room'
  | 'changed-since';

/**
 * What came of a command: the item as it is then, or why nothing has changed. There is no `change` where the item was
 * so before.
 *
 * @public
 */
export type ItemOutcome =
  | {
      ok: true;
      item: RoadmapEntry;
      change?: ItemChange;
      flags: ItemProblem[];
    }
  | {
      ok: false;
      problem: ItemRefusal;
      message: string;
      /** What is wrong with which field, where that is the reason. */
      problems?: ItemProblem[];
      /** The item as it is, where the caller has seen an older version. */
      current?: RoadmapEntry;
      /** The version of the change that is in the way of an undo. */
      version?: number;
    };

/**
 * What commands need to know. `version` is the one that the caller has seen; it is not compared when absent.
 *
 * @public
 */
export type ItemCommandContext = Omit<
  ItemFieldsOptions,
  'entityRef' | 'itemId'
> & { version?: number };
