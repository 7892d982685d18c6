import type { DrillPlan } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { inList, toDate, withoutNul } from '../../database/sql';

export const PLANS = 'drill_plans';
const MOST = 100;

/** A drill that is to be, as it is kept. */
export interface StoredPlan {
  id: string;
  request: string;
  entityRef: string;
  runbookId?: string;
  day: string;
  note?: string;
  by: string;
  at: Date;
  version: number;
  state: DrillPlan['state'];
  runId?: string;
}

interface PlanRow {
  id: string;
  request: string;
  entity_ref: string;
  runbook_id: string | null;
  day: string;
  note: string | null;
  planned_by: string;
  planned_at: Date | string | number;
  version: number;
  state: DrillPlan['state'];
  run_id: string | null;
}

/** The drills that are planned. */
export class DrillPlanStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DrillPlanStore {
    return new DrillPlanStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(id: string): Promise<StoredPlan | undefined> {
    const row: PlanRow | undefined = await this.#knex(PLANS)
      .where({ id })
      .first();
    return row && toPlan(row);
  }

  /** Those of an entity that are planned, the earliest first. */
  async planned(entityRef: string): Promise<StoredPlan[]> {
    const rows: PlanRow[] = await this.#knex(PLANS)
      .where({ entity_ref: entityRef, state: 'planned' })
      .orderBy(['day', 'id'])
      .limit(MOST);
    return rows.map(toPlan);
  }

  /** The day of the next planned drill of each of some entities. */
  async nextDays(refs: readonly string[]): Promise<Map<string, string>> {
    const rows: Array<{ entity_ref: string; day: string }> = await this.#knex(
      PLANS,
    )
      .where(inList(this.#knex, 'entity_ref', refs))
      .where({ state: 'planned' })
      .groupBy('entity_ref')
      .select('entity_ref')
      .min({ day: 'day' });
    return new Map(rows.map(({ entity_ref: ref, day }) => [ref, day]));
  }

  /** Keeps a plan, and gives what has its id: another one where the id was taken. */
  async add(plan: StoredPlan): Promise<StoredPlan> {
    await this.#knex(PLANS)
      .insert(
        withoutNul({
          id: plan.id,
          request: plan.request,
          entity_ref: plan.entityRef,
          runbook_id: plan.runbookId ?? null,
          day: plan.day,
          note: plan.note ?? null,
          planned_by: plan.by,
          planned_at: plan.at,
          version: plan.version,
          state: plan.state,
          run_id: null,
        }),
      )
      .onConflict('id')
      .ignore();
    return (await this.find(plan.id))!;
  }

  /** Changes a plan that is in a version and planned; says whether it was. */
  async change(
    id: string,
    version: number,
    change: {
      day?: string;
      note?: string;
      state?: 'cancelled';
      /** Who changes it. */
      by: string;
    },
  ): Promise<boolean> {
    const { by, ...fields } = change;
    const changed = await this.#knex(PLANS)
      .where({ id, version, state: 'planned' })
      .update(
        withoutNul({
          ...fields,
          ...(fields.day !== undefined && { day_by: by }),
          version: version + 1,
        }),
      );
    return changed > 0;
  }
}

/**
 * The earliest plan that names the runbook of a drill, or none, is done by the drill, in the transaction that closes it.
 */
export async function fulfilPlan(
  trx: Knex,
  drill: { entityRef: string; runbookId: string; runId: string },
): Promise<void> {
  const plan: PlanRow | undefined = await trx(PLANS)
    .where({ entity_ref: drill.entityRef, state: 'planned' })
    .where(of =>
      of.whereNull('runbook_id').orWhere({ runbook_id: drill.runbookId }),
    )
    .orderBy(['day', 'id'])
    .forUpdate()
    .first();
  if (plan) {
    await trx(PLANS)
      .where({ id: plan.id })
      .update({
        state: 'done',
        run_id: drill.runId,
        version: plan.version + 1,
      });
  }
}

function toPlan(row: PlanRow): StoredPlan {
  return {
    id: row.id,
    request: row.request,
    entityRef: row.entity_ref,
    ...(row.runbook_id && { runbookId: row.runbook_id }),
    day: row.day,
    ...(row.note && { note: row.note }),
    by: row.planned_by,
    at: toDate(row.planned_at)!,
    version: row.version,
    state: row.state,
    ...(row.run_id && { runId: row.run_id }),
  };
}
