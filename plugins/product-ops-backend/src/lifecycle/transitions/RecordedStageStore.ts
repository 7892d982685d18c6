import {
  stageOf,
  stageRank,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { chunksOf, inList } from '../../database/sql';
import { lockDirectory } from '../../directory/lockDirectory';
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
      rows.forEach(row =>
        found.set(row.entity_ref, this.#configured(row.stage)),
      );
    }
    return found;
  }

  /**
   * Whether an entity declares nothing and is in a certain stage. It stays so until the end of the transaction: whatever
   * writes the directory waits for it.
   */
  async isIn(
    trx: Knex,
    entityRef: string,
    stage: string | undefined,
  ): Promise<boolean> {
    await lockDirectory(trx);
    const row = await trx(ENTITIES)
      .where({ entity_ref: entityRef })
      .select('stage', 'declared_lifecycle')
      .first();
    return (
      row !== undefined &&
      row.declared_lifecycle === null &&
      (row.stage ?? undefined) === stage
    );
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
    await this.#showAnew(trx, [move.entityRef]);
    await markForEvaluation(trx, [move.entityRef]);
  }

  /** Shows the stages of entities in their rows, which were written from the catalog. */
  async show(trx: Knex, refs: readonly string[]): Promise<void> {
    for (const chunk of chunksOf(refs, CHUNK)) {
      for (const { entityRef, columns } of await this.#otherwise(
        trx,
        inList(trx, 'r.entity_ref', chunk),
      )) {
        await trx(ENTITIES).where({ entity_ref: entityRef }).update(columns);
      }
    }
  }

  /** Shows the stages of all entities as they are configured now; gives how many were shown otherwise before. */
  async showAll(): Promise<number> {
    return this.#knex.transaction(async trx => {
      await lockDirectory(trx);
      const others = await this.#otherwise(trx, trx.raw('1 = 1'));
      if (others.length > 0) {
        await this.#showAnew(
          trx,
          others.map(({ entityRef }) => entityRef),
        );
      }
      return others.length;
    });
  }

  /** Shows stages in a new version of the directory, so that all who follow it learn of them. */
  async #showAnew(trx: Knex, refs: readonly string[]): Promise<void> {
    const version = await raiseVersion(trx);
    for (const chunk of chunksOf(refs, CHUNK)) {
      await trx(ENTITIES)
        .where(inList(trx, 'entity_ref', chunk))
        .update({ changed_version: version });
    }
    await this.show(trx, refs);
  }

  /** Entities of which the row shows another stage than the one that is recorded. */
  async #otherwise(
    trx: Knex,
    which: Knex.Raw,
  ): Promise<
    Array<{ entityRef: string; columns: { stage: string; stage_rank: number } }>
  > {
    const rows = await trx(`${RECORDED} as r`)
      .join(`${ENTITIES} as e`, 'e.entity_ref', 'r.entity_ref')
      .where(which)
      .whereNull('e.declared_lifecycle')
      .select('r.entity_ref', 'r.stage', 'e.stage as shown', 'e.stage_rank');
    return rows.flatMap(row => {
      const stage = this.#configured(row.stage);
      // A stage that is configured no more comes after all others.
      const rank = stageRank(stage, this.#stages) ?? this.#stages.length;
      return row.shown === stage && row.stage_rank === rank
        ? []
        : [
            {
              entityRef: row.entity_ref,
              columns: { stage, stage_rank: rank },
            },
          ];
    });
  }

  /** A stage as it is configured now: the one of which it has become an alias, too. */
  #configured(stage: string): string {
    return stageOf(stage, this.#stages).stage ?? stage;
  }
}
