import {
  fieldsOf,
  itemIdOf,
  rankBetween,
  spreadRanks,
  type ItemChange,
  type RoadmapEntry,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../database/pages';
import { withoutNul } from '../database/sql';
import { claim, fulfil, letGo, type ItemRequest } from './itemRequests';
import { markChanged } from './markChanged';
import {
  addHistory,
  addressColumns,
  contentOf,
  HISTORY,
  ITEMS,
  precedenceOf,
  toContent,
  toEvent,
  toItem,
  type ItemAddress,
  type ItemEvent,
  type ItemRow,
  type ItemSource,
  type StoredRoadmapItem,
} from './rows';

/** Every read of a roadmap has the rules see all its items. */
export const MAX_RECORDED = 2000;
// Ranks of items in files begin with n to p, as long as a file has less than 47,988 of them: these come after them.
export const FIRST_RECORDED = 'q0000';

/** How an item is asked for. */
export interface NewItem {
  entityRef: string;
  /** The id that is wanted; one is made of the title when absent. */
  itemId?: string;
  title: string;
  by: string;
  at: Date;
  /** The same key of the same person makes one item. */
  request?: ItemRequest;
  /** Makes the item at its place, or throws: then nothing is kept. */
  make(place: { itemId: string; rank: string }): RoadmapEntry;
  /** What is kept together with the item, or not at all. */
  also?(trx: Knex, itemId: string): Promise<void>;
}

/** What came of it. */
export type Creation =
  | { outcome: 'made' | 'made-before'; itemId: string }
  | { outcome: 'other-request' | 'full' }
  | { outcome: 'taken'; itemId: string };

/** Writes items of roadmaps, and what became of them. */
export class ItemStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ItemStore {
    return new ItemStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** An item: of several with one id the one that is not archived, and of those the one in force. */
  async find(
    entityRef: string,
    itemId: string,
    source?: ItemSource,
  ): Promise<StoredRoadmapItem | undefined> {
    const rows: ItemRow[] = await this.#knex(ITEMS)
      .where({ entity_ref: entityRef, item_id: itemId })
      .where(source ? { source } : {});
    rows.sort((a, b) =>
      precedenceOf(a.source) < precedenceOf(b.source) ? -1 : 1,
    );
    const row = rows.find(one => one.archived_at === null) ?? rows[0];
    return row && toItem(row);
  }

  /** Makes an item, once for each request. */
  async create(wanted: NewItem): Promise<Creation> {
    return this.#knex.transaction(async trx => {
      const before =
        wanted.request && (await claim(trx, wanted.request, wanted));
      if (before) {
        return before.itemId === undefined
          ? { outcome: 'other-request' }
          : { outcome: 'made-before', itemId: before.itemId };
      }
      const rows: Array<Pick<ItemRow, 'item_id' | 'source' | 'rank'>> =
        await trx(ITEMS)
          .where({ entity_ref: wanted.entityRef })
          .select('item_id', 'source', 'rank');
      const taken = new Set(rows.map(row => row.item_id));
      const failed = async (creation: Creation) => {
        if (wanted.request) {
          await letGo(trx, wanted.request, wanted);
        }
        return creation;
      };
      if (
        rows.filter(({ source }) => source === 'recorded').length >=
        MAX_RECORDED
      ) {
        return failed({ outcome: 'full' });
      }
      const last = rows.reduce(
        (most, { rank }) => (rank > most ? rank : most),
        '',
      );
      const rank =
        last < FIRST_RECORDED ? FIRST_RECORDED : rankBetween(last, undefined);
      for (;;) {
        const itemId = wanted.itemId ?? itemIdOf(wanted.title, taken);
        if (taken.has(itemId)) {
          return failed({ outcome: 'taken', itemId });
        }
        const entry = wanted.make({ itemId, rank: rank ?? '' });
        if (await insert(trx, entry, wanted)) {
          if (wanted.request) {
            await fulfil(trx, wanted.request, { by: wanted.by, itemId });
          }
          await wanted.also?.(trx, itemId);
          await markChanged(trx, entry.entityRef);
          return { outcome: 'made', itemId };
        }
        // Somebody took the id a moment ago.
        taken.add(itemId);
      }
    });
  }

  /**
   * Keeps an item as a command left it.
   *
   * @returns false when it has changed since: then nothing is kept
   */
  async save(
    entry: RoadmapEntry,
    change: ItemChange,
    event: Pick<ItemEvent, 'type' | 'via' | 'at'> & { by: string },
  ): Promise<boolean> {
    const { entityRef, itemId, source } = entry;
    const address = { entityRef, itemId, source };
    return this.#knex.transaction(async trx => {
      const changed = await trx(ITEMS)
        .where(addressColumns(address))
        .where({ version: change.version - 1 })
        .whereNull('archived_at')
        .update({
          version: change.version,
          rank: entry.rank,
          ...(change.after.rank !== undefined && { moved: true }),
          ...(source === 'recorded' && {
            ...toContent(contentOf(entry), entry.entityRef),
            changed_by: event.by,
            changed_at: event.at,
          }),
        });
      if (changed === 0) {
        return false;
      }
      const { before, after, version } = change;
      await addHistory(trx, [{ ...address, ...event, version, before, after }]);
      await markChanged(trx, entry.entityRef);
      return true;
    });
  }

  /**
   * Gives all items of an entity ranks anew in the order that they have, so that there is room between any two.
   *
   * @returns false when the two are no neighbours without room: then nothing is changed
   */
  async spread(
    entityRef: string,
    { after, before }: { after?: string; before?: string },
  ): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const rows: ItemRow[] = await trx(ITEMS)
        .where({ entity_ref: entityRef })
        .orderBy(['rank', 'item_id', 'source'])
        .forUpdate();
      const above = rows.findIndex(({ rank }) => rank === after);
      const below = rows.findIndex(
        ({ rank }, index) => index > above && rank === before,
      );
      if ((after !== undefined && above < 0) || below < 0) {
        return false;
      }
      const ranks = spreadRanks(rows.length);
      for (const [index, row] of rows.entries()) {
        await trx(ITEMS)
          .where({
            entity_ref: entityRef,
            source: row.source,
            item_id: row.item_id,
          })
          .update({ rank: ranks[index], moved: true });
      }
      return true;
    });
  }

  /** A page of what became of an item, the latest first, and how much that is. */
  async history(
    address: ItemAddress,
    page: Page,
  ): Promise<{ events: ItemEvent[]; total: number }> {
    const matching = this.#knex(HISTORY).where(addressColumns(address));
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy('version', 'desc')
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return {
      events: rows.map(row => toEvent(address, row)),
      total: Number(count?.number ?? 0),
    };
  }

  /** The changes of an item from a version on, the first one first. */
  async changesFrom(address: ItemAddress, version: number) {
    const rows = await this.#knex(HISTORY)
      .where(addressColumns(address))
      .where('version', '>=', version)
      .orderBy('version');
    return rows.map(row => toEvent(address, row));
  }
}

/**
 * Writes a new item with the beginning of its history.
 *
 * @returns false when its id is taken
 */
export async function insert(
  trx: Knex,
  entry: RoadmapEntry,
  { by, at, via }: Pick<NewItem, 'by' | 'at'> & Pick<ItemEvent, 'via'>,
): Promise<boolean> {
  const address: ItemAddress = {
    entityRef: entry.entityRef,
    source: 'recorded',
    itemId: entry.itemId,
  };
  const made = await trx(ITEMS)
    .insert(
      withoutNul({
        ...addressColumns(address),
        ...toContent(contentOf(entry), entry.entityRef),
        version: entry.version,
        rank: entry.rank,
        moved: false,
        archived_at: null,
        position: 0,
        created_by: by,
        created_at: at,
        changed_by: by,
        changed_at: at,
      }),
    )
    .onConflict(['entity_ref', 'source', 'item_id'])
    .ignore()
    .returning('item_id');
  if (made.length === 0) {
    return false;
  }
  await addHistory(trx, [
    {
      ...address,
      version: entry.version,
      type: 'created',
      by,
      via,
      at,
      before: {},
      after: fieldsOf(entry),
    },
  ]);
  return true;
}
