import type { RunbookStaleReason } from '../../api/types';
import { isIsoDate, readableDay } from '../../product';
import { reviewState, type ReviewState } from '../review';

/**
 * What is known of whether a runbook is still right.
 *
 * @public
 */
export interface ReviewedRunbook {
  /** An ISO 8601 duration. */
  reviewEvery?: string;
  /** The day of the review that its file tells of, `YYYY-MM-DD`. */
  lastReviewed?: string;
  /** What is recorded, beside the file. */
  standing?: {
    /** The day of the last recorded review, `YYYY-MM-DD`. */
    reviewed?: string;
    /** What has changed since somebody vouched for it. */
    changed: RunbookStaleReason[];
  };
}

/**
 * Whether a runbook counts as right, and if not, why.
 *
 * @public
 */
export interface RunbookStanding extends ReviewState {
  /** The day of the last review, `YYYY-MM-DD`: the later of the declared and the recorded one. */
  lastReviewed?: string;
  /** Why it is stale, in plain words; empty when it is not. */
  staleBecause: RunbookStaleReason[];
}

/**
 * Whether a runbook counts as right: its review is not due, and the ground that it rests on is that of the last review.
 * Of a declared and a recorded review the later one counts.
 *
 * @param options - `today` is the current day in UTC, `YYYY-MM-DD`
 *
 * @public
 */
export function runbookStanding(
  runbook: ReviewedRunbook,
  options: { today: string },
): RunbookStanding {
  const { reviewEvery, lastReviewed: declared, standing } = runbook;
  const lastReviewed = [declared, standing?.reviewed]
    .filter((day): day is string => Boolean(day && isIsoDate(day)))
    .sort()
    .at(-1);
  const { reviewDue, stale } = reviewState(
    { reviewEvery, lastReviewed },
    options,
  );
  const due: RunbookStaleReason[] = stale
    ? [
        {
          kind: 'period',
          message: reviewDue
            ? `Its review was due on ${readableDay(reviewDue)}.`
            : 'It asks for reviews and was never reviewed.',
        },
      ]
    : [];
  const staleBecause = [...(standing?.changed ?? []), ...due];
  return {
    ...(lastReviewed && { lastReviewed }),
    ...(reviewDue && { reviewDue }),
    stale: staleBecause.length > 0,
    staleBecause,
  };
}
