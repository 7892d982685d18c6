import { DateTime, Duration } from 'luxon';
import type {
  DrillDue,
  DrillMeasure,
  RecoveryProof,
  RunbookRunOutcome,
} from '../../api/types';
import type { RecoveryObjectives } from '../../product';
import { durationMs } from './objectives';

/**
 * What a drill came to.
 *
 * @public
 */
export interface DrillOutcome {
  outcome: RunbookRunOutcome;
  /** From its start to its close without its pauses, in milliseconds. */
  elapsedMs: number;
  /** How much data was lost, an ISO 8601 duration; nothing when nobody has measured it. */
  dataLoss?: string;
}

function measure(
  promised: string | undefined,
  ms: number | undefined,
): DrillMeasure {
  const most = durationMs(promised);
  const measured = ms === undefined ? {} : { ms };
  if (promised === undefined || most === undefined) {
    return { ...measured, result: 'unpromised' };
  }
  if (ms === undefined) {
    return { promised, result: 'unmeasured' };
  }
  return ms > most
    ? { promised, ms, result: 'missed', overMs: ms - most }
    : { promised, ms, result: 'kept' };
}

/**
 * What a drill has shown of what is promised. One that failed or was abandoned proves nothing, whatever was measured;
 * without a promise, a recovery that succeeded is one that is not measured.
 *
 * @public
 */
export function judgeDrill(
  drill: DrillOutcome,
  promised: RecoveryObjectives,
): { proof: RecoveryProof; time: DrillMeasure; loss: DrillMeasure } {
  const time = measure(promised.rto, drill.elapsedMs);
  const loss = measure(promised.rpo, durationMs(drill.dataLoss));
  const results = [time.result, loss.result];
  let proof: RecoveryProof = 'unmeasured';
  if (drill.outcome !== 'succeeded') {
    proof = 'failed';
  } else if (results.includes('missed')) {
    proof = 'missed';
  } else if (results.includes('kept') && !results.includes('unmeasured')) {
    proof = 'proven';
  }
  return { proof, time, loss };
}

/**
 * How often the recovery of entities is drilled, by tier: ISO 8601 durations. A tier that is left out owes no drills.
 *
 * @public
 */
export type DrillPeriods = Readonly<Partial<Record<1 | 2 | 3 | 4, string>>>;

/**
 * How often recoveries are drilled where nothing else is configured.
 *
 * @public
 */
export const DEFAULT_DRILL_PERIODS: DrillPeriods = { 1: 'P6M', 2: 'P1Y' };

/**
 * By when the next drill is due; nothing where none is owed. What the drill came to is another question.
 *
 * @param options - `since` is when the last one was closed, or when the entity was seen first; `now` is the time, both
 * ISO 8601
 *
 * @public
 */
export function drillDue(
  tier: number | undefined,
  options: { since?: string; now: string; every: DrillPeriods },
): DrillDue | undefined {
  const { since, now, every } = options;
  const period = (every as Readonly<Record<number, string | undefined>>)[
    tier ?? 0
  ];
  if (!period || !since || durationMs(period) === undefined) {
    return undefined;
  }
  const due = DateTime.fromISO(since, { zone: 'utc' })
    .plus(Duration.fromISO(period))
    .toISODate();
  // A period of thousands of years ends beyond what a day can say.
  return due && due.length === 10
    ? { on: due, overdue: due < now.slice(0, 10) }
    : undefined;
}
