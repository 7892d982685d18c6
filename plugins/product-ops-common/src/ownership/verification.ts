import { DateTime, Duration } from 'luxon';
import type { VerificationState } from '../api/types';

/**
 * How often it is asked whether ownership is still right: ISO 8601 durations by tier, and `none` for what has none.
 *
 * @public
 */
export interface VerificationPeriods {
  tier1: string;
  tier2: string;
  tier3: string;
  tier4: string;
  none: string;
  /** How long after the day it is due an answer may wait before it is overdue. */
  grace: string;
}

/**
 * The periods of an installation that configures none.
 *
 * @public
 */
export const DEFAULT_VERIFICATION_PERIODS: VerificationPeriods = {
  tier1: 'P3M',
  tier2: 'P6M',
  tier3: 'P1Y',
  tier4: 'P1Y',
  none: 'P1Y',
  grace: 'P14D',
};

/**
 * The day on which it is asked next whether ownership is right, `YYYY-MM-DD` in UTC.
 *
 * @remarks
 *
 * A period after it was confirmed, or after the owner came, whichever is later. Ownership that somebody has called wrong
 * is due from that day on, until it is confirmed or the owner changes.
 *
 * @public
 */
export function verificationDue(
  facts: {
    tier?: number;
    /** From when on the owner is the owner, as far as the suite knows. */
    ownerSince: Date;
    last?: { answer: 'confirmed' | 'wrong'; at: Date };
  },
  periods: VerificationPeriods = DEFAULT_VERIFICATION_PERIODS,
): string {
  const { tier, ownerSince, last } = facts;
  const answered = last && last.at >= ownerSince ? last : undefined;
  const day = (date: DateTime) => date.toISODate()!.slice(0, 10);
  if (answered?.answer === 'wrong') {
    return day(DateTime.fromJSDate(answered.at, { zone: 'utc' }));
  }
  const keys = ['none', 'tier1', 'tier2', 'tier3', 'tier4'] as const;
  return day(
    DateTime.fromJSDate(answered?.at ?? ownerSince, { zone: 'utc' }).plus(
      Duration.fromISO(periods[keys[tier ?? 0] ?? 'none']),
    ),
  );
}

/**
 * The first day on which what is due from a day on is overdue, the other way round: what was due before it is.
 *
 * @param today - `YYYY-MM-DD`
 *
 * @public
 */
export function overdueBefore(
  today: string,
  periods: VerificationPeriods = DEFAULT_VERIFICATION_PERIODS,
): string {
  return DateTime.fromISO(today, { zone: 'utc' })
    .minus(Duration.fromISO(periods.grace))
    .toISODate()!;
}

/**
 * Whether a verification is due.
 *
 * @param dueAt - the day it is due, `YYYY-MM-DD`
 * @param today - `YYYY-MM-DD`
 *
 * @public
 */
export function verificationState(
  dueAt: string,
  today: string,
  periods: VerificationPeriods = DEFAULT_VERIFICATION_PERIODS,
): VerificationState {
  if (dueAt > today) {
    return 'upcoming';
  }
  return dueAt < overdueBefore(today, periods) ? 'overdue' : 'due';
}
