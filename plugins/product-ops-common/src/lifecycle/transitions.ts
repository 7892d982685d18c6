import type { StageTransitionState } from '../api/types';
import type { CheckResult } from './checks';
import type { Approver } from './gates';
import { nextStagesOf } from './gates';
import { standingOf } from './readiness';
import type { StageDefinition } from './stages';

/**
 * What a person said about a transition.
 *
 * @public
 */
export interface TransitionDecision {
  decision: 'approve' | 'refuse' | 'withdraw';
  /** The full ref of who decided. */
  by: string;
  /** When, ISO 8601 in UTC. */
  at: string;
  /** For whom that person spoke; empty where it needs nobody. */
  as: readonly Approver[];
  reason?: string;
}

/**
 * A move of an entity from a stage to another one. Once closed, it never changes again.
 *
 * @public
 */
export interface TransitionRecord {
  id: string;
  /** Goes up with every change. */
  version: number;
  entityRef: string;
  /** The stage it is to leave; nothing when it is in none. */
  from?: string;
  to: string;
  state: StageTransitionState;
  reason: string;
  /** The full ref of who asked. */
  requestedBy: string;
  requestedAt: string;
  /** The first one first. They are added, never taken away. */
  decisions: readonly TransitionDecision[];
  approvedAt?: string;
  closedAt?: string;
  /** All checks of the gate as they were when it was approved or refused. */
  evidence?: readonly CheckResult[];
}

/**
 * What is so at the moment of a command.
 *
 * @public
 */
export interface TransitionContext {
  /** ISO 8601 in UTC. */
  now: string;
  /** The stage that the entity is in. */
  stage?: string;
  /** Whether a file says so: then only the file can change it. */
  declared: boolean;
  /** The stage that is asked for; nothing when the configuration has it no more. */
  target?: StageDefinition;
  /** Those of its approvers that nobody in the catalog is. */
  vacant: readonly Approver[];
  /** The checks that it demands of the entity, answered. */
  gate: readonly CheckResult[];
}

/**
 * What can be done with a transition; `observe` looks again at what is so.
 *
 * @public
 */
export type TransitionCommand =
  | {
      type: 'approve' | 'refuse';
      by: string;
      /** The approvers of the stage that this person is. */
      as: readonly Approver[];
      reason?: string;
    }
  | { type: 'withdraw'; by: string; reason?: string }
  | { type: 'observe' };

/**
 * Why a command was not obeyed.
 *
 * @public
 */
export type TransitionProblem =
  | 'unknown-stage'
  | 'same-stage'
  | 'not-next'
  | 'moved'
  | 'reason-missing'
  | 'closed'
  | 'not-approver'
  | 'four-eyes'
  | 'gate-closed';

/**
 * What came of a command: the transition as it is then, or why nothing has changed.
 *
 * @public
 */
export type TransitionOutcome =
  | {
      ok: true;
      transition: TransitionRecord;
      /** The stage that the portal records by it. */
      enters?: string;
    }
  | {
      ok: false;
      problem: TransitionProblem;
      message: string;
      /** The checks that keep the gate closed, where that is the reason. */
      blocking?: readonly CheckResult[];
    };

/** Whether a transition may still change. @public */
export function isOpenTransition(
  transition: Pick<TransitionRecord, 'state'>,
): boolean {
  return transition.state === 'requested' || transition.state === 'approved';
}

/**
 * The checks that keep a gate closed: those that fail or are not answered, and are not waived.
 *
 * @public
 */
export function blockingChecks(gate: readonly CheckResult[]): CheckResult[] {
  return gate.filter(result => ['failed', 'open'].includes(standingOf(result)));
}

/**
 * The approvers who have not approved yet.
 *
 * @remarks
 *
 * An approver that nobody is keeps the transition waiting until somebody is named, since a gate must not open by taking
 * a name out of a file. Where the stage says `whenVacant: skip`, it is passed over as long as another one has approved.
 *
 * @public
 */
export function outstandingApprovers(
  transition: Pick<TransitionRecord, 'decisions'>,
  context: Pick<TransitionContext, 'target' | 'vacant'>,
): Approver[] {
  const spoken = new Set(
    transition.decisions.flatMap(({ decision, as }) =>
      decision === 'approve' ? as : [],
    ),
  );
  const { approvers = [], whenVacant } = context.target ?? {};
  const left = [...new Set(approvers)].filter(who => !spoken.has(who));
  return whenVacant === 'skip' && approvers.some(who => spoken.has(who))
    ? left.filter(who => !context.vacant.includes(who))
    : left;
}

/**
 * Asks for a stage. Checks that fail keep nobody from asking: they are to be mended or waived before it is approved.
 *
 * @param request - `from` is the stage that whoever asks has seen; nothing stands for none
 *
 * @public
 */
export function requestTransition(
  request: {
    id: string;
    entityRef: string;
    from?: string;
    to: string;
    by: string;
    reason: string;
  },
  context: TransitionContext & { stages: readonly StageDefinition[] },
): TransitionOutcome {
  const { stage, stages, now } = context;
  const { from, to } = request;
  const named = (id: string | undefined) => id ?? 'no stage';
  if (from !== stage) {
    return refusal(
      'moved',
      `It is in ${named(stage)} now, and was in ${named(from)} before`,
    );
  }
  if (!stages.some(({ id }) => id === to)) {
    return refusal(
      'unknown-stage',
      `to: got ${to}; expected one of ${ids(stages)}`,
    );
  }
  if (to === stage) {
    return refusal('same-stage', `to: got ${to}, which it is in already`);
  }
  const next = nextStagesOf(stage, stages);
  if (!next.some(({ id }) => id === to)) {
    return refusal(
      'not-next',
      `to: got ${to}; from ${named(stage)} it may move to ${
        ids(next) || 'no other stage'
      }`,
    );
  }
  const reason = request.reason.trim();
  if (!reason) {
    return refusal(
      'reason-missing',
      'reason: got none; expected why it should move',
    );
  }
  return settled(
    {
      id: request.id,
      version: 1,
      entityRef: request.entityRef,
      ...(from && { from }),
      to,
      state: 'requested',
      reason,
      requestedBy: request.by,
      requestedAt: now,
      decisions: [],
    },
    context,
  );
}

/**
 * Does something with a transition, or says why not: then nothing has changed. Pure: the same input gives the same
 * outcome. A command that was obeyed before, such as the second approval of one person, changes nothing.
 *
 * @public
 */
export function decideTransition(
  transition: TransitionRecord,
  command: TransitionCommand,
  context: TransitionContext,
): TransitionOutcome {
  const seen = settled(transition, context);
  if (command.type === 'observe' || !seen.ok) {
    return seen;
  }
  if (
    !isOpenTransition(transition) ||
    (command.type !== 'withdraw' && transition.state === 'approved')
  ) {
    return repeats(transition, command)
      ? { ok: true, transition }
      : refusal('closed', `It is ${transition.state} already`);
  }
  if (!isOpenTransition(seen.transition)) {
    return refusal(
      'moved',
      `It is in ${context.stage ?? 'no stage'} now, and was in ${
        transition.from ?? 'no stage'
      } when it was asked for`,
    );
  }
  switch (command.type) {
    case 'approve':
      return approved(transition, command, context);
    case 'refuse':
      return refused(transition, command, context);
    default:
      return {
        ok: true,
        transition: {
          ...decided(transition, command, [], context.now),
          state: 'withdrawn',
          closedAt: context.now,
        },
      };
  }
}

type Deciding = Extract<TransitionCommand, { by: string }>;
type Voting = Extract<TransitionCommand, { as: readonly Approver[] }>;

function approved(
  transition: TransitionRecord,
  command: Voting,
  context: TransitionContext,
): TransitionOutcome {
  const problem = votingProblem(command, context);
  if (problem) {
    return problem;
  }
  if (
    (context.target?.fourEyes ?? true) &&
    command.by === transition.requestedBy
  ) {
    return refusal(
      'four-eyes',
      'Who asked for the stage may not approve it too',
    );
  }
  if (repeats(transition, command)) {
    return { ok: true, transition };
  }
  const blocking = blockingChecks(context.gate);
  if (blocking.length > 0) {
    return {
      ...refusal(
        'gate-closed',
        `The gate is closed: ${blocking
          .map(({ check }) => check)
          .join(', ')}. Mend or waive what is missing first`,
      ),
      blocking,
    };
  }
  const next = decided(
    transition,
    command,
    votesOf(command, context),
    context.now,
  );
  const outcome = settled(next, context);
  return outcome.ok
    ? {
        ...outcome,
        transition: { ...outcome.transition, version: next.version },
      }
    : outcome;
}

function refused(
  transition: TransitionRecord,
  command: Voting,
  context: TransitionContext,
): TransitionOutcome {
  const problem = votingProblem(command, context);
  if (problem) {
    return problem;
  }
  if (!command.reason?.trim()) {
    return refusal('reason-missing', 'reason: got none; expected why not');
  }
  return {
    ok: true,
    transition: {
      ...decided(transition, command, votesOf(command, context), context.now),
      state: 'refused',
      closedAt: context.now,
      evidence: context.gate,
    },
  };
}

function votingProblem(command: Voting, context: TransitionContext) {
  return votesOf(command, context).length > 0
    ? undefined
    : refusal('not-approver', 'Only who approves this stage may decide');
}

function votesOf(command: Voting, { target }: TransitionContext): Approver[] {
  return (target?.approvers ?? []).filter(who => command.as.includes(who));
}

function repeats(transition: TransitionRecord, command: Deciding): boolean {
  return transition.decisions.some(
    ({ decision, by }) => decision === command.type && by === command.by,
  );
}

function decided(
  transition: TransitionRecord,
  { type, by, reason }: Deciding,
  as: readonly Approver[],
  at: string,
): TransitionRecord {
  const said = reason?.trim();
  return {
    ...transition,
    version: transition.version + 1,
    decisions: [
      ...transition.decisions,
      { decision: type, by, at, as, ...(said && { reason: said }) },
    ],
  };
}

/** Goes on by itself as far as it can. */
function settled(
  transition: TransitionRecord,
  context: TransitionContext,
): Extract<TransitionOutcome, { ok: true }> {
  if (!isOpenTransition(transition)) {
    return { ok: true, transition };
  }
  const { now, stage, target, gate, declared } = context;
  const { from, to, state } = transition;
  const version = transition.version + 1;
  const ended = (end: 'completed' | 'superseded') => ({
    ok: true as const,
    transition: { ...transition, version, state: end, closedAt: now },
  });
  if (state === 'approved' && stage === to) {
    return ended('completed');
  }
  // A stage that nobody may enter any more cannot be approved, nor one that it has entered without approval.
  if (stage !== from || !target) {
    return ended('superseded');
  }
  if (state === 'requested') {
    if (
      outstandingApprovers(transition, context).length > 0 ||
      blockingChecks(gate).length > 0
    ) {
      return { ok: true, transition };
    }
    const open = {
      ...transition,
      version,
      state: 'approved' as const,
      approvedAt: now,
      evidence: gate,
    };
    const after = settled(open, context);
    return {
      ...after,
      transition: { ...after.transition, version },
    };
  }
  return declared
    ? { ok: true, transition }
    : { ...ended('completed'), enters: to };
}

function refusal(problem: TransitionProblem, message: string) {
  return { ok: false as const, problem, message };
}

function ids(stages: readonly StageDefinition[]): string {
  return stages.map(({ id }) => id).join(', ');
}
