import type { TransferState } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../database/pages';
import { inList, toDate } from '../database/sql';

const TRANSFERS = 'ownership_transfers';

/** A proposed change of owner, as it is kept. */
export interface StoredTransfer {
  id: string;
  version: number;
  entityRef: string;
  from?: string;
  to: string;
  state: TransferState;
  reason: string;
  proposedBy: string;
  proposedAt: Date;
  decidedBy?: string;
  decidedAt?: Date;
  decisionReason?: string;
  closedAt?: Date;
}

/** Which transfers; what is absent lets all pass. */
export interface TransferFilter {
  /** Only of these entities. */
  entities?: readonly string[];
  /** Only from or to these teams and people. */
  holders?: readonly string[];
  states?: readonly TransferState[];
}

/** Keeps proposed changes of owners. */
export class TransferStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): TransferStore {
    return new TransferStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One page, the latest first, and how many match. */
  async list(options: {
    filter: TransferFilter;
    page: Page;
  }): Promise<{ transfers: StoredTransfer[]; total: number }> {
    const { entities, holders, states } = options.filter;
    const matching = this.#knex(TRANSFERS);
    if (entities) {
      matching.where(inList(this.#knex, 'entity_ref', entities));
    }
    if (holders) {
      matching.where(either =>
        either
          .where(inList(this.#knex, 'from_ref', holders))
          .orWhere(inList(this.#knex, 'to_ref', holders)),
      );
    }
    if (states?.length) {
      matching.whereIn('state', [...states]);
    }
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy([
          { column: 'proposed_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .offset(options.page.offset)
        .limit(options.page.limit),
    ]);
    return {
      transfers: rows.map(toTransfer),
      total: Number(count?.number ?? 0),
    };
  }

  async get(id: string): Promise<StoredTransfer | undefined> {
    const row = await this.#knex(TRANSFERS).where({ id }).first();
    return row && toTransfer(row);
  }

  /** The transfer of an entity that is proposed, or accepted and not complete. */
  async findOpen(
    entityRef: string,
    trx: Knex = this.#knex,
  ): Promise<StoredTransfer | undefined> {
    const row = await trx(TRANSFERS).where({ open_entity: entityRef }).first();
    return row && toTransfer(row);
  }

  /**
   * Opens a transfer.
   *
   * @returns false when the entity has an open one: then nothing is kept
   */
  async open(
    transfer: StoredTransfer,
    trx: Knex = this.#knex,
  ): Promise<boolean> {
    const rows = await trx(TRANSFERS)
      .insert({
        id: transfer.id,
        version: transfer.version,
        entity_ref: transfer.entityRef,
        from_ref: transfer.from ?? null,
        to_ref: transfer.to,
        state: transfer.state,
        open_entity: transfer.entityRef,
        reason: transfer.reason.replaceAll('\0', ''),
        proposed_by: transfer.proposedBy,
        proposed_at: transfer.proposedAt,
      })
      .onConflict('open_entity')
      .ignore()
      .returning('id');
    return rows.length > 0;
  }

  /**
   * Keeps a decision about a transfer as it was seen.
   *
   * @returns false when it has changed since: then nothing is kept
   */
  async decide(
    seen: StoredTransfer,
    decision: {
      state: TransferState;
      by: string;
      at: Date;
      reason?: string;
    },
  ): Promise<boolean> {
    const open = decision.state === 'accepted';
    const changed = await this.#knex(TRANSFERS)
      .where({ id: seen.id, version: seen.version, state: seen.state })
      .update({
        version: seen.version + 1,
        state: decision.state,
        decided_by: decision.by,
        decided_at: decision.at,
        decision_reason: decision.reason?.replaceAll('\0', '') ?? null,
        ...(!open && { open_entity: null, closed_at: decision.at }),
      });
    return changed > 0;
  }
}

function toTransfer(row: {
  [column: string]: string | number | Date | null;
}): StoredTransfer {
  const text = (column: string) => row[column]?.toString();
  return {
    id: String(row.id),
    version: Number(row.version),
    entityRef: String(row.entity_ref),
    from: text('from_ref'),
    to: String(row.to_ref),
    state: row.state as TransferState,
    reason: String(row.reason),
    proposedBy: String(row.proposed_by),
    proposedAt: toDate(row.proposed_at)!,
    decidedBy: text('decided_by'),
    decidedAt: toDate(row.decided_at),
    decisionReason: text('decision_reason'),
    closedAt: toDate(row.closed_at),
  };
}
