import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { runbookStanding } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { chunksOf } from '../../database/sql';
import { tabPath } from '../../messages/tabPath';
import type { Message, Notifier } from '../../messages/types';
import { LIST_COLUMNS, toRunbook, type RunbookRow } from '../rows';
import { STANDINGS } from './tables';

const MOST_OWNERS = 100;
const MOST_TITLES = 5;

export interface StaleNoticesOptions {
  knex: Knex;
  notifier: Notifier;
  logger: LoggerService;
}

type StaleRow = RunbookRow & { entity_title: string };

/** Tells owners of runbooks that have become stale: once for each time, and once for all that an owner has. */
export class StaleNotices {
  readonly #options: StaleNoticesOptions;

  static create(options: StaleNoticesOptions): StaleNotices {
    return new StaleNotices(options);
  }

  private constructor(options: StaleNoticesOptions) {
    this.#options = options;
  }

  /** Gives how many owners were told. What could not be delivered is tried again next time. */
  async tell(options: { now: Date; signal?: AbortSignal }): Promise<number> {
    const { knex, notifier, logger } = this.#options;
    const today = options.now.toISOString().slice(0, 10);
    await this.#forgetFresh(today);
    let told = 0;
    for (const owner of await this.#owners(today)) {
      if (options.signal?.aborted) {
        break;
      }
      const rows: StaleRow[] = await this.#untold(today)
        .whereRaw('coalesce(r.own_owner, e.owner_ref) = ?', [owner])
        .select('r.entity_ref', { entity_title: 'e.title' })
        .select(LIST_COLUMNS.map(column => `r.${column}`))
        .orderBy(['r.sort_title', 'r.entity_ref', 'r.runbook_id']);
      try {
        await notifier.deliver(messageOf(owner, rows, today));
      } catch (error) {
        logger.warn(
          'An owner could not be told of stale runbooks',
          toError(error),
        );
        continue;
      }
      for (const chunk of chunksOf(rows, 200)) {
        await knex(STANDINGS)
          .where(some =>
            chunk.forEach(row =>
              some.orWhere({
                entity_ref: row.entity_ref,
                runbook_id: row.runbook_id,
              }),
            ),
          )
          .update({ told_at: options.now });
      }
      told += 1;
    }
    return told;
  }

  /** Who was told of what has been reviewed since is told again when it becomes stale again. */
  async #forgetFresh(today: string): Promise<void> {
    const { knex } = this.#options;
    await knex(STANDINGS)
      .whereNotNull('told_at')
      .whereExists(
        knex('runbooks as r')
          .select(knex.raw('1'))
          .whereRaw(
            `r.entity_ref = ${STANDINGS}.entity_ref and r.runbook_id = ${STANDINGS}.runbook_id`,
          )
          .where('r.stale_from', '>', today),
      )
      .update({ told_at: null });
  }

  async #owners(today: string): Promise<string[]> {
    const { knex } = this.#options;
    const rows: Array<{ owner: string }> = await this.#untold(today)
      .whereRaw('coalesce(r.own_owner, e.owner_ref) is not null')
      .distinct(knex.raw('coalesce(r.own_owner, e.owner_ref) as owner'))
      .orderBy('owner')
      .limit(MOST_OWNERS);
    return rows.map(({ owner }) => owner);
  }

  #untold(today: string): Knex.QueryBuilder {
    return this.#options
      .knex('runbooks as r')
      .join(`${STANDINGS} as s`, on =>
        on
          .on('s.entity_ref', '=', 'r.entity_ref')
          .andOn('s.runbook_id', '=', 'r.runbook_id'),
      )
      .join('directory_entities as e', 'e.entity_ref', 'r.entity_ref')
      .where('r.helper', false)
      .where('r.stale_from', '<=', today)
      .whereNull('s.told_at');
  }
}

function messageOf(
  owner: string,
  rows: readonly StaleRow[],
  today: string,
): Message {
  const [first, ...others] = rows;
  const message = {
    recipients: [owner],
    topic: 'runbook-review',
    severity: 'low' as const,
  };
  if (others.length === 0) {
    const { staleBecause } = runbookStanding(toRunbook(first), { today });
    return {
      ...message,
      title: `A runbook of ${first.entity_title} wants a review: ${first.title}`,
      description: staleBecause.map(({ message: why }) => why).join(' '),
      link: `${tabPath(
        first.entity_ref,
        'runbooks',
      )}?runbook=${encodeURIComponent(first.runbook_id)}`,
      scope: `runbook-review:${first.entity_ref}:${first.runbook_id}`,
    };
  }
  const titles = rows
    .slice(0, MOST_TITLES)
    .map(({ title, entity_title }) => `${title} (${entity_title})`);
  const more = rows.length - titles.length;
  return {
    ...message,
    title: `${rows.length} runbooks want a review`,
    description: `${titles.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    link: `/runbooks?stale=true&team=${encodeURIComponent(owner)}`,
    scope: `runbook-review:${owner}`,
  };
}
