import type { FactValue } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { toDate } from '../database/sql';
import { CHECK_CHANGES, FACTS, READINESS } from './EvaluationStore';

/** What is kept of one entity. */
export interface KeptLifecycle {
  facts: ReadonlyMap<string, FactValue>;
  /** When the suite looked at it first. */
  firstAt: Date;
}

/** Reads what is kept of single entities. */
export class LifecycleStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): LifecycleStore {
    return new LifecycleStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(entityRef: string): Promise<KeptLifecycle | undefined> {
    const row = await this.#knex(`${READINESS} as e`)
      .join(`${FACTS} as f`, 'f.entity_ref', 'e.entity_ref')
      .select('e.first_at', 'f.facts')
      .where('e.entity_ref', entityRef)
      .first();
    return (
      row && {
        facts: new Map(Object.entries(JSON.parse(row.facts))),
        firstAt: toDate(row.first_at)!,
      }
    );
  }

  /** When checks of an entity last changed; one that never did is absent. */
  async checksSince(entityRef: string): Promise<Map<string, Date>> {
    const rows: Array<{ check_id: string; at: Date | string | number }> =
      await this.#knex(CHECK_CHANGES)
        .where({ entity_ref: entityRef })
        .groupBy('check_id')
        .select('check_id', this.#knex.raw('max(at) as at'));
    return new Map(rows.map(row => [row.check_id, toDate(row.at)!]));
  }
}
