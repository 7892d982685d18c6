import { RELATION_PART_OF } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { chunksOf, inList } from '../database/sql';
import { onlyVisible } from '../permissions/onlyVisible';
import type { VisibleFilter } from '../permissions/types';
import {
  LIST_COLUMNS,
  type RunbookRow,
  type StoredRunbook,
  toRunbook,
} from './rows';

const ALERTS = 'runbook_alerts';
/** So many of one entity go before what others have. */
const MOST_OF_ENTITY = 5;

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

/**
 * The runbooks that answer some alerts, of those that a caller may read, by alert; so many of each at most.
 *
 * @remarks
 *
 * What the bound leaves must not change what `resolveAlert` chooses. Hence they are in its order: those of what labels
 * name or of what that is part of go first, then those of its parts, those for incidents, and those that are fresh; and
 * no entity fills the bound alone, since nothing is chosen where others answer as well.
 */
export async function answeringRunbooks(
  knex: Knex,
  options: {
    alerts: readonly string[];
    visible: VisibleFilter;
    /** What labels name. */
    named: readonly string[];
    /** What the named ones are part of. */
    partOf: readonly string[];
    /** `YYYY-MM-DD`: what is stale on it goes behind. */
    today: string;
    limit: number;
  },
): Promise<Map<string, Array<{ entityRef: string; runbook: StoredRunbook }>>> {
  const { alerts, named, partOf, today } = options;
  const part = knex('directory_relations as p')
    .select(knex.raw('1'))
    .whereRaw('p.source_ref = r.entity_ref')
    .where('p.type', RELATION_PART_OF)
    .where(inList(knex, 'p.target_ref', named));
  const kind = `case when r.type = 'incident' then 0 else 1 end`;
  const fresh = knex.raw('case when r.stale_from > ? then 0 else 1 end', [
    today,
  ]);
  const answering = knex('runbooks as r')
    .join(`${ALERTS} as a`, on =>
      on
        .on('a.entity_ref', '=', 'r.entity_ref')
        .andOn('a.runbook_id', '=', 'r.runbook_id'),
    )
    // What is not in the catalog any more cannot be read by anybody.
    .join('directory_entities as o', 'o.entity_ref', 'r.entity_ref')
    .where(inList(knex, 'a.alert', alerts))
    .where('r.helper', false)
    .select(
      'a.alert as answers',
      'r.entity_ref',
      'r.runbook_id',
      knex.raw(`${kind} as kind`),
      knex.raw('? as fresh', [fresh]),
      named.length > 0
        ? knex.raw(
            'case when ? then 0 when ? then 1 when exists ? then 1 else 2 end as near',
            [
              inList(knex, 'r.entity_ref', [...named, ...partOf]),
              inList(knex, 'o.product_ref', named),
              part,
            ],
          )
        : knex.raw('2 as near'),
      knex.raw(
        `row_number() over (partition by a.alert, r.entity_ref order by ${kind}, ?, r.runbook_id) as of_entity`,
        [fresh],
      ),
    );
  onlyVisible(knex, answering, {
    column: 'r.entity_ref',
    visible: options.visible,
  });
  const placed = knex
    .select(
      'answers',
      'entity_ref',
      'runbook_id',
      knex.raw(
        `row_number() over (partition by answers order by
          case when of_entity > ? then 1 else 0 end, near, kind, fresh, entity_ref, runbook_id) as place`,
        [MOST_OF_ENTITY],
      ),
    )
    .from(answering.as('f'));
  const rows: Array<RunbookRow & { answers: string }> = await knex(
    'runbooks as r',
  )
    .join(placed.as('g'), on =>
      on
        .on('g.entity_ref', '=', 'r.entity_ref')
        .andOn('g.runbook_id', '=', 'r.runbook_id'),
    )
    .where('g.place', '<=', options.limit)
    .select(
      'g.answers',
      'r.entity_ref',
      ...LIST_COLUMNS.map(column => `r.${column}`),
    )
    .orderBy(['g.answers', 'g.place']);
  const found = new Map<
    string,
    Array<{ entityRef: string; runbook: StoredRunbook }>
  >();
  for (const row of rows) {
    const ofAlert = found.get(row.answers) ?? [];
    found.set(row.answers, ofAlert);
    ofAlert.push({ entityRef: row.entity_ref, runbook: toRunbook(row) });
  }
  return found;
}
