import { DateTime } from 'luxon';

/** A calendar date in the reader's words, `1 May 2025`; what is no date stays as it is written. */
export function readableDate(value: string): string {
  const date = DateTime.fromISO(value);
  return date.isValid ? date.toLocaleString(DateTime.DATE_MED) : value;
}

/** A moment in the reader's zone to the minute. */
export function readableMoment(value: string): string {
  const date = DateTime.fromISO(value);
  return date.isValid
    ? date.toLocaleString(DateTime.DATETIME_MED_WITH_WEEKDAY)
    : value;
}

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * How far away a date or moment is, or undefined where it is no date: a moment to the minute, `14 hours ago`, and a
 * calendar date, which has no hours, in whole days: `today`, `yesterday`, `in 3 days`, `in 2 months`.
 */
export function distance(
  value: string,
  now: DateTime = DateTime.now(),
): string | undefined {
  const date = DateTime.fromISO(value);
  if (!date.isValid) {
    return undefined;
  }
  if (!CALENDAR_DATE.test(value)) {
    return date.toRelative({ base: now }) ?? undefined;
  }
  const base = now.startOf('day');
  const days = Math.round(date.diff(base, 'days').days);
  const words =
    Math.abs(days) <= 1
      ? date.toRelativeCalendar({ base, unit: 'days' })
      : date.toRelative({ base, unit: ['years', 'months', 'days'] });
  return words ?? undefined;
}

/** Whether a calendar date is over. */
export function isOver(value: string, now: DateTime = DateTime.now()): boolean {
  const date = DateTime.fromISO(value);
  return date.isValid && date.endOf('day') < now;
}
