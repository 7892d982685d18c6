import type {
  DocumentLimits,
  WrittenRunbookState,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../../database/pages';
import { inList, isPostgres, withoutNul } from '../../database/sql';
import { DOCUMENT_PARSER } from '../../documents/parserVersion';
import type { RunbooksStore } from '../RunbooksStore';
import { readWritten } from './readWritten';
import {
  findWritten,
  sameRunbook,
  STATE,
  toWritten,
  WRITTEN,
  writtenBesideFiles,
  type StoredWritten,
  type WrittenRow,
} from './writtenRows';

export interface WrittenStoreOptions {
  knex: Knex;
  runbooks: RunbooksStore;
  limits: DocumentLimits;
}

/** The runbooks that are written in the portal. */
export class WrittenStore {
  readonly #options: WrittenStoreOptions;

  static create(options: WrittenStoreOptions): WrittenStore {
    return new WrittenStore(options);
  }

  private constructor(options: WrittenStoreOptions) {
    this.#options = options;
  }

  async find(
    entityRef: string,
    id: string,
    trx: Knex = this.#options.knex,
  ): Promise<StoredWritten | undefined> {
    return findWritten(trx, entityRef, id);
  }

  /** What somebody wrote with a key. */
  async findByKey(
    trx: Knex,
    { by, key }: { by: string; key: string },
  ): Promise<{ entityRef: string; id: string } | undefined> {
    const row: WrittenRow | undefined = await trx(WRITTEN)
      .where({ created_by: by, created_key: key })
      .first();
    return row && { entityRef: row.entity_ref, id: row.runbook_id };
  }

  /** One page by title, and how many there are. */
  async list(
    entityRef: string,
    options: { states?: readonly WrittenRunbookState[]; page: Page },
  ): Promise<{ written: StoredWritten[]; total: number }> {
    const { knex } = this.#options;
    const { states, page } = options;
    const collate = isPostgres(knex) ? ' collate "C"' : '';
    const all = writtenBesideFiles(knex).where({ 'w.entity_ref': entityRef });
    if (states?.length) {
      all.whereRaw(`${STATE} in (${states.map(() => '?').join(', ')})`, [
        ...states,
      ]);
    }
    const [count, rows] = await Promise.all([
      knex.from(all.clone().as('all')).count({ number: '*' }).first(),
      all
        .clone()
        .orderByRaw(`w.sort_title${collate}, w.runbook_id${collate}`)
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return {
      written: (rows as WrittenRow[]).map(toWritten),
      total: Number(Object(count).number ?? 0),
    };
  }

  /** Locks a written runbook for the transaction, so that of two changes one sees the other. */
  async lock(trx: Knex, entityRef: string, id: string): Promise<void> {
    await trx(WRITTEN)
      .where({ entity_ref: entityRef, runbook_id: id })
      .forUpdate()
      .first();
  }

  /** The ids that are taken in an entity, by files or in the portal; removed ones keep theirs. */
  async takenIds(
    trx: Knex,
    entityRef: string,
    ids: readonly string[],
  ): Promise<Set<string>> {
    const [files, written] = await Promise.all(
      ['runbooks', WRITTEN].map(table =>
        trx(table)
          .where({ entity_ref: entityRef })
          .where(inList(trx, 'runbook_id', ids))
          .pluck<string[]>('runbook_id'),
      ),
    );
    return new Set([...files, ...written]);
  }

  /** How many an entity has, removed ones too. */
  async count(trx: Knex, entityRef: string): Promise<number> {
    const row = await trx(WRITTEN)
      .where({ entity_ref: entityRef })
      .count({ number: '*' })
      .first();
    return Number(row?.number ?? 0);
  }

  /** Gives whether its id was not taken: else nothing happens. */
  async insert(
    trx: Knex,
    row: Omit<WrittenRow, 'state' | 'parser' | 'removed'>,
  ): Promise<boolean> {
    const made: unknown[] = await trx(WRITTEN)
      .insert(withoutNul({ ...row, removed: false, parser: DOCUMENT_PARSER }))
      .onConflict(['entity_ref', 'runbook_id'])
      .ignore()
      .returning('runbook_id');
    return made.length > 0;
  }

  async update(
    trx: Knex,
    entityRef: string,
    id: string,
    changes: Partial<Omit<WrittenRow, 'state'>>,
  ): Promise<void> {
    await trx(WRITTEN)
      .where({ entity_ref: entityRef, runbook_id: id })
      .update(withoutNul(changes));
  }

  /** Puts all written runbooks of some entities in force that no file of the same id overrules. */
  async putInForce(trx: Knex, entityRefs: readonly string[]): Promise<void> {
    const { runbooks, limits } = this.#options;
    const rows: WrittenRow[] = await trx(`${WRITTEN} as w`)
      .leftJoin('runbooks as r', sameRunbook)
      .select('w.*')
      .where(inList(trx, 'w.entity_ref', entityRefs))
      .where({ 'w.removed': false })
      .whereNull('r.runbook_id');
    for (const row of rows) {
      const { entityRef, id, content, by, at } = toWritten(row);
      const { runbook } = readWritten(content, {
        entityRef,
        id,
        limits,
        recorded: { by, at },
      });
      if (runbook) {
        await runbooks.putWritten(trx, entityRef, { ...runbook, id }, at);
      }
    }
  }

  /** Reads again what an older parser has read, some at a time, and gives how many there were. */
  async readAgain(options: { limit: number }): Promise<number> {
    const { knex } = this.#options;
    const old: WrittenRow[] = await knex(WRITTEN)
      .where('parser', '<>', DOCUMENT_PARSER)
      .limit(options.limit);
    for (const { entity_ref, runbook_id } of old) {
      await knex.transaction(async trx => {
        await this.lock(trx, entity_ref, runbook_id);
        await this.#options.runbooks.removeWritten(trx, entity_ref, runbook_id);
        await this.update(trx, entity_ref, runbook_id, {
          parser: DOCUMENT_PARSER,
        });
        await this.putInForce(trx, [entity_ref]);
      });
    }
    return old.length;
  }
}
