import type { Knex } from 'knex';
import { markForEvaluation } from '../lifecycle/pending';

/** What lists show of entities must be computed anew, and their checks be answered. */
export async function markChanged(
  trx: Knex,
  ...entityRefs: string[]
): Promise<void> {
  await trx('overview_summaries')
    .whereIn('entity_ref', entityRefs)
    .update({ input_hash: '' });
  await markForEvaluation(trx, entityRefs);
}
