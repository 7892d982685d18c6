import type { TimelineZoom } from '@productops/backstage-plugin-product-ops-common';

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The current day in UTC, as the backend counts days. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Whether a text is a day that exists. */
export function isDay(text: string | undefined): text is string {
  if (!text || !DAY.test(text)) {
    return false;
  }
  const number = numberOf(text);
  return Number.isFinite(number) && dayOf(number) === text;
}

export function addDays(day: string, days: number): string {
  return dayOf(numberOf(day) + days);
}

export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

/** The same day some months later; the last one of that month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = Date.UTC(year, month - 1 + months, Math.min(date, last));
  return dayOf(moved / DAY_MS);
}

/** The first day of the quarter that a day is in. */
export function quarterOf(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/** A day after one step of the zoom: a week, a month, a quarter. */
export function stepOf(day: string, zoom: TimelineZoom, steps: number): string {
  switch (zoom) {
    case 'weeks':
      return addDays(day, 7 * steps);
    case 'months':
      return addMonths(day, steps);
    default:
      return addMonths(day, 3 * steps);
  }
}
