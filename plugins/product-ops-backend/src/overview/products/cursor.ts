import { hash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type { SortKey } from './sorting';
import type { KeyValue, PagePosition } from './types';

const MAX_INTEGER = 2 ** 31 - 1;

/** What makes two requests the same question: everything but the page asked for. */
export function questionOf(parts: unknown): string {
  return hash('sha1', JSON.stringify(parts), 'base64url').slice(0, 12);
}

/** The opaque text that leads to a page of a question's answer. */
export function encodeCursor(question: string, position: PagePosition): string {
  return Buffer.from(
    JSON.stringify([question, position.direction, ...position.keys]),
  ).toString('base64url');
}

/** Reads a cursor back. Throws an `InputError` when it is none, or one of another question. */
export function decodeCursor(
  cursor: string,
  question: string,
  keys: readonly SortKey[],
): PagePosition {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw unusable();
  }
  if (!Array.isArray(parts)) {
    throw unusable();
  }
  const [askedFor, direction, ...values]: unknown[] = parts;
  if (askedFor !== question) {
    throw new InputError(
      'cursor: got one of another question; expected the nextCursor or prevCursor of an answer to the same filters and sort',
    );
  }
  if (
    (direction !== 'next' && direction !== 'prev') ||
    values.length !== keys.length
  ) {
    throw unusable();
  }
  return {
    direction,
    keys: keys.map((key, at) => keyValue(key, values[at])),
  };
}

function keyValue(key: SortKey, value: unknown): KeyValue {
  if (
    key.type === 'number' &&
    typeof value === 'number' &&
    Number.isInteger(value) &&
    Math.abs(value) <= MAX_INTEGER
  ) {
    return value;
  }
  if (
    key.type === 'text' &&
    typeof value === 'string' &&
    !value.includes('\u0000')
  ) {
    return value;
  }
  throw unusable();
}

function unusable(): InputError {
  return new InputError(
    'cursor: got something else than a cursor; expected the nextCursor or prevCursor of an earlier answer, unchanged',
  );
}
