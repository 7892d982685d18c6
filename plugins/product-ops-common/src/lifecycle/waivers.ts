import { DateTime } from 'luxon';

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
  const until = DateTime.fromISO(waiver.until, { zone: 'utc' });
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
