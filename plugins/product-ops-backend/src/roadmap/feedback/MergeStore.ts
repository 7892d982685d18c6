import type { Knex } from 'knex';
import { addressColumns, ITEMS, type ItemAddress } from '../itemAddress';
import {
  FEEDBACK,
  LINKS,
  MAX_LINKS,
  MAX_MERGED,
  VOTES,
  type FeedbackRow,
} from './rows';
import { followItems } from './shipping';
import { lockAll } from './VoteStore';

/** What came of a merge, or of taking one back. */
export type MergeOutcome =
  | 'done'
  /** The feedback that is merged has changed. */
  | 'changed'
  /** The feedback into which it is merged has changed. */
  | 'target-changed'
  | 'full'
  | 'too-many-links';

type Options = { by: string; at: Date };

/**
 * Unites feedback that asks for the same. Votes and links are copied to what stays, each with where it came from: so each
 * person counts once, and all of it can be taken back.
 */
export class MergeStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): MergeStore {
    return new MergeStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async merge(
    seen: { id: string; version: number },
    into: string,
    { by, at }: Options,
  ): Promise<MergeOutcome> {
    return this.#knex.transaction(async trx => {
      await lockItemsOf(trx, [seen.id, into]);
      const rows = await lockAll(trx, [seen.id, into]);
      const own = rows.find(({ id }) => id === seen.id);
      const target = rows.find(({ id }) => id === into);
      if (!own || own.hidden || own.version !== seen.version) {
        return 'changed';
      }
      if (!target || target.hidden) {
        return 'target-changed';
      }
      const merged = await trx(FEEDBACK)
        .where({ merged_into: into })
        .count({ number: '*' })
        .first();
      if (Number(merged?.number ?? 0) >= MAX_MERGED) {
        return 'full';
      }
      const links = await trx(LINKS)
        .whereIn('feedback_id', [seen.id, into])
        .countDistinct({
          number: trx.raw(`entity_ref || ' ' || source || ' ' || item_id`),
        })
        .first();
      if (Number(links?.number ?? 0) > MAX_LINKS) {
        return 'too-many-links';
      }
      await trx(FEEDBACK)
        .where({ id: seen.id })
        .update({
          merged_into: into,
          hidden: true,
          version: own.version + 1,
          activity_at: at,
        });
      await copy(trx, seen.id, into);
      await raise(trx, into, at);
      await followItems(trx, [into], { by, at });
      return 'done';
    });
  }

  async undo(
    seen: { id: string; version: number },
    { by, at }: Options,
  ): Promise<MergeOutcome> {
    return this.#knex.transaction(async trx => {
      const before: FeedbackRow | undefined = await trx(FEEDBACK)
        .where({ id: seen.id })
        .first();
      const from = before?.merged_into;
      if (!from) {
        return 'changed';
      }
      await lockItemsOf(trx, [seen.id, from]);
      const rows = await lockAll(trx, [seen.id, from]);
      const own = rows.find(({ id }) => id === seen.id);
      const target = rows.find(({ id }) => id === from);
      if (own?.merged_into !== from || own.version !== seen.version) {
        return 'changed';
      }
      // What it brought along is elsewhere, too, where that was merged again: from there it must come back first.
      if (!target || target.merged_into) {
        return 'target-changed';
      }
      await trx(FEEDBACK)
        .where({ id: seen.id })
        .update({
          merged_into: null,
          hidden: own.withdrawn_at !== null,
          version: own.version + 1,
          activity_at: at,
        });
      for (const table of [VOTES, LINKS]) {
        await trx(table).where({ feedback_id: from, via: seen.id }).delete();
      }
      // Who came with several of those that were merged stays with the others.
      const others: string[] = await trx(FEEDBACK)
        .where({ merged_into: from })
        .orderBy('id')
        .pluck('id');
      for (const other of others) {
        await copy(trx, other, from);
      }
      await raise(trx, from, at);
      await followItems(trx, [seen.id, from], { by, at });
      return 'done';
    });
  }
}

/** Items are locked before feedback everywhere, so that nobody waits in a circle. */
async function lockItemsOf(trx: Knex, ids: readonly string[]): Promise<void> {
  const links = await trx(LINKS)
    .whereIn('feedback_id', [...ids])
    .orderBy(['entity_ref', 'source', 'item_id'])
    .select('entity_ref', 'source', 'item_id');
  for (const link of links) {
    await lockItem(trx, {
      entityRef: link.entity_ref,
      source: link.source,
      itemId: link.item_id,
    });
  }
}

/** Keeps an item as it is until the end of the transaction; gives whether there is one. */
export async function lockItem(
  trx: Knex,
  address: ItemAddress,
): Promise<boolean> {
  const row = await trx(ITEMS)
    .where(addressColumns(address))
    .forUpdate()
    .first('item_id');
  return row !== undefined;
}

async function copy(trx: Knex, from: string, to: string): Promise<void> {
  await trx.raw(
    `insert into ${VOTES} (feedback_id, person, at, via)
       select ?, person, at, ? from ${VOTES} where feedback_id = ?
       on conflict (feedback_id, person) do nothing`,
    [to, from, from],
  );
  await trx.raw(
    `insert into ${LINKS} (feedback_id, entity_ref, source, item_id, linked_by, at, via)
       select ?, entity_ref, source, item_id, linked_by, at, ? from ${LINKS} where feedback_id = ?
       on conflict (feedback_id, entity_ref, source, item_id) do nothing`,
    [to, from, from],
  );
}

/** Counts the votes of feedback anew: its votes alone are read. */
async function raise(trx: Knex, id: string, at: Date): Promise<void> {
  await trx(FEEDBACK)
    .where({ id })
    .update({
      votes: trx(VOTES).where({ feedback_id: id }).count('*'),
      version: trx.raw('version + 1'),
      activity_at: at,
    });
}
