import type { SunsetDates } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { Page } from '../../database/pages';
import { inList, toDate, withoutNul } from '../../database/sql';
import { keepToEntities } from '../../ownership/visibleEntities';

export const PLANS = 'sunset_plans';
const CHANGES = 'sunset_changes';

/** A sunset plan, as it is kept. Times are ISO 8601 in UTC. */
export interface StoredPlan extends SunsetDates {
  id: string;
  version: number;
  entityRef: string;
  active: boolean;
  successorRef?: string;
  message?: string;
  begunBy: string;
  begunAt: string;
  /** Since when the entity is not in the catalog. */
  leftAt?: string;
  /** The last change or the end; by nobody when the suite ended it. */
  last?: { event: 'changed' | 'ended'; by?: string; at: string; text?: string };
}

type Row = { [column: string]: string | number | boolean | Date | null };

/** Keeps sunset plans, and how they began, changed and ended. */
export class SunsetStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): SunsetStore {
    return new SunsetStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One page of plans, the earliest end of life first, and how many match. */
  async list(options: {
    filter: { entities?: readonly string[]; active?: boolean };
    page: Page;
  }): Promise<{ plans: StoredPlan[]; total: number }> {
    const { entities, active } = options.filter;
    const matching = this.#knex(PLANS);
    keepToEntities(this.#knex, matching, entities);
    if (active === true) {
      matching.whereNotNull('open_entity');
    } else if (active === false) {
      matching.whereNull('open_entity');
    }
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy(['end_of_life', 'id'])
        .offset(options.page.offset)
        .limit(options.page.limit),
    ]);
    return {
      plans: await this.#withChanges(rows),
      total: Number(count?.number ?? 0),
    };
  }

  async get(id: string): Promise<StoredPlan | undefined> {
    const [plan] = await this.getMany([id]);
    return plan;
  }

  async getMany(ids: readonly string[]): Promise<StoredPlan[]> {
    return this.#withChanges(
      await this.#knex(PLANS).where(inList(this.#knex, 'id', ids)),
    );
  }

  /** The plan of an entity that is in force. */
  async active(
    entityRef: string,
    trx: Knex = this.#knex,
  ): Promise<StoredPlan | undefined> {
    const [plan] = await this.#withChanges(
      await trx(PLANS).where({ open_entity: entityRef }),
      trx,
    );
    return plan;
  }

  /** Plans that are in force, by entity. */
  async listActive(limit: number, after: string): Promise<StoredPlan[]> {
    return this.#withChanges(
      await this.#knex(PLANS)
        .where('open_entity', '>', after)
        .orderBy('open_entity')
        .limit(limit),
    );
  }

  /** Keeps a new plan; false when the entity has one: then nothing is kept. */
  async begin(trx: Knex, plan: StoredPlan): Promise<boolean> {
    const rows = await trx(PLANS)
      .insert(
        withoutNul({
          ...columnsOf(plan),
          id: plan.id,
          version: plan.version,
          entity_ref: plan.entityRef,
          open_entity: plan.entityRef,
          begun_by: plan.begunBy,
          begun_at: new Date(plan.begunAt),
        }),
      )
      .onConflict('open_entity')
      .ignore()
      .returning('id');
    if (rows.length === 0) {
      return false;
    }
    await addChange(trx, plan, {
      event: 'begun',
      by: plan.begunBy,
      at: plan.begunAt,
      text: plan.message,
    });
    return true;
  }

  /** Keeps a change or the end of a plan; false when it has changed since it was seen: then nothing is kept. */
  async change(
    trx: Knex,
    seen: Pick<StoredPlan, 'id' | 'version'>,
    next: StoredPlan,
  ): Promise<boolean> {
    const changed = await trx(PLANS)
      .where({ id: seen.id, version: seen.version })
      .whereNotNull('open_entity')
      .update(
        withoutNul({
          ...columnsOf(next),
          version: next.version,
          open_entity: next.active ? next.entityRef : null,
        }),
      );
    if (changed > 0 && next.last) {
      await addChange(trx, next, next.last);
    }
    return changed > 0;
  }

  /** Keeps since when the entity of a plan is not in the catalog; nothing when it is there again. */
  async keepLeft(id: string, leftAt: Date | undefined): Promise<void> {
    await this.#knex(PLANS)
      .where({ id })
      .update({ left_at: leftAt ?? null });
  }

  async #withChanges(
    rows: readonly Row[],
    trx: Knex = this.#knex,
  ): Promise<StoredPlan[]> {
    if (rows.length === 0) {
      return [];
    }
    const changes: Row[] = await trx(`${CHANGES} as c`)
      .join(`${PLANS} as p`, 'p.id', 'c.plan_id')
      .whereRaw('c.version = p.version')
      .whereNot('c.event', 'begun')
      .where(
        inList(
          trx,
          'c.plan_id',
          rows.map(({ id }) => String(id)),
        ),
      )
      .select('c.*');
    return rows.map(row =>
      toPlan(
        row,
        changes.find(({ plan_id }) => plan_id === row.id),
      ),
    );
  }
}

function columnsOf(plan: StoredPlan) {
  return {
    successor_ref: plan.successorRef ?? null,
    end_of_sale: plan.endOfSale ?? null,
    end_of_support: plan.endOfSupport ?? null,
    end_of_life: plan.endOfLife,
    message: plan.message ?? null,
  };
}

async function addChange(
  trx: Knex,
  plan: StoredPlan,
  change: { event: string; by?: string; at: string; text?: string },
): Promise<void> {
  await trx(CHANGES).insert(
    withoutNul({
      id: randomUUID(),
      plan_id: plan.id,
      version: plan.version,
      entity_ref: plan.entityRef,
      event: change.event,
      changed_by: change.by ?? null,
      at: new Date(change.at),
      text: change.text ?? null,
      end_of_life: plan.endOfLife,
    }),
  );
}

function moment(value: Row[string]): string | undefined {
  return toDate(value as Date | string | number | null)?.toISOString();
}

function toPlan(row: Row, change?: Row): StoredPlan {
  const leftAt = moment(row.left_at);
  return {
    id: String(row.id),
    version: Number(row.version),
    entityRef: String(row.entity_ref),
    active: row.open_entity !== null,
    ...(row.successor_ref && { successorRef: String(row.successor_ref) }),
    ...(row.end_of_sale && { endOfSale: String(row.end_of_sale) }),
    ...(row.end_of_support && { endOfSupport: String(row.end_of_support) }),
    endOfLife: String(row.end_of_life),
    ...(row.message && { message: String(row.message) }),
    begunBy: String(row.begun_by),
    begunAt: moment(row.begun_at)!,
    ...(leftAt && { leftAt }),
    ...(change && {
      last: {
        event: change.event === 'ended' ? 'ended' : 'changed',
        ...(change.changed_by && { by: String(change.changed_by) }),
        at: moment(change.at)!,
        ...(change.text && { text: String(change.text) }),
      },
    }),
  };
}
