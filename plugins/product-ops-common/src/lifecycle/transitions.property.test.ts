import fc from 'fast-check';
import type { CheckResult } from './checks';
import type { Approver } from './gates';
import { stageChangeSeen, type StageChangeRecord } from './stageHistory';
import type { StageDefinition } from './stages';
import {
  blockingChecks,
  decideTransition,
  isOpenTransition,
  requestTransition,
  type TransitionContext,
  type TransitionOutcome,
  type TransitionRecord,
} from './transitions';

const PEOPLE = ['jo', 'kim', 'lee', 'ann'].map(name => `user:default/${name}`);
const APPROVERS: Approver[] = ['owner', 'operations'];
const stagesOf = (
  rules: Pick<StageDefinition, 'approvers' | 'fourEyes' | 'whenVacant'>,
): StageDefinition[] => [
  { id: 'preview', title: 'Preview', next: ['live'] },
  { id: 'live', title: 'Live', next: ['preview', 'retired'], ...rules },
  { id: 'retired', title: 'Retired', next: [] },
];

/** An entity with its file, its gate, and all that was done to it. */
interface Real {
  stages: StageDefinition[];
  stage?: string;
  declared: boolean;
  open: boolean;
  vacant: Approver[];
  gone: boolean;
  transitions: TransitionRecord[];
  history: StageChangeRecord[];
  minute: number;
}

type Model = {};

const failed: CheckResult = {
  check: 'monitoring',
  outcome: 'failed',
  evidence: 'It has no link.',
};
const passed: CheckResult = { ...failed, outcome: 'passed' };

function contextOf(real: Real): TransitionContext {
  real.minute += 1;
  const current = real.transitions[real.transitions.length - 1];
  return {
    now: new Date(Date.UTC(2026, 0, 1, 0, real.minute)).toISOString(),
    stage: real.stage,
    declared: real.declared,
    target: real.gone
      ? undefined
      : real.stages.find(({ id }) => id === current?.to),
    vacant: real.vacant,
    gate: [real.open ? passed : failed],
  };
}

function seeStage(real: Real, at: string, transition?: string) {
  const entry = stageChangeSeen(real.history[real.history.length - 1], {
    stage: real.stage,
    ...(real.history.length === 0 && { cause: 'first' }),
    transition,
    at,
  });
  if (entry) {
    real.history.push(entry);
  }
}

/** Keeps an outcome, and sees to it that it is one that the rules allow. */
function keep(
  real: Real,
  outcome: TransitionOutcome,
  context: TransitionContext,
) {
  if (!outcome.ok) {
    return;
  }
  const before = real.transitions[real.transitions.length - 1];
  const after = outcome.transition;
  if (before?.id === after.id) {
    expect(after.decisions.slice(0, before.decisions.length)).toEqual(
      before.decisions,
    );
    if (!isOpenTransition(before)) {
      expect(after).toEqual(before);
    }
    expect(after.version).toBe(
      before === after ? before.version : before.version + 1,
    );
    if (before.evidence) {
      expect(after.evidence).toEqual(before.evidence);
    }
    real.transitions[real.transitions.length - 1] = after;
  } else {
    expect(before === undefined || !isOpenTransition(before)).toBe(true);
    real.transitions.push(after);
  }
  if (after.approvedAt && !before?.approvedAt) {
    expectApproved(real, after, context);
  }
  if (outcome.enters) {
    expect(real.declared).toBe(false);
    expect(after.state).toBe('completed');
    real.stage = outcome.enters;
  }
  if (after.state === 'completed' && before?.state !== 'completed') {
    expect(after.approvedAt).toBeDefined();
    expect(real.stage).toBe(after.to);
    seeStage(real, context.now, after.id);
  }
}

/** Told anew, in other words than the rules themselves: nothing is approved that should not be. */
function expectApproved(
  real: Real,
  transition: TransitionRecord,
  { target, gate }: TransitionContext,
) {
  const votes = transition.decisions.filter(
    ({ decision }) => decision === 'approve',
  );
  expect(blockingChecks(gate)).toEqual([]);
  expect(transition.evidence).toEqual(gate);
  for (const approver of target?.approvers ?? []) {
    const spoken = votes.some(({ as }) => as.includes(approver));
    const skipped =
      target?.whenVacant === 'skip' &&
      real.vacant.includes(approver) &&
      votes.length > 0;
    expect(spoken || skipped).toBe(true);
  }
  expect(
    target?.fourEyes !== false &&
      votes.some(({ by }) => by === transition.requestedBy),
  ).toBe(false);
}

const current = (real: Real) => real.transitions[real.transitions.length - 1];

type Step = fc.Command<Model, Real>;
const step = (name: string, run: (real: Real) => void): Step => ({
  check: () => true,
  toString: () => name,
  run: (_model, real) => {
    const history = [...real.history];
    run(real);
    // What is written stays written.
    expect(real.history.slice(0, history.length)).toEqual(history);
  },
});
const person = fc.constantFrom(...PEOPLE);
const roles = fc.subarray(APPROVERS);

const asks = fc
  .tuple(
    person,
    fc.constantFrom('preview', 'live', 'retired', 'beta'),
    fc.string(),
  )
  .map(([by, to, reason]) =>
    step(`${by} asks for ${to}`, real => {
      const before = current(real);
      if (before && isOpenTransition(before)) {
        return;
      }
      const stages = real.gone
        ? real.stages.filter(({ id }) => id !== 'live')
        : real.stages;
      const context = {
        ...contextOf(real),
        target: stages.find(({ id }) => id === to),
      };
      const outcome = requestTransition(
        {
          id: `t${real.transitions.length}`,
          entityRef: 'product:default/cart',
          from: real.stage,
          to,
          by,
          reason,
        },
        { ...context, stages },
      );
      keep(real, outcome, context);
    }),
  );
const decides = fc
  .tuple(
    fc.constantFrom('approve' as const, 'refuse' as const),
    person,
    roles,
    fc.string(),
  )
  .map(([type, by, as, reason]) =>
    step(`${by} (${as}) would ${type}`, real => {
      const before = current(real);
      if (before) {
        const context = contextOf(real);
        keep(
          real,
          decideTransition(before, { type, by, as, reason }, context),
          context,
        );
      }
    }),
  );
const withdraws = person.map(by =>
  step(`${by} withdraws`, real => {
    const before = current(real);
    if (before) {
      const context = contextOf(real);
      keep(
        real,
        decideTransition(before, { type: 'withdraw', by }, context),
        context,
      );
    }
  }),
);
const observed = (real: Real) => {
  const context = contextOf(real);
  const before = current(real);
  if (before) {
    keep(real, decideTransition(before, { type: 'observe' }, context), context);
  }
  seeStage(real, context.now);
};
const looks = fc.constant(step('the suite looks', observed));
const commits = fc
  .constantFrom(undefined, 'preview', 'live', 'retired', 'beta')
  .map(stage =>
    step(`a file says ${stage}`, real => {
      real.stage = stage;
      real.declared = stage !== undefined;
    }),
  );
const changes = fc
  .record({ open: fc.boolean(), vacant: roles, gone: fc.boolean() })
  .map(changed =>
    step(`the world is ${JSON.stringify(changed)}`, real => {
      Object.assign(real, changed);
    }),
  );

describe('transitions', () => {
  it('reach no state that the rules forbid, and leave a history that never shrinks', () => {
    let completed = 0;
    fc.assert(
      fc.property(
        fc.commands([asks, decides, withdraws, looks, commits, changes], {
          maxCommands: 60,
        }),
        fc.record({
          approvers: roles,
          fourEyes: fc.boolean(),
          whenVacant: fc.constantFrom('wait' as const, 'skip' as const),
        }),
        fc.boolean(),
        (commands, rules, declared) => {
          const start = (): Real => ({
            stages: stagesOf(rules),
            stage: 'preview',
            declared,
            open: true,
            vacant: [],
            gone: false,
            transitions: [],
            history: [],
            minute: 0,
          });
          const real = start();
          fc.modelRun(() => ({ model: {}, real }), commands);
          completed += real.transitions.filter(
            ({ state }) => state === 'completed',
          ).length;
        },
      ),
      { numRuns: 400 },
    );
    // The ways that were tried led somewhere.
    expect(completed).toBeGreaterThan(0);
  });

  const context: TransitionContext = {
    now: '2026-11-22T08:00:00.000Z',
    stage: 'preview',
    declared: true,
    target: stagesOf({ approvers: ['owner', 'operations'] })[1],
    vacant: [],
    gate: [passed],
  };
  const request = {
    id: 't',
    entityRef: 'product:default/cart',
    from: 'preview',
    to: 'live',
    by: PEOPLE[0],
    reason: 'Everybody has it',
  };
  const stages = stagesOf({ approvers: ['owner', 'operations'] });
  const asked = (more: Partial<TransitionContext> = {}) => {
    const outcome = requestTransition(request, { ...context, ...more, stages });
    if (!outcome.ok) {
      throw new Error(outcome.message);
    }
    return outcome.transition;
  };
  const approve = (by: string, as: Approver[]) => ({
    type: 'approve' as const,
    by,
    as,
  });

  it('are approved by each approver once, then wait for the file', () => {
    const first = decideTransition(
      asked(),
      approve(PEOPLE[1], ['owner']),
      context,
    );
    expect(first).toMatchObject({
      ok: true,
      transition: { state: 'requested' },
    });
    const { transition } = first as { transition: TransitionRecord };
    expect(
      decideTransition(transition, approve(PEOPLE[1], ['owner']), context),
    ).toEqual({ ok: true, transition });
    const second = decideTransition(
      transition,
      approve(PEOPLE[2], ['operations']),
      context,
    ) as { transition: TransitionRecord };
    expect(second).toMatchObject({
      transition: { state: 'approved', version: 3, evidence: [passed] },
    });
    expect(
      decideTransition(
        second.transition,
        { type: 'observe' },
        { ...context, stage: 'live' },
      ),
    ).toMatchObject({ transition: { state: 'completed', version: 4 } });
    expect(
      decideTransition(
        second.transition,
        { type: 'observe' },
        { ...context, stage: 'retired' },
      ),
    ).toMatchObject({ transition: { state: 'superseded' } });
  });

  it('change the stage at once where no file declares it', () => {
    const undeclared = { ...context, declared: false };
    const open = {
      ...undeclared,
      target: { ...context.target!, approvers: [] },
    };
    expect(
      requestTransition(request, { ...open, stages: [stages[0], open.target] }),
    ).toMatchObject({
      ok: true,
      enters: 'live',
      transition: { state: 'completed', evidence: [passed] },
    });
  });

  it('say why they cannot be', () => {
    const problem = (outcome: TransitionOutcome) =>
      outcome.ok ? 'none' : outcome.problem;
    const ask = (more: object) =>
      problem(
        requestTransition({ ...request, ...more }, { ...context, stages }),
      );
    expect(ask({ from: 'live' })).toBe('moved');
    expect(ask({ to: 'beta' })).toBe('unknown-stage');
    expect(ask({ to: 'preview' })).toBe('same-stage');
    expect(ask({ to: 'retired' })).toBe('not-next');
    expect(ask({ reason: ' ' })).toBe('reason-missing');

    const decide = (
      command: Parameters<typeof decideTransition>[1],
      more: Partial<TransitionContext> = {},
    ) => decideTransition(asked(), command, { ...context, ...more });
    expect(problem(decide(approve(PEOPLE[0], ['owner'])))).toBe('four-eyes');
    expect(problem(decide(approve(PEOPLE[1], [])))).toBe('not-approver');
    expect(
      decide(approve(PEOPLE[1], ['owner']), { gate: [failed] }),
    ).toMatchObject({ problem: 'gate-closed', blocking: [failed] });
    expect(
      problem(decide(approve(PEOPLE[1], ['owner']), { stage: 'retired' })),
    ).toBe('moved');
    expect(
      problem(decide({ ...approve(PEOPLE[1], ['owner']), type: 'refuse' })),
    ).toBe('reason-missing');
    const waived = {
      ...failed,
      waiver: { until: '2027-01-01', reason: 'Late', by: PEOPLE[2] },
    };
    expect(
      problem(decide(approve(PEOPLE[1], ['owner']), { gate: [waived] })),
    ).toBe('none');
  });

  it('wait for an approver that nobody is, unless the stage passes over it', () => {
    const vacant: Approver[] = ['operations'];
    const decide = (target: StageDefinition) =>
      decideTransition(asked({ target }), approve(PEOPLE[1], ['owner']), {
        ...context,
        target,
        vacant,
      });
    const target = context.target!;
    expect(decide(target)).toMatchObject({
      transition: { state: 'requested' },
    });
    expect(decide({ ...target, whenVacant: 'skip' })).toMatchObject({
      transition: { state: 'approved' },
    });
  });
});
