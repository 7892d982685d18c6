import type { ReceivedAlert } from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import {
  chunksOf,
  inList,
  isPostgres,
  toDate,
  withoutNul,
} from '../../database/sql';

const ALERTS = 'alerts';
/** SQLite bounds the values of a statement. */
const AT_ONCE = 50;
const REMOVED_AT_ONCE = 1000;

/** An alert as it is kept. */
export interface StoredAlert extends ReceivedAlert {
  annotations: { [name: string]: string };
  id: string;
  source: string;
  receivedAt: Date;
  lastSeenAt: Date;
}

/** How many alerts of a source are kept. */
export interface AlertBounds {
  most: number;
  /** What was not heard of since then has ended, though nobody said so. */
  endedBefore: Date;
}

type Time = Date | string | number;

interface AlertRow {
  id: string;
  source: string;
  fingerprint: string;
  starts_at: Time;
  name: string;
  labels: string;
  annotations: string;
  generator_url: string | null;
  external_url: string | null;
  resolved_at: Time | null;
  received_at: Time;
  last_seen_at: Time;
}

/** The alerts that were told of. */
export class AlertStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): AlertStore {
    return new AlertStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Keeps what a source tells, at once or not at all. One that is known already is the same one; resolved ones stay so,
   * whatever comes late, and two instances that are told of the same at once keep one. Where a source has as many as are
   * kept, those that ended longest ago make room; when all fire, new ones are refused.
   *
   * @returns whether anything is otherwise than it was, and those that fire and were refused
   */
  async keep(
    source: string,
    alerts: readonly ReceivedAlert[],
    { at, bounds }: { at: Date; bounds: AlertBounds },
  ): Promise<{ changed: boolean; refused: ReceivedAlert[] }> {
    const told = alerts.map(alert => ({
      alert,
      row: toRow(source, alert, at),
    }));
    const before = await this.#known(
      source,
      told.map(({ row }) => row.fingerprint),
    );
    const known = told.filter(({ row }) => before.has(keyOf(row)));
    const fresh = told.filter(({ row }) => !before.has(keyOf(row)));
    const room = await this.#roomFor(fresh.length, source, bounds);
    // There is no use in what ended before it was known when those that fire find no room.
    const [firing, resolved] = [false, true].map(is =>
      fresh.filter(({ row }) => (row.resolved_at !== null) === is),
    );
    const kept = [...known, ...[...firing, ...resolved].slice(0, room)]
      .map(({ row }) => row)
      // In one order, so that two at once do not wait for each other in a circle.
      .sort(
        (a, b) =>
          compare(a.fingerprint, b.fingerprint) ||
          Number(a.starts_at) - Number(b.starts_at),
      );
    await this.#knex.transaction(async trx => {
      for (const chunk of chunksOf(kept, AT_ONCE)) {
        const unlessResolved = (column: string) =>
          trx.raw('case when ?? is null then ?? else ?? end', [
            `${ALERTS}.resolved_at`,
            `excluded.${column}`,
            `${ALERTS}.${column}`,
          ]);
        await trx(ALERTS)
          .insert(chunk)
          .onConflict(['source', 'fingerprint', 'starts_at'])
          .merge(
            Object.fromEntries(
              [
                'name',
                'labels',
                'annotations',
                'generator_url',
                'external_url',
                'last_seen_at',
                'resolved_at',
              ].map(column => [column, unlessResolved(column)]),
            ),
          );
      }
    });
    return {
      changed: kept.some(row => {
        const old = before.get(keyOf(row));
        return !old || (old.open && row.resolved_at !== null);
      }),
      refused: firing.slice(room).map(({ alert }) => alert),
    };
  }

  /** Those that fire, the latest first, so many at most and one more: it tells that there are more. */
  async firing(options: {
    heardSince: Date;
    limit: number;
  }): Promise<StoredAlert[]> {
    const rows: AlertRow[] = await this.#knex(ALERTS)
      .whereNull('resolved_at')
      .where('last_seen_at', '>=', options.heardSince)
      .orderBy([{ column: 'starts_at', order: 'desc' }, { column: 'id' }])
      .limit(options.limit + 1);
    return rows.map(toAlert);
  }

  /** Those that ended of late: resolved since a time, or last heard of in a span. */
  async ended(options: {
    resolvedSince: Date;
    unheard: { since: Date; before: Date };
    limit: number;
  }): Promise<StoredAlert[]> {
    const { resolvedSince, unheard, limit } = options;
    const rows: AlertRow[] = await this.#knex(ALERTS)
      .where('resolved_at', '>=', resolvedSince)
      .orWhere(query =>
        query
          .whereNull('resolved_at')
          .where('last_seen_at', '>=', unheard.since)
          .where('last_seen_at', '<', unheard.before),
      )
      .orderBy([{ column: 'last_seen_at', order: 'desc' }, { column: 'id' }])
      .limit(limit);
    return rows.map(toAlert);
  }

  /** Removes what was not heard of since a time, a piece at a time. */
  async removeUnheard(options: {
    since: Date;
    signal: AbortSignal;
  }): Promise<number> {
    let removed = 0;
    while (!options.signal.aborted) {
      const ids: string[] = await this.#knex(ALERTS)
        .where('last_seen_at', '<', options.since)
        .limit(REMOVED_AT_ONCE)
        .pluck('id');
      if (ids.length > 0) {
        removed += await this.#knex(ALERTS)
          .where(inList(this.#knex, 'id', ids))
          .delete();
      }
      if (ids.length < REMOVED_AT_ONCE) {
        break;
      }
    }
    return removed;
  }

  /** How many of so many new ones a source may have, after those that ended longest ago have made room. */
  async #roomFor(
    wanted: number,
    source: string,
    { most, endedBefore }: AlertBounds,
  ): Promise<number> {
    if (wanted === 0) {
      return 0;
    }
    const knex = this.#knex;
    const count = await knex(ALERTS)
      .where({ source })
      .count({ number: '*' })
      .first();
    const over = Number(count?.number ?? 0) + wanted - most;
    if (over <= 0) {
      return wanted;
    }
    const ended = knex(ALERTS)
      .where({ source })
      .where(any =>
        any
          .whereNotNull('resolved_at')
          .orWhere('last_seen_at', '<', endedBefore),
      )
      .orderBy(['last_seen_at', 'id'])
      .limit(over)
      .select('id');
    // What somebody tells of just now is not waited for: that could be a wait in a circle.
    const removed = await knex(ALERTS)
      .where(
        isPostgres(knex)
          ? knex.raw('id = any(array(?))', [ended.forUpdate().skipLocked()])
          : knex.raw('id in (?)', [ended]),
      )
      .delete();
    return Math.max(0, wanted - over + removed);
  }

  async #known(
    source: string,
    fingerprints: readonly string[],
  ): Promise<Map<string, { open: boolean }>> {
    const rows: AlertRow[] = await this.#knex(ALERTS)
      .where({ source })
      .where(inList(this.#knex, 'fingerprint', fingerprints))
      .select('fingerprint', 'starts_at', 'resolved_at');
    return new Map(
      rows.map(row => [keyOf(row), { open: row.resolved_at === null }]),
    );
  }
}

function keyOf(row: Pick<AlertRow, 'fingerprint' | 'starts_at'>): string {
  return `${row.fingerprint}\n${toDate(row.starts_at)!.getTime()}`;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function toRow(source: string, alert: ReceivedAlert, at: Date): AlertRow {
  return withoutNul({
    id: randomUUID(),
    source,
    fingerprint: alert.fingerprint,
    starts_at: alert.startsAt,
    name: alert.name,
    labels: JSON.stringify(alert.labels),
    annotations: JSON.stringify(alert.annotations ?? {}),
    generator_url: alert.generatorUrl ?? null,
    external_url: alert.externalUrl ?? null,
    resolved_at: alert.resolvedAt ?? null,
    received_at: at,
    last_seen_at: at,
  });
}

function toAlert(row: AlertRow): StoredAlert {
  return {
    id: row.id,
    source: row.source,
    fingerprint: row.fingerprint,
    name: row.name,
    labels: JSON.parse(row.labels) as Record<string, string>,
    annotations: JSON.parse(row.annotations) as Record<string, string>,
    startsAt: toDate(row.starts_at)!,
    ...(row.resolved_at !== null && { resolvedAt: toDate(row.resolved_at) }),
    ...(row.generator_url && { generatorUrl: row.generator_url }),
    ...(row.external_url && { externalUrl: row.external_url }),
    receivedAt: toDate(row.received_at)!,
    lastSeenAt: toDate(row.last_seen_at)!,
  };
}
