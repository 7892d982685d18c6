import type { RoadmapStatus } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { inList } from '../../database/sql';
import {
  addressColumns,
  ITEMS,
  type ItemAddress,
  type ItemSource,
} from '../itemAddress';
import { lockItem } from './MergeStore';
import { FEEDBACK, LINKS, MAX_LINKS } from './rows';
import { followItems } from './shipping';
import { lockAll } from './VoteStore';

/** An item that answers feedback. */
export interface LinkedItem extends ItemAddress {
  feedbackId: string;
  title: string;
  status: RoadmapStatus;
  end?: string;
  archived: boolean;
}

type Options = { by: string; at: Date };

/** Keeps which items answer which feedback. */
export class FeedbackLinkStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): FeedbackLinkStore {
    return new FeedbackLinkStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The items that answer some feedback, in one query. */
  async ofMany(ids: readonly string[]): Promise<LinkedItem[]> {
    const rows: Array<{
      feedback_id: string;
      entity_ref: string;
      source: ItemSource;
      item_id: string;
      title: string;
      status: RoadmapStatus;
      end_date: string | null;
      archived_at: Date | null;
    }> = await this.#knex(`${LINKS} as l`)
      .join(`${ITEMS} as i`, join =>
        join
          .on('i.entity_ref', 'l.entity_ref')
          .andOn('i.source', 'l.source')
          .andOn('i.item_id', 'l.item_id'),
      )
      .where(inList(this.#knex, 'l.feedback_id', ids))
      .orderBy(['l.feedback_id', 'l.at', 'l.entity_ref', 'l.item_id'])
      .select(
        'l.feedback_id',
        'l.entity_ref',
        'l.source',
        'l.item_id',
        'i.title',
        'i.status',
        'i.end_date',
        'i.archived_at',
      );
    return rows.map(row => ({
      feedbackId: row.feedback_id,
      entityRef: row.entity_ref,
      source: row.source,
      itemId: row.item_id,
      title: row.title,
      status: row.status,
      ...(row.end_date && { end: row.end_date }),
      archived: row.archived_at !== null,
    }));
  }

  /** Links feedback to an item; a link that is there stays. */
  async add(
    id: string,
    item: ItemAddress,
    options: Options,
  ): Promise<'done' | 'changed' | 'full'> {
    return this.#knex.transaction(trx => linkIn(trx, id, item, options));
  }

  /** Takes a link away; the status stays as somebody last saw it. */
  async remove(
    id: string,
    item: ItemAddress,
    { by, at }: Options,
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      await lockItem(trx, item);
      await lockAll(trx, [id]);
      const removed = await trx(LINKS)
        .where({ feedback_id: id, ...addressColumns(item) })
        .delete();
      if (removed > 0) {
        await trx(FEEDBACK)
          .where({ id })
          .update({ version: trx.raw('version + 1'), activity_at: at });
        await followItems(trx, [id], { by, at });
      }
    });
  }
}

/** Links feedback to an item within a transaction. */
export async function linkIn(
  trx: Knex,
  id: string,
  item: ItemAddress,
  { by, at }: Options,
): Promise<'done' | 'changed' | 'full'> {
  const there = await lockItem(trx, item);
  const [row] = await lockAll(trx, [id]);
  if (!there || !row || row.hidden) {
    return 'changed';
  }
  const added = await trx(LINKS)
    .insert({ feedback_id: id, ...addressColumns(item), linked_by: by, at })
    .onConflict(['feedback_id', 'entity_ref', 'source', 'item_id'])
    .ignore()
    .returning('item_id');
  if (added.length === 0) {
    // A link that came with a merge is one of its own from now on.
    await trx(LINKS)
      .where({ feedback_id: id, ...addressColumns(item) })
      .update({ via: null });
    return 'done';
  }
  const count = await trx(LINKS)
    .where({ feedback_id: id })
    .count({ number: '*' })
    .first();
  if (Number(count?.number ?? 0) > MAX_LINKS) {
    await trx(LINKS)
      .where({ feedback_id: id, ...addressColumns(item) })
      .delete();
    return 'full';
  }
  await trx(FEEDBACK)
    .where({ id })
    .update({ version: row.version + 1, activity_at: at });
  await followItems(trx, [id], { by, at });
  return 'done';
}
