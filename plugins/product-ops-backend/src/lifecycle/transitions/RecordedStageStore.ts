import {
  stageRank,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { chunksOf, inList } from '../../database/sql';
import { raiseVersion } from '../../directory/raiseVersion';
import { ENTITIES } from '../../directory/tables';
import { markForEvaluation } from '../pending';
import type { RecordedStages } from '../ports';

const RECORDED = 'lifecycle_recorded_stages';
const CHUNK = 1000;

/**
 * Keeps the stages of entities that declare none in a file. The directory shows them as the stage of its rows, so that
 * lists, lenses and overviews need not know where a stage comes from.
 */
export class RecordedStageStore implements RecordedStages {
  readonly #knex: Knex;
  readonly #stages: readonly StageDefinition[];

  static create(options: {
    knex: Knex;
    stages: readonly StageDefinition[];
  }): RecordedStageStore {
    return new RecordedStageStore(options);
  }

  private constructor(options: {
    knex: Knex;
    stages: readonly StageDefinition[];
  }) {
    this.#knex = options.knex;
    this.#stages = options.stages;
  }

  async of(refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const chunk of chunksOf([...new Set(refs)], CHUNK)) {
      const rows = await this.#knex(RECORDED)
        .select('entity_ref', 'stage')
        .where(inList(this.#knex, 'entity_ref', chunk));
      rows.forEach(row => found.set(row.entity_ref, row.stage));
    }
    return found;
  }

  /** Has an entity enter a stage, at once for all who look. */
  async enter(
    trx: Knex,
    move: { entityRef: string; stage: string; transition: string; at: Date },
  ): Promise<void> {
    const columns = {
      stage: move.stage,
      transition_id: move.transition,
      at: move.at,
    };
    await trx(RECORDED)
      .insert({ entity_ref: move.entityRef, ...columns })
      .onConflict('entity_ref')
      .merge(columns);
    await trx(ENTITIES)
      .where({ entity_ref: move.entityRef })
      .update({ changed_version: await raiseVersion(trx) });
    await this.show(trx, [move.entityRef]);
    await markForEvaluation(trx, [move.entityRef]);
  }

  /** Shows the stages of entities in their rows, which were written from the catalog. */
  async show(trx: Knex, refs: readonly string[]): Promise<void> {
    for (const chunk of chunksOf(refs, CHUNK)) {
      const rows: Array<{ entity_ref: string; stage: string }> = await trx(
        `${RECORDED} as r`,
      )
        .join(`${ENTITIES} as e`, 'e.entity_ref', 'r.entity_ref')
        .where(inList(trx, 'r.entity_ref', chunk))
        .whereNull('e.declared_lifecycle')
        .select('r.entity_ref', 'r.stage');
      for (const { entity_ref, stage } of rows) {
        await trx(ENTITIES)
          .where({ entity_ref })
          .update({
            stage,
            // A stage that is configured no more comes after all others.
            stage_rank: stageRank(stage, this.#stages) ?? this.#stages.length,
          });
      }
    }
  }
}
