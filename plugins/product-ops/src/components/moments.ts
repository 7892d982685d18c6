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

/** How far away a date or moment is, `in 3 weeks`, or undefined where it is no date. */
export function distance(value: string): string | undefined {
  const date = DateTime.fromISO(value);
  return date.isValid ? date.toRelative() ?? undefined : undefined;
}

/** Whether a calendar date is over. */
export function isOver(value: string, now: DateTime = DateTime.now()): boolean {
  const date = DateTime.fromISO(value);
  return date.isValid && date.endOf('day') < now;
}
