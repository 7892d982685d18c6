import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { Page } from '../../database/pages';
import { toDate } from '../../database/sql';
import type { StoredComment } from '../CommentStore';
import { COMMENTS, FEEDBACK } from './rows';
import { lockAll } from './VoteStore';
import { countWrite } from './WriteLimits';

const MAX_OF_ONE = 2000;

/** Keeps comments on feedback, and their number with it. */
export class FeedbackCommentStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): FeedbackCommentStore {
    return new FeedbackCommentStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** A page, the first one first, and how many there are; removed ones keep their place. */
  async list(
    feedbackId: string,
    page: Page,
  ): Promise<{ comments: StoredComment[]; total: number }> {
    const matching = this.#knex(COMMENTS).where({ feedback_id: feedbackId });
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy(['at', 'id'])
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return { comments: rows.map(toComment), total: Number(count?.number ?? 0) };
  }

  async find(
    feedbackId: string,
    id: string,
  ): Promise<StoredComment | undefined> {
    const row = await this.#knex(COMMENTS)
      .where({ feedback_id: feedbackId, id })
      .first();
    return row && toComment(row);
  }

  /** Adds a comment; nothing when the feedback has as many as it may, or takes none any more. */
  async add(
    feedbackId: string,
    { text, by, at }: { text: string; by: string; at: Date },
  ): Promise<StoredComment | undefined> {
    return this.#knex.transaction(async trx => {
      const [row] = await lockAll(trx, [feedbackId]);
      const count = await trx(COMMENTS)
        .where({ feedback_id: feedbackId })
        .count({ number: '*' })
        .first();
      if (!row || row.hidden || Number(count?.number ?? 0) >= MAX_OF_ONE) {
        return undefined;
      }
      await countWrite(trx, { person: by, kind: 'comment', at });
      const id = randomUUID();
      await trx(COMMENTS).insert({
        id,
        feedback_id: feedbackId,
        text,
        written_by: by,
        at,
      });
      await trx(FEEDBACK)
        .where({ id: feedbackId })
        .update({ comments: row.comments + 1, activity_at: at });
      return { id, text, by, at, removed: false };
    });
  }

  /** Empties a comment. */
  async remove(feedbackId: string, id: string, at: Date): Promise<void> {
    await this.#knex.transaction(async trx => {
      await lockAll(trx, [feedbackId]);
      const removed = await trx(COMMENTS)
        .where({ feedback_id: feedbackId, id })
        .whereNull('removed_at')
        .update({ text: '', removed_at: at });
      if (removed > 0) {
        await trx(FEEDBACK).where({ id: feedbackId }).decrement('comments', 1);
      }
    });
  }
}

function toComment(row: {
  [column: string]: string | number | Date | null;
}): StoredComment {
  return {
    id: String(row.id),
    text: String(row.text),
    by: String(row.written_by),
    at: toDate(row.at)!,
    removed: row.removed_at !== null,
  };
}
