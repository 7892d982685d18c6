import {
  isOpen,
  statusByItems,
  type RoadmapStatus,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { queueNotice } from '../notices/queue';
import { addressColumns, ITEMS, type ItemAddress } from '../itemAddress';
import { FEEDBACK, LINKS, type FeedbackRow } from './rows';

/** Has the people of feedback be told that it is there, unless they were before. */
export async function markShipped(
  trx: Knex,
  { id, by, at }: { id: string; by?: string; at: Date },
): Promise<void> {
  const first = await trx(FEEDBACK)
    .where({ id })
    .whereNull('shipped_told_at')
    .update({ shipped_told_at: at });
  if (first > 0) {
    await queueNotice(trx, at, {
      type: 'feedback-shipped',
      feedbackId: id,
      ...(by && { by }),
    });
  }
}

/**
 * Brings feedback in line with the items that answer it. Whoever changes links has locked these items before, so that
 * none of them closes unseen meanwhile.
 */
export async function followItems(
  trx: Knex,
  feedbackIds: readonly string[],
  { by, at }: { by?: string; at: Date },
): Promise<void> {
  // Always in one order, so that two who follow the same do not wait for each other.
  for (const id of [...new Set(feedbackIds)].sort()) {
    const row: FeedbackRow | undefined = await trx(FEEDBACK)
      .where({ id, hidden: false })
      .forUpdate()
      .first();
    if (!row) {
      continue;
    }
    const status = statusByItems(row.status, await itemsOf(trx, id));
    if (status !== row.status) {
      await trx(FEEDBACK)
        .where({ id })
        .update({
          status,
          reason: null,
          version: row.version + 1,
          activity_at: at,
        });
      if (status === 'shipped') {
        await markShipped(trx, { id, at, ...(by && { by }) });
      } else {
        await queueNotice(trx, at, {
          type: 'feedback-answered',
          feedbackId: id,
          status,
          ...(by && { by }),
        });
      }
    }
  }
}

/** The feedback that items answer. */
export async function answeredBy(
  trx: Knex,
  items: readonly ItemAddress[],
): Promise<string[]> {
  const found: string[] = [];
  for (const item of items) {
    found.push(
      ...(await trx(LINKS).where(addressColumns(item)).pluck('feedback_id')),
    );
  }
  return found;
}

async function itemsOf(trx: Knex, id: string): Promise<RoadmapStatus[]> {
  const rows: Array<{ status: RoadmapStatus; archived_at: Date | null }> =
    await trx(`${LINKS} as l`)
      .join(`${ITEMS} as i`, join =>
        join
          .on('i.entity_ref', 'l.entity_ref')
          .andOn('i.source', 'l.source')
          .andOn('i.item_id', 'l.item_id'),
      )
      .where('l.feedback_id', id)
      .select('i.status', 'i.archived_at');
  // What has left its file before it was closed is not coming.
  return rows.map(({ status, archived_at: archivedAt }) =>
    archivedAt !== null && isOpen(status) ? 'dropped' : status,
  );
}
