import type {
  FeedbackCounts,
  FeedbackStatus,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { containing } from '../../database/pages';
import { inList } from '../../database/sql';
import { ENTITIES, RELATIONS } from '../../directory/tables';
import { onlyVisible } from '../../permissions/onlyVisible';
import type { VisibleFilter } from '../../permissions/types';
import type { ItemAddress } from '../itemAddress';
import type { FeedbackPosition } from './cursor';
import {
  FEEDBACK,
  LINKS,
  toFeedback,
  VOTES,
  type FeedbackRow,
  type StoredFeedback,
} from './rows';

/** The orders of lists; the migration has an index behind each. */
const SORTS = {
  votes: 'votes',
  newest: 'created_at',
  activity: 'activity_at',
} as const;

/** An order of feedback. */
export type FeedbackSort = keyof typeof SORTS;

/** Which feedback is listed. */
export interface FeedbackFilter {
  visible: VisibleFilter;
  /** Full refs. */
  entity?: string;
  product?: string;
  owners?: readonly string[];
  statuses?: readonly FeedbackStatus[];
  linked?: boolean;
  author?: string;
  voter?: string;
  /** In lower case; all must be in it. */
  words: readonly string[];
}

/** A page, and whether there is more on either side of it. */
export interface FeedbackRows {
  items: StoredFeedback[];
  hasNext: boolean;
  hasPrev: boolean;
}

/** The place of feedback in an order. */
export function keyOf(feedback: StoredFeedback, sort: FeedbackSort): number {
  switch (sort) {
    case 'newest':
      return feedback.createdAt.getTime();
    case 'activity':
      return feedback.activityAt.getTime();
    default:
      return feedback.votes;
  }
}

/** Lists and counts feedback: what was merged or taken back is in none of it. */
export class FeedbackLists {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): FeedbackLists {
    return new FeedbackLists(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One page; most or latest first. */
  async list(options: {
    filter: FeedbackFilter;
    sort: FeedbackSort;
    limit: number;
    position?: FeedbackPosition;
  }): Promise<FeedbackRows> {
    const { filter, sort, limit, position } = options;
    const column = `f.${SORTS[sort]}`;
    const backwards = position?.direction === 'prev';
    const order = backwards ? 'asc' : 'desc';
    const query = this.#matching(filter)
      .select('f.*')
      .orderBy([
        { column, order },
        { column: 'f.id', order },
      ])
      .limit(limit + 1);
    if (filter.statuses?.length) {
      query.whereIn('f.status', [...filter.statuses]);
    }
    if (position) {
      const key = sort === 'votes' ? position.key : new Date(position.key);
      query.whereRaw(`(??, ??) ${backwards ? '>' : '<'} (?, ?)`, [
        column,
        'f.id',
        key,
        position.id,
      ]);
    }
    const rows: FeedbackRow[] = await query;
    const more = rows.length > limit;
    const items = rows.slice(0, limit).map(toFeedback);
    return backwards
      ? { items: items.reverse(), hasNext: true, hasPrev: more }
      : { items, hasNext: more, hasPrev: position !== undefined };
  }

  /** How much there is by status, whatever statuses the filter asks for. */
  async count(filter: FeedbackFilter): Promise<FeedbackCounts> {
    const rows: Array<{ status: FeedbackStatus; number: number | string }> =
      await this.#matching(filter)
        .select('f.status')
        .count({ number: '*' })
        .groupBy('f.status');
    const counts: FeedbackCounts = {
      open: 0,
      'under-review': 0,
      planned: 0,
      shipped: 0,
      declined: 0,
    };
    for (const { status, number } of rows) {
      counts[status] = Number(number);
    }
    return counts;
  }

  /** What shares most words with a text, on one entity. */
  async similar(
    entityRef: string,
    words: readonly string[],
    limit: number,
  ): Promise<StoredFeedback[]> {
    if (words.length === 0) {
      return [];
    }
    const patterns = words.map(word => containing(word));
    const shared = words
      .map(() => `case when f.search_text like ? escape '\\' then 1 else 0 end`)
      .join(' + ');
    const rows: FeedbackRow[] = await this.#knex
      .from(
        this.#knex(`${FEEDBACK} as f`)
          .where({ 'f.entity_ref': entityRef, 'f.hidden': false })
          .select('f.*', this.#knex.raw(`${shared} as shared`, patterns))
          .as('found'),
      )
      // One word of several is shared by much that is something else.
      .where('shared', '>=', words.length > 2 ? 2 : 1)
      .orderBy([
        { column: 'shared', order: 'desc' },
        { column: 'votes', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit)
      .select('*');
    return rows.map(toFeedback);
  }

  /** What an item answers: the first of it, how much it is, and its votes. */
  async ofItem(
    address: ItemAddress,
    options: { visible: VisibleFilter; limit: number },
  ): Promise<{ items: StoredFeedback[]; total: number; votes: number }> {
    const { visible, limit } = options;
    const matching = this.#matching({ visible, words: [] }).whereIn(
      'f.id',
      this.#knex(LINKS)
        .where({
          entity_ref: address.entityRef,
          source: address.source,
          item_id: address.itemId,
        })
        .select('feedback_id'),
    );
    const totals: Promise<{ number?: unknown; votes?: unknown } | undefined> =
      matching
        .clone()
        .select(
          this.#knex.raw('count(*) as number'),
          this.#knex.raw('sum(f.votes) as votes'),
        )
        .first();
    const [sums, rows] = await Promise.all([
      totals,
      matching
        .clone()
        .select('f.*')
        .orderBy([
          { column: 'f.votes', order: 'desc' },
          { column: 'f.id', order: 'desc' },
        ])
        .limit(limit),
    ]);
    return {
      items: rows.map((row: FeedbackRow) => toFeedback(row)),
      total: Number(sums?.number ?? 0),
      votes: Number(sums?.votes ?? 0),
    };
  }

  #matching(filter: FeedbackFilter): Knex.QueryBuilder {
    const knex = this.#knex;
    const { visible, entity, product, owners, linked, author, voter } = filter;
    const query = knex(`${FEEDBACK} as f`).where('f.hidden', false);
    onlyVisible(knex, query, { column: 'f.entity_ref', visible });
    if (entity) {
      query.where('f.entity_ref', entity);
    }
    // What is not in the catalog any more cannot be read by anybody.
    query.whereExists(
      knex(`${ENTITIES} as e`)
        .select(knex.raw('1'))
        .whereRaw('e.entity_ref = f.entity_ref')
        .modify(of => {
          if (owners) {
            of.where(inList(knex, 'e.owner_ref', owners));
          }
          if (product) {
            of.where(any =>
              any
                .where('e.entity_ref', product)
                .orWhere('e.product_ref', product)
                .orWhereExists(
                  knex(`${RELATIONS} as r`)
                    .select(knex.raw('1'))
                    .whereRaw('r.source_ref = e.entity_ref')
                    .where({ 'r.type': 'partOf', 'r.target_ref': product }),
                ),
            );
          }
        }),
    );
    if (author) {
      query.where('f.author', author);
    }
    if (voter) {
      query.whereIn(
        'f.id',
        knex(VOTES).where({ person: voter }).select('feedback_id'),
      );
    }
    if (linked !== undefined) {
      const links = knex(`${LINKS} as l`)
        .select(knex.raw('1'))
        .whereRaw('l.feedback_id = f.id');
      // A link to what the caller may not read is none.
      onlyVisible(knex, links, { column: 'l.entity_ref', visible });
      if (linked) {
        query.whereExists(links);
      } else {
        query.whereNotExists(links);
      }
    }
    for (const word of filter.words) {
      query.whereRaw(`f.search_text like ? escape '\\'`, [containing(word)]);
    }
    return query;
  }
}
