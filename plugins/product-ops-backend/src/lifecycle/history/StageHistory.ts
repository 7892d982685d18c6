import {
  stageChangeSeen,
  type StageChangeOrigin,
  type StageChangeRecord,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf, inList, toDate } from '../../database/sql';

const HISTORY = 'lifecycle_history';
const CHUNK = 200;

/** An entity that is seen in a stage. */
export interface SeenStage {
  entityRef: string;
  /** Nothing when it is in none. */
  stage?: string;
  /** Whether the suite knew nothing of it before. */
  first?: boolean;
  /** The transition that is completed by it. */
  transition?: string;
  at: Date;
}

/** Keeps every change of every stage. It only ever adds. */
export class StageHistory {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): StageHistory {
    return new StageHistory(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Adds what it does not have yet. Two that see the same at the same moment add it once.
   *
   * @returns the changes that were added, by entity
   */
  async see(
    trx: Knex,
    seen: readonly SeenStage[],
  ): Promise<Map<string, StageChangeRecord>> {
    const last = await this.#lastOf(
      trx,
      seen.map(({ entityRef }) => entityRef),
    );
    const rows = seen.flatMap(({ entityRef, ...one }) => {
      const before = last.get(entityRef);
      const change = stageChangeSeen(before?.change, {
        ...one,
        at: one.at.toISOString(),
      });
      return change
        ? [{ entityRef, change, place: (before?.place ?? -1) + 1 }]
        : [];
    });
    const added = new Map<string, StageChangeRecord>();
    for (const chunk of chunksOf(rows, CHUNK)) {
      const kept: Array<{ entity_ref: string }> = await trx(HISTORY)
        .insert(
          chunk.map(({ entityRef, change, place }) => ({
            id: randomUUID(),
            entity_ref: entityRef,
            place,
            from_stage: change.from ?? null,
            to_stage: change.to ?? null,
            at: new Date(change.at),
            origin: change.origin,
            transition_id: change.transition ?? null,
          })),
        )
        .onConflict(['entity_ref', 'place'])
        .ignore()
        .returning('entity_ref');
      const refs = new Set(kept.map(({ entity_ref }) => entity_ref));
      chunk
        .filter(({ entityRef }) => refs.has(entityRef))
        .forEach(({ entityRef, change }) => added.set(entityRef, change));
    }
    return added;
  }

  /** What brought some entities where they are, by entity. */
  async originsOf(
    entityRefs: readonly string[],
  ): Promise<Map<string, StageChangeOrigin>> {
    const last = await this.#lastOf(this.#knex, entityRefs);
    return new Map([...last].map(([ref, { change }]) => [ref, change.origin]));
  }

  async #lastOf(
    trx: Knex,
    entityRefs: readonly string[],
  ): Promise<Map<string, { place: number; change: StageChangeRecord }>> {
    const found = new Map<
      string,
      { place: number; change: StageChangeRecord }
    >();
    for (const refs of chunksOf([...new Set(entityRefs)], 1000)) {
      const rows = await trx(`${HISTORY} as h`)
        .where(inList(trx, 'h.entity_ref', refs))
        .whereNotExists(later =>
          later
            .select(trx.raw('1'))
            .from(`${HISTORY} as l`)
            .whereRaw('l.entity_ref = h.entity_ref and l.place > h.place'),
        )
        .select('h.*');
      for (const row of rows) {
        found.set(row.entity_ref, {
          place: row.place,
          change: {
            ...(row.from_stage && { from: row.from_stage }),
            ...(row.to_stage && { to: row.to_stage }),
            at: toDate(row.at)!.toISOString(),
            origin: row.origin,
            ...(row.transition_id && { transition: row.transition_id }),
          },
        });
      }
    }
    return found;
  }
}
