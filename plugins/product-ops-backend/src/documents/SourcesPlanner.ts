import type { Knex } from 'knex';
import type { DocumentKind } from './types';
import { markForEvaluation } from '../lifecycle/pending';
import { archiveDeclared } from '../roadmap/DeclaredItems';
import type { WrittenStore } from '../runbooks/authoring/WrittenStore';
import type { RunbooksStore } from '../runbooks/RunbooksStore';

/** What a comparison of the sources with the directory did. */
export interface PlanResult {
  /** Sources that are new, or point elsewhere, or whose entity has changed: they are due now. */
  due: number;
  /** Sources whose entity is gone or declares them no more: what was read from them is deleted, roadmap items archived. */
  gone: number;
}

const COLUMN: Record<DocumentKind, string> = {
  roadmap: 'roadmap_target',
  runbooks: 'runbooks_target',
};
const BATCH = 200;

export interface SourcesPlannerOptions {
  knex: Knex;
  runbooks: RunbooksStore;
  /** What is in force where a file no longer overrules it. */
  written: WrittenStore;
}

/** Brings the list of sources in line with what entities declare. It writes only what differs. */
export class SourcesPlanner {
  readonly #knex: Knex;
  readonly #runbooks: RunbooksStore;
  readonly #written: WrittenStore;

  static create(options: SourcesPlannerOptions): SourcesPlanner {
    return new SourcesPlanner(options);
  }

  private constructor(options: SourcesPlannerOptions) {
    this.#knex = options.knex;
    this.#runbooks = options.runbooks;
    this.#written = options.written;
  }

  async plan(options: { now: Date }): Promise<PlanResult> {
    const result: PlanResult = { due: 0, gone: 0 };
    for (const kind of ['roadmap', 'runbooks'] as const) {
      result.due += await this.#declare(kind, options.now);
      result.gone += await this.#forget(kind, options.now);
    }
    return result;
  }

  async #declare(kind: DocumentKind, now: Date): Promise<number> {
    const column = COLUMN[kind];
    const rows = await this.#knex('directory_entities as e')
      .leftJoin('documents_sources as s', join =>
        join.on('s.entity_ref', 'e.entity_ref').andOnVal('s.kind', '=', kind),
      )
      .whereNotNull(`e.${column}`)
      .andWhere(differs =>
        differs
          .whereNull('s.entity_ref')
          .orWhereRaw('s.entity_etag <> e.etag')
          .orWhereRaw('s.target <> e.??', [column])
          .orWhereRaw(`s.location <> coalesce(e.location_ref, '')`)
          .orWhereRaw(`s.origin <> coalesce(e.origin_ref, '')`)
          .orWhereNotNull('s.missing_since'),
      )
      .select({
        ref: 'e.entity_ref',
        target: `e.${column}`,
        location: 'e.location_ref',
        origin: 'e.origin_ref',
        etag: 'e.etag',
        known: 's.entity_ref',
        oldTarget: 's.target',
        oldLocation: 's.location',
        oldOrigin: 's.origin',
      });
    for (let at = 0; at < rows.length; at += BATCH) {
      await this.#knex.transaction(async trx => {
        for (const row of rows.slice(at, at + BATCH)) {
          await declareOne(trx, kind, row, now);
        }
      });
    }
    return rows.length;
  }

  /**
   * An entity whose row says that it declares nothing any more is believed at once. One whose row is missing is not:
   * while the directory is made anew, rows of the living are missing too. It must be missing still when another
   * refresh was both begun and completed, which is so when two more are complete.
   */
  async #forget(kind: DocumentKind, now: Date): Promise<number> {
    const { generation } = (await this.#knex('directory_state').first()) ?? {
      generation: 0,
    };
    const missing = () =>
      this.#knex('documents_sources as s')
        .leftJoin('directory_entities as e', 'e.entity_ref', 's.entity_ref')
        .where('s.kind', kind)
        .whereNull('e.entity_ref');
    const [silent, gone, missed] = await Promise.all([
      this.#knex('documents_sources as s')
        .join('directory_entities as e', 'e.entity_ref', 's.entity_ref')
        .where('s.kind', kind)
        .whereNull(`e.${COLUMN[kind]}`)
        .pluck<string[]>('s.entity_ref'),
      missing()
        .where('s.missing_since', '<=', generation - 2)
        .pluck<string[]>('s.entity_ref'),
      missing().whereNull('s.missing_since').pluck<string[]>('s.entity_ref'),
    ]);
    for (let at = 0; at < missed.length; at += BATCH) {
      await this.#knex('documents_sources')
        .where({ kind })
        .whereIn('entity_ref', missed.slice(at, at + BATCH))
        .update({ missing_since: generation });
    }
    return this.#delete(kind, [...silent, ...gone], now);
  }

  async #delete(
    kind: DocumentKind,
    gone: string[],
    now: Date,
  ): Promise<number> {
    for (let at = 0; at < gone.length; at += BATCH) {
      const refs = gone.slice(at, at + BATCH);
      await this.#knex.transaction(async trx => {
        if (kind === 'roadmap') {
          await archiveDeclared(trx, refs, now);
        } else {
          await this.#runbooks.removeDeclared(trx, refs);
          await this.#written.putInForce(trx, refs);
        }
        await trx('documents_sources')
          .where({ kind })
          .whereIn('entity_ref', refs)
          .delete();
        await trx('overview_summaries')
          .whereIn('entity_ref', refs)
          .update({ input_hash: '' });
        await markForEvaluation(trx, refs);
      });
    }
    return gone.length;
  }
}

async function declareOne(
  trx: Knex,
  kind: DocumentKind,
  row: {
    ref: string;
    target: string;
    location: string | null;
    origin: string | null;
    etag: string;
    known: string | null;
    oldTarget: string | null;
    oldLocation: string | null;
    oldOrigin: string | null;
  },
  now: Date,
): Promise<void> {
  const location = row.location ?? '';
  const origin = row.origin ?? '';
  const moved =
    row.oldTarget !== row.target ||
    row.oldLocation !== location ||
    row.oldOrigin !== origin;
  if (!row.known) {
    await trx('documents_sources')
      .insert({
        entity_ref: row.ref,
        kind,
        target: row.target,
        location,
        origin,
        state: 'pending',
        entity_etag: row.etag,
        next_read_at: now,
        errors: '[]',
      })
      // Another instance may have been faster.
      .onConflict(['entity_ref', 'kind'])
      .ignore();
  } else {
    await trx('documents_sources')
      .where({ entity_ref: row.ref, kind })
      .update({
        target: row.target,
        location,
        origin,
        missing_since: null,
        entity_etag: row.etag,
        next_read_at: now,
        attempts: 0,
        // At another place, the old etag says nothing.
        ...(moved && {
          source_etag: null,
          url: null,
          edit_url: null,
          claimed_until: null,
          claim: null,
        }),
      });
  }
  await trx('overview_summaries')
    .where({ entity_ref: row.ref })
    .update({ input_hash: '' });
  await markForEvaluation(trx, [row.ref]);
}
