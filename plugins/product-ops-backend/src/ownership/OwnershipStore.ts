import {
  RELATION_DEPENDS_ON,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import type { OwnershipGapRule } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf, inList, toDate } from '../database/sql';
import { ENTITIES, RELATIONS } from '../directory/tables';
import { MODEL_RELATIONS } from './OwnershipModel';
import type { EntityInput, RelationInput } from './types';

const OWNERS = 'ownership_owners';
const HISTORY = 'ownership_history';
const GAPS = 'ownership_gaps';
const CHUNK = 200;

/** A change of the owner of an entity. */
export interface OwnerChange {
  entityRef: string;
  at: Date;
  from?: string;
  to?: string;
  origin: 'first-seen' | 'catalog';
}

/** A gap of an entity; one without an end is there still. */
export interface StoredGap {
  entityRef: string;
  rule: OwnershipGapRule;
  openedAt: Date;
  closedAt?: Date;
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
  async listGaps(options: { since: Date }): Promise<StoredGap[]> {
    const rows = await this.#knex(GAPS)
      .select('entity_ref', 'rule', 'opened_at', 'closed_at')
      .whereNull('closed_at')
      .orWhere('closed_at', '>=', options.since);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      rule: row.rule,
      openedAt: toDate(row.opened_at)!,
      closedAt: toDate(row.closed_at),
    }));
  }

  /**
   * Brings owners and gaps up to date, all or nothing: what changed is added to the history, and gaps begin and end.
   *
   * @returns the number of rows written
   */
  async record(
    now: {
      owners: ReadonlyMap<string, string | undefined>;
      /** The rules that each entity breaks. */
      gaps: ReadonlyMap<string, readonly OwnershipGapRule[]>;
    },
    options: { at: Date },
  ): Promise<number> {
    return this.#knex.transaction(async trx => {
      const owners = await this.#recordOwners(trx, now.owners, options.at);
      const gaps = await this.#recordGaps(trx, now.gaps, options.at);
      return owners + gaps;
    });
  }

  async #recordOwners(
    trx: Knex,
    owners: ReadonlyMap<string, string | undefined>,
    at: Date,
  ): Promise<number> {
    const before = new Map<string, string | undefined>(
      (await trx(OWNERS).select('entity_ref', 'owner_ref')).map(row => [
        row.entity_ref,
        row.owner_ref ?? undefined,
      ]),
    );
    const changes = [...owners].filter(
      ([ref, owner]) => !before.has(ref) || before.get(ref) !== owner,
    );
    const gone = [...before.keys()].filter(ref => !owners.has(ref));
    for (const chunk of chunksOf(changes, CHUNK)) {
      await trx(HISTORY).insert(
        chunk.map(([ref, owner]) => ({
          id: randomUUID(),
          entity_ref: ref,
          at,
          from_ref: before.get(ref) ?? null,
          to_ref: owner ?? null,
          origin: before.has(ref) ? 'catalog' : 'first-seen',
        })),
      );
      await trx(OWNERS)
        .insert(
          chunk.map(([ref, owner]) => ({
            entity_ref: ref,
            owner_ref: owner ?? null,
            first_seen_at: at,
          })),
        )
        .onConflict('entity_ref')
        .merge(['owner_ref']);
    }
    for (const chunk of chunksOf(gone, CHUNK)) {
      await trx(OWNERS).whereIn('entity_ref', chunk).delete();
    }
    return changes.length * 2 + gone.length;
  }

  async #recordGaps(
    trx: Knex,
    gaps: ReadonlyMap<string, readonly OwnershipGapRule[]>,
    at: Date,
  ): Promise<number> {
    const open = await trx(GAPS)
      .select('id', 'entity_ref', 'rule')
      .whereNull('closed_at');
    const known = new Set(open.map(row => `${row.entity_ref} ${row.rule}`));
    const ended = open.filter(
      row => !gaps.get(row.entity_ref)?.includes(row.rule),
    );
    const begun = [...gaps].flatMap(([ref, rules]) =>
      rules
        .filter(rule => !known.has(`${ref} ${rule}`))
        .map(rule => ({
          id: randomUUID(),
          entity_ref: ref,
          rule,
          opened_at: at,
        })),
    );
    for (const chunk of chunksOf(ended, CHUNK)) {
      await trx(GAPS)
        .whereIn(
          'id',
          chunk.map(({ id }) => id),
        )
        .update({ closed_at: at });
    }
    for (const chunk of chunksOf(begun, CHUNK)) {
      await trx(GAPS).insert(chunk);
    }
    return ended.length + begun.length;
  }
}
