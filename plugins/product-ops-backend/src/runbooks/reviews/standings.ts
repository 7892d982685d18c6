import {
  changedGround,
  runbookStanding,
  type RunbookGround,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { inList, toDate } from '../../database/sql';
import { LIST_COLUMNS, toRunbook, type RunbookRow } from '../rows';
import { deadPagesOf } from './links';
import {
  ALREADY,
  groundOf,
  keyOf,
  NEVER,
  STANDINGS,
  type StandingRow,
} from './tables';
import { troublesOf } from './troubles';

const DAY_MS = 24 * 3600 * 1000;
/** What an entity depends on beyond that is not compared. */
const MOST_DEPENDENCIES = 1000;
/** Before all days: what is stale from the first day on is so already. */
const FIRST_DAY = '0001-01-01';

/** The runbooks of some entities as they are now, with what they rest on; locked until the transaction ends. */
async function lockedRunbooks(trx: Knex, entityRefs: readonly string[]) {
  // Whoever locks several does so in this order, and before their standings.
  const rows: RunbookRow[] = await trx('runbooks')
    .where(inList(trx, 'entity_ref', entityRefs))
    .where({ helper: false })
    .select('entity_ref', 'stale_from', ...LIST_COLUMNS)
    .orderBy(['entity_ref', 'runbook_id'])
    .forUpdate();
  const [entities, relations] = await Promise.all([
    trx('directory_entities')
      .where(inList(trx, 'entity_ref', entityRefs))
      .select<Array<{ entity_ref: string; owner_ref: string | null }>>(
        'entity_ref',
        'owner_ref',
      ),
    trx('directory_relations')
      .where(inList(trx, 'source_ref', entityRefs))
      .where({ type: 'dependsOn' })
      .orderBy('target_ref')
      .select<Array<{ source_ref: string; target_ref: string }>>(
        'source_ref',
        'target_ref',
      ),
  ]);
  const owners = new Map(entities.map(row => [row.entity_ref, row.owner_ref]));
  const dependsOn = new Map<string, string[]>();
  for (const row of relations) {
    const targets = dependsOn.get(row.source_ref) ?? [];
    dependsOn.set(row.source_ref, targets);
    if (targets.length < MOST_DEPENDENCIES) {
      targets.push(row.target_ref);
    }
  }
  // Of an entity that is gone for a while nothing is known, and nobody can see its runbooks.
  return rows
    .filter(row => owners.has(row.entity_ref))
    .map(row => {
      const runbook = toRunbook(row);
      const owner = owners.get(row.entity_ref);
      const ground: RunbookGround = {
        ...(owner && { owner }),
        ...(runbook.owner && { runbookOwner: runbook.owner }),
        dependsOn: dependsOn.get(row.entity_ref) ?? [],
        alerts: runbook.alerts,
      };
      return { row, runbook, ground };
    });
}

type Locked = Awaited<ReturnType<typeof lockedRunbooks>>[number];

/** A review that somebody records. */
export interface ReviewToStand {
  runbookId: string;
  id: string;
  by: string;
  version: string;
}

/** What a runbook is compared with from now on: what was there at its last review, else when it was seen first. */
function standingRow(
  { row, runbook, ground }: Locked,
  before: StandingRow | undefined,
  { now, review }: { now: Date; review?: ReviewToStand },
): StandingRow {
  const { lastReviewed: declared = null } = runbook;
  const base = {
    entity_ref: row.entity_ref,
    runbook_id: row.runbook_id,
    declared,
    ground: JSON.stringify(ground),
    review: before?.review ?? null,
    told_at: before?.told_at ?? null,
  };
  const since = before && toDate(before.since)!;
  // Of two reviews at once the later one is in force, whichever comes first to be written.
  if (review && !(before?.basis === 'reviewed' && since! > now)) {
    const { id, by, version } = review;
    return {
      ...base,
      basis: 'reviewed',
      since: now,
      review: JSON.stringify({ id, by, version, at: now.toISOString() }),
    };
  }
  // A later day than the file told before; of one day, the recorded review has seen what there was.
  const isNews =
    declared !== null &&
    declared > (before?.declared ?? '') &&
    (before?.basis !== 'reviewed' ||
      declared > since!.toISOString().slice(0, 10));
  if (isNews) {
    const dayAfter = Date.parse(`${declared}T00:00:00Z`) + DAY_MS;
    return {
      ...base,
      basis: 'declared',
      since: new Date(Math.min(now.getTime(), dayAfter)),
    };
  }
  return before
    ? { ...before, declared: declared ?? before.declared }
    : { ...base, basis: 'seen', since: runbook.firstSeenAt };
}

/**
 * Brings up to date whether the runbooks of some entities are still right, writing only what differs. Has a handful of
 * queries for all of them.
 *
 * @param options - a `review` of a runbook of the one entity makes what is there now what it is compared with
 * @returns the entities of whose runbooks something else is said now
 */
export async function refreshStandings(
  trx: Knex,
  entityRefs: readonly string[],
  options: { now: Date; review?: ReviewToStand },
): Promise<string[]> {
  const { review } = options;
  const locked = await lockedRunbooks(trx, entityRefs);
  const rows: StandingRow[] = await trx(STANDINGS)
    .where(inList(trx, 'entity_ref', entityRefs))
    .orderBy(['entity_ref', 'runbook_id'])
    .forUpdate();
  const before = new Map(
    rows.map(row => [keyOf(row.entity_ref, row.runbook_id), row]),
  );
  const standings = locked.map(one => ({
    ...one,
    key: keyOf(one.row.entity_ref, one.row.runbook_id),
    standing: standingRow(
      one,
      before.get(keyOf(one.row.entity_ref, one.row.runbook_id)),
      {
        now: options.now,
        ...(review?.runbookId === one.row.runbook_id && { review }),
      },
    ),
  }));
  const first = standings.map(({ standing }) =>
    toDate(standing.since)!.getTime(),
  );
  const troubles = await troublesOf(
    trx,
    entityRefs,
    new Date(Math.min(options.now.getTime(), ...first)),
  );
  const deadPages = await deadPagesOf(trx, entityRefs);
  const changed = new Set<string>();
  for (const { key, row, runbook, ground, standing } of standings) {
    const reviewed =
      standing.review &&
      (JSON.parse(standing.review) as { at: string }).at.slice(0, 10);
    const shown = {
      ...(reviewed && { reviewed }),
      changed: changedGround({
        before: groundOf(standing.ground),
        now: ground,
        since: toDate(standing.since)!.toISOString(),
        troubles: troubles.get(key),
        deadPages: deadPages.get(key),
      }),
    };
    if (!isSame(standing, before.get(key))) {
      await trx(STANDINGS)
        .insert(standing)
        .onConflict(['entity_ref', 'runbook_id'])
        .merge();
    }
    const text = JSON.stringify(shown);
    const from = staleFrom({ ...runbook, standing: shown });
    if (text !== row.standing || from !== row.stale_from) {
      await trx('runbooks')
        .where({ entity_ref: row.entity_ref, runbook_id: row.runbook_id })
        .update({ standing: text, stale_from: from });
      changed.add(row.entity_ref);
    }
  }
  if (changed.size > 0) {
    // What lists show of them is computed anew.
    await trx('overview_summaries')
      .where(inList(trx, 'entity_ref', [...changed]))
      .update({ input_hash: '' });
  }
  return [...changed];
}

function isSame(one: StandingRow, other: StandingRow | undefined): boolean {
  return (
    other !== undefined &&
    one.basis === other.basis &&
    one.declared === other.declared &&
    one.ground === other.ground &&
    one.review === other.review &&
    toDate(one.since)!.getTime() === toDate(other.since)!.getTime()
  );
}

function staleFrom(runbook: Parameters<typeof runbookStanding>[0]): string {
  const { stale, reviewDue } = runbookStanding(runbook, { today: FIRST_DAY });
  return stale ? ALREADY : reviewDue ?? NEVER;
}
