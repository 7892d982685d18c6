import type { Knex } from 'knex';
import { chunksOf, inList, toDate } from '../database/sql';
import {
  ENTITIES,
  ENTITY_COLUMNS,
  EntityRow,
  RELATIONS,
  REMOVED,
  STATE,
  toEntity,
} from './tables';
import type {
  DirectoryEntity,
  DirectoryNeighbourhood,
  DirectoryRelations,
  DirectoryState,
  DirectoryStore,
  GetRelationsOptions,
} from './types';

const CHUNK = 1000;

/** One target of a relation, with the number of all of its source and type. */
interface RelationTarget {
  source_ref: string;
  relation: string;
  target_ref: string;
  total: number | string;
}

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

  async getNeighbourhood(
    ref: string,
    options: GetRelationsOptions = {},
  ): Promise<DirectoryNeighbourhood | undefined> {
    const key = lower(ref);
    // The entity stands as a target without a type among its targets, so that one query gives all of them.
    const pointedAt = this.#firstRelations([key], options).unionAll(
      this.#knex
        .select(
          this.#knex.raw("entity_ref, '' as type, entity_ref, 1 as total"),
        )
        .from(ENTITIES)
        .where('entity_ref', key),
    );
    const rows: Array<RelationTarget & (EntityRow | { entity_ref: null })> =
      await this.#knex
        .select('r.source_ref', 'r.relation', 'r.target_ref', 'r.total')
        .select(ENTITY_COLUMNS.map(column => `e.${column}`))
        .from(pointedAt.as('r'))
        .leftJoin(`${ENTITIES} as e`, 'e.entity_ref', 'r.target_ref')
        .orderBy(['r.relation', 'r.target_ref']);
    const entities = new Map<string, DirectoryEntity>();
    for (const row of rows) {
      if (row.entity_ref !== null && !entities.has(row.entity_ref)) {
        entities.set(row.entity_ref, toEntity(row));
      }
    }
    const entity = entities.get(key);
    const relations = groupBySource(rows.filter(row => row.relation !== ''));
    return (
      entity && { entity, entities, relations: relations.get(key) ?? new Map() }
    );
  }

  async getRelationsOfMany(
    refs: Iterable<string>,
    options: GetRelationsOptions = {},
  ): Promise<Map<string, DirectoryRelations>> {
    const rows: RelationTarget[] = await this.#firstRelations(
      unique(refs),
      options,
    ).orderBy(['source_ref', 'relation', 'target_ref']);
    return groupBySource(rows);
  }

  async getReachable(
    refs: Iterable<string>,
    type: string,
  ): Promise<Set<string>> {
    const knex = this.#knex;
    const from = unique(refs);
    // `union`, other than `union all`, leaves out what was reached before.
    const rows: Array<{ ref: string }> = await knex
      .withRecursive('reached', ['ref'], reached =>
        reached
          .select('target_ref')
          .from(RELATIONS)
          .where({ type })
          .where(inList(knex, 'source_ref', from))
          .union(next =>
            next
              .select('r.target_ref')
              .from(`${RELATIONS} as r`)
              .join('reached', 'reached.ref', 'r.source_ref')
              .where('r.type', type),
          ),
      )
      .select('ref')
      .from('reached');
    return new Set([...from, ...rows.map(({ ref }) => ref)]);
  }

  /** The first targets of each type, each with the number of all. */
  #firstRelations(refs: readonly string[], options: GetRelationsOptions) {
    const numbered = this.#knex(RELATIONS)
      .select('source_ref', 'type as relation', 'target_ref')
      .select(
        this.#knex.raw(
          'row_number() over (partition by source_ref, type order by target_ref) as place',
        ),
        this.#knex.raw(
          'count(*) over (partition by source_ref, type) as total',
        ),
      )
      .where(inList(this.#knex, 'source_ref', refs));
    if (options.types) {
      numbered.where(inList(this.#knex, 'type', options.types));
    }
    return this.#knex
      .select('source_ref', 'relation', 'target_ref', 'total')
      .from(numbered.as('numbered'))
      .where('place', '<=', options.limit ?? 1000);
  }

  async listChanges(options: {
    after: number;
    upTo: number;
  }): Promise<Set<string>> {
    const { after, upTo } = options;
    const [changed, removed] = await Promise.all([
      this.#knex(ENTITIES)
        .where('changed_version', '>', after)
        .where('changed_version', '<=', upTo)
        .pluck<string[]>('entity_ref'),
      this.#knex(REMOVED)
        .where('version', '>', after)
        .where('version', '<=', upTo)
        .pluck<string[]>('entity_ref'),
    ]);
    return new Set([...changed, ...removed]);
  }

  async getState(): Promise<DirectoryState> {
    const row = await this.#knex(STATE).where({ id: 1 }).first();
    return {
      refreshedAt: toDate(row?.refreshed_at),
      durationMs: row?.duration_ms ?? undefined,
      rowsWritten: row?.rows_written ?? undefined,
      error: row?.error ?? undefined,
      version: Number(row?.version ?? 0),
    };
  }
}

function groupBySource(
  rows: readonly RelationTarget[],
): Map<string, DirectoryRelations> {
  const found = new Map<string, DirectoryRelations>();
  for (const row of rows) {
    const relations: DirectoryRelations =
      found.get(row.source_ref) ?? new Map();
    found.set(row.source_ref, relations);
    const ofType = relations.get(row.relation) ?? {
      total: Number(row.total),
      targets: [],
    };
    relations.set(row.relation, ofType);
    ofType.targets.push(row.target_ref);
  }
  return found;
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

function unique(refs: Iterable<string>): string[] {
  return [...new Set([...refs].map(lower))];
}
