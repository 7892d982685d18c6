import { DateTime } from 'luxon';
import { stageOf, type StageDefinition } from './stages';

/** For how many days an exception may be granted at most. @public */
export const MAX_WAIVER_DAYS = 366;

/**
 * Whether an exception counts.
 *
 * @public
 */
export type WaiverState = 'active' | 'expired' | 'revoked';

/**
 * Whether an exception counts at a moment.
 *
 * @param now - ISO 8601 in UTC
 *
 * @public
 */
export function waiverState(
  waiver: { until: string; revokedAt?: string },
  now: string,
): WaiverState {
  if (waiver.revokedAt) {
    return 'revoked';
  }
  return new Date(waiver.until) > new Date(now) ? 'active' : 'expired';
}

/**
 * Whether the gate of a stage goes by an exception: whoever granted it had a say for that stage, and it was not granted
 * for a request of one's own.
 *
 * @param gate - `requestedBy` is who asks for the stage where somebody else has to decide
 *
 * @public
 */
export function waiverCounts(
  waiver: { by: string; stages?: readonly string[] },
  gate: {
    stage: string;
    requestedBy?: string;
    stages: readonly StageDefinition[];
  },
): boolean {
  return (
    waiver.by !== gate.requestedBy &&
    (waiver.stages?.some(id => stageOf(id, gate.stages).stage === gate.stage) ??
      true)
  );
}

/**
 * The moment at which an exception ends: ISO 8601 in UTC, which is the zone too where the text names none; nothing when
 * it is no time.
 *
 * @param until - ISO 8601
 *
 * @public
 */
export function waiverUntil(until: string): string | undefined {
  return momentOf(until).toUTC().toISO() ?? undefined;
}

/**
 * What is wrong with an exception that is to be granted; nothing when it can be: it has a reason, and an end that is in
 * the future, though not for ever.
 *
 * @param waiver - `until` is ISO 8601
 * @param now - ISO 8601 in UTC
 *
 * @public
 */
export function waiverProblem(
  waiver: { reason: string; until: string },
  now: string,
): string | undefined {
  if (!waiver.reason.trim()) {
    return 'reason: got none; expected why the check need not pass';
  }
  const until = momentOf(waiver.until);
  if (!until.isValid) {
    return `until: got ${waiver.until}; expected a time in ISO 8601`;
  }
  const moment = DateTime.fromISO(now, { zone: 'utc' });
  if (until <= moment) {
    return `until: got ${waiver.until}, which is past; expected a time to come`;
  }
  return until > moment.plus({ days: MAX_WAIVER_DAYS })
    ? `until: got ${waiver.until}; expected at most ${MAX_WAIVER_DAYS} days from now`
    : undefined;
}

function momentOf(text: string): DateTime {
  return DateTime.fromISO(text, { zone: 'utc' });
}
