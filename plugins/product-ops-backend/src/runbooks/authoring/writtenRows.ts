import type { WrittenRunbookState } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { toDate } from '../../database/sql';

export const WRITTEN = 'runbook_written';

/** A runbook that is written in the portal. */
export interface StoredWritten {
  entityRef: string;
  id: string;
  title: string;
  /** Front matter and Markdown as they were typed. */
  content: string;
  /** The hash of the content. */
  version: string;
  /** Of its last version. */
  number: number;
  state: WrittenRunbookState;
  by: string;
  at: Date;
  createdBy: string;
  createdAt: Date;
}

/** A row of `runbook_written` with what has become of it. */
export interface WrittenRow {
  entity_ref: string;
  runbook_id: string;
  title: string;
  sort_title: string;
  content: string;
  version: string;
  number: number;
  parser: number;
  removed: boolean | number;
  created_by: string;
  created_at: Date | string | number;
  created_key: string | null;
  changed_by: string;
  changed_at: Date | string | number;
  state?: WrittenRunbookState;
}

export function toWritten(row: WrittenRow): StoredWritten {
  return {
    entityRef: row.entity_ref,
    id: row.runbook_id,
    title: row.title,
    content: row.content,
    version: row.version,
    number: row.number,
    state: row.state ?? (row.removed ? 'removed' : 'in-force'),
    by: row.changed_by,
    at: toDate(row.changed_at)!,
    createdBy: row.created_by,
    createdAt: toDate(row.created_at)!,
  };
}

/** What has become of a written runbook `w` beside a runbook in force `r` of the same id. */
export const STATE = `case when w.removed then 'removed' when r.origin = 'file' then 'overruled' else 'in-force' end`;

/** The same runbook in `w` and in `r`. */
export function sameRunbook(this: void, on: Knex.JoinClause): void {
  on.on('r.entity_ref', '=', 'w.entity_ref').andOn(
    'r.runbook_id',
    '=',
    'w.runbook_id',
  );
}

/** The rows of written runbooks with what has become of them beside files. */
export function writtenBesideFiles(knex: Knex): Knex.QueryBuilder {
  return knex(`${WRITTEN} as w`)
    .leftJoin('runbooks as r', sameRunbook)
    .select('w.*', { state: knex.raw(STATE) });
}

/** One written runbook. */
export async function findWritten(
  knex: Knex,
  entityRef: string,
  id: string,
): Promise<StoredWritten | undefined> {
  const row: WrittenRow | undefined = await writtenBesideFiles(knex)
    .where({ 'w.entity_ref': entityRef, 'w.runbook_id': id })
    .first();
  return row && toWritten(row);
}
