import type { OwnershipGapPage } from '@productops/backstage-plugin-product-ops-common';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** So many gaps that began and ended together; without an end they are there still. */
export interface GapSpan {
  openedAt: Date;
  closedAt?: Date;
  count: number;
}

/** How many gaps there were at the end of each day (UTC), from the first day that anything is known of. */
export function trendOf(
  gaps: readonly GapSpan[],
  { since, now }: { since: Date; now: Date },
): OwnershipGapPage['trend'] {
  let first = now.getTime();
  for (const { openedAt } of gaps) {
    first = Math.min(first, openedAt.getTime());
  }
  const trend: OwnershipGapPage['trend'] = [];
  for (
    let day = dayOf(new Date(Math.max(first, since.getTime() + DAY_MS)));
    day <= dayOf(now);
    day = dayOf(new Date(Date.parse(day) + DAY_MS))
  ) {
    const end = Date.parse(day) + DAY_MS;
    let count = 0;
    for (const gap of gaps) {
      if (
        gap.openedAt.getTime() < end &&
        (!gap.closedAt || gap.closedAt.getTime() >= end)
      ) {
        count += gap.count;
      }
    }
    trend.push({ day, count });
  }
  return trend;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
