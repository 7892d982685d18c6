import { InputError } from '@backstage/errors';
import {
  describeValue,
  isIsoDuration,
  nearestName,
} from '@productops/backstage-plugin-product-ops-common';
import { Duration } from 'luxon';

const LONGEST_YEARS = 100;
const MAX_TEXT = 2000;

/** Stops the start of the backend: says where, what and what was expected. */
export function refuse(path: string, value: unknown, expected: string): never {
  throw new InputError(
    `${path}: got ${describeValue(value)}; expected ${expected}`,
  );
}

/** The fields of an object, when all of them are known. */
export function fieldsAt(
  value: unknown,
  path: string,
  known: readonly string[],
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(path, value, `an object with ${known.join(', ')}`);
  }
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) {
      unknownName(path, name, known);
    }
  }
  return value as Record<string, unknown>;
}

/** A list of at most a number of entries; nothing when absent. */
export function listAt(
  value: unknown,
  path: string,
  most: number,
): unknown[] | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!Array.isArray(value)) {
    return refuse(path, value, 'a list');
  }
  return value.length > most
    ? refuse(path, value, `at most ${most} entries`)
    : value;
}

/** A text that is not empty; nothing when absent. */
export function textAt(
  value: unknown,
  path: string,
  most = MAX_TEXT,
): string | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'string' || !value.trim()) {
    return refuse(path, value, 'a text');
  }
  return value.length > most
    ? refuse(path, value, `at most ${most} characters`)
    : value.trim();
}

/** A list of texts; nothing when absent. */
export function textsAt(
  value: unknown,
  path: string,
  most = 100,
): string[] | undefined {
  return listAt(value, path, most)?.map(
    (entry, at) =>
      textAt(entry, `${path}[${at}]`, 255) ??
      refuse(`${path}[${at}]`, entry, 'a text'),
  );
}

/** `true` or `false`; nothing when absent. */
export function flagAt(value: unknown, path: string): boolean | undefined {
  return value === undefined || value === null || typeof value === 'boolean'
    ? value ?? undefined
    : refuse(path, value, 'true or false');
}

/** An ISO 8601 duration above nothing and of at most 100 years; nothing when absent. */
export function durationAt(value: unknown, path: string): string | undefined {
  const text = textAt(value, path, 100);
  if (text === undefined) {
    return undefined;
  }
  const years = isIsoDuration(text) ? Duration.fromISO(text).as('years') : NaN;
  return years > 0 && years <= LONGEST_YEARS
    ? text
    : refuse(
        path,
        value,
        `an ISO 8601 duration of at most ${LONGEST_YEARS} years, such as P6M`,
      );
}

/** One of the names that there are. */
export function nameAt(
  value: unknown,
  path: string,
  known: readonly string[],
): string {
  const name = textAt(value, path) ?? refuse(path, value, 'a name');
  return known.includes(name) ? name : unknownName(path, name, known);
}

function unknownName(
  path: string,
  name: string,
  known: readonly string[],
): never {
  const nearest = nearestName(name, known);
  return refuse(
    path,
    name,
    `one of ${known.join(', ')}${nearest ? `; did you mean ${nearest}?` : ''}`,
  );
}
