import type { Knex } from 'knex';
import { STATE } from './tables';

/** Has all that write the directory wait until the end of the transaction; gives its version. */
export async function lockDirectory(trx: Knex): Promise<number> {
  const state = await trx(STATE)
    .select('version')
    .where({ id: 1 })
    .forUpdate()
    .first();
  return Number(state?.version ?? 0);
}
