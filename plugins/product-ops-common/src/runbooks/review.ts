import { DateTime, Duration } from 'luxon';
import { isIsoDate, isIsoDuration } from '../product';

/**
 * Whether a runbook still counts as right.
 *
 * @public
 */
export interface ReviewState {
  /** The day from which it is stale, `YYYY-MM-DD`; nothing when it was never reviewed or has no period. */
  reviewDue?: string;
  /** Whether that day is today or has passed, or a promised review never happened. */
  stale: boolean;
}

/**
 * When a runbook must be reviewed again. Without `reviewEvery` it is never stale by period; with it and
 * without `lastReviewed` it is stale at once.
 *
 * @param options - `today` is the current day in UTC, `YYYY-MM-DD`
 *
 * @public
 */
export function reviewState(
  runbook: { reviewEvery?: string; lastReviewed?: string },
  options: { today: string },
): ReviewState {
  const { reviewEvery, lastReviewed } = runbook;
  if (!reviewEvery || !isIsoDuration(reviewEvery)) {
    return { stale: false };
  }
  if (!lastReviewed || !isIsoDate(lastReviewed)) {
    return { stale: true };
  }
  const due = DateTime.fromISO(lastReviewed, { zone: 'utc' })
    .plus(Duration.fromISO(reviewEvery))
    .toISODate();
  // A period of millions of years ends beyond what a date can say: it is simply never due.
  return due && due.length === 10
    ? { reviewDue: due, stale: due <= options.today }
    : { stale: false };
}
