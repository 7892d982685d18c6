import type { JsonObject } from '@backstage/types';
import type {
  RoadmapSourceEntity,
  RoadmapSourceProblem,
} from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { toDate, withoutNul } from '../../database/sql';

export const SOURCES = 'roadmap_sources';
const MAX_NOTES = 100;
const MAX_MEMORY = 100_000;

type Time = Date | string | number | null;

export interface SourceRow {
  entity_ref: string;
  source: string;
  entity: string;
  state: StoredSource['state'];
  memory: string | null;
  target: string | null;
  url: string | null;
  read_at: Time;
  good_at: Time;
  next_read_at: Time;
  claimed_until: Time;
  claim: string | null;
  attempts: number;
  problem: string | null;
  notes: string;
  note_count: number;
}

/** Something to say of a read: about one item, or about all of it. */
export interface SourceNote extends RoadmapSourceProblem {
  itemId?: string;
}

/** How reading the items of an entity from another system went. */
export interface StoredSource {
  entityRef: string;
  source: string;
  state: 'pending' | 'ok' | 'stale' | 'failed';
  target?: string;
  url?: string;
  readAt?: Date;
  goodAt?: Date;
  nextReadAt?: Date;
  problem?: RoadmapSourceProblem;
  notes: SourceNote[];
  noteCount: number;
}

/** One that its reader has for itself until the claim ends. */
export interface ClaimedSource {
  entityRef: string;
  source: string;
  entity: RoadmapSourceEntity;
  /** The entity as it was claimed, to tell whether it has changed meanwhile. */
  entityText: string;
  claim: string;
  memory?: JsonObject;
  goodAt?: Date;
  attempts: number;
}

/** How a read went. What is absent stays as it was. */
export interface SourceOutcome {
  readAt: Date;
  nextReadAt: Date;
  state: StoredSource['state'];
  attempts: number;
  goodAt?: Date;
  memory?: JsonObject;
  target?: string;
  url?: string;
  /** Nothing when the read went well. */
  problem?: RoadmapSourceProblem;
  notes?: readonly SourceNote[];
}

/** What is read from other systems: for which entities, when it is due, and how it went. */
export class SourceStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): SourceStore {
    return new SourceStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** How reading for one entity stands, by the ids of sources. */
  async list(entityRef: string): Promise<StoredSource[]> {
    const rows: SourceRow[] = await this.#knex(SOURCES)
      .where({ entity_ref: entityRef })
      .orderBy('source');
    return rows.map(toStored);
  }

  /** What is due and nobody is reading, the longest due first. */
  async listDue(options: {
    now: Date;
    sources: readonly string[];
    limit: number;
  }): Promise<Array<{ entityRef: string; source: string }>> {
    const rows: SourceRow[] = await this.#due(options.now)
      .whereIn('source', [...options.sources])
      .orderBy(['next_read_at', 'entity_ref', 'source'])
      .limit(options.limit);
    return rows.map(row => ({ entityRef: row.entity_ref, source: row.source }));
  }

  /** Takes what is due for oneself. Gives nothing when another instance was faster, or it is not due any more. */
  async claim(
    due: { entityRef: string; source: string },
    options: { now: Date; until: Date },
  ): Promise<ClaimedSource | undefined> {
    const key = { entity_ref: due.entityRef, source: due.source };
    const claim = randomUUID();
    const taken = await this.#due(options.now)
      .where(key)
      .update({ claimed_until: options.until, claim });
    if (taken === 0) {
      return undefined;
    }
    const row: SourceRow | undefined = await this.#knex(SOURCES)
      .where({ ...key, claim })
      .first();
    return (
      row && {
        entityRef: row.entity_ref,
        source: row.source,
        entity: JSON.parse(row.entity) as RoadmapSourceEntity,
        entityText: row.entity,
        claim,
        ...(row.memory && { memory: JSON.parse(row.memory) as JsonObject }),
        goodAt: toDate(row.good_at),
        attempts: row.attempts,
      }
    );
  }

  /**
   * Keeps how a read went and ends the claim.
   *
   * @returns false when the claim ran out and another instance has it, or the entity is gone: then nothing of the read
   *   counts.
   */
  async finish(
    trx: Knex,
    source: ClaimedSource,
    outcome: SourceOutcome,
  ): Promise<boolean> {
    const { memory, problem, notes, target, url, goodAt } = outcome;
    const text = memory && JSON.stringify(memory);
    const changed = await trx(SOURCES)
      .where(claimed(source))
      .update(
        withoutNul({
          claimed_until: null,
          claim: null,
          read_at: outcome.readAt,
          state: outcome.state,
          attempts: outcome.attempts,
          // When the entity has changed meanwhile, it stays due.
          next_read_at: trx.raw(
            'case when entity = ? then ? else next_read_at end',
            [source.entityText, trx.raw('?', [outcome.nextReadAt])],
          ),
          problem: problem ? JSON.stringify(problem) : null,
          ...(goodAt && { good_at: goodAt }),
          ...(text && { memory: text.length > MAX_MEMORY ? null : text }),
          ...(target && { target }),
          ...(url && { url }),
          ...(notes && {
            notes: JSON.stringify(notes.slice(0, MAX_NOTES)),
            note_count: notes.length,
          }),
        }),
      );
    return changed > 0;
  }

  /** Gives one back unread, so that it is due as before. */
  async release(source: ClaimedSource): Promise<void> {
    await this.#knex(SOURCES)
      .where(claimed(source))
      .update({ claimed_until: null, claim: null });
  }

  #due(now: Date) {
    return this.#knex(SOURCES)
      .where('next_read_at', '<=', now)
      .andWhere(free =>
        free.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
      );
  }
}

function claimed({ entityRef, source, claim }: ClaimedSource) {
  return { entity_ref: entityRef, source, claim };
}

function toStored(row: SourceRow): StoredSource {
  const readAt = toDate(row.read_at);
  const goodAt = toDate(row.good_at);
  return {
    entityRef: row.entity_ref,
    source: row.source,
    state: row.state,
    ...(row.target && { target: row.target }),
    ...(row.url && { url: row.url }),
    ...(readAt && { readAt }),
    ...(goodAt && { goodAt }),
    nextReadAt: toDate(row.next_read_at),
    ...(row.problem && {
      problem: JSON.parse(row.problem) as RoadmapSourceProblem,
    }),
    notes: JSON.parse(row.notes) as SourceNote[],
    noteCount: row.note_count,
  };
}
