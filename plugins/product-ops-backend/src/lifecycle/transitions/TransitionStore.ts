import {
  isOpenTransition,
  stageOf,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type {
  Approver,
  CheckResult,
  StageTransitionState,
  TransitionDecision,
  TransitionRecord,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { Page } from '../../database/pages';
import { inList, toDate, withoutNul } from '../../database/sql';
import { keepToEntities } from '../../ownership/visibleEntities';

const TRANSITIONS = 'lifecycle_transitions';
const DECISIONS = 'lifecycle_decisions';

/** A check as it was, with the title that it had. */
export type FrozenCheck = CheckResult & { title?: string };

/** Which transitions; what is absent lets all pass. */
export interface TransitionFilter {
  /** Only of these entities. */
  entities?: readonly string[];
  states?: readonly StageTransitionState[];
  requestedBy?: string;
}

/** Keeps moves between stages, and what people said about them. */
export class TransitionStore {
  readonly #knex: Knex;
  readonly #stages: readonly StageDefinition[];

  static create(options: {
    knex: Knex;
    rules: { stages: readonly StageDefinition[] };
  }): TransitionStore {
    return new TransitionStore(options);
  }

  private constructor(options: Parameters<typeof TransitionStore.create>[0]) {
    this.#knex = options.knex;
    this.#stages = options.rules.stages;
  }

  /** One page, the latest first, and how many match. */
  async list(options: {
    filter: TransitionFilter;
    page: Page;
  }): Promise<{ transitions: TransitionRecord[]; total: number }> {
    const { entities, states, requestedBy } = options.filter;
    const matching = this.#knex(TRANSITIONS);
    keepToEntities(this.#knex, matching, entities);
    if (states?.length) {
      matching.whereIn('state', [...states]);
    }
    if (requestedBy) {
      matching.where('requested_by', requestedBy);
    }
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy([
          { column: 'requested_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .offset(options.page.offset)
        .limit(options.page.limit),
    ]);
    return {
      transitions: await this.#withDecisions(rows),
      total: Number(count?.number ?? 0),
    };
  }

  /** Transitions that may still change, the first one first. */
  async listOpen(limit: number, after = ''): Promise<TransitionRecord[]> {
    const rows = await this.#knex(TRANSITIONS)
      .whereNotNull('open_entity')
      .where('open_entity', '>', after)
      .orderBy('open_entity')
      .limit(limit);
    return this.#withDecisions(rows);
  }

  /** The open transitions of some entities, by entity. */
  async openOf(
    entityRefs: readonly string[],
    trx: Knex = this.#knex,
  ): Promise<Map<string, TransitionRecord>> {
    const rows = await trx(TRANSITIONS).where(
      inList(trx, 'open_entity', entityRefs),
    );
    const found = await this.#withDecisions(rows, trx);
    return new Map(found.map(one => [one.entityRef, one]));
  }

  async get(
    id: string,
    trx: Knex = this.#knex,
  ): Promise<TransitionRecord | undefined> {
    const rows = await trx(TRANSITIONS).where({ id });
    const [found] = await this.#withDecisions(rows, trx);
    return found;
  }

  /** The latest one of an entity that is closed. */
  async lastClosed(entityRef: string): Promise<TransitionRecord | undefined> {
    const rows = await this.#knex(TRANSITIONS)
      .where({ entity_ref: entityRef })
      .whereNull('open_entity')
      .orderBy([
        { column: 'closed_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(1);
    const [found] = await this.#withDecisions(rows);
    return found;
  }

  /**
   * Keeps a new transition.
   *
   * @returns false when the entity has an open one: then nothing is kept
   */
  async open(trx: Knex, transition: TransitionRecord): Promise<boolean> {
    const rows = await trx(TRANSITIONS)
      .insert(
        withoutNul({
          ...columnsOf(transition),
          id: transition.id,
          entity_ref: transition.entityRef,
          from_stage: transition.from ?? null,
          to_stage: transition.to,
          reason: transition.reason,
          requested_by: transition.requestedBy,
          requested_at: new Date(transition.requestedAt),
          // One that is closed at once has to wait its turn too.
          open_entity: transition.entityRef,
        }),
      )
      .onConflict('open_entity')
      .ignore()
      .returning('id');
    if (rows.length > 0 && !isOpenTransition(transition)) {
      await trx(TRANSITIONS)
        .where({ id: transition.id })
        .update({ open_entity: null });
    }
    return rows.length > 0;
  }

  /**
   * Keeps what became of a transition as it was seen.
   *
   * @returns false when it has changed since: then nothing is kept
   */
  async save(
    trx: Knex,
    before: TransitionRecord,
    after: TransitionRecord,
  ): Promise<boolean> {
    const changed = await trx(TRANSITIONS)
      .where({ id: before.id, version: before.version })
      .update(
        withoutNul({
          ...columnsOf(after),
          open_entity: isOpenTransition(after) ? after.entityRef : null,
        }),
      );
    if (changed === 0) {
      return false;
    }
    const added = after.decisions.slice(before.decisions.length);
    if (added.length > 0) {
      await trx(DECISIONS).insert(
        added.map((decision, index) =>
          withoutNul({
            id: randomUUID(),
            transition_id: after.id,
            place: before.decisions.length + index,
            decision: decision.decision,
            decided_by: decision.by,
            at: new Date(decision.at),
            spoke_for: JSON.stringify(decision.as),
            reason: decision.reason ?? null,
          }),
        ),
      );
    }
    return true;
  }

  async #withDecisions(
    rows: readonly Row[],
    trx: Knex = this.#knex,
  ): Promise<TransitionRecord[]> {
    if (rows.length === 0) {
      return [];
    }
    const decisions: Row[] = await trx(DECISIONS)
      .where(
        inList(
          trx,
          'transition_id',
          rows.map(({ id }) => String(id)),
        ),
      )
      .orderBy(['transition_id', 'place']);
    return rows.map(row =>
      this.#asConfigured(
        toTransition(
          row,
          decisions.filter(({ transition_id }) => transition_id === row.id),
        ),
      ),
    );
  }

  /** An open one goes by the stages as they are configured now: by the one of which a stage has become an alias, too. */
  #asConfigured(transition: TransitionRecord): TransitionRecord {
    if (!isOpenTransition(transition)) {
      return transition;
    }
    const { from, to } = transition;
    const configured = (id: string) => stageOf(id, this.#stages).stage ?? id;
    return {
      ...transition,
      ...(from && { from: configured(from) }),
      to: configured(to),
    };
  }
}

type Row = { [column: string]: string | number | Date | null };

function columnsOf(transition: TransitionRecord) {
  const { version, state, approvedAt, closedAt, evidence } = transition;
  return {
    version,
    state,
    approved_at: approvedAt ? new Date(approvedAt) : null,
    closed_at: closedAt ? new Date(closedAt) : null,
    evidence: evidence ? JSON.stringify(evidence) : null,
  };
}

function toTransition(row: Row, decisions: readonly Row[]): TransitionRecord {
  const moment = (value: Row[string]) => toDate(value)?.toISOString();
  const approvedAt = moment(row.approved_at);
  const closedAt = moment(row.closed_at);
  return {
    id: String(row.id),
    version: Number(row.version),
    entityRef: String(row.entity_ref),
    ...(row.from_stage && { from: String(row.from_stage) }),
    to: String(row.to_stage),
    state: row.state as StageTransitionState,
    reason: String(row.reason),
    requestedBy: String(row.requested_by),
    requestedAt: moment(row.requested_at)!,
    decisions: decisions.map(
      (decision): TransitionDecision => ({
        decision: decision.decision as TransitionDecision['decision'],
        by: String(decision.decided_by),
        at: moment(decision.at)!,
        as: JSON.parse(String(decision.spoke_for)) as Approver[],
        ...(decision.reason && { reason: String(decision.reason) }),
      }),
    ),
    ...(approvedAt && { approvedAt }),
    ...(closedAt && { closedAt }),
    ...(row.evidence && {
      evidence: JSON.parse(String(row.evidence)) as FrozenCheck[],
    }),
  };
}
