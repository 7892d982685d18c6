import type { ReadinessPage } from '@productops/backstage-plugin-product-ops-common';
import type { ReadinessDelta } from './ReadinessStore';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day (UTC) that lies some days before now. */
export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The counts at the end of each day: those of now, and back from there by what changed on each day.
 *
 * @returns the days after `first` on which the suite ran, up to today
 */
export function trendOf(options: {
  total: Omit<ReadinessDelta, 'day'>;
  deltas: readonly ReadinessDelta[];
  first: string;
  firstAt: Date;
  now: Date;
}): ReadinessPage['trend'] {
  const { total, first, firstAt, now } = options;
  const deltas = new Map(options.deltas.map(delta => [delta.day, delta]));
  const begin = firstAt.toISOString().slice(0, 10);
  const trend: ReadinessPage['trend'] = [];
  const counts = {
    passed: total.passed,
    failed: total.failed,
    open: total.open,
    waived: total.waived,
  };
  for (
    let day = daysBefore(now, 0);
    day > first && day >= begin;
    day = daysBefore(new Date(Date.parse(day)), 1)
  ) {
    trend.unshift({ day, ...counts });
    const delta = deltas.get(day);
    if (delta) {
      counts.passed -= delta.passed;
      counts.failed -= delta.failed;
      counts.open -= delta.open;
      counts.waived -= delta.waived;
    }
  }
  return trend;
}
