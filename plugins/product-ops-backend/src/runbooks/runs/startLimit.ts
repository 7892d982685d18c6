import type { Knex } from 'knex';
import { toDate } from '../../database/sql';
import { TooManyRequestsError } from '../../http/TooManyRequestsError';
import { RUNS, type StoredRun } from './rows';

const MAX_STARTS = 30;
const STARTS_WITHIN_MS = 10 * 60_000;

/** Nobody starts more runs than people do: what is more is refused (429). */
export async function mayStart(
  trx: Knex,
  { startedBy, startedAt }: Pick<StoredRun, 'startedBy' | 'startedAt'>,
): Promise<void> {
  const recent = await trx(RUNS)
    .where({ started_by: startedBy })
    .where('started_at', '>', new Date(startedAt.getTime() - STARTS_WITHIN_MS))
    .orderBy('started_at', 'desc')
    .limit(MAX_STARTS)
    .pluck('started_at');
  if (recent.length >= MAX_STARTS) {
    const oldest = toDate(recent[recent.length - 1])!;
    const seconds = Math.max(
      1,
      Math.ceil(
        (oldest.getTime() + STARTS_WITHIN_MS - startedAt.getTime()) / 1000,
      ),
    );
    throw new TooManyRequestsError(
      `You have started ${MAX_STARTS} runs within ${
        STARTS_WITHIN_MS / 60_000
      } minutes; expected at most that many: try again in ${seconds} seconds`,
      { retryAfterSeconds: seconds },
    );
  }
}
