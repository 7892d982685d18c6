import type {
  RoadmapStatus,
  RunbookRunReason,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { toDate } from '../../database/sql';
import { ITEMS } from '../../roadmap/itemAddress';
import { RUNS } from '../runs/rows';

const FOLLOW_UPS = 'follow_ups';
const MOST = 100;

/** What a follow-up follows from. */
export interface FollowUpGround {
  runbookEntityRef: string;
  runbookId: string;
  runbookTitle: string;
  runId?: string;
  step?: string;
}

/** A roadmap item that was made of a run or of a runbook. */
export interface StoredFollowUp extends FollowUpGround {
  entityRef: string;
  itemId: string;
  title: string;
  status: RoadmapStatus;
  end?: string;
  archived: boolean;
  reason?: RunbookRunReason;
  by: string;
  at: Date;
}

/** Of what follow-ups are asked for. */
export type FollowUpQuestion =
  | { runId: string }
  | { runbookEntityRef: string; runbookId: string }
  | { entityRef: string; itemId: string };

interface FollowUpRow {
  entity_ref: string;
  item_id: string;
  runbook_entity_ref: string;
  runbook_id: string;
  runbook_title: string;
  run_id: string | null;
  step: string | null;
  by: string;
  at: Date | string | number;
  title: string;
  status: RoadmapStatus;
  end_date: string | null;
  archived_at: Date | string | number | null;
  reason: string | null;
}

/** Keeps which items were made of which runs and runbooks. */
export class FollowUpStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): FollowUpStore {
    return new FollowUpStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The latest hundred, the latest first, with how their items stand now. */
  async list(question: FollowUpQuestion): Promise<StoredFollowUp[]> {
    const rows: FollowUpRow[] = await this.#knex(`${FOLLOW_UPS} as f`)
      .join(`${ITEMS} as i`, join =>
        join
          .on('i.entity_ref', 'f.entity_ref')
          .andOn('i.item_id', 'f.item_id')
          .andOnVal('i.source', 'recorded'),
      )
      .leftJoin(`${RUNS} as r`, 'r.id', 'f.run_id')
      .where(columnsOf(question))
      .orderBy([
        { column: 'f.at', order: 'desc' },
        { column: 'f.entity_ref' },
        { column: 'f.item_id' },
      ])
      .limit(MOST)
      .select(
        'f.*',
        'i.title',
        'i.status',
        'i.end_date',
        'i.archived_at',
        'r.reason',
      );
    return rows.map(toFollowUp);
  }
}

/** Keeps what an item was made of, in the transaction that makes it. */
export async function keepFollowUp(
  trx: Knex,
  item: { entityRef: string; itemId: string },
  ground: FollowUpGround,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await trx(FOLLOW_UPS).insert({
    entity_ref: item.entityRef,
    item_id: item.itemId,
    runbook_entity_ref: ground.runbookEntityRef,
    runbook_id: ground.runbookId,
    runbook_title: ground.runbookTitle,
    run_id: ground.runId ?? null,
    step: ground.step ?? null,
    by,
    at,
  });
}

function columnsOf(question: FollowUpQuestion): Record<string, string> {
  if ('runId' in question) {
    return { 'f.run_id': question.runId };
  }
  return 'runbookId' in question
    ? {
        'f.runbook_entity_ref': question.runbookEntityRef,
        'f.runbook_id': question.runbookId,
      }
    : { 'f.entity_ref': question.entityRef, 'f.item_id': question.itemId };
}

function toFollowUp(row: FollowUpRow): StoredFollowUp {
  return {
    entityRef: row.entity_ref,
    itemId: row.item_id,
    title: row.title,
    status: row.status,
    ...(row.end_date && { end: row.end_date }),
    archived: row.archived_at !== null,
    runbookEntityRef: row.runbook_entity_ref,
    runbookId: row.runbook_id,
    runbookTitle: row.runbook_title,
    ...(row.run_id && { runId: row.run_id }),
    ...(row.step && { step: row.step }),
    ...(row.reason && { reason: JSON.parse(row.reason) as RunbookRunReason }),
    by: row.by,
    at: toDate(row.at)!,
  };
}
