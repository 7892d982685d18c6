import {
  rankBetween,
  spreadRanks,
  type DeclaredRoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { chunksOf } from '../database/sql';
import {
  addHistory,
  changesOfFile,
  ITEMS,
  toContent,
  type ItemEvent,
  type ItemRow,
} from './rows';

const CHUNK = 50;

/**
 * Puts other items in the place of those that a file declared, writing only what differs; gives the number of rows
 * written. What is not in the file any more is archived, and returns as it was with all that hangs on it.
 */
export async function replaceDeclared(
  trx: Knex,
  entityRef: string,
  items: readonly DeclaredRoadmapItem[],
  now: Date,
): Promise<number> {
  const present: ItemRow[] = await trx(ITEMS)
    .where({ entity_ref: entityRef, source: 'declared' })
    .forUpdate();
  const before = new Map(present.map(row => [row.item_id, row]));
  const ranks = await ranksInFile(trx, entityRef, items.length);
  const rows: ItemRow[] = [];
  const events: ItemEvent[] = [];
  items.forEach((item, position) => {
    const old = before.get(item.id);
    before.delete(item.id);
    const content = toContent(item, entityRef);
    const rank = old?.moved ? old.rank : ranks[position];
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
      ...(old ?? newRow(entityRef, item.id)),
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
        source: 'declared',
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
  const gone = [...before.values()].filter(row => row.archived_at === null);
  await archive(trx, gone, now);
  return rows.length + gone.length;
}

/** The ranks that places in a file give, beside those to which people have put items. */
async function ranksInFile(
  trx: Knex,
  entityRef: string,
  count: number,
): Promise<string[]> {
  const taken = new Set<string>(
    await trx(ITEMS)
      .where({ entity_ref: entityRef })
      .where(put => put.where({ moved: true }).orWhere('source', 'recorded'))
      .pluck('rank'),
  );
  const ranks = spreadRanks(count + 1);
  return ranks.slice(0, count).map((rank, place) => {
    let free: string | undefined = rank;
    while (free && taken.has(free)) {
      free = rankBetween(free, ranks[place + 1]);
    }
    return free ?? rank;
  });
}

/** Archives all that files declare for some entities: they declare no file any more, or have left the catalog. */
export async function archiveDeclared(
  trx: Knex,
  entityRefs: readonly string[],
  now: Date,
): Promise<void> {
  const rows: ItemRow[] = await trx(ITEMS)
    .where({ source: 'declared' })
    .whereIn('entity_ref', [...entityRefs])
    .whereNull('archived_at')
    .forUpdate();
  await archive(trx, rows, now);
}

async function archive(
  trx: Knex,
  rows: readonly ItemRow[],
  now: Date,
): Promise<void> {
  const ofEntity = new Map<string, string[]>();
  for (const row of rows) {
    const ids = ofEntity.get(row.entity_ref) ?? [];
    ofEntity.set(row.entity_ref, ids);
    ids.push(row.item_id);
  }
  for (const [entityRef, ids] of ofEntity) {
    for (const chunk of chunksOf(ids, 500)) {
      await trx(ITEMS)
        .where({ entity_ref: entityRef, source: 'declared' })
        .whereIn('item_id', chunk)
        .update({ archived_at: now, version: trx.raw('version + 1') });
    }
  }
  await addHistory(
    trx,
    rows.map(row => ({
      entityRef: row.entity_ref,
      source: 'declared',
      itemId: row.item_id,
      version: row.version + 1,
      type: 'archived',
      at: now,
      before: {},
      after: {},
    })),
  );
}

function newRow(entityRef: string, itemId: string) {
  return {
    entity_ref: entityRef,
    source: 'declared' as const,
    item_id: itemId,
    version: 1,
    moved: false,
    created_by: null,
    created_at: null,
    changed_by: null,
    changed_at: null,
  };
}
