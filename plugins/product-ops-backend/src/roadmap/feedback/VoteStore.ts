import type { Knex } from 'knex';
import { inList } from '../../database/sql';
import { FEEDBACK, VOTES, type FeedbackRow } from './rows';
import { countWrite } from './WriteLimits';

const MAX_DEPTH = 20;

/** Keeps votes: one of each person, and their number with the feedback, in one transaction. */
export class VoteStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): VoteStore {
    return new VoteStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Which of some feedback a person has voted for. */
  async votedFor(person: string, ids: readonly string[]): Promise<Set<string>> {
    return new Set(
      await this.#knex(VOTES)
        .where({ person })
        .where(inList(this.#knex, 'feedback_id', ids))
        .pluck('feedback_id'),
    );
  }

  /**
   * Adds a vote; one that is there stays as it is.
   *
   * @returns false when the feedback takes no votes any more
   */
  async add(
    id: string,
    { person, at }: { person: string; at: Date },
  ): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      // Locked first: who merges it at this moment takes this vote along, or is seen here.
      const [row] = await lockAll(trx, [id]);
      if (!row || row.hidden) {
        return false;
      }
      const added = await trx(VOTES)
        .insert({ feedback_id: id, person, at })
        .onConflict(['feedback_id', 'person'])
        .ignore()
        .returning('person');
      if (added.length === 0) {
        // A vote that came with a merge is one of its own from now on, and stays when the merge is taken back.
        await trx(VOTES)
          .where({ feedback_id: id, person })
          .whereNotNull('via')
          .update({ via: null });
        return true;
      }
      await countWrite(trx, { person, kind: 'vote', at });
      await trx(FEEDBACK).where({ id }).increment('votes', 1);
      return true;
    });
  }

  /** Takes a vote back, also from all that was merged into the feedback. */
  async remove(id: string, person: string): Promise<void> {
    await this.#knex.transaction(async trx => {
      const tree = await treeOf(trx, id);
      await lockAll(trx, tree);
      const own = trx(VOTES)
        .where({ person })
        .where(inList(trx, 'feedback_id', tree));
      const voted: string[] = await own.clone().pluck('feedback_id');
      await own.delete();
      await trx(FEEDBACK).where(inList(trx, 'id', voted)).decrement('votes', 1);
    });
  }
}

/** Locks feedback, always in one order. */
export async function lockAll(
  trx: Knex,
  ids: readonly string[],
): Promise<FeedbackRow[]> {
  return trx(FEEDBACK)
    .where(inList(trx, 'id', [...new Set(ids)]))
    .orderBy('id')
    .forUpdate();
}

/** Feedback with all that was merged into it, and into that. */
export async function treeOf(knex: Knex, id: string): Promise<string[]> {
  const found = new Set([id]);
  let level = [id];
  for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth += 1) {
    const next: string[] = await knex(FEEDBACK)
      .where(inList(knex, 'merged_into', level))
      .pluck('id');
    level = next.filter(one => !found.has(one));
    level.forEach(one => found.add(one));
  }
  return [...found];
}
