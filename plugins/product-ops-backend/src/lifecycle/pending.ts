import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf } from '../database/sql';

export const PENDING = 'lifecycle_pending';

/**
 * Has checks of entities answered anew with the next run, since something changed that the directory does not have:
 * documents, answers of people, exceptions, drills, recorded stages. Call it in the transaction of the change.
 */
export async function markForEvaluation(
  trx: Knex,
  entityRefs: readonly string[],
): Promise<void> {
  const token = randomUUID();
  for (const refs of chunksOf([...new Set(entityRefs)].sort(), 400)) {
    await trx(PENDING)
      .insert(refs.map(ref => ({ entity_ref: ref, token })))
      .onConflict('entity_ref')
      .merge();
  }
}
