import {
  gapRuleOf,
  type OwnershipGapRule,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf } from '../database/sql';

const GAPS = 'ownership_gaps';
const CHUNK = 200;
const MOST_TOLD = 100;
/** A gap that is as young may come of a catalog that is being read anew, and go with the next look. */
const SETTLES_AFTER_MS = 10 * 60 * 1000;

/** A gap that somebody is to be told of. */
export interface GapToTell {
  entityRef: string;
  rule: OwnershipGapRule;
}

/**
 * Writes from when to when gaps are there.
 *
 * @returns the number of rows written
 */
export async function recordGaps(
  trx: Knex,
  /** The ids of the gaps of each entity. */
  gaps: ReadonlyMap<string, readonly string[]>,
  options: {
    at: Date;
    /** Whether anybody is to be told of a gap of this entity that is new. */
    matters(entityRef: string): boolean;
  },
): Promise<number> {
  const { at, matters } = options;
  const open = await trx(GAPS)
    .select('id', 'entity_ref', 'gap')
    .whereNull('closed_at');
  const known = new Set(open.map(row => `${row.entity_ref} ${row.gap}`));
  const ended = open.filter(
    row => !gaps.get(row.entity_ref)?.includes(row.gap),
  );
  const tellAt = new Date(at.getTime() + SETTLES_AFTER_MS);
  const begun = [...gaps].flatMap(([ref, ids]) =>
    ids
      .filter(gap => !known.has(`${ref} ${gap}`))
      .map(gap => ({
        id: randomUUID(),
        entity_ref: ref,
        rule: gapRuleOf(gap),
        gap,
        opened_at: at,
        tell_at: matters(ref) ? tellAt : null,
      })),
  );
  for (const chunk of chunksOf(ended, CHUNK)) {
    await trx(GAPS)
      .whereIn(
        'id',
        chunk.map(({ id }) => id),
      )
      .update({ closed_at: at, tell_at: null });
  }
  for (const chunk of chunksOf(begun, CHUNK)) {
    await trx(GAPS).insert(chunk);
  }
  return ended.length + begun.length;
}

/** Takes the gaps that are to be told now: nobody gets them a second time. */
export async function takeGapsToTell(
  trx: Knex,
  at: Date,
): Promise<GapToTell[]> {
  const due = trx(GAPS)
    .select('id')
    .where('tell_at', '<=', at)
    .orderBy(['tell_at', 'id'])
    .limit(MOST_TOLD);
  const rows = await trx(GAPS)
    .whereIn('id', due)
    .update({ tell_at: null })
    .returning(['entity_ref', 'rule']);
  return rows
    .map(row => ({ entityRef: row.entity_ref, rule: row.rule }))
    .sort((a, b) => a.entityRef.localeCompare(b.entityRef));
}
