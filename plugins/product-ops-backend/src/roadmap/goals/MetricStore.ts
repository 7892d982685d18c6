import {
  thinHistory,
  type GoalRef,
  type MetricPoint,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { Page } from '../../database/pages';
import { chunksOf, inList, toDate, withoutNul } from '../../database/sql';
import {
  columns,
  goalKey,
  METRICS,
  showLatest,
  toValue,
  VALUES,
  type StoredMetric,
  type StoredValue,
} from './metricRows';
import { claim, fulfil, letGo, type ItemRequest } from '../itemRequests';

/** What people and services record of one metric. */
const MAX_RECORDED = 5000;
/** What is drawn of one metric. */
const MAX_SERIES = 500;

/** How a value is recorded. */
export type NewValue = Pick<
  StoredValue,
  'value' | 'at' | 'note' | 'source' | 'corrects'
> & { by: string; recordedAt: Date; request?: ItemRequest };

/** What came of it. */
export type ValueCreation =
  | { outcome: 'made' | 'made-before'; id: string }
  | { outcome: 'other-request' | 'full' | 'corrected-before' };

/** Keeps values of metrics, and how reading them went. */
export class MetricStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): MetricStore {
    return new MetricStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What there is of the metrics of some entities, by {@link goalKey}, in one query. */
  async listOfMany(
    entityRefs: readonly string[],
  ): Promise<Map<string, StoredMetric>> {
    const rows = entityRefs.length
      ? await this.#knex(METRICS).where(
          inList(this.#knex, 'entity_ref', entityRefs),
        )
      : [];
    return new Map(
      rows.map(row => [
        goalKey({ entityRef: row.entity_ref, goalId: row.goal_id }),
        {
          value: row.value ?? undefined,
          at: toDate(row.at),
          firstAt: toDate(row.first_at),
          queryHash: row.query_hash ?? undefined,
          checkedAt: toDate(row.checked_at),
          failingSince: toDate(row.failing_since),
          error: row.error ?? undefined,
        },
      ]),
    );
  }

  /** A page of values, the latest moment first, corrected ones too. */
  async list(
    goal: GoalRef,
    page: Page,
  ): Promise<{ values: StoredValue[]; total: number }> {
    const matching = this.#knex(VALUES).where(columns(goal));
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'recorded_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return { values: rows.map(toValue), total: Number(count?.number ?? 0) };
  }

  /** What is drawn: the values that count, thinned by age, the oldest first. */
  async series(goal: GoalRef, now: Date): Promise<MetricPoint[]> {
    const rows = await this.#knex(VALUES)
      .where(columns(goal))
      .whereNull('corrected_by')
      .orderBy(['at', 'recorded_at', 'id'])
      .select('at', 'value');
    return thinHistory(
      rows.map(row => ({
        at: toDate(row.at)!.toISOString(),
        value: Number(row.value),
      })),
      { now: now.toISOString(), max: MAX_SERIES },
    );
  }

  async find(goal: GoalRef, id: string): Promise<StoredValue | undefined> {
    const row = await this.#knex(VALUES)
      .where({ ...columns(goal), id })
      .first();
    return row && toValue(row);
  }

  /** Records a value, once for each request; a corrected one stays, and counts no more. */
  async add(goal: GoalRef, wanted: NewValue): Promise<ValueCreation> {
    const { request, by, recordedAt } = wanted;
    const who = { by, at: recordedAt, entityRef: goal.entityRef };
    return this.#knex.transaction(async trx => {
      const before = request && (await claim(trx, request, who));
      if (before) {
        return before.itemId === undefined
          ? { outcome: 'other-request' }
          : { outcome: 'made-before', id: before.itemId };
      }
      const failed = async (outcome: 'full' | 'corrected-before') => {
        if (request) {
          await letGo(trx, request, who);
        }
        return { outcome };
      };
      const count = await trx(VALUES)
        .where(columns(goal))
        .whereIn('source', ['person', 'service'])
        .count({ number: '*' })
        .first();
      if (Number(count?.number ?? 0) >= MAX_RECORDED) {
        return failed('full');
      }
      const id = randomUUID();
      if (wanted.corrects) {
        const corrected = await trx(VALUES)
          .where({ ...columns(goal), id: wanted.corrects })
          .whereNull('corrected_by')
          .update({ corrected_by: id });
        if (corrected === 0) {
          return failed('corrected-before');
        }
      }
      await trx(VALUES).insert(
        withoutNul({
          id,
          ...columns(goal),
          value: wanted.value,
          at: wanted.at,
          note: wanted.note ?? null,
          source: wanted.source,
          recorded_by: by,
          recorded_at: recordedAt,
          corrects: wanted.corrects ?? null,
          corrected_by: null,
        }),
      );
      await showLatest(trx, goal);
      if (request) {
        await fulfil(trx, request, { by, itemId: id });
      }
      return { outcome: 'made', id };
    });
  }

  /** Keeps what a source answered, and thins what it answered before. */
  async readSucceeded(
    goal: GoalRef,
    read: {
      value: number;
      at: Date;
      source: string;
      queryHash: string;
      now: Date;
    },
  ): Promise<void> {
    const { source, now } = read;
    await this.#knex.transaction(async trx => {
      const rows = await trx(VALUES)
        .where({ ...columns(goal), source })
        .whereNull('corrected_by')
        .orderBy(['at', 'recorded_at', 'id'])
        .select('id', 'at', 'value');
      const id = randomUUID();
      const points = [
        ...rows
          .map(row => ({
            id: String(row.id),
            at: toDate(row.at)!.toISOString(),
            value: Number(row.value),
          }))
          .filter(({ at }) => at !== read.at.toISOString()),
        { id, at: read.at.toISOString(), value: read.value },
      ];
      const kept = new Set(
        thinHistory(points, { now: now.toISOString() }).map(point =>
          'id' in point ? String(point.id) : '',
        ),
      );
      const gone = rows.map(row => row.id).filter(one => !kept.has(one));
      for (const chunk of chunksOf(gone, 500)) {
        await trx(VALUES).whereIn('id', chunk).delete();
      }
      await trx(VALUES).insert({
        id,
        ...columns(goal),
        value: read.value,
        at: read.at,
        note: null,
        source,
        recorded_by: null,
        recorded_at: now,
        corrects: null,
        corrected_by: null,
      });
      await showLatest(trx, goal);
      await trx(METRICS).where(columns(goal)).update({
        query_hash: read.queryHash,
        checked_at: now,
        failing_since: null,
        error: null,
      });
    });
  }

  /** Keeps that a source did not answer: the last value stays. */
  async readFailed(
    goal: GoalRef,
    read: { error: string; queryHash: string; now: Date },
  ): Promise<void> {
    const { error, queryHash, now } = read;
    await this.#knex.transaction(async trx => {
      await trx(METRICS)
        .insert(columns(goal))
        .onConflict(['entity_ref', 'goal_id'])
        .ignore();
      const before = await trx(METRICS).where(columns(goal)).first();
      await trx(METRICS)
        .where(columns(goal))
        .update(
          withoutNul({
            error,
            query_hash: queryHash,
            checked_at: now,
            failing_since:
              before?.query_hash === queryHash && before.failing_since
                ? before.failing_since
                : now,
          }),
        );
    });
  }
}
