import {
  decideTransition,
  type TransitionContext,
  type TransitionOutcome,
  type TransitionRecord,
} from '@productops/backstage-plugin-product-ops-common';
import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { GateNow, Gates } from '../gates';
import type { StageHistory } from '../history/StageHistory';
import type { LifecycleNotices } from '../LifecycleNotices';
import { vacantOf } from '../people';
import type { OwnershipModel } from '../../ownership/OwnershipModel';
import type { RecordedStageStore } from './RecordedStageStore';
import type { TransitionStore } from './TransitionStore';

export interface TransitionKeeperOptions {
  knex: Knex;
  transitions: TransitionStore;
  recorded: RecordedStageStore;
  history: StageHistory;
  gates: Gates;
  notices: LifecycleNotices;
  auditor: AuditorService;
  now?: () => Date;
}

/** Keeps what becomes of transitions, with all that comes of it, or nothing at all. */
export class TransitionKeeper {
  readonly #options: TransitionKeeperOptions;

  static create(options: TransitionKeeperOptions): TransitionKeeper {
    return new TransitionKeeper(options);
  }

  private constructor(options: TransitionKeeperOptions) {
    this.#options = options;
  }

  now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  /** What a transition to a stage is decided by. */
  contextOf(
    move: { entityRef: string; to: string },
    found: GateNow,
    model: OwnershipModel,
  ): TransitionContext {
    const target = this.#options.gates.stage(move.to);
    return {
      now: this.now().toISOString(),
      ...(found.stage && { stage: found.stage }),
      declared: found.declared,
      ...(target && { target }),
      vacant: vacantOf(model, move.entityRef, target?.approvers),
      gate: found.gate,
    };
  }

  /**
   * Looks again at what is so, and keeps what has become of a transition by itself. Of what is not in the catalog nobody
   * knows anything, so that its transition stays as it is until it comes back or is taken back.
   *
   * @returns the transition as it is now, whoever has kept that
   */
  async observe(
    transition: TransitionRecord,
    model: OwnershipModel,
    found?: GateNow,
  ): Promise<TransitionRecord> {
    const { gates, transitions, notices } = this.#options;
    const { id, entityRef, to } = transition;
    const now = found ?? (await gates.look(entityRef, to));
    if (!now) {
      return transition;
    }
    const outcome = decideTransition(
      transition,
      { type: 'observe' },
      this.contextOf(transition, now, model),
    );
    if (!outcome.ok || outcome.transition === transition) {
      return transition;
    }
    if (!(await this.save(transition, outcome))) {
      return (await transitions.get(id)) ?? transition;
    }
    await this.#audit(outcome.transition);
    notices.changed();
    notices.decided(outcome.transition);
    return outcome.transition;
  }

  /** Keeps a new transition; false when the entity has an open one, or has left the stage that it was seen in. */
  async open(
    outcome: Extract<TransitionOutcome, { ok: true }>,
  ): Promise<boolean> {
    return this.#keep(outcome, trx =>
      this.#options.transitions.open(trx, outcome.transition),
    );
  }

  /** Keeps what became of a transition; false when it or the stage of the entity has changed since it was seen. */
  async save(
    before: TransitionRecord,
    outcome: Extract<TransitionOutcome, { ok: true }>,
  ): Promise<boolean> {
    return this.#keep(outcome, trx =>
      this.#options.transitions.save(trx, before, outcome.transition),
    );
  }

  /** Writes down what nobody did: what people do is written down where they ask for it. */
  async #audit({
    id,
    entityRef,
    from,
    to,
    state,
  }: TransitionRecord): Promise<void> {
    const event = await this.#options.auditor.createEvent({
      eventId: 'lifecycle-transition-follow',
      severityLevel: 'medium',
      meta: { id, entityRef, ...(from && { from }), to, state },
    });
    await event.success();
  }

  async #keep(
    { transition, enters }: Extract<TransitionOutcome, { ok: true }>,
    keep: (trx: Knex) => Promise<boolean>,
  ): Promise<boolean> {
    const { knex, history, recorded } = this.#options;
    const { id, entityRef, from, to, state } = transition;
    return knex.transaction(async trx => {
      // Before anything is written: who waited for another move to the end must see what it has made.
      if (enters && !(await recorded.isIn(trx, entityRef, from))) {
        return false;
      }
      if (!(await keep(trx))) {
        return false;
      }
      const at = this.now();
      if (enters) {
        await recorded.enter(trx, {
          entityRef,
          stage: enters,
          transition: id,
          at,
        });
      }
      if (state === 'completed') {
        await history.see(trx, [{ entityRef, stage: to, transition: id, at }]);
      }
      return true;
    });
  }
}
