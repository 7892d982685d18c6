import { readableDay } from '../product';

const DAY_MS = 86_400_000;
const FIRST_DAY = dayNumber('0001-01-01');
const LAST_DAY = dayNumber('9999-12-31');

/** The number of a day (`YYYY-MM-DD`) that exists, counted from 1970-01-01 in UTC. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The number of a day, or nothing when the text is no day that exists. It is asked for each item of a timeline several
 * times, so it counts by itself: years begin in March, where a leap day is the last one.
 */
export function readDay(day: string | undefined): number | undefined {
  if (day?.length !== 10 || !/^\d{4}-\d\d-\d\d$/.test(day)) {
    return undefined;
  }
  const year = +day.slice(0, 4);
  const month = +day.slice(5, 7);
  const date = +day.slice(8);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (
    year === 0 ||
    !(date >= 1 && date <= MONTH_DAYS[month - 1]) ||
    (month === 2 && date === 29 && !leap)
  ) {
    return undefined;
  }
  const march = month > 2 ? year : year - 1;
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date;
  return (
    march * 365 +
    Math.floor(march / 4) -
    Math.floor(march / 100) +
    Math.floor(march / 400) +
    dayOfYear -
    719_469
  );
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

/** Days in words, in a function that knows those that it said before: many items share their days. */
export function daysInWords(): (day: string) => string {
  const said = new Map<string, string>();
  return day => {
    const known = said.get(day) ?? readableDay(day);
    said.set(day, known);
    return known;
  };
}
