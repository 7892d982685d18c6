import type { Knex } from 'knex';
import { STATE } from './tables';

/**
 * Raises the version of the directory and gives the new one, for the rows that the transaction writes. Whoever else
 * raises it waits until the transaction ends.
 */
export async function raiseVersion(trx: Knex): Promise<number> {
  const state = await trx(STATE)
    .select('version')
    .where({ id: 1 })
    .forUpdate()
    .first();
  const version = Number(state?.version ?? 0) + 1;
  await trx(STATE).where({ id: 1 }).update({ version });
  return version;
}
