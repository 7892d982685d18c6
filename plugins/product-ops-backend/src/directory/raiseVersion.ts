import type { Knex } from 'knex';
import { lockDirectory } from './lockDirectory';
import { STATE } from './tables';

/**
 * Raises the version of the directory and gives the new one, for the rows that the transaction writes. Whoever else
 * raises it waits until the transaction ends.
 */
export async function raiseVersion(trx: Knex): Promise<number> {
  const version = (await lockDirectory(trx)) + 1;
  await trx(STATE).where({ id: 1 }).update({ version });
  return version;
}
