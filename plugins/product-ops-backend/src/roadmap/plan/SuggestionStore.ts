import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { toDate } from '../../database/sql';

const ANSWERS = 'roadmap_suggestions';

/** An answer to a suggested dependency. */
export interface SuggestionAnswer {
  /** The id of the suggestion. */
  id: string;
  item: { entityRef: string; itemId: string };
  dependsOn: { entityRef: string; itemId: string };
  state: 'accepted' | 'dismissed';
  by: string;
  at: Date;
}

interface AnswerRow {
  suggestion: string;
  entity_ref: string;
  item_id: string;
  depends_on_entity: string;
  depends_on_item: string;
  state: 'accepted' | 'dismissed';
  decided_by: string;
  decided_at: Date | string | number;
}

/** Remembers what people answered to suggested dependencies. */
export class SuggestionStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): SuggestionStore {
    return new SuggestionStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The ids of all suggestions that were answered. */
  async listAnswered(): Promise<Set<string>> {
    return new Set<string>(await this.#knex(ANSWERS).pluck('suggestion'));
  }

  /** All answers of one kind, the latest first. */
  async list(state: SuggestionAnswer['state']): Promise<SuggestionAnswer[]> {
    const rows: AnswerRow[] = await this.#knex(ANSWERS)
      .where({ state })
      .orderBy([
        { column: 'decided_at', order: 'desc' },
        { column: 'id', order: 'asc' },
      ]);
    return rows.map(toAnswer);
  }

  async find(id: string): Promise<SuggestionAnswer | undefined> {
    const row = await this.#knex<AnswerRow & { id: string }>(ANSWERS)
      .where({ id: hashOf(id) })
      .first();
    return row && toAnswer(row);
  }

  async save({
    id,
    item,
    dependsOn,
    state,
    by,
    at,
  }: SuggestionAnswer): Promise<void> {
    await this.#knex(ANSWERS)
      .insert({
        id: hashOf(id),
        suggestion: id,
        entity_ref: item.entityRef,
        item_id: item.itemId,
        depends_on_entity: dependsOn.entityRef,
        depends_on_item: dependsOn.itemId,
        state,
        decided_by: by,
        decided_at: at,
      })
      .onConflict('id')
      .merge();
  }

  async remove(id: string): Promise<void> {
    await this.#knex(ANSWERS)
      .where({ id: hashOf(id) })
      .delete();
  }
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

function toAnswer(row: AnswerRow): SuggestionAnswer {
  return {
    id: row.suggestion,
    item: { entityRef: row.entity_ref, itemId: row.item_id },
    dependsOn: {
      entityRef: row.depends_on_entity,
      itemId: row.depends_on_item,
    },
    state: row.state,
    by: row.decided_by,
    at: toDate(row.decided_at)!,
  };
}
