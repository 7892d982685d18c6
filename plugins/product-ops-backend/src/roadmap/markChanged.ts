import type { Knex } from 'knex';
import { markForEvaluation } from '../lifecycle/pending';

/** What lists show of the entity must be computed anew, and its checks be answered. */
export async function markChanged(trx: Knex, entityRef: string): Promise<void> {
  await trx('overview_summaries')
    .where({ entity_ref: entityRef })
    .update({ input_hash: '' });
  await markForEvaluation(trx, [entityRef]);
}
