import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { inList, toDate } from '../database/sql';
import type { Page } from '../database/pages';
import { raiseRevision, readRevision } from './revision';

const OWNERS = 'ownership_owners';
const ANSWERS = 'ownership_verifications';

/** How the verification of an entity stands. */
export interface StoredVerification {
  entityRef: string;
  ownerRef?: string;
  ownerSince: Date;
  version: number;
  dueAt: string;
}

/** The latest answer about an entity. */
export interface StoredAnswer {
  answer: 'confirmed' | 'wrong';
  by: string;
  at: Date;
  reason?: string;
  /** Who owned it then. */
  ownerRef?: string;
}

/** Which entities; what is absent lets all pass. */
export interface VerificationFilter {
  entities?: readonly string[];
  owners?: readonly string[];
}

/** Keeps what was answered to whether ownership is right. */
export class VerificationStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): VerificationStore {
    return new VerificationStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Runs writes that are all kept or none; what comes of them is nothing where none was made. */
  async transaction<T>(
    write: (trx: Knex) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    return this.#knex.transaction(async trx => {
      const made = await write(trx);
      if (made !== undefined) {
        await raiseRevision(trx);
      }
      return made;
    });
  }

  /** One page, the longest due first, with the days between which they are due. */
  async list(options: {
    filter: VerificationFilter;
    /** Days, `YYYY-MM-DD`; the first is in, the second is not. */
    ranges: ReadonlyArray<[from: string, to: string]>;
    page: Page;
  }): Promise<StoredVerification[]> {
    const rows = await this.#matching(options.filter)
      .select('entity_ref', 'owner_ref', 'owner_since', 'version', 'due_at')
      .where(match => {
        for (const [from, to] of options.ranges) {
          match.orWhere(range =>
            range.where('due_at', '>=', from).where('due_at', '<', to),
          );
        }
      })
      .orderBy(['due_at', 'entity_ref'])
      .offset(options.page.offset)
      .limit(options.page.limit);
    return rows.map(toVerification);
  }

  /** How many are due before a day, from then to another, and later. */
  async count(options: {
    filter: VerificationFilter;
    overdueBefore: string;
    today: string;
  }): Promise<{ overdue: number; due: number; upcoming: number }> {
    const sum = (condition: string, bindings: string[], name: string) =>
      this.#knex.raw(
        `sum(case when ${condition} then 1 else 0 end) as ${name}`,
        bindings,
      );
    const { overdueBefore, today } = options;
    const row = await this.#matching(options.filter)
      .select(
        sum('due_at < ?', [overdueBefore], 'overdue'),
        sum('due_at >= ? and due_at <= ?', [overdueBefore, today], 'due'),
        sum('due_at > ?', [today], 'upcoming'),
      )
      .first();
    return {
      overdue: Number(row?.overdue ?? 0),
      due: Number(row?.due ?? 0),
      upcoming: Number(row?.upcoming ?? 0),
    };
  }

  /** The same number as long as no verification has changed. */
  async revision(): Promise<number> {
    return readRevision(this.#knex);
  }

  /** All that are due on a day, or were before. What nobody owns cannot be verified. */
  async listDue(
    today: string,
  ): Promise<Array<{ entityRef: string; dueAt: string }>> {
    const rows = await this.#knex(OWNERS)
      .select('entity_ref', 'due_at')
      .whereNull('gone_at')
      .whereNotNull('owner_ref')
      .where('due_at', '<=', today);
    return rows.map(row => ({ entityRef: row.entity_ref, dueAt: row.due_at }));
  }

  async get(entityRef: string): Promise<StoredVerification | undefined> {
    const row = await this.#knex(OWNERS)
      .where({ entity_ref: entityRef })
      .first();
    return row && toVerification(row);
  }

  /** The latest answer about each of some entities. */
  async latestAnswers(
    entityRefs: readonly string[],
  ): Promise<Map<string, StoredAnswer>> {
    const numbered = this.#knex(ANSWERS)
      .select('*')
      .select(
        this.#knex.raw(
          'row_number() over (partition by entity_ref order by answered_at desc, id desc) as place',
        ),
      )
      .where(inList(this.#knex, 'entity_ref', entityRefs));
    const rows = await this.#knex
      .select('*')
      .from(numbered.as('numbered'))
      .where('place', 1);
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          answer: row.answer,
          by: row.answered_by,
          at: toDate(row.answered_at)!,
          ...(row.reason && { reason: row.reason }),
          ...(row.owner_ref && { ownerRef: row.owner_ref }),
        },
      ]),
    );
  }

  /**
   * Keeps an answer about an entity as it was seen.
   *
   * @returns false when it has changed since: then nothing is kept
   */
  async answer(
    trx: Knex,
    seen: StoredVerification,
    answer: StoredAnswer & { dueAt: string },
  ): Promise<boolean> {
    const changed = await trx(OWNERS)
      .where({ entity_ref: seen.entityRef, version: seen.version })
      .update({
        version: seen.version + 1,
        answer: answer.answer,
        answered_at: answer.at,
        due_at: answer.dueAt,
      });
    if (changed === 0) {
      return false;
    }
    await trx(ANSWERS).insert({
      id: randomUUID(),
      entity_ref: seen.entityRef,
      owner_ref: seen.ownerRef ?? null,
      answer: answer.answer,
      reason: answer.reason?.replaceAll('\0', '') ?? null,
      answered_by: answer.by,
      answered_at: answer.at,
    });
    return true;
  }

  #matching({ entities, owners }: VerificationFilter): Knex.QueryBuilder {
    const query = this.#knex(OWNERS)
      .whereNull('gone_at')
      .whereNotNull('owner_ref');
    if (entities) {
      query.where(inList(this.#knex, 'entity_ref', entities));
    }
    if (owners) {
      query.where(inList(this.#knex, 'owner_ref', owners));
    }
    return query;
  }
}

function toVerification(row: {
  entity_ref: string;
  owner_ref: string | null;
  owner_since: Date | string | number;
  version: number;
  due_at: string;
}): StoredVerification {
  return {
    entityRef: row.entity_ref,
    ownerRef: row.owner_ref ?? undefined,
    ownerSince: toDate(row.owner_since)!,
    version: row.version,
    dueAt: row.due_at,
  };
}
