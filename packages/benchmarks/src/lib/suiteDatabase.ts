import knex, { Knex } from 'knex';
import { PORTAL_DATABASE_PREFIX } from './portal';
import { Postgres } from './postgres';

const CHUNK = 1000;

/** The database in which the suite of a portal keeps what it knows; whoever opens it destroys it. */
export function openSuiteDatabase({ connection }: Postgres): Knex {
  return knex({
    client: 'pg',
    connection: {
      ...connection,
      database: `${PORTAL_DATABASE_PREFIX}product-ops`,
    },
    pool: { min: 0, max: 1 },
  });
}

/** Puts rows into a table, however many. */
export async function insertAll(
  database: Knex,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    await database(table).insert(rows.slice(at, at + CHUNK));
  }
}
