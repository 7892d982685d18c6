import { DateTime, Duration } from 'luxon';
import { isIsoDate } from './values';

const UNITS = [
  ['years', 'y'],
  ['months', 'mo'],
  ['weeks', 'wk'],
  ['days', 'd'],
  ['hours', 'h'],
  ['minutes', 'min'],
  ['seconds', 's'],
] as const;

/**
 * An ISO 8601 duration as one says it, such as `1 h 30 min`; what is none stays as it is written.
 *
 * @param value - the duration, such as `PT1H30M`
 * @param options - `long` writes the units out, such as `1 hour 30 minutes`
 *
 * @public
 */
export function readableDuration(
  value: string,
  options?: { long?: boolean },
): string {
  const duration = Duration.fromISO(value);
  if (!duration.isValid) {
    return value;
  }
  const parts = duration.toObject();
  const name = (unit: (typeof UNITS)[number][0], short: string) => {
    if (!options?.long) {
      return short;
    }
    return parts[unit] === 1 ? unit.slice(0, -1) : unit;
  };
  const said = UNITS.filter(([unit]) => parts[unit]).map(
    ([unit, short]) => `${parts[unit]} ${name(unit, short)}`,
  );
  return said.join(' ') || `0 ${name('minutes', 'min')}`;
}

/**
 * A calendar date (`YYYY-MM-DD`) in a sentence, such as `1 May 2025`; what is none stays as it is written.
 *
 * @remarks
 *
 * For texts that the backend makes, whoever reads them; pages say dates in the language of the reader.
 *
 * @public
 */
export function readableDay(value: string): string {
  return isIsoDate(value)
    ? DateTime.fromISO(value, { zone: 'utc', locale: 'en-US' }).toFormat(
        'd LLL yyyy',
      )
    : value;
}
