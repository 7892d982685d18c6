import type { FactValue } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { toDate } from '../database/sql';
import { STAGE_CHANGES } from './AssessmentStore';
import { CHECK_CHANGES, FACTS, READINESS } from './EvaluationStore';

const MAX_CHANGES = 1000;

/** What is kept of one entity. */
export interface KeptLifecycle {
  stage?: string;
  stageSince?: Date;
  facts: ReadonlyMap<string, FactValue>;
  /** When the suite looked at it first. */
  firstAt: Date;
}

/** A stage that an entity entered, or nothing when it left the last one. */
export interface KeptStageChange {
  to?: string;
  at: Date;
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
      .select('e.stage', 'e.stage_since', 'e.first_at', 'f.facts')
      .where('e.entity_ref', entityRef)
      .first();
    return (
      row && {
        stage: row.stage ?? undefined,
        stageSince: toDate(row.stage_since),
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

  /** The stages of an entity as the suite saw them, the first one first; of very many the latest. */
  async stageChanges(entityRef: string): Promise<KeptStageChange[]> {
    const rows = await this.#knex(STAGE_CHANGES)
      .select('to_stage', 'at')
      .where({ entity_ref: entityRef })
      .orderBy('at', 'desc')
      .limit(MAX_CHANGES);
    return rows
      .map(row => ({ to: row.to_stage ?? undefined, at: toDate(row.at)! }))
      .reverse();
  }
}
