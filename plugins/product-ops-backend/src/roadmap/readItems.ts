import type { DeclaredRoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { chunksOf } from '../database/sql';
import {
  addHistory,
  addressColumns,
  changesOfFile,
  ITEMS,
  toContent,
  type ItemAddress,
  type ItemEvent,
  type ItemRow,
  type ItemSource,
} from './rows';

const CHUNK = 50;

/** The items of one entity that come from one source. */
export interface ReadItems {
  entityRef: string;
  source: ItemSource;
  /** In their order. */
  items: ReadonlyArray<DeclaredRoadmapItem & { url?: string }>;
  /** Items that stay as they are, though they are not among those. */
  keep?: ReadonlySet<string>;
  /** The rank of an item: that of its row, if it has one, or another. */
  rankOf(position: number, row: ItemRow | undefined): string;
  now: Date;
}

/**
 * Puts items in the place of those that their file or system had before, writing only what differs; gives the number of
 * rows written. What is not there any more is archived, and returns as it was with all that hangs on it.
 */
export async function replaceItems(
  trx: Knex,
  { entityRef, source, items, keep, rankOf, now }: ReadItems,
): Promise<number> {
  const present: ItemRow[] = await trx(ITEMS)
    .where({ entity_ref: entityRef, source })
    .forUpdate();
  const before = new Map(present.map(row => [row.item_id, row]));
  const rows: ItemRow[] = [];
  const events: ItemEvent[] = [];
  items.forEach((item, position) => {
    const old = before.get(item.id);
    before.delete(item.id);
    const content = toContent(item, entityRef);
    const rank = rankOf(position, old);
    if (
      old &&
      old.archived_at === null &&
      old.body === content.body &&
      old.goal === content.goal &&
      old.position === position &&
      old.rank === rank
    ) {
      return;
    }
    const row = {
      ...(old ?? newRow({ entityRef, source, itemId: item.id }, now)),
      ...content,
      position,
      rank,
      archived_at: null,
    };
    const difference =
      old && changesOfFile(entityRef, JSON.parse(old.body), item);
    const returns = Boolean(old?.archived_at);
    if (difference && (returns || Object.keys(difference.after).length > 0)) {
      row.version += 1;
      events.push({
        entityRef,
        source,
        itemId: item.id,
        version: row.version,
        type: returns ? 'returned' : 'changed',
        at: now,
        ...difference,
      });
    }
    rows.push(row);
  });
  for (const chunk of chunksOf(rows, CHUNK)) {
    await trx(ITEMS)
      .insert(chunk)
      .onConflict(['entity_ref', 'source', 'item_id'])
      .merge();
  }
  await addHistory(trx, events);
  const gone = [...before.values()].filter(
    row => row.archived_at === null && !keep?.has(row.item_id),
  );
  await archiveRows(trx, gone, now);
  return rows.length + gone.length;
}

/** Archives items of files or other systems: they are on no list, and kept with all that hangs on them. */
export async function archiveRows(
  trx: Knex,
  rows: readonly ItemRow[],
  now: Date,
): Promise<void> {
  const groups = new Map<string, ItemRow[]>();
  for (const row of rows) {
    const key = `${row.source}/${row.entity_ref}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(row);
  }
  for (const group of groups.values()) {
    const [{ entity_ref, source }] = group;
    for (const chunk of chunksOf(group, 500)) {
      await trx(ITEMS)
        .where({ entity_ref, source })
        .whereIn(
          'item_id',
          chunk.map(row => row.item_id),
        )
        .update({ archived_at: now, version: trx.raw('version + 1') });
    }
  }
  await addHistory(
    trx,
    rows.map(row => ({
      entityRef: row.entity_ref,
      source: row.source,
      itemId: row.item_id,
      version: row.version + 1,
      type: 'archived',
      at: now,
      before: {},
      after: {},
    })),
  );
}

function newRow(address: ItemAddress, now: Date) {
  return {
    ...addressColumns(address),
    version: 1,
    moved: false,
    created_by: null,
    created_at: null,
    changed_by: null,
    changed_at: null,
    first_seen_at: now,
  };
}
