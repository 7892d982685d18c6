import type {
  Runbook,
  RunbookRunEvent,
  RunbookRunOutcome,
  RunbookRunReason,
  RunbookRunStatus,
  RunbookRunStepState,
  RunbookType,
} from '@productops/backstage-plugin-product-ops-common';
import { toDate } from '../../database/sql';

export const PINS = 'runbook_run_pins';
export const RUNS = 'runbook_runs';
export const EVENTS = 'runbook_run_events';

/** What a run keeps of the version that it is pinned to. */
export type Pin = Pick<Runbook, 'content' | 'outline' | 'links'>;

/** A run as it is kept, without its log. */
export interface StoredRun {
  id: string;
  entityRef: string;
  runbookId: string;
  version: string;
  pin: string;
  title: string;
  type: RunbookType;
  expectedDuration?: string;
  status: RunbookRunStatus;
  reason: RunbookRunReason;
  parameters: Record<string, string>;
  startedBy: string;
  startedAt: Date;
  lead: string;
  outcome?: RunbookRunOutcome;
  closedAt?: Date;
  seq: number;
  steps: Array<{ id: string; state: RunbookRunStepState }>;
}

export interface RunRow {
  id: string;
  request: string;
  entity_ref: string;
  runbook_id: string;
  version: string;
  pin: string;
  title: string;
  type: RunbookType;
  expected_duration: string | null;
  status: RunbookRunStatus;
  closed: boolean | number;
  reason: string;
  reason_kind: RunbookRunReason['kind'];
  parameters: string;
  started_by: string;
  started_at: Date | string | number;
  lead: string;
  outcome: RunbookRunOutcome | null;
  closed_at: Date | string | number | null;
  seq: number;
  steps: string;
}

export interface RunEventRow {
  run_id: string;
  seq: number;
  event_id: string;
  type: RunbookRunEvent['type'];
  by: string;
  at: Date | string | number;
  body: string;
}

export function toRun(row: RunRow): StoredRun {
  const closedAt = toDate(row.closed_at);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    runbookId: row.runbook_id,
    version: row.version,
    pin: row.pin,
    title: row.title,
    type: row.type,
    ...(row.expected_duration && { expectedDuration: row.expected_duration }),
    status: row.status,
    reason: JSON.parse(row.reason) as RunbookRunReason,
    parameters: JSON.parse(row.parameters) as Record<string, string>,
    startedBy: row.started_by,
    startedAt: toDate(row.started_at)!,
    lead: row.lead,
    ...(row.outcome && { outcome: row.outcome }),
    ...(closedAt && { closedAt }),
    seq: row.seq,
    steps: JSON.parse(row.steps) as StoredRun['steps'],
  };
}

export function toEventRow(runId: string, event: RunbookRunEvent): RunEventRow {
  const { id, seq, type, by, at, ...body } = event;
  return {
    run_id: runId,
    seq,
    event_id: id,
    type,
    by,
    at: new Date(at),
    body: JSON.stringify(body),
  };
}

export function toEvent(row: RunEventRow): RunbookRunEvent {
  return {
    ...(JSON.parse(row.body) as Partial<RunbookRunEvent>),
    id: row.event_id,
    seq: row.seq,
    type: row.type,
    by: row.by,
    at: toDate(row.at)!.toISOString(),
  };
}
