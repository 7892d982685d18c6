import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { toDate } from '../../database/sql';
import { TooManyRequestsError } from '../../http/TooManyRequestsError';
import { WRITES } from './rows';

const MINUTE_MS = 60_000;

/** How much of each one person may write, and within which time. */
const LIMITS = {
  post: { most: 10, withinMs: 60 * MINUTE_MS, what: 'posts' },
  comment: { most: 30, withinMs: 10 * MINUTE_MS, what: 'comments' },
  vote: { most: 60, withinMs: 10 * MINUTE_MS, what: 'votes' },
};

const LONGEST_MS = Math.max(
  ...Object.values(LIMITS).map(({ withinMs }) => withinMs),
);

/** What is limited. */
export type LimitedWrite = keyof typeof LIMITS;

/**
 * Counts a write of a person, whichever instance it came to. Call it in the transaction of the write: what is refused
 * (429) does not count.
 */
export async function countWrite(
  trx: Knex,
  write: { person: string; kind: LimitedWrite; at: Date },
): Promise<void> {
  const { person, kind, at } = write;
  const { most, withinMs, what } = LIMITS[kind];
  const recent = await trx(WRITES)
    .where({ person, kind })
    .where('at', '>', new Date(at.getTime() - withinMs))
    .orderBy('at', 'desc')
    .limit(most)
    .pluck('at');
  if (recent.length >= most) {
    const oldest = toDate(recent[recent.length - 1])!;
    const seconds = Math.max(
      1,
      Math.ceil((oldest.getTime() + withinMs - at.getTime()) / 1000),
    );
    throw new TooManyRequestsError(
      `You have written ${most} ${what} within ${
        withinMs / MINUTE_MS
      } minutes; expected at most that many: try again in ${seconds} seconds`,
      { retryAfterSeconds: seconds },
    );
  }
  await trx(WRITES).insert({ id: randomUUID(), ...write });
}

/** Forgets what counts no more. */
export async function forgetOldWrites(knex: Knex, now: Date): Promise<void> {
  await knex(WRITES)
    .where('at', '<', new Date(now.getTime() - LONGEST_MS))
    .delete();
}
