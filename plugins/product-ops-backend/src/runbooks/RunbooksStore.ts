import type { RunbookType } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { containing, type Page } from '../database/pages';
import { inList, isPostgres } from '../database/sql';
import { forgetAlerts, forgetDeclaredAlerts, keepAlerts } from './alerts';
import { findWritten, type StoredWritten } from './authoring/writtenRows';
import { deadLinksOf, keepLinks } from './reviews/links';
import { refreshStandings } from './reviews/standings';
import {
  LIST_COLUMNS,
  type RunbookRow,
  type RunbookToStore,
  type StoredRunbook,
  type StoredRunbookPage,
  toRow,
  toRunbook,
  toRunbookPage,
} from './rows';

const RUNBOOKS = 'runbooks';

/** Which runbooks of an entity; several types match any of them. */
export interface RunbooksFilter {
  type?: readonly RunbookType[];
  /** Text in id, title, path or alert names. */
  text?: string;
}

/** The last good versions of runbooks. */
export class RunbooksStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): RunbooksStore {
    return new RunbooksStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All runbooks of an entity by title, helper pages left out. */
  async listAll(entityRef: string): Promise<StoredRunbook[]> {
    const rows: RunbookRow[] = await this.#knex(RUNBOOKS)
      .select(...LIST_COLUMNS)
      .where({ entity_ref: entityRef, helper: false })
      .orderBy(this.#order());
    return rows.map(toRunbook);
  }

  /** All runbooks of several entities, helper pages left out, in one query. */
  async listAllOfMany(
    entityRefs: readonly string[],
  ): Promise<Map<string, StoredRunbook[]>> {
    const rows: RunbookRow[] = await this.#knex(RUNBOOKS)
      .select('entity_ref', ...LIST_COLUMNS)
      .where(inList(this.#knex, 'entity_ref', entityRefs))
      .where({ helper: false })
      .orderBy(this.#order());
    const found = new Map<string, StoredRunbook[]>();
    for (const row of rows) {
      const runbooks = found.get(row.entity_ref) ?? [];
      found.set(row.entity_ref, runbooks);
      runbooks.push(toRunbook(row));
    }
    return found;
  }

  /** One page of the runbooks that match, by title, helper pages left out, and how many match. */
  async list(
    entityRef: string,
    options: { filter: RunbooksFilter; page: Page },
  ): Promise<{ runbooks: StoredRunbook[]; total: number }> {
    const { filter, page } = options;
    const matching = this.#knex(RUNBOOKS).where({
      entity_ref: entityRef,
      helper: false,
    });
    if (filter.type?.length) {
      matching.whereIn('type', [...filter.type]);
    }
    if (filter.text) {
      matching.whereRaw(`search_text like ? escape '\\'`, [
        containing(filter.text),
      ]);
    }
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .select(...LIST_COLUMNS)
        .orderBy(this.#order())
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return {
      runbooks: (rows as RunbookRow[]).map(toRunbook),
      total: Number(count?.number ?? 0),
    };
  }

  /** By title, alike on both databases: PostgreSQL would else sort by the language of the machine. */
  #order() {
    const collated = (column: string) => ({
      column: this.#knex.raw(
        isPostgres(this.#knex) ? `${column} collate "C"` : column,
      ),
    });
    return [collated('sort_title'), collated('runbook_id')];
  }

  /** One runbook or helper page with its text. */
  async get(
    entityRef: string,
    id: string,
  ): Promise<StoredRunbookPage | undefined> {
    const row: RunbookRow | undefined = await this.#knex(RUNBOOKS)
      .where({ entity_ref: entityRef, runbook_id: id })
      .first();
    return row && toRunbookPage(row);
  }

  /** Which links of a runbook lead to pages of other hosts that are not there. */
  async deadLinks(
    entityRef: string,
    id: string,
  ): Promise<(target: string) => boolean> {
    return deadLinksOf(this.#knex, entityRef, id);
  }

  /** What is written in the portal under an id, in force or not. */
  async written(
    entityRef: string,
    id: string,
  ): Promise<StoredWritten | undefined> {
    return findWritten(this.#knex, entityRef, id);
  }

  /** The hash of the text of a runbook that is in force. */
  async versionInForce(
    entityRef: string,
    id: string,
  ): Promise<string | undefined> {
    const row: RunbookRow | undefined = await this.#knex(RUNBOOKS)
      .select('version')
      .where({ entity_ref: entityRef, runbook_id: id })
      .first();
    return row?.version;
  }

  /** All runbooks and helper pages of an entity with their text, as their files were last read. */
  async listPages(trx: Knex, entityRef: string): Promise<StoredRunbookPage[]> {
    const rows: RunbookRow[] = await trx(RUNBOOKS)
      .where({ entity_ref: entityRef, origin: 'file' })
      .orderBy('runbook_id');
    return rows.map(toRunbookPage);
  }

  /**
   * The ids of an entity's runbooks and helper pages, by path.
   *
   * @param folder - where those that are written in the portal count as files, with a slash at its end; empty for none
   */
  async idsByPath(
    entityRef: string,
    folder: string,
  ): Promise<Map<string, string>> {
    const rows: RunbookRow[] = await this.#knex(RUNBOOKS)
      .select('path', 'runbook_id', 'origin')
      .where({ entity_ref: entityRef })
      // Of a file and a written one at the same path, the file counts.
      .orderBy('origin', 'desc');
    return new Map(
      rows.map(({ path, runbook_id, origin }) => [
        origin === 'portal' ? `${folder}${path}` : path,
        runbook_id,
      ]),
    );
  }

  /** Puts a runbook in force that is written in the portal. */
  async putWritten(
    trx: Knex,
    entityRef: string,
    runbook: RunbookToStore,
    at: Date,
  ): Promise<void> {
    const row = toRow(entityRef, runbook, at);
    await forgetAlerts(trx, entityRef, [runbook.id]);
    await trx(RUNBOOKS)
      .insert(row)
      .onConflict(['entity_ref', 'runbook_id'])
      .merge();
    await keepAlerts(trx, [row]);
    await keepLinks(trx, entityRef, { gone: [], changed: [row] });
  }

  /** Takes a runbook out of force that is written in the portal; a file of that id stays. */
  async removeWritten(trx: Knex, entityRef: string, id: string): Promise<void> {
    const removed = await trx(RUNBOOKS)
      .where({ entity_ref: entityRef, runbook_id: id, origin: 'portal' })
      .delete();
    if (removed > 0) {
      await forgetAlerts(trx, entityRef, [id]);
      await keepLinks(trx, entityRef, { gone: [id], changed: [] });
    }
  }

  /** Takes away what was read from the files of some entities; what is written in the portal stays. */
  async removeDeclared(
    trx: Knex,
    entityRefs: readonly string[],
  ): Promise<void> {
    await forgetDeclaredAlerts(trx, entityRefs);
    await trx(RUNBOOKS)
      .whereIn('entity_ref', [...entityRefs])
      .where({ origin: 'file' })
      .delete();
  }

  /** Puts other files in the place of those of an entity, writing only what differs. */
  async replace(
    trx: Knex,
    entityRef: string,
    runbooks: readonly RunbookToStore[],
    options: { now: Date },
  ): Promise<number> {
    const wanted = new Map(
      runbooks.map(runbook => [
        runbook.id,
        toRow(entityRef, runbook, options.now),
      ]),
    );
    // In the order in which all lock them.
    const present: RunbookRow[] = await trx(RUNBOOKS)
      .where({ entity_ref: entityRef })
      .orderBy('runbook_id')
      .forUpdate();
    const before = new Map(present.map(row => [row.runbook_id, row]));
    const gone = present
      .filter(row => row.origin === 'file' && !wanted.has(row.runbook_id))
      .map(row => row.runbook_id);
    const changed: RunbookRow[] = [];
    for (const row of wanted.values()) {
      const old = before.get(row.runbook_id);
      if (!old) {
        changed.push(row);
      } else if (
        old.version !== row.version ||
        old.origin !== row.origin ||
        old.path !== row.path ||
        old.facts !== row.facts ||
        old.body !== row.body ||
        old.content !== row.content ||
        old.search_names !== row.search_names ||
        old.own_owner !== row.own_owner ||
        Boolean(old.helper) !== row.helper
      ) {
        changed.push(
          old.version === row.version && old.origin === row.origin
            ? { ...row, first_seen_at: old.first_seen_at }
            : row,
        );
      }
    }
    for (let at = 0; at < gone.length; at += 500) {
      await trx(RUNBOOKS)
        .where({ entity_ref: entityRef })
        .whereIn('runbook_id', gone.slice(at, at + 500))
        .delete();
    }
    for (let at = 0; at < changed.length; at += 20) {
      await trx(RUNBOOKS)
        .insert(changed.slice(at, at + 20))
        .onConflict(['entity_ref', 'runbook_id'])
        .merge();
    }
    await forgetAlerts(trx, entityRef, [
      ...gone,
      ...changed.map(row => row.runbook_id),
    ]);
    await keepAlerts(trx, changed);
    if (gone.length + changed.length > 0) {
      await keepLinks(trx, entityRef, { gone, changed });
      await refreshStandings(trx, [entityRef], options);
    }
    return gone.length + changed.length;
  }
}
