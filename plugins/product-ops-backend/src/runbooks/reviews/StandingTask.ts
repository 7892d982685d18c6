import type { Knex } from 'knex';
import type { LiveUpdates } from '../../messages/types';
import { refreshStandings } from './standings';
import type { StaleNotices } from './StaleNotices';

const BATCH = 25;

export interface StandingTaskOptions {
  knex: Knex;
  live: LiveUpdates;
  notices: StaleNotices;
  now?: () => Date;
}

/** Looks whether the runbooks of all entities are still right, in batches, and tells their owners when they are not. */
export class StandingTask {
  readonly #options: StandingTaskOptions;

  static create(options: StandingTaskOptions): StandingTask {
    return new StandingTask(options);
  }

  private constructor(options: StandingTaskOptions) {
    this.#options = options;
  }

  /** Gives of how many entities something else is said now, and how many owners were told. */
  async run(
    options: { signal?: AbortSignal } = {},
  ): Promise<{ changed: number; told: number }> {
    const { knex, live, notices } = this.#options;
    let changed = 0;
    let after = '';
    while (!options.signal?.aborted) {
      const refs: string[] = await knex('runbooks')
        .where('entity_ref', '>', after)
        .distinct('entity_ref')
        .orderBy('entity_ref')
        .limit(BATCH)
        .pluck('entity_ref');
      if (refs.length === 0) {
        break;
      }
      const now = this.#options.now?.() ?? new Date();
      changed += (
        await knex.transaction(trx => refreshStandings(trx, refs, { now }))
      ).length;
      after = refs[refs.length - 1];
    }
    if (changed > 0) {
      await live.changed({ room: 'runbooks' });
    }
    const told = await notices.tell({
      ...options,
      now: this.#options.now?.() ?? new Date(),
    });
    return { changed, told };
  }
}
