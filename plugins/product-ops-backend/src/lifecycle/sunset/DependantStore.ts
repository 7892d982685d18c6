import type {
  SunsetAnswer,
  SunsetDependant,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf, inList, toDate, withoutNul } from '../../database/sql';
import { PLANS } from './SunsetStore';

const DEPENDANTS = 'sunset_dependants';
const ANSWERS = 'sunset_answers';
const CHUNK = 200;

/** A dependant with what its owner said. */
export interface StoredDependant extends SunsetDependant {
  planId: string;
  version: number;
  via?: string;
  dueOn?: string;
  answer?: { answer: SunsetAnswer; note?: string; by: string; at: string };
}

type Row = { [column: string]: string | number | boolean | Date | null };

/** Keeps what depends on what is retired, and what owners said. */
export class DependantStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DependantStore {
    return new DependantStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The dependants of plans, by plan. */
  async of(
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

  /** One dependant of a plan. */
  async get(planId: string, ref: string): Promise<StoredDependant | undefined> {
    const row: Row | undefined = await this.#knex(DEPENDANTS)
      .where({ plan_id: planId, entity_ref: ref })
      .first();
    return row && toDependant(row);
  }

  /** What an entity is a dependant of, in plans that are in force. */
  async whereDependant(entityRef: string): Promise<StoredDependant[]> {
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

  /**
   * Keeps what an owner said; false when the dependant has changed since it was seen, or the plan has ended: then nothing
   * is kept.
   */
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
    const { answer, note = null, dueOn, by, at } = said;
    const changed = await trx(DEPENDANTS)
      .where({
        plan_id: seen.planId,
        entity_ref: seen.ref,
        version: seen.version,
      })
      .whereNull('gone_at')
      .whereExists(
        trx(PLANS)
          .select('id')
          .where('id', seen.planId)
          .whereNotNull('open_entity'),
      )
      .update(
        withoutNul({
          version: seen.version + 1,
          answer,
          note,
          // Without a day, the one that was agreed stays.
          ...(dueOn && { due_on: dueOn }),
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
          due_on: dueOn ?? null,
          answered_by: by,
          at,
        }),
      );
    }
    return changed > 0;
  }
}

function momentOf(value: Row[string]): string | undefined {
  return toDate(value as Date | string | number | null)?.toISOString();
}

function toDependant(row: Row): StoredDependant {
  const goneAt = momentOf(row.gone_at);
  return {
    planId: String(row.plan_id),
    ref: String(row.entity_ref),
    version: Number(row.version),
    ...(row.via_ref && { via: String(row.via_ref) }),
    since: momentOf(row.since)!,
    late: Boolean(row.late),
    ...(goneAt && { goneAt }),
    ...(row.due_on && { dueOn: String(row.due_on) }),
    ...(row.answer && {
      answer: {
        answer: row.answer as SunsetAnswer,
        ...(row.note && { note: String(row.note) }),
        by: String(row.answered_by),
        at: momentOf(row.answered_at)!,
      },
    }),
  };
}
