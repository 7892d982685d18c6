import {
  rankBetween,
  spreadRanks,
  type DeclaredRoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { archiveRows, replaceItems } from './readItems';
import { ITEMS, type ItemRow } from './rows';

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
  const ranks = await ranksInFile(trx, entityRef, items.length);
  return replaceItems(trx, {
    entityRef,
    source: 'declared',
    items,
    rankOf: (position, row) => (row?.moved ? row.rank : ranks[position]),
    now,
  });
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
      .where(put =>
        put.where({ moved: true }).orWhere('source', '<>', 'declared'),
      )
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
  await archiveRows(trx, rows, now);
}
