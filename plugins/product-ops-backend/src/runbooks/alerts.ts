import type { Knex } from 'knex';
import { chunksOf, inList } from '../database/sql';
import type { VisibleFilter } from '../permissions/types';
import {
  LIST_COLUMNS,
  type RunbookRow,
  type StoredRunbook,
  toRunbook,
} from './rows';
import { narrow } from './search';

const ALERTS = 'runbook_alerts';

/** The name of an alert as it is looked up: names are compared without regard to case. */
export function alertKey(alert: string): string {
  return alert.replaceAll('\0', '').toLocaleLowerCase('en-US').slice(0, 255);
}

/** Takes away which alerts some runbooks of an entity answer. */
export async function forgetAlerts(
  trx: Knex,
  entityRef: string,
  ids: readonly string[],
): Promise<void> {
  for (const chunk of chunksOf(ids, 500)) {
    await trx(ALERTS)
      .where({ entity_ref: entityRef })
      .whereIn('runbook_id', chunk)
      .delete();
  }
}

/** Takes away which alerts the runbooks answer that were read from files of some entities. */
export async function forgetDeclaredAlerts(
  trx: Knex,
  entityRefs: readonly string[],
): Promise<void> {
  await trx(ALERTS)
    .whereIn('entity_ref', [...entityRefs])
    .whereExists(
      trx('runbooks as r')
        .select(trx.raw('1'))
        .whereRaw(`r.entity_ref = ${ALERTS}.entity_ref`)
        .whereRaw(`r.runbook_id = ${ALERTS}.runbook_id`)
        .where('r.origin', 'file'),
    )
    .delete();
}

/** Keeps which alerts runbooks answer. */
export async function keepAlerts(
  trx: Knex,
  runbooks: readonly RunbookRow[],
): Promise<void> {
  const rows = runbooks.flatMap(({ entity_ref, runbook_id, alerts }) =>
    [...new Set((JSON.parse(alerts) as string[]).map(alertKey))].map(alert => ({
      alert,
      entity_ref,
      runbook_id,
    })),
  );
  for (const chunk of chunksOf(rows, 200)) {
    await trx(ALERTS).insert(chunk);
  }
}

/** The runbooks that answer an alert, of those that a caller may read, by entity; so many at most. */
export async function answeringRunbooks(
  knex: Knex,
  options: { alert: string; visible: VisibleFilter; limit: number },
): Promise<Array<{ entityRef: string; runbook: StoredRunbook }>> {
  const query = runbooksByAlert(knex)
    .where('a.alert', options.alert)
    .select('r.entity_ref', ...LIST_COLUMNS.map(column => `r.${column}`))
    .orderBy(['r.entity_ref', 'r.runbook_id'])
    .limit(options.limit);
  narrow(query, knex, { visible: options.visible });
  const rows: RunbookRow[] = await query;
  return rows.map(row => ({
    entityRef: row.entity_ref,
    runbook: toRunbook(row),
  }));
}

/** The same for many alerts at once, by alert, without regard to who asks; so many of each at most. */
export async function answeringRunbooksOfMany(
  knex: Knex,
  options: { alerts: readonly string[]; limit: number },
): Promise<Map<string, Array<{ entityRef: string; runbook: StoredRunbook }>>> {
  const inner = runbooksByAlert(knex)
    .where(inList(knex, 'a.alert', options.alerts))
    .select(
      'a.alert as answers',
      'r.entity_ref',
      ...LIST_COLUMNS.map(column => `r.${column}`),
    )
    .rowNumber('place', by =>
      by.partitionBy('a.alert').orderBy(['r.entity_ref', 'r.runbook_id']),
    );
  narrow(inner, knex, { visible: 'all' });
  const rows: Array<RunbookRow & { answers: string }> = await knex
    .select('*')
    .from(inner.as('f'))
    .where('place', '<=', options.limit)
    .orderBy(['answers', 'place']);
  const found = new Map<
    string,
    Array<{ entityRef: string; runbook: StoredRunbook }>
  >();
  for (const row of rows) {
    const answering = found.get(row.answers) ?? [];
    found.set(row.answers, answering);
    answering.push({ entityRef: row.entity_ref, runbook: toRunbook(row) });
  }
  return found;
}

function runbooksByAlert(knex: Knex): Knex.QueryBuilder {
  return knex('runbooks as r').join(`${ALERTS} as a`, on =>
    on
      .on('a.entity_ref', '=', 'r.entity_ref')
      .andOn('a.runbook_id', '=', 'r.runbook_id'),
  );
}
