import type { OwnershipEvent } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../database/pages';
import { toDate } from '../database/sql';

const HISTORY = 'ownership_history';
const ANSWERS = 'ownership_verifications';
const TRANSFERS = 'ownership_transfers';

/** One thing that became of the ownership of an entity. */
export interface StoredEvent {
  id: string;
  at: Date;
  event: OwnershipEvent['event'];
  from?: string;
  to?: string;
  by?: string;
  text?: string;
}

/** Reads all that became of the ownership of an entity, from where each part of it is kept. */
export class HistoryStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): HistoryStore {
    return new HistoryStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One page, the latest first, and how many there are. */
  async list(
    entityRef: string,
    page: Page,
  ): Promise<{ events: StoredEvent[]; total: number }> {
    const all = () => this.#events(entityRef).as('events');
    const [count, rows] = await Promise.all([
      this.#knex.from(all()).count({ number: '*' }).first(),
      this.#knex
        .select('*')
        .from(all())
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'place', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return {
      events: rows.map(row => ({
        id: row.id,
        at: toDate(row.at)!,
        event: row.event,
        from: row.from_ref ?? undefined,
        to: row.to_ref ?? undefined,
        by: row.by_ref ?? undefined,
        text: row.reason ?? undefined,
      })),
      total: Number(count?.number ?? 0),
    };
  }

  #events(entityRef: string): Knex.QueryBuilder {
    const raw = (sql: string) => this.#knex.raw(sql);
    // Of the same moment, what a transfer begins with comes before what it ends with, and the change of owner last.
    const columns = (options: {
      id: string;
      at: string;
      event: string;
      from: string;
      to: string;
      by: string;
      reason: string;
      place: number;
    }) => [
      raw(`${options.id} as id`),
      raw(`${options.at} as at`),
      raw(`${options.event} as event`),
      raw(`${options.from} as from_ref`),
      raw(`${options.to} as to_ref`),
      raw(`${options.by} as by_ref`),
      raw(`${options.reason} as reason`),
      raw(`${options.place} as place`),
    ];
    const transfer = { from: 'from_ref', to: 'to_ref' };
    const none = 'cast(null as varchar(255))';
    const noText = 'cast(null as text)';
    const of = (table: string) =>
      this.#knex(table).where({ entity_ref: entityRef });
    return of(HISTORY)
      .select(
        columns({
          ...transfer,
          id: 'id',
          at: 'at',
          event: 'origin',
          by: none,
          reason: noText,
          place: 5,
        }),
      )
      .unionAll([
        of(ANSWERS).select(
          columns({
            id: 'id',
            at: 'answered_at',
            event: 'answer',
            from: 'owner_ref',
            to: none,
            by: 'answered_by',
            reason: 'reason',
            place: 1,
          }),
        ),
        of(TRANSFERS).select(
          columns({
            ...transfer,
            id: "id || '-proposed'",
            at: 'proposed_at',
            event: "'proposed'",
            by: 'proposed_by',
            reason: 'reason',
            place: 2,
          }),
        ),
        of(TRANSFERS)
          .whereNotNull('decided_at')
          .select(
            columns({
              ...transfer,
              id: "id || '-decided'",
              at: 'decided_at',
              event:
                "case when state in ('declined', 'withdrawn') then state else 'accepted' end",
              by: 'decided_by',
              reason: 'decision_reason',
              place: 3,
            }),
          ),
        of(TRANSFERS)
          .where({ state: 'superseded' })
          .select(
            columns({
              ...transfer,
              id: "id || '-superseded'",
              at: 'closed_at',
              event: "'superseded'",
              by: none,
              reason: noText,
              place: 4,
            }),
          ),
      ]);
  }
}
