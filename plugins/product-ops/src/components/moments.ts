import { DateTime, Duration } from 'luxon';

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

/** An ISO 8601 duration as one says it, `1 h 30 min`; what is none stays as it is written. */
export function readableDuration(value: string): string {
  const duration = Duration.fromISO(value);
  if (!duration.isValid) {
    return value;
  }
  const units: [keyof ReturnType<Duration['toObject']>, string][] = [
    ['years', 'y'],
    ['months', 'mo'],
    ['weeks', 'wk'],
    ['days', 'd'],
    ['hours', 'h'],
    ['minutes', 'min'],
    ['seconds', 's'],
  ];
  const parts = duration.toObject();
  const said = units
    .filter(([unit]) => parts[unit])
    .map(([unit, short]) => `${parts[unit]} ${short}`);
  return said.join(' ') || '0 min';
}
