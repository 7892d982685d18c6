import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { Page } from '../database/pages';
import { toDate } from '../database/sql';
import { addressColumns, type ItemAddress } from './rows';

const COMMENTS = 'roadmap_comments';

/** What somebody said about an item. */
export interface StoredComment {
  id: string;
  /** Markdown; empty once it was removed. */
  text: string;
  by: string;
  at: Date;
  removed: boolean;
}

/** Keeps comments on items of roadmaps. */
export class CommentStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): CommentStore {
    return new CommentStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** A page, the first one first, and how many there are; removed ones keep their place. */
  async list(
    address: ItemAddress,
    page: Page,
  ): Promise<{ comments: StoredComment[]; total: number }> {
    const matching = this.#knex(COMMENTS).where(addressColumns(address));
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
    address: ItemAddress,
    id: string,
  ): Promise<StoredComment | undefined> {
    const row = await this.#knex(COMMENTS)
      .where({ ...addressColumns(address), id })
      .first();
    return row && toComment(row);
  }

  /** How many there are of an item, removed ones too. */
  async countOf(address: ItemAddress): Promise<number> {
    const row = await this.#knex(COMMENTS)
      .where(addressColumns(address))
      .count({ number: '*' })
      .first();
    return Number(row?.number ?? 0);
  }

  /** How many a person has written since then, wherever; removed ones too. */
  async countBy(person: string, since: Date): Promise<number> {
    const row = await this.#knex(COMMENTS)
      .where({ written_by: person })
      .where('at', '>', since)
      .count({ number: '*' })
      .first();
    return Number(row?.number ?? 0);
  }

  async add(
    address: ItemAddress,
    { text, by, at }: { text: string; by: string; at: Date },
  ): Promise<StoredComment> {
    const id = randomUUID();
    await this.#knex(COMMENTS).insert({
      id,
      ...addressColumns(address),
      text,
      written_by: by,
      at,
      removed_at: null,
    });
    return { id, text, by, at, removed: false };
  }

  /** Takes the text of a comment away; its place stays. */
  async remove(id: string, at: Date): Promise<void> {
    await this.#knex(COMMENTS)
      .where({ id })
      .whereNull('removed_at')
      .update({ text: '', removed_at: at });
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
