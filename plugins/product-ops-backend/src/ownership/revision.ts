import type { Knex } from 'knex';

const REVISION = 'ownership_revision';

/** Says that verifications have changed. The last of a transaction, since others wait for the same row. */
export async function raiseRevision(trx: Knex): Promise<void> {
  await trx(REVISION).where({ id: 1 }).increment('revision', 1);
}

/** The same number as long as no verification has changed, whichever instance changed it. */
export async function readRevision(knex: Knex): Promise<number> {
  const row = await knex(REVISION).where({ id: 1 }).first('revision');
  return Number(row?.revision ?? 0);
}
