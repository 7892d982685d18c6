import type {
  RunbookRunEvent,
  RunbookTrouble,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { inList } from '../../database/sql';
import {
  EVENTS,
  toEvent,
  type RunEventRow,
  type StoredRun,
} from '../runs/rows';
import { refreshStandings } from './standings';
import { keyOf, TROUBLES } from './tables';

/** So many of one batch of runbooks count: a runbook is stale by the first. */
const MOST = 5000;

/** Keeps that a step failed in a run, or is called wrong, so that the runbook is stale from then on. */
export async function keepTrouble(
  trx: Knex,
  run: Pick<StoredRun, 'id' | 'entityRef' | 'runbookId'>,
  event: RunbookRunEvent,
): Promise<void> {
  if (!kindOf(event)) {
    return;
  }
  const at = new Date(event.at);
  await trx(TROUBLES).insert({
    run_id: run.id,
    seq: event.seq,
    entity_ref: run.entityRef,
    runbook_id: run.runbookId,
    at,
  });
  await refreshStandings(trx, [run.entityRef], { now: at });
}

/** What went wrong in runs of the runbooks of some entities after a time, the latest first, by runbook. */
export async function troublesOf(
  trx: Knex,
  entityRefs: readonly string[],
  since: Date,
): Promise<Map<string, RunbookTrouble[]>> {
  const rows: Array<RunEventRow & { entity_ref: string; runbook_id: string }> =
    await trx(`${TROUBLES} as t`)
      .join(`${EVENTS} as e`, on =>
        on.on('e.run_id', '=', 't.run_id').andOn('e.seq', '=', 't.seq'),
      )
      .where(inList(trx, 't.entity_ref', entityRefs))
      .where('t.at', '>', since)
      .select('t.entity_ref', 't.runbook_id', 'e.*')
      .orderBy('t.at', 'desc')
      .limit(MOST);
  const found = new Map<string, RunbookTrouble[]>();
  for (const row of rows) {
    const event = toEvent(row);
    const kind = kindOf(event);
    if (kind) {
      const key = keyOf(row.entity_ref, row.runbook_id);
      const ofRunbook = found.get(key) ?? [];
      found.set(key, ofRunbook);
      ofRunbook.push({
        run: row.run_id,
        ...(event.step && { step: event.step }),
        kind,
        at: event.at,
      });
    }
  }
  return found;
}

function kindOf(event: RunbookRunEvent): RunbookTrouble['kind'] | undefined {
  if (event.type === 'flag') {
    return event.problem;
  }
  return event.type === 'step' && event.state === 'failed'
    ? 'failed'
    : undefined;
}
