import { isIsoDate } from '../product';

const DAY_MS = 86_400_000;
const FIRST_DAY = dayNumber('0001-01-01');
const LAST_DAY = dayNumber('9999-12-31');

/** The number of a day (`YYYY-MM-DD`) that exists, counted from 1970-01-01 in UTC. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The number of a day, or nothing when the text is no day that exists. */
export function readDay(day: string | undefined): number | undefined {
  return day !== undefined && isIsoDate(day) ? dayNumber(day) : undefined;
}

/** The day of a number, or nothing when it is outside the years 1 to 9999. */
export function dayOf(number: number): string | undefined {
  return Number.isInteger(number) && number >= FIRST_DAY && number <= LAST_DAY
    ? new Date(number * DAY_MS).toISOString().slice(0, 10)
    : undefined;
}

/** A day some days later (or earlier, below 0), or nothing when there is no such day. */
export function shiftDay(day: string, days: number): string | undefined {
  const number = readDay(day);
  return number === undefined ? undefined : dayOf(number + days);
}

/** The first and the last day of an item, as numbers; nothing when it has not both, or they are reversed. */
export function spanOf(item: {
  start?: string;
  end?: string;
}): { first: number; last: number } | undefined {
  const first = readDay(item.start);
  const last = readDay(item.end);
  return first === undefined || last === undefined || last < first
    ? undefined
    : { first, last };
}
