import type { Knex } from 'knex';
import type { DocumentKind } from './types';

/** What a comparison of the sources with the directory did. */
export interface PlanResult {
  /** Sources that are new, or point elsewhere, or whose entity has changed: they are due now. */
  due: number;
  /** Sources whose entity is gone or declares them no more: they and what was read from them are deleted. */
  gone: number;
}

const COLUMN: Record<DocumentKind, string> = {
  roadmap: 'roadmap_target',
  runbooks: 'runbooks_target',
};
const CONTENT: Record<DocumentKind, string> = {
  roadmap: 'roadmap_items',
  runbooks: 'runbooks',
};
const BATCH = 200;

/** Brings the list of sources in line with what entities declare. It writes only what differs. */
export class SourcesPlanner {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): SourcesPlanner {
    return new SourcesPlanner(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async plan(options: { now: Date }): Promise<PlanResult> {
    const result: PlanResult = { due: 0, gone: 0 };
    for (const kind of ['roadmap', 'runbooks'] as const) {
      result.due += await this.#declare(kind, options.now);
      result.gone += await this.#forget(kind);
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
          .orWhereRaw(`s.location <> coalesce(e.location_ref, '')`),
      )
      .select({
        ref: 'e.entity_ref',
        target: `e.${column}`,
        location: 'e.location_ref',
        etag: 'e.etag',
        known: 's.entity_ref',
        oldTarget: 's.target',
        oldLocation: 's.location',
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

  async #forget(kind: DocumentKind): Promise<number> {
    // While the directory is being built anew, nobody is known to be gone: last good versions stay.
    const [refreshed, entity] = await Promise.all([
      this.#knex('directory_state').whereNotNull('refreshed_at').first(),
      this.#knex('directory_entities').select('entity_ref').first(),
    ]);
    if (!refreshed || !entity) {
      return 0;
    }
    const gone: string[] = await this.#knex('documents_sources as s')
      .leftJoin('directory_entities as e', 'e.entity_ref', 's.entity_ref')
      .where('s.kind', kind)
      .whereNull(`e.${COLUMN[kind]}`)
      .pluck('s.entity_ref');
    for (let at = 0; at < gone.length; at += BATCH) {
      const refs = gone.slice(at, at + BATCH);
      await this.#knex.transaction(async trx => {
        await trx(CONTENT[kind]).whereIn('entity_ref', refs).delete();
        await trx('documents_sources')
          .where({ kind })
          .whereIn('entity_ref', refs)
          .delete();
        await trx('overview_summaries')
          .whereIn('entity_ref', refs)
          .update({ input_hash: '' });
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
    etag: string;
    known: string | null;
    oldTarget: string | null;
    oldLocation: string | null;
  },
  now: Date,
): Promise<void> {
  const location = row.location ?? '';
  const moved = row.oldTarget !== row.target || row.oldLocation !== location;
  if (!row.known) {
    await trx('documents_sources')
      .insert({
        entity_ref: row.ref,
        kind,
        target: row.target,
        location,
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
        entity_etag: row.etag,
        next_read_at: now,
        attempts: 0,
        // At another place, the old etag says nothing.
        ...(moved && {
          source_etag: null,
          url: null,
          edit_url: null,
          claimed_until: null,
        }),
      });
  }
  await trx('overview_summaries')
    .where({ entity_ref: row.ref })
    .update({ input_hash: '' });
}
