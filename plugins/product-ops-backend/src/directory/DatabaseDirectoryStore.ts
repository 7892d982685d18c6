import { RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { chunksOf, inList, toDate } from '../database/sql';
import {
  ENTITIES,
  ENTITY_COLUMNS,
  EntityRow,
  RELATIONS,
  STATE,
  toEntity,
} from './tables';
import type {
  DirectoryEntity,
  DirectoryRelations,
  DirectoryState,
  DirectoryStore,
  GetRelationsOptions,
} from './types';

const CHUNK = 1000;

/** The directory in the database of the plugin. */
export class DatabaseDirectoryStore implements DirectoryStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseDirectoryStore {
    return new DatabaseDirectoryStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getEntity(ref: string): Promise<DirectoryEntity | undefined> {
    return (await this.getEntities([ref])).get(lower(ref));
  }

  async getEntities(
    refs: Iterable<string>,
  ): Promise<Map<string, DirectoryEntity>> {
    const found = new Map<string, DirectoryEntity>();
    for (const chunk of chunksOf(unique(refs), CHUNK)) {
      const rows = await this.#knex<EntityRow>(ENTITIES)
        .select(...ENTITY_COLUMNS)
        .where(inList(this.#knex, 'entity_ref', chunk));
      for (const row of rows) {
        found.set(row.entity_ref, toEntity(row));
      }
    }
    return found;
  }

  async getRelations(
    ref: string,
    options?: GetRelationsOptions,
  ): Promise<DirectoryRelations> {
    const found = await this.getRelationsOfMany([ref], options);
    return found.get(lower(ref)) ?? new Map();
  }

  async getRelationsOfMany(
    refs: Iterable<string>,
    options: GetRelationsOptions = {},
  ): Promise<Map<string, DirectoryRelations>> {
    const found = new Map<string, DirectoryRelations>();
    const numbered = this.#knex(RELATIONS)
      .select('source_ref', 'type', 'target_ref')
      .select(
        this.#knex.raw(
          'row_number() over (partition by source_ref, type order by target_ref) as place',
        ),
        this.#knex.raw(
          'count(*) over (partition by source_ref, type) as total',
        ),
      )
      .where(inList(this.#knex, 'source_ref', unique(refs)));
    if (options.types) {
      numbered.where(inList(this.#knex, 'type', options.types));
    }
    const rows: Array<{
      source_ref: string;
      type: string;
      target_ref: string;
      total: number | string;
    }> = await this.#knex
      .select('source_ref', 'type', 'target_ref', 'total')
      .from(numbered.as('numbered'))
      .where('place', '<=', options.limit ?? 1000)
      .orderBy(['source_ref', 'type', 'target_ref']);
    for (const row of rows) {
      const relations: DirectoryRelations =
        found.get(row.source_ref) ?? new Map();
      found.set(row.source_ref, relations);
      const ofType = relations.get(row.type) ?? {
        total: Number(row.total),
        targets: [],
      };
      relations.set(row.type, ofType);
      ofType.targets.push(row.target_ref);
    }
    return found;
  }

  async countMembers(groupRef: string): Promise<number> {
    const counts = await this.countMembersOfMany([groupRef]);
    return counts.get(lower(groupRef)) ?? 0;
  }

  async countMembersOfMany(
    groupRefs: Iterable<string>,
  ): Promise<Map<string, number>> {
    const rows: Array<{ source_ref: string; members: number | string }> =
      await this.#knex(RELATIONS)
        .select('source_ref')
        .count({ members: '*' })
        .where(inList(this.#knex, 'source_ref', unique(groupRefs)))
        .where('type', RELATION_HAS_MEMBER)
        .groupBy('source_ref');
    return new Map(rows.map(row => [row.source_ref, Number(row.members)]));
  }

  async listWithDocuments(
    options: { after?: string; limit?: number } = {},
  ): Promise<DirectoryEntity[]> {
    const { after = '', limit = 1000 } = options;
    // One branch a column, so that each finds its few rows by its own partial index.
    const branches = (['roadmap_target', 'runbooks_target'] as const).map(
      column =>
        this.#knex(ENTITIES)
          .select('entity_ref')
          .whereNotNull(column)
          .where('entity_ref', '>', after)
          .orderBy('entity_ref')
          .limit(limit),
    );
    const rows = await this.#knex<EntityRow>(ENTITIES)
      .select(...ENTITY_COLUMNS)
      .where(match => {
        for (const branch of branches) {
          match.orWhereIn(
            'entity_ref',
            this.#knex.select('entity_ref').from(branch.as('declared')),
          );
        }
      })
      .orderBy('entity_ref')
      .limit(limit);
    return rows.map(toEntity);
  }

  async getState(): Promise<DirectoryState> {
    const row = await this.#knex(STATE).where({ id: 1 }).first();
    return {
      refreshedAt: toDate(row?.refreshed_at),
      durationMs: row?.duration_ms ?? undefined,
      rowsWritten: row?.rows_written ?? undefined,
      error: row?.error ?? undefined,
    };
  }
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

function unique(refs: Iterable<string>): string[] {
  return [...new Set([...refs].map(lower))];
}
