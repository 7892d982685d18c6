import type {
  SunsetAnswer,
  SunsetDates,
  SunsetDependant,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { Page } from '../../database/pages';
import { chunksOf, inList, toDate, withoutNul } from '../../database/sql';

const PLANS = 'sunset_plans';
const CHANGES = 'sunset_changes';
const DEPENDANTS = 'sunset_dependants';
const ANSWERS = 'sunset_answers';
const CHUNK = 200;

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
  /** The last change or the end. */
  last?: { event: 'changed' | 'ended'; by: string; at: string; text?: string };
}

/** A dependant with what its owner said. */
export interface StoredDependant extends SunsetDependant {
  planId: string;
  version: number;
  via?: string;
  dueOn?: string;
  answer?: { answer: SunsetAnswer; note?: string; by: string; at: string };
}

type Row = { [column: string]: string | number | boolean | Date | null };

/** Keeps sunset plans, what depends on what is retired, and what owners said. */
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
    if (entities) {
      matching.where(inList(this.#knex, 'entity_ref', entities));
    }
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

  /** The dependants of plans, by plan. */
  async dependantsOf(
    planIds: readonly string[],
    trx: Knex = this.#knex,
  ): Promise<Map<string, StoredDependant[]>> {
    const rows: Row[] = await trx(DEPENDANTS)
      .where(inList(trx, 'plan_id', planIds))
      .orderBy(['plan_id', 'entity_ref']);
    const found = new Map<string, StoredDependant[]>(
      planIds.map(id => [id, []]),
    );
    rows.forEach(row => found.get(String(row.plan_id))?.push(toDependant(row)));
    return found;
  }

  /** What an entity is a dependant of, in plans that are in force. */
  async dependanciesOf(entityRef: string): Promise<StoredDependant[]> {
    const rows: Row[] = await this.#knex(`${DEPENDANTS} as d`)
      .join(`${PLANS} as p`, 'p.id', 'd.plan_id')
      .where('d.entity_ref', entityRef)
      .whereNotNull('p.open_entity')
      .whereNull('d.gone_at')
      .select('d.*')
      .orderBy(['p.end_of_life', 'p.id'])
      .limit(100);
    return rows.map(toDependant);
  }

  /** Keeps how dependants of a plan have come and gone. What their owners said stays. */
  async follow(
    trx: Knex,
    planId: string,
    changed: ReadonlyArray<SunsetDependant & { via?: string }>,
  ): Promise<void> {
    for (const chunk of chunksOf(changed, CHUNK)) {
      await trx(DEPENDANTS)
        .insert(
          chunk.map(({ ref, since, late, goneAt, via }) => ({
            plan_id: planId,
            entity_ref: ref,
            version: 1,
            via_ref: via ?? null,
            since: new Date(since),
            late,
            gone_at: goneAt ? new Date(goneAt) : null,
          })),
        )
        .onConflict(['plan_id', 'entity_ref'])
        .merge({
          version: trx.raw('??.version + 1', [DEPENDANTS]),
          since: trx.raw('excluded.since'),
          late: trx.raw('excluded.late'),
          gone_at: trx.raw('excluded.gone_at'),
        });
    }
  }

  /** Keeps what an owner said; false when the dependant has changed since it was seen: then nothing is kept. */
  async answer(
    trx: Knex,
    seen: Pick<StoredDependant, 'planId' | 'ref' | 'version'>,
    said: {
      answer: SunsetAnswer;
      note?: string;
      dueOn?: string;
      by: string;
      at: Date;
    },
  ): Promise<boolean> {
    const { answer, note = null, dueOn = null, by, at } = said;
    const changed = await trx(DEPENDANTS)
      .where({
        plan_id: seen.planId,
        entity_ref: seen.ref,
        version: seen.version,
      })
      .whereNull('gone_at')
      .update(
        withoutNul({
          version: seen.version + 1,
          answer,
          note,
          due_on: dueOn,
          answered_by: by,
          answered_at: at,
        }),
      );
    if (changed > 0) {
      await trx(ANSWERS).insert(
        withoutNul({
          id: randomUUID(),
          plan_id: seen.planId,
          entity_ref: seen.ref,
          version: seen.version + 1,
          answer,
          note,
          due_on: dueOn,
          answered_by: by,
          at,
        }),
      );
    }
    return changed > 0;
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
  change: { event: string; by: string; at: string; text?: string },
): Promise<void> {
  await trx(CHANGES).insert(
    withoutNul({
      id: randomUUID(),
      plan_id: plan.id,
      version: plan.version,
      entity_ref: plan.entityRef,
      event: change.event,
      changed_by: change.by,
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
    ...(change && {
      last: {
        event: change.event === 'ended' ? 'ended' : 'changed',
        by: String(change.changed_by),
        at: moment(change.at)!,
        ...(change.text && { text: String(change.text) }),
      },
    }),
  };
}

function toDependant(row: Row): StoredDependant {
  const goneAt = moment(row.gone_at);
  return {
    planId: String(row.plan_id),
    ref: String(row.entity_ref),
    version: Number(row.version),
    ...(row.via_ref && { via: String(row.via_ref) }),
    since: moment(row.since)!,
    late: Boolean(row.late),
    ...(goneAt && { goneAt }),
    ...(row.due_on && { dueOn: String(row.due_on) }),
    ...(row.answer && {
      answer: {
        answer: row.answer as SunsetAnswer,
        ...(row.note && { note: String(row.note) }),
        by: String(row.answered_by),
        at: moment(row.answered_at)!,
      },
    }),
  };
}
