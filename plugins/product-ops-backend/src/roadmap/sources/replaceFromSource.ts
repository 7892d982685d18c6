import {
  rankBetween,
  type DeclaredRoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { FIRST_RECORDED } from '../ItemStore';
import { replaceItems } from '../readItems';
import { ITEMS } from '../rows';

/**
 * Puts the items of another system in the place of those that it had before, writing only what differs; gives the number
 * of rows written. What is new comes after all others, and stays where people put it: the other system does not say what
 * comes first here.
 */
export async function replaceFromSource(
  trx: Knex,
  options: {
    entityRef: string;
    source: string;
    items: ReadonlyArray<DeclaredRoadmapItem & { url?: string }>;
    keep: ReadonlySet<string>;
    now: Date;
  },
): Promise<number> {
  const { entityRef } = options;
  const ranks: string[] = await trx(ITEMS)
    .where({ entity_ref: entityRef })
    .pluck('rank');
  let last = ranks.reduce((most, rank) => (rank > most ? rank : most), '');
  return replaceItems(trx, {
    ...options,
    rankOf(_, row) {
      if (row) {
        return row.rank;
      }
      last =
        (last < FIRST_RECORDED
          ? FIRST_RECORDED
          : rankBetween(last, undefined)) ?? last;
      return last;
    },
  });
}
