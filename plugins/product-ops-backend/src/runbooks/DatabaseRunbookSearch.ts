import type { Knex } from 'knex';
import type { Page } from '../database/pages';
import { isPostgres } from '../database/sql';
import { LIST_COLUMNS, type RunbookRow, toRunbook } from './rows';
import {
  type FoundRunbook,
  MATCH_END,
  MATCH_START,
  narrow,
  type RunbookSearchFilter,
  type RunbookTextSearch,
} from './search';

interface FoundRow extends RunbookRow {
  answers: number | boolean;
  passage?: string | null;
}

interface FindOptions {
  filter: RunbookSearchFilter;
  page: Page;
  alert?: string;
  any?: boolean;
}

/** How many words a passage has at most. */
const PASSAGE_WORDS = 30;
/** Names count so many times what the text counts. */
const NAMES_WEIGHT = 10;

/** What both databases have in common: who may see what, the order of equals, and what is counted. */
abstract class DatabaseRunbookSearch implements RunbookTextSearch {
  constructor(protected readonly knex: Knex) {}

  /** Restricts a query to what has the words. */
  protected abstract match(
    query: Knex.QueryBuilder,
    expression: string,
  ): Knex.QueryBuilder;

  /** The words as the full text of the database asks for them. */
  protected abstract expression(words: readonly string[], any: boolean): string;

  /** How well a row matches, the higher the better. */
  protected abstract rank(expression: string): Knex.Raw;

  /** Where a row matches. */
  protected abstract passage(expression: string): Knex.Raw;

  async find(
    words: readonly string[],
    options: FindOptions,
  ): Promise<{ found: FoundRunbook[]; total: number }> {
    const { page, alert } = options;
    const { knex } = this;
    const expression = this.expression(words, options.any ?? false);
    const matching = knex('runbooks as r');
    if (words.length > 0) {
      this.match(matching, expression);
    }
    narrow(matching, knex, options.filter);
    const answers = knex.raw(
      `case when exists (select 1 from runbook_alerts a where a.alert = ?
        and a.entity_ref = r.entity_ref and a.runbook_id = r.runbook_id) then 1 else 0 end`,
      [alert ?? ''],
    );
    const ordered = matching
      .clone()
      .select('r.entity_ref', ...LIST_COLUMNS.map(column => `r.${column}`))
      .select({ answers })
      .modify(query => {
        if (words.length > 0) {
          query
            .select({ passage: this.passage(expression) })
            .orderByRaw('? desc', [answers])
            .orderByRaw('? desc', [this.rank(expression)]);
        }
      })
      .orderBy(
        ['sort_title', 'entity_ref', 'runbook_id'].map(column => ({
          // PostgreSQL would else sort by the language of the machine.
          column: knex.raw(
            isPostgres(knex) ? `r.${column} collate "C"` : `r.${column}`,
          ),
        })),
      )
      .offset(page.offset)
      .limit(page.limit);
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      ordered,
    ]);
    return {
      found: (rows as FoundRow[]).map(row => ({
        entityRef: row.entity_ref,
        runbook: toRunbook(row),
        answers: Boolean(Number(row.answers)),
        ...(row.passage && { passage: row.passage }),
      })),
      total: Number(count?.number ?? 0),
    };
  }
}

class PostgresRunbookSearch extends DatabaseRunbookSearch {
  protected expression(words: readonly string[], any: boolean): string {
    return words.map(word => `'${word}':*`).join(any ? ' | ' : ' & ');
  }

  protected match(query: Knex.QueryBuilder, expression: string) {
    return query.whereRaw(
      `r.search_vector @@ to_tsquery('english'::regconfig, ?)`,
      [expression],
    );
  }

  protected rank(expression: string) {
    return this.knex.raw(
      `ts_rank('{${
        1 / NAMES_WEIGHT
      }, 0.2, 0.4, 1.0}', r.search_vector, to_tsquery('english'::regconfig, ?), 1)`,
      [expression],
    );
  }

  protected passage(expression: string) {
    return this.knex.raw(
      `ts_headline('english'::regconfig, left(r.content, 150000), to_tsquery('english'::regconfig, ?), ?)`,
      [
        expression,
        `StartSel=${MATCH_START}, StopSel=${MATCH_END}, MaxWords=${PASSAGE_WORDS}, MinWords=12`,
      ],
    );
  }
}

class SqliteRunbookSearch extends DatabaseRunbookSearch {
  protected expression(words: readonly string[], any: boolean): string {
    return words.map(word => `"${word}"*`).join(any ? ' OR ' : ' AND ');
  }

  protected match(query: Knex.QueryBuilder, expression: string) {
    return query
      .joinRaw(
        `join runbook_search_rows n on n.entity_ref = r.entity_ref and n.runbook_id = r.runbook_id
        join runbook_search on runbook_search.rowid = n.id`,
      )
      .whereRaw('runbook_search match ?', [expression]);
  }

  protected rank() {
    return this.knex.raw(`-bm25(runbook_search, ${NAMES_WEIGHT}, 1)`);
  }

  protected passage() {
    return this.knex.raw(`snippet(runbook_search, 1, ?, ?, '…', ?)`, [
      MATCH_START,
      MATCH_END,
      PASSAGE_WORDS,
    ]);
  }
}

/** The search that the database has. */
export function createRunbookSearch(knex: Knex): RunbookTextSearch {
  return isPostgres(knex)
    ? new PostgresRunbookSearch(knex)
    : new SqliteRunbookSearch(knex);
}
