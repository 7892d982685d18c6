import type { Knex } from 'knex';

/**
 * Locks the runbooks of an entity that are in force until the transaction ends, in the order in which all lock them: who
 * locks one of them first and then the others waits in a circle with somebody who does the same.
 *
 * @returns their versions, by id
 */
export async function lockRunbooks(
  trx: Knex,
  entityRef: string,
): Promise<Map<string, string>> {
  const rows: Array<{ runbook_id: string; version: string }> = await trx(
    'runbooks',
  )
    .where({ entity_ref: entityRef })
    .orderBy('runbook_id')
    .forUpdate()
    .select('runbook_id', 'version');
  return new Map(rows.map(({ runbook_id, version }) => [runbook_id, version]));
}
