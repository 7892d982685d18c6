import type { Knex } from 'knex';
import { chunksOf, inList } from '../database/sql';
import type { ProjectedRelation } from './projectEntity';
import { raiseVersion } from './raiseVersion';
import {
  ENTITIES,
  EntityRow,
  RELATIONS,
  RelationRow,
  REMOVED,
  STATE,
} from './tables';

/** What tells whether a stored entity is still as the catalog has it. */
export interface StoredHashes {
  etag: string;
  relationsEtag: string;
  sourceEtag: string | null;
}

/** An entity to store. */
export interface EntityChange {
  row: Omit<EntityRow, 'etag'> & { search_text: string };
  etag: string;
  relationsEtag: string;
  sourceEtag: string;
  /** All its relations when they changed. */
  relations?: ProjectedRelation[];
}

// SQLite takes at most 32,766 parameters and 500 rows in one statement.
const ENTITY_CHUNK = 200;
const RELATION_CHUNK = 400;
const REF_CHUNK = 1000;

export interface DirectoryWriterOptions {
  knex: Knex;
  /** Adds to rows what the catalog does not have, in the same transaction. */
  onWritten?: (trx: Knex, entityRefs: readonly string[]) => Promise<void>;
}

/** Writes the directory. Only the refresher uses it. */
export class DirectoryWriter {
  readonly #knex: Knex;
  readonly #onWritten: DirectoryWriterOptions['onWritten'];

  static create(options: DirectoryWriterOptions): DirectoryWriter {
    return new DirectoryWriter(options);
  }

  private constructor(options: DirectoryWriterOptions) {
    this.#knex = options.knex;
    this.#onWritten = options.onWritten;
  }

  /** The hashes of all stored entities, by ref. */
  async readHashes(): Promise<Map<string, StoredHashes>> {
    const rows: Array<{
      entity_ref: string;
      etag: string;
      relations_etag: string;
      source_etag: string | null;
    }> = await this.#knex(ENTITIES).select(
      'entity_ref',
      'etag',
      'relations_etag',
      'source_etag',
    );
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          etag: row.etag,
          relationsEtag: row.relations_etag,
          sourceEtag: row.source_etag,
        },
      ]),
    );
  }

  /** Stores entities and the relations that changed, all or nothing. Gives the number of rows written or deleted. */
  async write(changes: readonly EntityChange[]): Promise<number> {
    if (changes.length === 0) {
      return 0;
    }
    return this.#exclusively(async (trx, version) => {
      const now = new Date();
      for (const chunk of chunksOf(changes, ENTITY_CHUNK)) {
        await trx(ENTITIES)
          .insert(
            chunk.map(({ row, etag, relationsEtag, sourceEtag }) => ({
              ...row,
              etag,
              relations_etag: relationsEtag,
              source_etag: sourceEtag,
              updated_at: now,
              changed_version: version,
            })),
          )
          .onConflict('entity_ref')
          .merge();
      }
      await this.#onWritten?.(
        trx,
        changes.map(({ row }) => row.entity_ref),
      );
      let written = changes.length;
      for (const chunk of chunksOf(
        changes.filter(change => change.relations),
        REF_CHUNK,
      )) {
        written += await this.#writeRelations(trx, chunk);
      }
      return written;
    });
  }

  /** Removes entities with their relations, all or nothing. Gives the number of rows deleted. */
  async remove(refs: readonly string[]): Promise<number> {
    if (refs.length === 0) {
      return 0;
    }
    return this.#exclusively(async (trx, version) => {
      let deleted = 0;
      for (const chunk of chunksOf(refs, RELATION_CHUNK)) {
        await trx(REMOVED)
          .insert(chunk.map(ref => ({ entity_ref: ref, version })))
          .onConflict('entity_ref')
          .merge();
        deleted += await trx(RELATIONS)
          .where(inList(trx, 'source_ref', chunk))
          .delete();
        deleted += await trx(ENTITIES)
          .where(inList(trx, 'entity_ref', chunk))
          .delete();
      }
      return deleted;
    });
  }

  /** Says for all instances that a refresh is complete. */
  async saveSuccess(state: {
    refreshedAt: Date;
    durationMs: number;
    rowsWritten: number;
  }): Promise<void> {
    const columns = {
      refreshed_at: state.refreshedAt,
      duration_ms: state.durationMs,
      rows_written: state.rowsWritten,
      error: null,
    };
    await this.#knex(STATE)
      .insert({ id: 1, ...columns, generation: 1 })
      .onConflict('id')
      .merge({
        ...columns,
        generation: this.#knex.raw('??.generation + 1', [STATE]),
      });
  }

  /** Says for all instances why a refresh failed. */
  async saveFailure(message: string): Promise<void> {
    await this.#knex(STATE)
      .insert({ id: 1, error: message })
      .onConflict('id')
      .merge();
  }

  /** Rejects when the database answers nothing at all. */
  async assertReachable(): Promise<void> {
    await this.#knex(STATE).first();
  }

  async #writeRelations(
    trx: Knex.Transaction,
    changes: readonly EntityChange[],
  ): Promise<number> {
    const stored = await trx<RelationRow>(RELATIONS)
      .select('source_ref', 'type', 'target_ref')
      .where(
        inList(
          trx,
          'source_ref',
          changes.map(({ row }) => row.entity_ref),
        ),
      );
    const gone = new Map(stored.map(row => [keyOf(row), row]));
    const added: RelationRow[] = [];
    for (const { row, relations = [] } of changes) {
      for (const { type, targetRef } of relations) {
        const relation = {
          source_ref: row.entity_ref,
          type,
          target_ref: targetRef,
        };
        if (!gone.delete(keyOf(relation))) {
          added.push(relation);
        }
      }
    }
    for (const chunk of chunksOf([...gone.values()], RELATION_CHUNK)) {
      await trx(RELATIONS)
        .whereIn(
          ['source_ref', 'type', 'target_ref'],
          chunk.map(row => [row.source_ref, row.type, row.target_ref]),
        )
        .delete();
    }
    for (const chunk of chunksOf(added, RELATION_CHUNK)) {
      await trx(RELATIONS).insert(chunk);
    }
    return gone.size + added.length;
  }

  // A refresh that overran its time may still write when another instance has begun: batches wait for
  // each other, so that the rows of an entity and the hash of its relations always belong together.
  async #exclusively<T>(
    write: (trx: Knex.Transaction, version: number) => Promise<T>,
  ): Promise<T> {
    return this.#knex.transaction(async trx =>
      write(trx, await raiseVersion(trx)),
    );
  }
}

function keyOf(row: RelationRow): string {
  return `${row.source_ref} ${row.type} ${row.target_ref}`;
}
