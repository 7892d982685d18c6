import {
  stageChangeSeen,
  stageOf,
  type StageChangeCause,
  type StageChangeOrigin,
  type StageChangeRecord,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { chunksOf, inList, toDate } from '../../database/sql';

const HISTORY = 'lifecycle_history';
const CHUNK = 200;
const MAX_CHANGES = 1000;
const MAX_ATTEMPTS = 5;

/** An entity that is seen in a stage. */
export interface SeenStage {
  entityRef: string;
  /** Nothing when it is in none. */
  stage?: string;
  /** Why, where the suite knows. */
  cause?: StageChangeCause;
  /** The transition that is completed by it. */
  transition?: string;
  at: Date;
}

/** Keeps every change of every stage. It only ever adds. */
export class StageHistory {
  readonly #knex: Knex;
  readonly #stages: readonly StageDefinition[];

  static create(options: {
    knex: Knex;
    rules: { stages: readonly StageDefinition[] };
  }): StageHistory {
    return new StageHistory(options);
  }

  private constructor(options: Parameters<typeof StageHistory.create>[0]) {
    this.#knex = options.knex;
    this.#stages = options.rules.stages;
  }

  /** Adds what it does not have yet. Of two that see the same at the same moment, one adds it. */
  async see(trx: Knex, seen: readonly SeenStage[]): Promise<void> {
    let left = seen;
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt === MAX_ATTEMPTS) {
        throw new ConflictError(
          `The history of ${left[0].entityRef} is being written by too many at once`,
        );
      }
      const added = await this.#add(trx, left);
      // Who came too late looks again at what is there now.
      left = left.filter(({ entityRef }) => added.get(entityRef) === false);
    }
  }

  /** Adds what is not there; false for those for which another one was faster. */
  async #add(
    trx: Knex,
    seen: readonly SeenStage[],
  ): Promise<Map<string, boolean>> {
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
    const added = new Map<string, boolean>();
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
      chunk.forEach(({ entityRef }) =>
        added.set(entityRef, refs.has(entityRef)),
      );
    }
    return added;
  }

  /** What brought some entities where they are, and since when they are there, by entity. */
  async lastOf(
    entityRefs: readonly string[],
  ): Promise<Map<string, StageChangeRecord>> {
    const last = await this.#lastOf(this.#knex, entityRefs);
    return new Map([...last].map(([ref, { change }]) => [ref, change]));
  }

  /** The changes of one entity, the first one first; of very many the latest. */
  async of(entityRef: string): Promise<StageChangeRecord[]> {
    const rows = await this.#knex(HISTORY)
      .where({ entity_ref: entityRef })
      .orderBy('place', 'desc')
      .limit(MAX_CHANGES);
    // Two stages may have become one.
    return rows
      .map(row => this.#change(row))
      .reverse()
      .filter(({ to }, place, all) => place === 0 || all[place - 1].to !== to);
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
          change: this.#change(row),
        });
      }
    }
    return found;
  }

  /** A change as it is kept, with stages under the names that they have now. */
  #change(row: Row): StageChangeRecord {
    const { stage: from } = stageOf(row.from_stage ?? undefined, this.#stages);
    const { stage: to } = stageOf(row.to_stage ?? undefined, this.#stages);
    return {
      ...(from && { from }),
      ...(to && { to }),
      at: toDate(row.at)!.toISOString(),
      origin: row.origin,
      ...(row.transition_id && { transition: row.transition_id }),
    };
  }
}

interface Row {
  from_stage: string | null;
  to_stage: string | null;
  at: Date | string | number;
  origin: StageChangeOrigin;
  transition_id: string | null;
}
