import {
  feedbackProblem,
  type FeedbackPatch,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { withoutNul } from '../../database/sql';
import { claim, fulfil, type ItemRequest } from '../itemRequests';
import { queueNotice } from '../notices/queue';
import { markShipped } from './shipping';
import {
  FEEDBACK,
  searchTextOf,
  toFeedback,
  VOTES,
  type FeedbackRow,
  type StoredFeedback,
} from './rows';
import { countWrite } from './WriteLimits';

/** What somebody posts. */
export interface NewFeedback {
  entityRef: string;
  title: string;
  /** Markdown. */
  text: string;
  by: string;
  at: Date;
  /** The same key of the same person makes one. */
  request?: ItemRequest;
}

/** Keeps feedback. */
export class FeedbackStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): FeedbackStore {
    return new FeedbackStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(id: string): Promise<StoredFeedback | undefined> {
    const row: FeedbackRow | undefined = await this.#knex(FEEDBACK)
      .where({ id })
      .first();
    return row && toFeedback(row);
  }

  /** What was merged into it, the oldest first. */
  async mergedInto(id: string, limit: number): Promise<StoredFeedback[]> {
    const rows: FeedbackRow[] = await this.#knex(FEEDBACK)
      .where({ merged_into: id })
      .orderBy(['created_at', 'id'])
      .limit(limit);
    return rows.map(toFeedback);
  }

  /**
   * Keeps what somebody posts, with the vote of who posts it; once for each request.
   *
   * @returns its id; nothing when the key has asked for something else
   */
  async post(wanted: NewFeedback): Promise<string | undefined> {
    const { entityRef, title, text, by, at, request } = wanted;
    return this.#knex.transaction(async trx => {
      const before = request && (await claim(trx, request, wanted));
      if (before) {
        return before.itemId;
      }
      await countWrite(trx, { person: by, kind: 'post', at });
      const id = randomUUID();
      await trx(FEEDBACK).insert(
        withoutNul({
          id,
          entity_ref: entityRef,
          version: 1,
          title,
          text,
          search_text: searchTextOf(title, text),
          status: 'open',
          author: by,
          created_at: at,
          activity_at: at,
          votes: 1,
          comments: 0,
          hidden: false,
        }),
      );
      await trx(VOTES).insert({ feedback_id: id, person: by, at });
      if (request) {
        await fulfil(trx, request, { by, itemId: id });
      }
      return id;
    });
  }

  /**
   * Changes feedback.
   *
   * @returns false when it has changed since the version that was seen: then nothing is kept
   */
  async change(
    seen: Pick<StoredFeedback, 'id' | 'version'>,
    patch: FeedbackPatch,
    { by, at }: { by: string; at: Date },
  ): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const row: FeedbackRow | undefined = await trx(FEEDBACK)
        .where({ id: seen.id, version: seen.version })
        .forUpdate()
        .first();
      if (!row || feedbackProblem(toFeedback(row), patch)) {
        return false;
      }
      await trx(FEEDBACK)
        .where({ id: seen.id })
        .update(
          withoutNul({
            version: row.version + 1,
            activity_at: at,
            ...contentOf(row, patch, at),
            ...decisionOf(row, patch, { by, at }),
          }),
        );
      await this.#tell(trx, row, patch, { by, at });
      return true;
    });
  }

  async #tell(
    trx: Knex,
    row: FeedbackRow,
    { status, reason, answer }: FeedbackPatch,
    { by, at }: { by: string; at: Date },
  ): Promise<void> {
    const decided = status !== undefined && status !== row.status;
    if (decided && status === 'shipped') {
      await markShipped(trx, { id: row.id, by, at });
    }
    if (
      (decided && status !== 'shipped') ||
      (typeof answer === 'string' && answer !== row.answer)
    ) {
      await queueNotice(trx, at, {
        type: 'feedback-answered',
        feedbackId: row.id,
        by,
        ...(decided && { status }),
        ...(decided && reason && { reason }),
        ...(typeof answer === 'string' && { answer }),
      });
    }
  }
}

function contentOf(row: FeedbackRow, patch: FeedbackPatch, at: Date) {
  if (patch.withdrawn) {
    return {
      title: '',
      text: '',
      search_text: '',
      withdrawn_at: at,
      hidden: true,
    };
  }
  if (patch.title === undefined && patch.text === undefined) {
    return {};
  }
  const title = patch.title?.trim() ?? row.title;
  const text = patch.text ?? row.text;
  return {
    title,
    text,
    search_text: searchTextOf(title, text),
    edited_at: at,
  };
}

function decisionOf(
  row: FeedbackRow,
  { status = row.status, reason, answer }: FeedbackPatch,
  { by, at }: { by: string; at: Date },
) {
  return {
    ...((status !== row.status || reason !== undefined) && {
      status,
      reason: reason?.trim() || null,
    }),
    ...(answer === null && {
      answer: null,
      answered_by: null,
      answered_at: null,
    }),
    ...(typeof answer === 'string' && {
      answer,
      answered_by: by,
      answered_at: at,
    }),
  };
}
