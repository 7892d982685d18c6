import type { Knex } from 'knex';
import type { Page } from '../../database/pages';
import { toDate, withoutNul } from '../../database/sql';
import { lockRunbooks } from '../lockRunbooks';
import { refreshStandings } from './standings';
import { REVIEWS, STANDINGS, type ReviewRow, type StandingRow } from './tables';

/** A recorded review. */
export interface StoredReview {
  id: string;
  entityRef: string;
  runbookId: string;
  version: string;
  by: string;
  at: Date;
  note?: string;
}

/** Who has vouched when that runbooks are right. */
export class ReviewStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ReviewStore {
    return new ReviewStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(id: string): Promise<StoredReview | undefined> {
    const row: ReviewRow | undefined = await this.#knex(REVIEWS)
      .where({ id })
      .first();
    return row && toReview(row);
  }

  /** A page of the reviews of a runbook, the latest first. */
  async list(
    entityRef: string,
    runbookId: string,
    { page }: { page: Page },
  ): Promise<{ reviews: StoredReview[]; total: number }> {
    const matching = this.#knex(REVIEWS).where({
      entity_ref: entityRef,
      runbook_id: runbookId,
    });
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return {
      reviews: (rows as ReviewRow[]).map(toReview),
      total: Number(count?.number ?? 0),
    };
  }

  /**
   * Records a review, and lets what is there now be what the runbook is compared with. Two at once are both kept, and the
   * later one is in force.
   *
   * @returns whether the runbook is at the version that was read, and so the review is recorded; nothing happens where its
   *   id is taken
   */
  async add(review: StoredReview): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const versions = await lockRunbooks(trx, review.entityRef);
      if (versions.get(review.runbookId) !== review.version) {
        return false;
      }
      const made: unknown[] = await trx(REVIEWS)
        .insert(withoutNul(rowOf(review)))
        .onConflict('id')
        .ignore()
        .returning('id');
      if (made.length > 0) {
        await refreshStandings(trx, [review.entityRef], {
          now: review.at,
          review,
        });
        const standing: StandingRow | undefined = await trx(STANDINGS)
          .where({
            entity_ref: review.entityRef,
            runbook_id: review.runbookId,
          })
          .first('ground');
        await trx(REVIEWS)
          .where({ id: review.id })
          .update({ ground: standing?.ground ?? '{}' });
      }
      return true;
    });
  }
}

function rowOf(review: StoredReview): ReviewRow {
  const { id, entityRef, runbookId, version, by, at, note } = review;
  return {
    id,
    entity_ref: entityRef,
    runbook_id: runbookId,
    version,
    by,
    at,
    note: note ?? null,
    ground: '{}',
  };
}

function toReview(row: ReviewRow): StoredReview {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    runbookId: row.runbook_id,
    version: row.version,
    by: row.by,
    at: toDate(row.at)!,
    ...(row.note && { note: row.note }),
  };
}
