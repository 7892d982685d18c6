import {
  runElapsedMs,
  runStateOf,
  type RunbookRunEvent,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { markForEvaluation } from '../../lifecycle/pending';
import {
  EVENTS,
  toEvent,
  type RunEventRow,
  type StoredRun,
} from '../runs/rows';
import { fulfilPlan } from './DrillPlanStore';
import { insertDrill } from './DrillStore';

/** What the time of a run is made of. */
const TIMES = ['started', 'pause', 'resume', 'close'];

/**
 * Keeps what a run has shown that was a drill of a recovery, with the plan that it fulfils; of any other run nothing.
 * Call it in the transaction that has just closed the run.
 */
export async function keepDrill(
  trx: Knex,
  run: StoredRun,
  event: RunbookRunEvent,
): Promise<void> {
  if (
    event.type !== 'close' ||
    run.reason.kind !== 'drill' ||
    run.type !== 'recovery' ||
    !event.outcome
  ) {
    return;
  }
  const rows: RunEventRow[] = await trx(EVENTS)
    .where({ run_id: run.id })
    .whereIn('type', TIMES)
    .orderBy('seq');
  await insertDrill(trx, {
    runId: run.id,
    entityRef: run.entityRef,
    runbookId: run.runbookId,
    title: run.title,
    outcome: event.outcome,
    elapsedMs: runElapsedMs(runStateOf(rows.map(toEvent)), event.at),
    ...(event.dataLoss && { dataLoss: event.dataLoss }),
    closedAt: new Date(event.at),
  });
  const { entityRef, runbookId, id: runId } = run;
  await fulfilPlan(trx, { entityRef, runbookId, runId });
  await markForEvaluation(trx, [run.entityRef]);
}
