import { RELATION_PART_OF } from '@backstage/catalog-model';
import type { OwnershipGapRule } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { chunksOf, inList, toDate } from '../database/sql';
import { ENTITIES, RELATIONS } from '../directory/tables';
import type { GapSpan } from './gapTrend';
import { ORGANISATION_RELATIONS } from './organisation';
import type { EntityInput, RelationInput } from './types';

const HISTORY = 'ownership_history';
const GAPS = 'ownership_gaps';
/** So many rows at once: reading a large catalog must not hold up everybody who waits for an answer. */
const PAGE = 10_000;

/** A change of the owner of an entity. */
export interface OwnerChange {
  entityRef: string;
  at: Date;
  from?: string;
  to?: string;
  origin: 'first-seen' | 'catalog' | 'transfer';
}

/** A gap of an entity; one without an end is there still. */
export interface StoredGap {
  entityRef: string;
  /** The id of the gap. */
  gap: string;
  openedAt: Date;
  closedAt?: Date;
}

/** Gaps that are there or ended since then, of some rules or of any. */
export interface GapsAsked {
  since: Date;
  rules?: readonly OwnershipGapRule[];
}

/** Reads the directory for ownership, and keeps how ownership was. */
export class OwnershipStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): OwnershipStore {
    return new OwnershipStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All entities, or those of the refs. */
  async listEntities(refs?: readonly string[]): Promise<EntityInput[]> {
    const found: EntityInput[] = [];
    if (refs) {
      for (const some of chunksOf(refs, PAGE)) {
        const rows = await this.#entities().where(
          inList(this.#knex, 'entity_ref', some),
        );
        rows.forEach(row => found.push(toEntity(row)));
      }
      return found;
    }
    let rows: EntityRow[] = [];
    do {
      const after = rows[rows.length - 1]?.entity_ref ?? '';
      rows = await this.#entities()
        .where('entity_ref', '>', after)
        .orderBy('entity_ref')
        .limit(PAGE);
      rows.forEach(row => found.push(toEntity(row)));
    } while (rows.length === PAGE);
    return found;
  }

  #entities(): Knex.QueryBuilder<object, EntityRow[]> {
    return this.#knex(ENTITIES).select(
      'entity_ref',
      'kind',
      'name',
      'title',
      'type',
      'stage',
      'declared_lifecycle',
      'tier',
      'owner_ref',
      'product_ref',
    );
  }

  /** The relations that ownership is made of, in a fixed order. */
  async listRelations(): Promise<RelationInput[]> {
    const found: RelationInput[] = [];
    let rows: RelationRow[] = [];
    do {
      const last = rows[rows.length - 1];
      const query = this.#knex(RELATIONS)
        .select('source_ref', 'type', 'target_ref')
        .where(inList(this.#knex, 'type', ORGANISATION_RELATIONS))
        // Of all parts, only those of products matter here.
        .andWhere(match =>
          match
            .whereNot('type', RELATION_PART_OF)
            .orWhereLike('target_ref', 'product:%'),
        )
        .orderBy(['source_ref', 'type', 'target_ref'])
        .limit(PAGE);
      if (last) {
        query.whereRaw('(source_ref, type, target_ref) > (?, ?, ?)', [
          last.source_ref,
          last.type,
          last.target_ref,
        ]);
      }
      rows = await query;
      for (const row of rows) {
        found.push({
          source: row.source_ref,
          type: row.type,
          target: row.target_ref,
        });
      }
    } while (rows.length === PAGE);
    return found;
  }

  /** The changes of an entity's owner, the latest first. */
  async listHistory(entityRef: string, limit: number): Promise<OwnerChange[]> {
    const rows = await this.#knex(HISTORY)
      .where({ entity_ref: entityRef })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      at: toDate(row.at)!,
      from: row.from_ref ?? undefined,
      to: row.to_ref ?? undefined,
      origin: row.origin,
    }));
  }

  /** Gaps that are there, and those that ended since a time. */
  async listGaps(options: GapsAsked): Promise<StoredGap[]> {
    const rows = await this.#gaps(options).select(
      'entity_ref',
      'gap',
      'opened_at',
      'closed_at',
    );
    return rows.map(toGap);
  }

  /** How many gaps began and ended together, of all entities. */
  async countGaps(options: GapsAsked): Promise<GapSpan[]> {
    const rows: SpanRow[] = await this.#gaps(options)
      .select('opened_at', 'closed_at')
      .count({ count: '*' })
      .groupBy('opened_at', 'closed_at');
    return rows.map(row => ({
      openedAt: toDate(row.opened_at)!,
      closedAt: toDate(row.closed_at),
      count: Number(row.count),
    }));
  }

  /** The gaps that some entities have now. */
  async listOpenGaps(entityRefs: readonly string[]): Promise<StoredGap[]> {
    const rows = await this.#knex(GAPS)
      .select('entity_ref', 'gap', 'opened_at')
      .whereNull('closed_at')
      .where(inList(this.#knex, 'entity_ref', entityRefs));
    return rows.map(toGap);
  }

  #gaps({ since, rules }: GapsAsked): Knex.QueryBuilder {
    const query = this.#knex(GAPS).where(match =>
      match.whereNull('closed_at').orWhere('closed_at', '>=', since),
    );
    return rules ? query.whereIn('rule', [...rules]) : query;
  }
}

type StoredTime = Date | string | number;

interface EntityRow {
  entity_ref: string;
  kind: string;
  name: string;
  title: string;
  type: string | null;
  stage: string | null;
  declared_lifecycle: string | null;
  tier: number | null;
  owner_ref: string | null;
  product_ref: string | null;
}

function toEntity(row: EntityRow): EntityInput {
  return {
    ref: row.entity_ref,
    kind: row.kind,
    name: row.name,
    title: row.title,
    type: row.type ?? undefined,
    stage: row.stage ?? undefined,
    declaredLifecycle: row.declared_lifecycle ?? undefined,
    tier: row.tier ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    productRef: row.product_ref ?? undefined,
  };
}

interface RelationRow {
  source_ref: string;
  type: string;
  target_ref: string;
}

interface SpanRow {
  opened_at: StoredTime;
  closed_at: StoredTime | null;
  count: string | number;
}

function toGap(row: {
  entity_ref: string;
  gap: string;
  opened_at: StoredTime;
  closed_at?: StoredTime | null;
}): StoredGap {
  return {
    entityRef: row.entity_ref,
    gap: row.gap,
    openedAt: toDate(row.opened_at)!,
    closedAt: toDate(row.closed_at),
  };
}
