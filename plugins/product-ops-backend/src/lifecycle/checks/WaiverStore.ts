import type {
  WaiverAnswer,
  WaiverState,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../../database/pages';
import { chunksOf, inList, toDate, withoutNul } from '../../database/sql';
import { keepToEntities } from '../../ownership/visibleEntities';
import type { Waivers } from '../ports';

const WAIVERS = 'lifecycle_waivers';
const CHUNK = 1000;

/** A granted exception, as it is kept. */
export interface StoredWaiver {
  id: string;
  version: number;
  entityRef: string;
  checkId: string;
  /** The ids of the stages whose gates go by it. */
  stages: readonly string[];
  reason: string;
  /** ISO 8601 in UTC, here and below. */
  until: string;
  by: string;
  at: string;
  revokedBy?: string;
  revokedAt?: string;
  revokedReason?: string;
}

/** Which exceptions; what is absent lets all pass. */
export interface WaiverFilter {
  entities?: readonly string[];
  checkId?: string;
  states?: readonly WaiverState[];
}

/** Keeps exceptions to checks. There is one of an entity and a check that is neither revoked nor replaced. */
export class WaiverStore implements Waivers {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): WaiverStore {
    return new WaiverStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those that are not revoked, by entity and check. */
  async of(
    refs: readonly string[],
  ): Promise<Map<string, Map<string, WaiverAnswer & StoredWaiver>>> {
    const found = new Map<string, Map<string, StoredWaiver>>();
    for (const chunk of chunksOf([...new Set(refs)], CHUNK)) {
      const rows = await this.#knex(WAIVERS)
        .whereNotNull('open_check')
        .where(inList(this.#knex, 'entity_ref', chunk));
      for (const row of rows) {
        const ofEntity = found.get(row.entity_ref) ?? new Map();
        found.set(row.entity_ref, ofEntity);
        ofEntity.set(row.check_id, toWaiver(row));
      }
    }
    return found;
  }

  async get(id: string): Promise<StoredWaiver | undefined> {
    const row = await this.#knex(WAIVERS).where({ id }).first();
    return row && toWaiver(row);
  }

  /** One page, the latest first, and how many match. */
  async list(options: {
    filter: WaiverFilter;
    now: Date;
    page: Page;
  }): Promise<{ waivers: StoredWaiver[]; total: number }> {
    const { entities, checkId, states } = options.filter;
    const matching = this.#knex(WAIVERS);
    keepToEntities(this.#knex, matching, entities);
    if (checkId) {
      matching.where('check_id', checkId);
    }
    if (states?.length) {
      matching.where(any => {
        for (const state of states) {
          any.orWhere(one => {
            if (state === 'revoked') {
              one.whereNotNull('revoked_at');
            } else {
              one
                .whereNull('revoked_at')
                .where('until', state === 'active' ? '>' : '<=', options.now);
            }
          });
        }
      });
    }
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy([
          { column: 'granted_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .offset(options.page.offset)
        .limit(options.page.limit),
    ]);
    return { waivers: rows.map(toWaiver), total: Number(count?.number ?? 0) };
  }

  /**
   * Keeps an exception in place of one that has ended, or of one that it replaces.
   *
   * @returns false when another one is in force: then nothing is kept
   */
  async grant(
    trx: Knex,
    waiver: StoredWaiver,
    replaced?: StoredWaiver,
  ): Promise<boolean> {
    if (replaced) {
      await this.revoke(trx, replaced, {
        by: waiver.by,
        at: new Date(waiver.at),
        reason: waiver.reason,
      });
    }
    const key = `${waiver.entityRef} ${waiver.checkId}`;
    await trx(WAIVERS)
      .where({ open_check: key })
      .where('until', '<=', new Date(waiver.at))
      .update({ open_check: null });
    const rows = await trx(WAIVERS)
      .insert(
        withoutNul({
          id: waiver.id,
          version: waiver.version,
          entity_ref: waiver.entityRef,
          check_id: waiver.checkId,
          open_check: key,
          stages: JSON.stringify(waiver.stages),
          reason: waiver.reason,
          until: new Date(waiver.until),
          granted_by: waiver.by,
          granted_at: new Date(waiver.at),
          untold: true,
        }),
      )
      .onConflict('open_check')
      .ignore()
      .returning('id');
    return rows.length > 0;
  }

  /** Takes one back that is in force; false when it has changed since it was seen: then nothing is kept. */
  async revoke(
    trx: Knex,
    seen: StoredWaiver,
    revocation: { by: string; at: Date; reason: string },
  ): Promise<boolean> {
    const changed = await trx(WAIVERS)
      .where({ id: seen.id, version: seen.version })
      .whereNull('revoked_at')
      .where('until', '>', revocation.at)
      .update(
        withoutNul({
          version: seen.version + 1,
          open_check: null,
          untold: null,
          revoked_by: revocation.by,
          revoked_at: revocation.at,
          revoked_reason: revocation.reason,
        }),
      );
    return changed > 0;
  }

  /** Takes those that have ended, to tell of them: only one caller gets each. */
  async claimEnded(now: Date, limit: number): Promise<StoredWaiver[]> {
    const ended = await this.#knex(WAIVERS)
      .whereNotNull('untold')
      .where('until', '<=', now)
      .orderBy('until')
      .limit(limit);
    const claimed: StoredWaiver[] = [];
    for (const row of ended) {
      const mine = await this.#knex(WAIVERS)
        .where({ id: row.id })
        .whereNotNull('untold')
        .update({ untold: null });
      if (mine > 0) {
        claimed.push(toWaiver(row));
      }
    }
    return claimed;
  }

  /** Has the end of one told with the next run. */
  async returnEnded(id: string): Promise<void> {
    await this.#knex(WAIVERS)
      .where({ id })
      .whereNull('revoked_at')
      .update({ untold: true });
  }
}

function toWaiver(row: {
  [column: string]: string | number | Date | null;
}): StoredWaiver {
  const revokedAt = toDate(row.revoked_at);
  return {
    id: String(row.id),
    version: Number(row.version),
    entityRef: String(row.entity_ref),
    checkId: String(row.check_id),
    stages: JSON.parse(String(row.stages)) as string[],
    reason: String(row.reason),
    until: toDate(row.until)!.toISOString(),
    by: String(row.granted_by),
    at: toDate(row.granted_at)!.toISOString(),
    ...(row.revoked_by && { revokedBy: String(row.revoked_by) }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
    ...(row.revoked_reason && { revokedReason: String(row.revoked_reason) }),
  };
}
