import type { Text } from '../../useText';
import type { TimelineDate } from './timeline/types';

const KNOWN = [
  'generalAvailability',
  'endOfSale',
  'endOfSupport',
  'endOfLife',
] as const;

/** The days of a lifecycle in words, by their names. */
export function datesOf(
  dates: Array<[name: string, day: string | undefined]>,
  t: Text,
): TimelineDate[] {
  return dates.flatMap(([name, day]) => {
    if (!day) {
      return [];
    }
    const known = KNOWN.find(one => one === name);
    return {
      day,
      label: known ? t(`roadmap.plan.timeline.dates.${known}`) : name,
      ends: name.startsWith('endOf'),
    };
  });
}
