import {
  verificationDue,
  type VerificationPeriods,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf, toDate } from '../database/sql';

const OWNERS = 'ownership_owners';
const HISTORY = 'ownership_history';
const GAPS = 'ownership_gaps';
const CHUNK = 200;

/** Who owned an entity when it was looked at last. */
export interface KnownOwner {
  owner?: string;
  ownerSince: Date;
  version: number;
  dueAt: string;
  /** Since when the directory is without the entity. */
  goneAt?: Date;
  last?: { answer: 'confirmed' | 'wrong'; at: Date };
}

/** What has changed since the last look. */
export interface OwnerChanges {
  /** Entities that are new or have another owner. */
  changed: string[];
  /** Entities whose verification is due on another day, as when their tier is another. */
  moved: Array<{ ref: string; dueAt: string; version: number }>;
  /** Entities that are not there any more since this look. */
  missing: string[];
  /** Entities that are there again. */
  back: string[];
  /** Entities that have been away for so long that nothing is kept of them but the history. */
  forgotten: string[];
}

/** All owners as they were seen last, also of entities that may come back. */
export async function readOwners(trx: Knex): Promise<Map<string, KnownOwner>> {
  const rows = await trx(OWNERS).select(
    'entity_ref',
    'owner_ref',
    'owner_since',
    'version',
    'due_at',
    'gone_at',
    'answer',
    'answered_at',
  );
  return new Map(
    rows.map(row => [
      row.entity_ref,
      {
        owner: row.owner_ref ?? undefined,
        ownerSince: toDate(row.owner_since)!,
        version: row.version,
        dueAt: row.due_at,
        goneAt: toDate(row.gone_at),
        ...(row.answer && {
          last: { answer: row.answer, at: toDate(row.answered_at)! },
        }),
      },
    ]),
  );
}

/** Compares what was with what is. */
export function ownerChanges(options: {
  before: ReadonlyMap<string, KnownOwner>;
  owners: ReadonlyMap<string, { owner?: string; tier?: number }>;
  periods: VerificationPeriods;
  /** What went before this time is forgotten. */
  forgetBefore: Date;
}): OwnerChanges {
  const { before, owners, periods, forgetBefore } = options;
  const changes: OwnerChanges = {
    changed: [],
    moved: [],
    missing: [],
    back: [],
    forgotten: [],
  };
  for (const [ref, { owner, tier }] of owners) {
    const known = before.get(ref);
    if (!known || known.owner !== owner) {
      changes.changed.push(ref);
    } else {
      const dueAt = verificationDue({ ...known, tier }, periods);
      if (dueAt !== known.dueAt) {
        changes.moved.push({ ref, dueAt, version: known.version });
      }
    }
    if (known?.goneAt) {
      changes.back.push(ref);
    }
  }
  for (const [ref, { goneAt }] of before) {
    if (!owners.has(ref)) {
      if (!goneAt) {
        changes.missing.push(ref);
      } else if (goneAt < forgetBefore) {
        changes.forgotten.push(ref);
      }
    }
  }
  return changes;
}

/** Writes who owns what now. What was answered about the owner before says nothing of the new one. */
export async function writeOwners(
  trx: Knex,
  options: {
    changes: OwnerChanges;
    owners: ReadonlyMap<string, { owner?: string; tier?: number }>;
    periods: VerificationPeriods;
    at: Date;
  },
): Promise<number> {
  const { changes, owners, periods, at } = options;
  for (const chunk of chunksOf(changes.back, CHUNK)) {
    // Gaps that ended only because nobody saw the entity did not end.
    await trx(GAPS)
      .whereIn('entity_ref', chunk)
      .where(
        'closed_at',
        trx(OWNERS)
          .select('gone_at')
          .whereRaw('?? = ??', [`${OWNERS}.entity_ref`, `${GAPS}.entity_ref`]),
      )
      .update({ closed_at: null });
    await trx(OWNERS).whereIn('entity_ref', chunk).update({ gone_at: null });
  }
  for (const chunk of chunksOf(changes.changed, CHUNK)) {
    await trx(OWNERS)
      .insert(
        chunk.map(ref => {
          const { owner, tier } = owners.get(ref) ?? {};
          return {
            entity_ref: ref,
            owner_ref: owner ?? null,
            owner_since: at,
            version: 1,
            due_at: verificationDue({ tier, ownerSince: at }, periods),
          };
        }),
      )
      .onConflict('entity_ref')
      .merge({
        owner_ref: trx.raw('excluded.owner_ref'),
        owner_since: at,
        version: trx.raw('??.version + 1', [OWNERS]),
        due_at: trx.raw('excluded.due_at'),
        answer: null,
        answered_at: null,
      });
  }
  await writeDays(trx, changes.moved);
  for (const chunk of chunksOf(changes.missing, CHUNK)) {
    await trx(OWNERS).whereIn('entity_ref', chunk).update({ gone_at: at });
  }
  for (const chunk of chunksOf(changes.forgotten, CHUNK)) {
    await trx(OWNERS).whereIn('entity_ref', chunk).delete();
  }
  return Object.values(changes).reduce((sum, { length }) => sum + length, 0);
}

/** Adds the changes of owners to the history. */
export async function writeHistory(
  trx: Knex,
  options: {
    changed: readonly string[];
    before: ReadonlyMap<string, KnownOwner>;
    owners: ReadonlyMap<string, { owner?: string }>;
    /** Entities whose change completes a transfer. */
    transferred: ReadonlySet<string>;
    at: Date;
  },
): Promise<void> {
  const { changed, before, owners, transferred, at } = options;
  for (const chunk of chunksOf(changed, CHUNK)) {
    await trx(HISTORY).insert(
      chunk.map(ref => ({
        id: randomUUID(),
        entity_ref: ref,
        at,
        from_ref: before.get(ref)?.owner ?? null,
        to_ref: owners.get(ref)?.owner ?? null,
        origin: originOf(before.has(ref), transferred.has(ref)),
      })),
    );
  }
}

/** Many move to the same day together, as when the periods are configured anew: it is one write for all of them. */
async function writeDays(
  trx: Knex,
  moved: OwnerChanges['moved'],
): Promise<void> {
  const together = new Map<string, OwnerChanges['moved']>();
  for (const move of moved) {
    const key = `${move.dueAt} ${move.version}`;
    const others = together.get(key);
    if (others) {
      others.push(move);
    } else {
      together.set(key, [move]);
    }
  }
  for (const moves of together.values()) {
    const [{ dueAt, version }] = moves;
    for (const chunk of chunksOf(moves, CHUNK)) {
      await trx(OWNERS)
        .whereIn(
          'entity_ref',
          chunk.map(({ ref }) => ref),
        )
        // Who has answered meanwhile has set another day.
        .where({ version })
        .update({ due_at: dueAt });
    }
  }
}

function originOf(known: boolean, transferred: boolean) {
  if (!known) {
    return 'first-seen';
  }
  return transferred ? 'transfer' : 'catalog';
}
