import type { GoalRef } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { toDate } from '../../database/sql';

export const VALUES = 'roadmap_goal_values';
export const METRICS = 'roadmap_goal_metrics';

/** A value of a metric. */
export interface StoredValue {
  id: string;
  value: number;
  at: Date;
  note?: string;
  /** `person`, `service`, or `prometheus:` with the name of the server. */
  source: string;
  by?: string;
  recordedAt: Date;
  corrects?: string;
  correctedBy?: string;
}

/** What there is of a metric beside what the goal says. */
export interface StoredMetric {
  value?: number;
  at?: Date;
  firstAt?: Date;
  queryHash?: string;
  checkedAt?: Date;
  failingSince?: Date;
  error?: string;
}

/** One text for one goal. */
export function goalKey({ entityRef, goalId }: GoalRef): string {
  return `${goalId}@${entityRef}`;
}

export function columns({ entityRef, goalId }: GoalRef) {
  return { entity_ref: entityRef, goal_id: goalId };
}

export function toValue(row: {
  [column: string]: string | number | Date | null;
}): StoredValue {
  return {
    id: String(row.id),
    value: Number(row.value),
    at: toDate(row.at)!,
    source: String(row.source),
    recordedAt: toDate(row.recorded_at)!,
    ...(row.note && { note: String(row.note) }),
    ...(row.recorded_by && { by: String(row.recorded_by) }),
    ...(row.corrects && { corrects: String(row.corrects) }),
    ...(row.corrected_by && { correctedBy: String(row.corrected_by) }),
  };
}

/** Keeps the latest and the first value at hand, for lists. */
export async function showLatest(trx: Knex, goal: GoalRef): Promise<void> {
  const counting = trx(VALUES).where(columns(goal)).whereNull('corrected_by');
  const latest = await counting
    .clone()
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'recorded_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first();
  const first = await counting.clone().orderBy('at').first();
  await trx(METRICS)
    .insert({
      ...columns(goal),
      value: latest?.value ?? null,
      at: latest?.at ?? null,
      first_at: first?.at ?? null,
    })
    .onConflict(['entity_ref', 'goal_id'])
    .merge(['value', 'at', 'first_at']);
}
