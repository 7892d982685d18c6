import { readableDate } from '../../../components';
import type { Text } from '../../../useText';
import { isDay } from './days';
import type { TimelineEntry } from './types';

/** When an item is worked on, in words. */
export function periodWords(
  { start, end }: Pick<TimelineEntry, 'start' | 'end'>,
  t: Text,
): string {
  if (isDay(start) && isDay(end)) {
    return t('roadmap.range', {
      start: readableDate(start),
      end: readableDate(end),
    });
  }
  if (isDay(end)) {
    return t('roadmap.until', { date: readableDate(end) });
  }
  return isDay(start)
    ? t('roadmap.from', { date: readableDate(start) })
    : t('roadmap.plan.timeline.noDates');
}

/** All that a bar shows, for whoever does not see it. */
export function nameOf(entry: TimelineEntry, t: Text): string {
  return [
    entry.title,
    periodWords(entry, t),
    t(`roadmap.statuses.${entry.status}`),
    entry.category,
    ...(entry.conflicts.length > 0
      ? [
          t('roadmap.plan.timeline.conflicts', {
            count: entry.conflicts.length,
          }),
          ...entry.conflicts.slice(0, 3),
        ]
      : []),
  ]
    .filter(Boolean)
    .join(', ');
}
