import {
  verificationDue,
  type VerificationPeriods,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf, isPostgres, toDate } from '../database/sql';
import { recordGaps, takeGapsToTell, type GapToTell } from './gapRecords';
import { takeOverdueToTell, type OverdueOwner } from './overdueRecords';
import { raiseRevision } from './revision';

const OWNERS = 'ownership_owners';
const HISTORY = 'ownership_history';
const TRANSFERS = 'ownership_transfers';
const CHUNK = 200;
/** From this tier on nobody is told of a gap: the list shows it. */
const LEAST_TIER_TOLD = 2;

/** Ownership as the catalog shows it now. */
export interface OwnershipNow {
  /** All entities that may have an owner, by ref. */
  owners: ReadonlyMap<string, { owner?: string; tier?: number }>;
  /** The ids of the gaps of each entity. */
  gaps: ReadonlyMap<string, readonly string[]>;
}

/** A transfer that the catalog has caught up with. */
export interface CompletedTransfer {
  id: string;
  entityRef: string;
  from?: string;
  to: string;
}

/** What became of one look at ownership. Everything in it is given once, whichever instance looks. */
export interface Recorded {
  rowsWritten: number;
  completed: CompletedTransfer[];
  /** Gaps that the owners are to be told of. */
  gaps: GapToTell[];
  /** Owners who are to be told of verifications. */
  overdue: OverdueOwner[];
}

interface KnownOwner {
  owner?: string;
  ownerSince: Date;
  dueAt: string;
  last?: { answer: 'confirmed' | 'wrong'; at: Date };
}

/** Writes how ownership changes, by comparison with what was written before. */
export class OwnershipRecords {
  readonly #knex: Knex;
  readonly #periods: VerificationPeriods;

  static create(options: {
    knex: Knex;
    periods: VerificationPeriods;
  }): OwnershipRecords {
    return new OwnershipRecords(options);
  }

  private constructor(options: { knex: Knex; periods: VerificationPeriods }) {
    this.#knex = options.knex;
    this.#periods = options.periods;
  }

  /**
   * Brings owners and gaps up to date, all or nothing: what changed is added to the history, transfers that the catalog
   * has caught up with are closed, gaps begin and end. Of two instances that look at once, one waits for the other.
   */
  async record(
    now: OwnershipNow,
    options: {
      at: Date;
      /** The day before which a verification was due that is overdue now. */
      overdueBefore: string;
    },
  ): Promise<Recorded> {
    const { at, overdueBefore } = options;
    return this.#knex.transaction(async trx => {
      await waitForOthers(trx);
      const before = await readOwners(trx);
      const completed = await closeTransfers(trx, now.owners, at);
      const owners = await this.#recordOwners(trx, {
        before,
        owners: now.owners,
        completed: new Set(completed.map(({ entityRef }) => entityRef)),
        at,
      });
      const gaps = await recordGaps(trx, now.gaps, {
        at,
        // What an entity comes with is no news, and an installation that is new does not begin with a flood of it.
        matters: ref => {
          const tier = now.owners.get(ref)?.tier;
          return before.has(ref) && !!tier && tier <= LEAST_TIER_TOLD;
        },
      });
      const recorded = {
        rowsWritten: owners + gaps + completed.length,
        completed,
        gaps: await takeGapsToTell(trx, at),
        overdue: await takeOverdueToTell(trx, overdueBefore),
      };
      if (owners > 0) {
        await raiseRevision(trx);
      }
      return recorded;
    });
  }

  async #recordOwners(
    trx: Knex,
    options: {
      before: ReadonlyMap<string, KnownOwner>;
      owners: OwnershipNow['owners'];
      completed: ReadonlySet<string>;
      at: Date;
    },
  ): Promise<number> {
    const { before, owners, completed, at } = options;
    const changed: string[] = [];
    const moved: Array<{ ref: string; dueAt: string }> = [];
    for (const [ref, { owner, tier }] of owners) {
      const known = before.get(ref);
      if (!known || known.owner !== owner) {
        changed.push(ref);
      } else {
        const dueAt = verificationDue({ ...known, tier }, this.#periods);
        if (dueAt !== known.dueAt) {
          moved.push({ ref, dueAt });
        }
      }
    }
    for (const chunk of chunksOf(changed, CHUNK)) {
      await trx(HISTORY).insert(
        chunk.map(ref => ({
          id: randomUUID(),
          entity_ref: ref,
          at,
          from_ref: before.get(ref)?.owner ?? null,
          to_ref: owners.get(ref)?.owner ?? null,
          origin: originOf(before.has(ref), completed.has(ref)),
        })),
      );
      await trx(OWNERS)
        .insert(
          chunk.map(ref => {
            const { owner, tier } = owners.get(ref) ?? {};
            return {
              entity_ref: ref,
              owner_ref: owner ?? null,
              owner_since: at,
              version: 1,
              due_at: verificationDue({ tier, ownerSince: at }, this.#periods),
            };
          }),
        )
        .onConflict('entity_ref')
        .merge({
          owner_ref: trx.raw('excluded.owner_ref'),
          owner_since: at,
          version: trx.raw('??.version + 1', [OWNERS]),
          due_at: trx.raw('excluded.due_at'),
        });
    }
    for (const { ref, dueAt } of moved) {
      await trx(OWNERS).where({ entity_ref: ref }).update({ due_at: dueAt });
    }
    const gone = [...before.keys()].filter(ref => !owners.has(ref));
    for (const chunk of chunksOf(gone, CHUNK)) {
      await trx(OWNERS).whereIn('entity_ref', chunk).delete();
    }
    return changed.length * 2 + moved.length + gone.length;
  }
}

function originOf(known: boolean, transferred: boolean) {
  if (!known) {
    return 'first-seen';
  }
  return transferred ? 'transfer' : 'catalog';
}

async function readOwners(trx: Knex): Promise<Map<string, KnownOwner>> {
  const rows = await trx(OWNERS).select(
    'entity_ref',
    'owner_ref',
    'owner_since',
    'due_at',
    'answer',
    'answered_at',
  );
  return new Map(
    rows.map(row => [
      row.entity_ref,
      {
        owner: row.owner_ref ?? undefined,
        ownerSince: toDate(row.owner_since)!,
        dueAt: row.due_at,
        ...(row.answer && {
          last: { answer: row.answer, at: toDate(row.answered_at)! },
        }),
      },
    ]),
  );
}

/** Holds whoever records at the same time, until this one is done; SQLite has one writer anyway. */
async function waitForOthers(trx: Knex): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw(
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.ownership-record'))",
    );
  }
}

/**
 * Closes transfers whose entity has the new owner now, yet another one, or is gone.
 *
 * @returns the transfers that are complete
 */
async function closeTransfers(
  trx: Knex,
  owners: OwnershipNow['owners'],
  at: Date,
): Promise<CompletedTransfer[]> {
  const open = await trx(TRANSFERS)
    .select('id', 'entity_ref', 'from_ref', 'to_ref')
    .whereNotNull('open_entity');
  const completed: CompletedTransfer[] = [];
  for (const row of open) {
    const now = owners.get(row.entity_ref);
    const owner = now?.owner ?? null;
    const done = owner === row.to_ref;
    if (done || !now || owner !== row.from_ref) {
      await trx(TRANSFERS)
        .where({ id: row.id })
        .update({
          state: done ? 'completed' : 'superseded',
          open_entity: null,
          closed_at: at,
          version: trx.raw('version + 1'),
        });
      if (done) {
        completed.push({
          id: row.id,
          entityRef: row.entity_ref,
          from: row.from_ref ?? undefined,
          to: row.to_ref,
        });
      }
    }
  }
  return completed;
}
