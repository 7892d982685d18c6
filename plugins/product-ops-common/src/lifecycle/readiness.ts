import type { CheckResult } from './checks';

/**
 * How many checks there are, by how they count.
 *
 * @public
 */
export interface ReadinessCounts {
  /** Checks that are demanded and apply: passed, failed, open and waived together. */
  demanded: number;
  passed: number;
  /** Failed, and nobody granted an exception. */
  failed: number;
  /** Not answered yet, or no more, and nobody granted an exception. */
  open: number;
  /** Neither passed nor answered otherwise, under an exception that is in force. */
  waived: number;
  /** Checks that do not apply; they are not among the demanded. */
  notApplicable: number;
}

/**
 * How one check counts.
 *
 * @public
 */
export type CheckStanding =
  | 'passed'
  | 'failed'
  | 'open'
  | 'waived'
  | 'notApplicable';

/**
 * How a result counts: an exception covers what failed or is not answered, and changes nothing of what passed.
 *
 * @public
 */
export function standingOf(
  result: Pick<CheckResult, 'outcome' | 'waiver'>,
): CheckStanding {
  const { outcome, waiver } = result;
  if (outcome === 'passed' || outcome === 'notApplicable') {
    return outcome;
  }
  if (waiver) {
    return 'waived';
  }
  return outcome === 'failed' ? 'failed' : 'open';
}

/**
 * Counts results.
 *
 * @public
 */
export function readinessOf(
  results: Iterable<Pick<CheckResult, 'outcome' | 'waiver'>>,
): ReadinessCounts {
  const counts: ReadinessCounts = {
    demanded: 0,
    passed: 0,
    failed: 0,
    open: 0,
    waived: 0,
    notApplicable: 0,
  };
  for (const result of results) {
    const standing = standingOf(result);
    counts[standing] += 1;
    if (standing !== 'notApplicable') {
      counts.demanded += 1;
    }
  }
  return counts;
}

/**
 * Whether nothing stands in the way.
 *
 * @public
 */
export function isReady(
  counts: Pick<ReadinessCounts, 'failed' | 'open'>,
): boolean {
  return counts.failed === 0 && counts.open === 0;
}
