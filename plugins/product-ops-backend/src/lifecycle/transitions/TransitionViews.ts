import {
  isOpenTransition,
  outstandingApprovers,
  stageOf,
  type CheckDefinition,
  type StageFileChange,
  type StageTransition,
  type TransitionApprover,
  type TransitionRecord,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity, DirectoryStore } from '../../directory/types';
import { fileNameOf } from '../../overview/entityFacts';
import { linkIn } from '../../ownership/links';
import { checkView } from '../checks/checkView';
import type { LifecycleRules } from '../config';
import type { GateNow, Gates } from '../gates';
import {
  answers,
  holdersIn,
  spokenFor,
  titleOfApprover,
  vacantOf,
  type View,
} from '../people';
import type { DeclaredLines } from './DeclaredLines';
import type { FrozenCheck } from './TransitionStore';

export interface TransitionViewsOptions {
  directory: DirectoryStore;
  gates: Gates;
  rules: LifecycleRules;
  lines: DeclaredLines;
  now?: () => Date;
}

/** Transitions as a caller may know them. */
export class TransitionViews {
  readonly #options: TransitionViewsOptions;

  static create(options: TransitionViewsOptions): TransitionViews {
    return new TransitionViews(options);
  }

  private constructor(options: TransitionViewsOptions) {
    this.#options = options;
  }

  /** Those of a list: what keeps them is told as it was last looked at. */
  async list(
    transitions: readonly TransitionRecord[],
    view: View,
  ): Promise<StageTransition[]> {
    const { directory, gates } = this.#options;
    const rows = await directory.getEntities(
      transitions.map(({ entityRef }) => entityRef),
    );
    const blocking = await gates.blocking(
      transitions.flatMap(({ state, entityRef, to }) => {
        const entity = rows.get(entityRef);
        return state === 'requested' && entity ? [{ entity, stage: to }] : [];
      }),
    );
    return transitions.map(one =>
      this.#view(one, view, {
        entity: rows.get(one.entityRef),
        blocking:
          one.state === 'requested' ? blocking.get(one.entityRef) ?? [] : [],
      }),
    );
  }

  /** One with all checks of its gate, as they are now or as they were. */
  async one(
    transition: TransitionRecord,
    view: View,
    known?: GateNow,
  ): Promise<StageTransition> {
    const { gates, rules, lines } = this.#options;
    const { entityRef, to, state, evidence } = transition;
    const now = known ?? (await gates.look(entityRef, to));
    const requested = state === 'requested';
    const results: readonly FrozenCheck[] =
      (requested ? now?.gate : evidence) ?? [];
    const blocking = results.filter(
      ({ outcome, waiver }) =>
        requested && !waiver && ['failed', 'unanswered'].includes(outcome),
    );
    const checkedAt = requested
      ? this.#now()
      : transition.approvedAt ?? transition.closedAt;
    const line =
      state === 'approved' && now?.declared
        ? await lines.find(now.entity)
        : undefined;
    return {
      ...this.#view(transition, view, {
        entity: now?.entity,
        line,
        blocking: blocking.map(({ check, title }) => ({
          id: check,
          title: title ?? check,
        })),
      }),
      checks: results.map(result =>
        checkView(result, {
          model: view.mine,
          checks: rules.checks,
          ...(requested && { entity: now?.entity }),
        }),
      ),
      ...(results.length > 0 && checkedAt && { checkedAt }),
    };
  }

  /** Whether it waits for somebody that a caller is. */
  awaits(transition: TransitionRecord, view: View): boolean {
    const target = this.#options.gates.stage(transition.to);
    const as = spokenFor(view, transition.entityRef, target?.approvers);
    const spoken = new Set(
      transition.decisions.flatMap(decision => decision.as),
    );
    return (
      as.some(approver => !spoken.has(approver)) &&
      !(
        (target?.fourEyes ?? true) &&
        view.actor?.ref === transition.requestedBy
      )
    );
  }

  #view(
    transition: TransitionRecord,
    view: View,
    found: {
      entity?: DirectoryEntity;
      line?: number;
      blocking: ReadonlyArray<Pick<CheckDefinition, 'id' | 'title'>>;
    },
  ): StageTransition {
    const { rules, gates } = this.#options;
    const { mine } = view;
    const { entityRef, from, to, state } = transition;
    const { entity, line, blocking } = found;
    const approvers = this.#approvers(transition, view);
    const target = gates.stage(to);
    const fourEyes = target?.fourEyes ?? true;
    const open = isOpenTransition(transition);
    const declared = entity?.declaredLifecycle !== undefined;
    const mayApprove =
      state === 'requested' &&
      spokenFor(view, entityRef, target?.approvers).length > 0 &&
      !(fourEyes && view.actor?.ref === transition.requestedBy);
    const hint = open ? hintOf(state, approvers, blocking.length) : undefined;
    return {
      id: transition.id,
      version: transition.version,
      entity: linkIn(mine, entityRef),
      ...(from && { from: stageOf(from, rules.stages) }),
      to: stageOf(to, rules.stages),
      state,
      declared,
      reason: transition.reason,
      requestedBy: linkIn(mine, transition.requestedBy),
      requestedAt: transition.requestedAt,
      ...(transition.approvedAt && { approvedAt: transition.approvedAt }),
      ...(transition.closedAt && { closedAt: transition.closedAt }),
      decisions: transition.decisions.map(
        ({ decision, by, at, as, reason }) => ({
          decision,
          by: linkIn(mine, by),
          at,
          as: as.map(approver => titleOfApprover(view, approver)),
          ...(reason && { reason }),
        }),
      ),
      approvers,
      fourEyes,
      blocking: blocking.map(({ id, title }) => ({ id, title })),
      ...(state === 'approved' &&
        entity &&
        declared && { change: changeOf(entity, to, line) }),
      mayApprove,
      mayWithdraw:
        open &&
        (view.actor?.ref === transition.requestedBy ||
          answers(view, entityRef)),
      ...(hint && { hint }),
    };
  }

  #approvers(transition: TransitionRecord, view: View): TransitionApprover[] {
    const { entityRef, to, decisions, state } = transition;
    const target = this.#options.gates.stage(to);
    const spoken = new Set(
      decisions.flatMap(({ decision, as }) =>
        decision === 'approve' ? as : [],
      ),
    );
    const open = isOpenTransition(transition);
    const vacant = open ? vacantOf(view.all, entityRef, target?.approvers) : [];
    const waiting = outstandingApprovers(transition, { target, vacant });
    // Whoever approved stays, whatever the configuration says meanwhile.
    const all = new Set([...spoken, ...(open ? target?.approvers ?? [] : [])]);
    const stateOf = (approver: (typeof vacant)[number]) => {
      if (spoken.has(approver)) {
        return 'approved';
      }
      if (!waiting.includes(approver) || state === 'approved') {
        return 'skipped';
      }
      return vacant.includes(approver) ? 'vacant' : 'waiting';
    };
    return [...all].map(approver => ({
      approver,
      title: titleOfApprover(view, approver),
      holders: holdersIn(view.all, entityRef, approver).map(ref =>
        linkIn(view.mine, ref),
      ),
      state: stateOf(approver),
    }));
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString();
  }
}

/** What to change in which file, so that the catalog shows a stage. */
function changeOf(
  entity: DirectoryEntity,
  to: string,
  line?: number,
): StageFileChange {
  const file = fileNameOf(entity);
  return {
    ...(file && { file }),
    ...(line && { line }),
    ...(entity.editUrl && { href: entity.editUrl }),
    ...(entity.declaredLifecycle && { old: entity.declaredLifecycle }),
    new: to,
    yaml: `spec:\n  lifecycle: ${to}`,
  };
}

function hintOf(
  state: string,
  approvers: readonly TransitionApprover[],
  blocking: number,
): string {
  if (state === 'approved') {
    return 'It is complete when the catalog shows the new stage.';
  }
  const named = (wanted: TransitionApprover['state']) =>
    approvers
      .filter(one => one.state === wanted)
      .map(({ title }) => title)
      .join(', ');
  const vacant = named('vacant');
  if (vacant) {
    return `Nobody in the catalog is ${vacant}: name somebody who can approve.`;
  }
  if (blocking > 0) {
    return blocking === 1
      ? '1 check keeps the gate closed.'
      : `${blocking} checks keep the gate closed.`;
  }
  return `Waits for ${named('waiting')}.`;
}
