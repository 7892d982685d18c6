import {
  fullRun,
  isOfRunCommand,
  MAX_RUN_EVENTS,
  pinnedStepsOf,
  runCommandProblem,
  usedId,
  type RunbookRunCommand,
  type RunbookRunEvent,
  type RunbookRunReason,
  type RunbookRunStatus,
  type RunProblem,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import type { Page } from '../../database/pages';
import { withoutNul } from '../../database/sql';
import { type EntityFilter, narrowToEntities } from '../entityFilter';
import {
  EVENTS,
  PINS,
  RUNS,
  toEvent,
  toEventRow,
  toRun,
  type Pin,
  type RunEventRow,
  type RunRow,
  type StoredRun,
} from './rows';
import { keepTrouble } from '../reviews/troubles';
import { keepDrill } from '../recovery/keepDrill';
import { mayStart } from './startLimit';

/** A run that is to be started. */
export type RunToStart = Omit<
  StoredRun,
  'pin' | 'status' | 'lead' | 'outcome' | 'closedAt' | 'seq' | 'steps'
> & {
  /** Hash of what was asked for: the same request again is the same run. */
  request: string;
  pinned: Pin;
};

/** Which runs of an entity. */
export interface RunFilter {
  runbook?: string;
  status?: readonly RunbookRunStatus[];
}

/** Which runs of many entities. */
export interface AllRunsFilter extends EntityFilter {
  status?: readonly RunbookRunStatus[];
  reason?: ReadonlyArray<RunbookRunReason['kind']>;
}

/** The runs of runbooks and their logs. */
export class RunStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): RunStore {
    return new RunStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** A run of an entity that is in the catalog. */
  async find(id: string): Promise<StoredRun | undefined> {
    const row: RunRow | undefined = await this.#knex(`${RUNS} as r`)
      .join('directory_entities as e', 'e.entity_ref', 'r.entity_ref')
      .where({ 'r.id': id })
      .first('r.*');
    return row && toRun(row);
  }

  /** The run that a request has started; `other` when its id is that of another one. */
  async startedBy(
    id: string,
    { request, by }: { request: string; by: string },
  ): Promise<StoredRun | 'other' | undefined> {
    const row: RunRow | undefined = await this.#knex(RUNS)
      .where({ id })
      .first();
    if (!row) {
      return undefined;
    }
    return row.request === request && row.started_by === by
      ? toRun(row)
      : 'other';
  }

  /** What a run is pinned to, and the version that its runbook has now; none when that is gone. */
  async groundOf(run: StoredRun): Promise<{ pin: Pin; version?: string }> {
    const { body, version }: { body: string; version: string | null } =
      await this.#knex(`${PINS} as p`)
        .leftJoin('runbooks as b', on =>
          on
            .onVal('b.entity_ref', run.entityRef)
            .andOnVal('b.runbook_id', run.runbookId),
        )
        .where({ 'p.pin': run.pin })
        .first('p.body', 'b.version');
    return { pin: JSON.parse(body) as Pin, ...(version && { version }) };
  }

  /** A page of the runs of an entity: those that go on first, then the latest first. */
  async list(
    entityRef: string,
    { filter, page }: { filter: RunFilter; page: Page },
  ): Promise<{ runs: StoredRun[]; total: number }> {
    const matching = this.#knex(`${RUNS} as r`).where({
      'r.entity_ref': entityRef,
    });
    if (filter.runbook !== undefined) {
      matching.where({ 'r.runbook_id': filter.runbook });
    }
    return pageOfRuns(matching, { status: filter.status, page });
  }

  /** The same of many entities. */
  async listAll({
    filter,
    page,
  }: {
    filter: AllRunsFilter;
    page: Page;
  }): Promise<{ runs: StoredRun[]; total: number }> {
    const matching = this.#knex(`${RUNS} as r`);
    narrowToEntities(matching, this.#knex, { ...filter, alias: 'r' });
    if (filter.reason?.length) {
      matching.whereIn('r.reason_kind', [...filter.reason]);
    }
    return pageOfRuns(matching, { status: filter.status, page });
  }

  /** The events of a run after one, in their order. */
  async events(
    runId: string,
    { after, limit }: { after: number; limit: number },
  ): Promise<RunbookRunEvent[]> {
    const rows: RunEventRow[] = await this.#knex(EVENTS)
      .where({ run_id: runId })
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit);
    return rows.map(toEvent);
  }

  /** Starts a run with its first event. Does nothing where its id is taken: {@link RunStore.startedBy} tells by what. */
  async start(run: RunToStart): Promise<void> {
    const body = JSON.stringify(run.pinned);
    const pin = createHash('sha256').update(body).digest('hex');
    const steps = pinnedStepsOf(run.pinned.outline);
    await this.#knex.transaction(async trx => {
      await mayStart(trx, run);
      await trx(PINS)
        .insert({ pin, body, kept_at: run.startedAt })
        .onConflict('pin')
        .ignore();
      const made: unknown[] = await trx(RUNS)
        .insert(withoutNul(rowOf(run, { pin, steps })))
        .onConflict('id')
        .ignore()
        .returning('id');
      if (made.length === 0) {
        return;
      }
      await trx(EVENTS).insert(
        toEventRow(run.id, {
          id: run.id,
          seq: 1,
          type: 'started',
          by: run.startedBy,
          at: run.startedAt.toISOString(),
          reason: run.reason,
          parameters: run.parameters,
          version: run.version,
          steps,
        }),
      );
    });
  }

  /**
   * Adds what somebody says to the log of a run, under the lock of the run: all instances see one order without gaps.
   *
   * @returns the event, and whether it is a new one; or why the run does not take it
   */
  async append(
    runId: string,
    command: RunbookRunCommand,
    { by, at }: { by: string; at: Date },
  ): Promise<{ event: RunbookRunEvent; fresh: boolean } | RunProblem> {
    return this.#knex.transaction(async trx => {
      const row: RunRow = await trx(RUNS)
        .where({ id: runId })
        .forUpdate()
        .first();
      const run = toRun(row);
      const problem =
        run.seq >= MAX_RUN_EVENTS && command.type !== 'close'
          ? fullRun()
          : runCommandProblem(run, command);
      const event = {
        ...command,
        seq: run.seq + 1,
        by,
        at: at.toISOString(),
      };
      // Nearly all are new: whether it is there already is asked only when it cannot be added.
      const made: unknown[] = problem
        ? []
        : await trx(EVENTS)
            .insert(toEventRow(runId, event))
            .onConflict(['run_id', 'event_id'])
            .ignore()
            .returning('seq');
      if (made.length === 0) {
        const before: RunEventRow | undefined = await trx(EVENTS)
          .where({ run_id: runId, event_id: command.id })
          .first();
        const same = before && toEvent(before);
        if (same && isOfRunCommand(same, command, by)) {
          return { event: same, fresh: false };
        }
        return same || !problem ? usedId() : problem;
      }
      await trx(RUNS)
        .where({ id: runId })
        .update({ seq: event.seq, ...changeOf(run, event) });
      await keepDrill(trx, run, event);
      await keepTrouble(trx, run, event);
      return { event, fresh: true };
    });
  }
}

/** What an event changes of what lists show. */
function changeOf(run: StoredRun, event: RunbookRunEvent): Partial<RunRow> {
  switch (event.type) {
    case 'step':
      return {
        steps: JSON.stringify(
          run.steps.map(step =>
            step.id === event.step ? { ...step, state: event.state } : step,
          ),
        ),
      };
    case 'pause':
      return { status: 'paused' };
    case 'resume':
      return { status: 'running' };
    case 'hand-over':
      return { lead: event.to };
    case 'close':
      return {
        status: 'closed',
        closed: true,
        outcome: event.outcome,
        closed_at: new Date(event.at),
      };
    default:
      return {};
  }
}

function rowOf(
  run: RunToStart,
  { pin, steps }: { pin: string; steps: ReadonlyArray<{ id: string }> },
): RunRow {
  return {
    id: run.id,
    request: run.request,
    entity_ref: run.entityRef,
    runbook_id: run.runbookId,
    version: run.version,
    pin,
    title: run.title,
    type: run.type,
    expected_duration: run.expectedDuration ?? null,
    status: 'running',
    closed: false,
    reason: JSON.stringify(run.reason),
    reason_kind: run.reason.kind,
    parameters: JSON.stringify(run.parameters),
    started_by: run.startedBy,
    started_at: run.startedAt,
    lead: run.startedBy,
    outcome: null,
    closed_at: null,
    seq: 1,
    steps: JSON.stringify(steps.map(({ id }) => ({ id, state: 'open' }))),
  };
}

/** Those that go on first, then the latest first. */
async function pageOfRuns(
  matching: Knex.QueryBuilder,
  { status, page }: { status?: readonly RunbookRunStatus[]; page: Page },
): Promise<{ runs: StoredRun[]; total: number }> {
  if (status?.length) {
    matching.whereIn('r.status', [...status]);
  }
  const [count, rows] = await Promise.all([
    matching.clone().count({ number: '*' }).first(),
    matching
      .clone()
      .select('r.*')
      .orderBy([
        { column: 'r.closed' },
        { column: 'r.started_at', order: 'desc' },
        { column: 'r.id' },
      ])
      .offset(page.offset)
      .limit(page.limit),
  ]);
  return {
    runs: (rows as RunRow[]).map(toRun),
    total: Number(count?.number ?? 0),
  };
}
