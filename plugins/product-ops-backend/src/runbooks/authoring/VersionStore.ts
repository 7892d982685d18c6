import type { Knex } from 'knex';
import { chunksOf, toDate, withoutNul } from '../../database/sql';
import type { Page } from '../../database/pages';

const VERSIONS = 'runbook_versions';
/** So many versions of one runbook are kept, the latest. Runs have their own copy of what they follow. */
const KEPT = 100;

/** Where a text was written. */
export type VersionOrigin = 'file' | 'portal';

/** What a runbook said at some time, without its text. */
export interface StoredVersion {
  number: number;
  hash: string;
  title: string;
  origin: VersionOrigin;
  by?: string;
  at: Date;
  note?: string;
  restores?: number;
}

/** A version to be kept. */
export interface VersionToStore extends Omit<StoredVersion, 'number'> {
  runbookId: string;
  /** Front matter and Markdown as they were written. */
  content: string;
}

interface VersionRow {
  entity_ref: string;
  runbook_id: string;
  number: number;
  hash: string;
  title: string;
  content: string;
  origin: VersionOrigin;
  by: string | null;
  at: Date | string | number;
  note: string | null;
  restores: number | null;
}

const LIST_COLUMNS = [
  'number',
  'hash',
  'title',
  'origin',
  'by',
  'at',
  'note',
  'restores',
] as const;

/** What runbooks have said over time. */
export class VersionStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): VersionStore {
    return new VersionStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One page of the versions of a runbook, the latest first, and how many there are. */
  async list(
    entityRef: string,
    id: string,
    page: Page,
  ): Promise<{ versions: StoredVersion[]; total: number }> {
    const all = this.#knex(VERSIONS).where({
      entity_ref: entityRef,
      runbook_id: id,
    });
    const [count, rows] = await Promise.all([
      all.clone().count({ number: '*' }).first(),
      all
        .clone()
        .select(...LIST_COLUMNS)
        .orderBy('number', 'desc')
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return {
      versions: (rows as VersionRow[]).map(toVersion),
      total: Number(count?.number ?? 0),
    };
  }

  async get(
    entityRef: string,
    id: string,
    number: number,
    trx: Knex = this.#knex,
  ): Promise<(StoredVersion & { content: string }) | undefined> {
    const row: VersionRow | undefined = await trx(VERSIONS)
      .where({ entity_ref: entityRef, runbook_id: id, number })
      .first();
    return row && { ...toVersion(row), content: row.content };
  }

  /** The number of the last version with a text. */
  async lastWithHash(
    entityRef: string,
    id: string,
    hash: string,
  ): Promise<number | undefined> {
    const row = await this.#knex(VERSIONS)
      .max({ number: 'number' })
      .where({ entity_ref: entityRef, runbook_id: id, hash })
      .first();
    return row?.number ?? undefined;
  }

  /** The number of the last version of each runbook of an entity, and what it is the hash of. */
  async lastOfAll(
    trx: Knex,
    entityRef: string,
  ): Promise<Map<string, { number: number; hash: string }>> {
    const rows: VersionRow[] = await trx(`${VERSIONS} as v`)
      .select('v.runbook_id', 'v.number', 'v.hash')
      .where('v.entity_ref', entityRef)
      .where(
        'v.number',
        trx(`${VERSIONS} as l`)
          .max('l.number')
          .whereRaw('l.entity_ref = v.entity_ref')
          .whereRaw('l.runbook_id = v.runbook_id'),
      );
    return new Map(
      rows.map(({ runbook_id, number, hash }) => [
        runbook_id,
        { number, hash },
      ]),
    );
  }

  /**
   * Keeps what is not the last version already, and lets go of the oldest where there are too many.
   *
   * @returns the number of the last version of each of them
   */
  async keep(
    trx: Knex,
    entityRef: string,
    versions: readonly VersionToStore[],
  ): Promise<Map<string, number>> {
    const last = await this.lastOfAll(trx, entityRef);
    const rows = versions
      .filter(({ runbookId, hash }) => last.get(runbookId)?.hash !== hash)
      .map(({ runbookId, by, note, restores, ...version }) =>
        withoutNul({
          ...version,
          entity_ref: entityRef,
          runbook_id: runbookId,
          number: (last.get(runbookId)?.number ?? 0) + 1,
          by: by ?? null,
          note: note ?? null,
          restores: restores ?? null,
        }),
      );
    for (const chunk of chunksOf(rows, 20)) {
      await trx(VERSIONS).insert(chunk);
    }
    for (const { runbook_id, number } of rows) {
      if (number > KEPT) {
        await trx(VERSIONS)
          .where({ entity_ref: entityRef, runbook_id })
          .where('number', '<=', number - KEPT)
          .delete();
      }
    }
    return new Map([
      ...[...last].map(([id, { number }]) => [id, number] as const),
      ...rows.map(({ runbook_id, number }) => [runbook_id, number] as const),
    ]);
  }
}

function toVersion(row: VersionRow): StoredVersion {
  return {
    number: row.number,
    hash: row.hash,
    title: row.title,
    origin: row.origin,
    ...(row.by && { by: row.by }),
    at: toDate(row.at)!,
    ...(row.note && { note: row.note }),
    ...(row.restores && { restores: row.restores }),
  };
}
