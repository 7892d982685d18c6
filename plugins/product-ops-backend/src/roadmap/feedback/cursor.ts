import { InputError } from '@backstage/errors';
import { hash } from 'node:crypto';

const MAX_TIME = 8.64e15;
/** Of a column of whole numbers. */
const MAX_VOTES = 2 ** 31 - 1;

/** Where a page begins: after the feedback with this key in the order, or before it. */
export interface FeedbackPosition {
  direction: 'next' | 'prev';
  /** Votes, or milliseconds since 1970. */
  key: number;
  id: string;
}

/** What makes two requests the same question: everything but the page asked for. */
export function questionOf(parts: unknown): string {
  return hash('sha1', JSON.stringify(parts), 'base64url').slice(0, 12);
}

/** The opaque text that leads to a page. */
export function encodePosition(
  question: string,
  { direction, key, id }: FeedbackPosition,
): string {
  return Buffer.from(JSON.stringify([question, direction, key, id])).toString(
    'base64url',
  );
}

/** Reads it back. Throws an `InputError` when it is none, or one of another question. */
export function decodePosition(
  cursor: string,
  { question, byVotes }: { question: string; byVotes: boolean },
): FeedbackPosition {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw unusable();
  }
  const [asked, direction, key, id]: unknown[] = Array.isArray(parts)
    ? parts
    : [];
  if (
    asked !== question ||
    (direction !== 'next' && direction !== 'prev') ||
    typeof key !== 'number' ||
    !Number.isInteger(key) ||
    Math.abs(key) > (byVotes ? MAX_VOTES : MAX_TIME) ||
    typeof id !== 'string' ||
    !/^[0-9a-f-]{1,36}$/.test(id)
  ) {
    throw unusable();
  }
  return { direction, key, id };
}

function unusable(): InputError {
  return new InputError(
    'cursor: this is no cursor of this question; expected the nextCursor or prevCursor of an answer to the same filters and sort',
  );
}
