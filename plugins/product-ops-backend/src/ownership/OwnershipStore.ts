import {
  RELATION_DEPENDS_ON,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import type { OwnershipGapRule } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { inList, toDate } from '../database/sql';
import { ENTITIES, RELATIONS } from '../directory/tables';
import type { GapSpan } from './gapTrend';
import { MODEL_RELATIONS } from './OwnershipModel';
import type { EntityInput, RelationInput } from './types';

const HISTORY = 'ownership_history';
const GAPS = 'ownership_gaps';

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
  rule: OwnershipGapRule;
  openedAt: Date;
  closedAt?: Date;
}

/** Gaps that are there or ended since then, of some rules or of any. */
export interface GapsAsked {
  since: Date;
  rules?: readonly OwnershipGapRule[];
}

/** Dependencies between what two teams own. */
export interface DependencyRow {
  /** Of what is at the other end; nothing when nobody owns it. */
  ownerRef?: string;
  from: string;
  to: string;
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
    const query = this.#knex(ENTITIES).select(
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
    if (refs) {
      query.where(inList(this.#knex, 'entity_ref', refs));
    }
    const rows = await query;
    return rows.map(row => ({
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
    }));
  }

  /** The relations that ownership is made of, in a fixed order. */
  async listRelations(): Promise<RelationInput[]> {
    const rows = await this.#knex(RELATIONS)
      .select('source_ref', 'type', 'target_ref')
      .where(inList(this.#knex, 'type', MODEL_RELATIONS))
      // Of all parts, only those of products matter here.
      .andWhere(match =>
        match
          .whereNot('type', RELATION_PART_OF)
          .orWhereLike('target_ref', 'product:%'),
      )
      .orderBy(['source_ref', 'type', 'target_ref']);
    return rows.map(row => ({
      source: row.source_ref,
      type: row.type,
      target: row.target_ref,
    }));
  }

  /** What the entities of some owners depend on, or what depends on them, outside of those owners. */
  async listDependencies(options: {
    owners: readonly string[];
    direction: 'dependsOn' | 'neededBy';
    limit: number;
  }): Promise<DependencyRow[]> {
    const [own, other] =
      options.direction === 'dependsOn'
        ? ['source', 'target']
        : ['target', 'source'];
    const rows = await this.#knex(`${RELATIONS} as r`)
      .join(`${ENTITIES} as own`, 'own.entity_ref', `r.${own}_ref`)
      .join(`${ENTITIES} as other`, 'other.entity_ref', `r.${other}_ref`)
      .where('r.type', RELATION_DEPENDS_ON)
      .where(inList(this.#knex, 'own.owner_ref', options.owners))
      .andWhere(outside =>
        outside
          .whereNull('other.owner_ref')
          .orWhereNot(match =>
            match.where(inList(this.#knex, 'other.owner_ref', options.owners)),
          ),
      )
      .select('other.owner_ref', 'r.source_ref', 'r.target_ref')
      .orderBy(['r.source_ref', 'r.target_ref'])
      .limit(options.limit);
    return rows.map(row => ({
      ownerRef: row.owner_ref ?? undefined,
      from: row.source_ref,
      to: row.target_ref,
    }));
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
      'rule',
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
      .select('entity_ref', 'rule', 'opened_at')
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

interface SpanRow {
  opened_at: StoredTime;
  closed_at: StoredTime | null;
  count: string | number;
}

function toGap(row: {
  entity_ref: string;
  rule: OwnershipGapRule;
  opened_at: StoredTime;
  closed_at?: StoredTime | null;
}): StoredGap {
  return {
    entityRef: row.entity_ref,
    rule: row.rule,
    openedAt: toDate(row.opened_at)!,
    closedAt: toDate(row.closed_at),
  };
}
