import {
  verificationDue,
  type OwnershipGapRule,
  type VerificationPeriods,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf, toDate } from '../database/sql';
import { raiseRevision } from './revision';

const OWNERS = 'ownership_owners';
const HISTORY = 'ownership_history';
const GAPS = 'ownership_gaps';
const TRANSFERS = 'ownership_transfers';
const CHUNK = 200;

/** Ownership as the catalog shows it now. */
export interface OwnershipNow {
  /** All entities that may have an owner, by ref. */
  owners: ReadonlyMap<string, { owner?: string; tier?: number }>;
  /** The rules that each entity breaks. */
  gaps: ReadonlyMap<string, readonly OwnershipGapRule[]>;
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
   * has caught up with are closed, gaps begin and end.
   *
   * @returns the number of rows written
   */
  async record(now: OwnershipNow, options: { at: Date }): Promise<number> {
    return this.#knex.transaction(async trx => {
      const owners = await this.#recordOwners(trx, now.owners, options.at);
      const gaps = await recordGaps(trx, now.gaps, options.at);
      if (owners > 0) {
        await raiseRevision(trx);
      }
      return owners + gaps;
    });
  }

  async #recordOwners(
    trx: Knex,
    owners: OwnershipNow['owners'],
    at: Date,
  ): Promise<number> {
    const before = await readOwners(trx);
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
    const accepted = await closeTransfers(trx, owners, at);
    for (const chunk of chunksOf(changed, CHUNK)) {
      await trx(HISTORY).insert(
        chunk.map(ref => ({
          id: randomUUID(),
          entity_ref: ref,
          at,
          from_ref: before.get(ref)?.owner ?? null,
          to_ref: owners.get(ref)?.owner ?? null,
          origin: originOf(before.has(ref), accepted.has(ref)),
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
    return changed.length * 2 + moved.length + gone.length + accepted.size;
  }
}

function originOf(known: boolean, accepted: boolean) {
  if (!known) {
    return 'first-seen';
  }
  return accepted ? 'transfer' : 'catalog';
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

/**
 * Closes transfers whose entity has the new owner now, yet another one, or is gone.
 *
 * @returns the entities whose transfer is complete
 */
async function closeTransfers(
  trx: Knex,
  owners: OwnershipNow['owners'],
  at: Date,
): Promise<Set<string>> {
  const open = await trx(TRANSFERS)
    .select('id', 'entity_ref', 'from_ref', 'to_ref')
    .whereNotNull('open_entity');
  const completed = new Set<string>();
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
        completed.add(row.entity_ref);
      }
    }
  }
  return completed;
}

async function recordGaps(
  trx: Knex,
  gaps: OwnershipNow['gaps'],
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
