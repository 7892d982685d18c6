import type { Knex } from 'knex';

const OWNERS = 'ownership_owners';
const MOST_OWNERS = 40;

/** An owner with verifications that are overdue. */
export interface OverdueOwner {
  owner: string;
  /** All of them, also those that the owner was told of before. */
  count: number;
}

/** Overdue verifications that somebody is to be told of. */
export interface Overdue {
  owners: OverdueOwner[];
  /** The entities that are news, for those who hold a role for them. */
  entities: string[];
}

/**
 * Takes owners of whose overdue verifications at least one is news to them: it is none any more. What is left over,
 * where there are many owners, waits for the next time.
 *
 * @param before - the day before which a verification was due that is overdue now
 */
export async function takeOverdueToTell(
  trx: Knex,
  before: string,
): Promise<Overdue> {
  const isNews = (query: Knex.QueryBuilder) =>
    query
      .whereNull('gone_at')
      .where('due_at', '<', before)
      .andWhere(known =>
        known
          .whereNull('overdue_told')
          .orWhere('overdue_told', '<>', trx.ref('due_at')),
      );
  const owners: string[] = await isNews(trx(OWNERS))
    .whereNotNull('owner_ref')
    .distinct('owner_ref')
    .orderBy('owner_ref')
    .limit(MOST_OWNERS)
    .pluck('owner_ref');
  if (owners.length === 0) {
    return { owners: [], entities: [] };
  }
  const told = await isNews(trx(OWNERS).whereIn('owner_ref', owners))
    .update({ overdue_told: trx.ref('due_at') })
    .returning('entity_ref');
  const rows = await trx(OWNERS)
    .select('owner_ref', trx.raw('count(*) as number'))
    .whereNull('gone_at')
    .where('due_at', '<', before)
    .whereIn('owner_ref', owners)
    .groupBy('owner_ref')
    .orderBy('owner_ref');
  return {
    owners: rows.map(row => ({
      owner: String(row.owner_ref),
      count: Number(row.number),
    })),
    entities: told.map(row => String(row.entity_ref)).sort(),
  };
}
