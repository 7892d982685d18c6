import fc from 'fast-check';
import { BUILT_IN_FACTS, type FactValue } from './facts';
import {
  answerCheck,
  expectationProblem,
  type AttestationAnswer,
  type CheckDefinition,
  type CheckResult,
  type WaiverAnswer,
} from './checks';
import { DEFAULT_CHECKS } from './defaultChecks';
import { demandsOf, nextStagesOf, readApprover } from './gates';
import { isReady, readinessOf, standingOf } from './readiness';
import { remedyOf } from './remedies';
import { DEFAULT_STAGES, type StageDefinition } from './stages';

const stages = DEFAULT_STAGES;
const moment = fc
  .date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());
const fact: fc.Arbitrary<FactValue> = fc.record(
  {
    value: fc.oneof(fc.boolean(), fc.integer(), fc.string()),
    notApplicable: fc.boolean(),
    evidence: fc.string(),
    until: moment,
  },
  { requiredKeys: [] },
);
const attestation: fc.Arbitrary<AttestationAnswer> = fc.record(
  {
    answer: fc.constantFrom('yes', 'no', 'notApplicable'),
    by: fc.constant('user:default/jo'),
    at: moment,
    validUntil: moment,
    evidence: fc.string(),
  },
  { requiredKeys: ['answer', 'by', 'at'] },
);
const waiver: fc.Arbitrary<WaiverAnswer> = fc.record({
  until: moment,
  reason: fc.constant('The vendor is late'),
  by: fc.constant('user:default/ann'),
});
const result: fc.Arbitrary<CheckResult> = fc.record(
  {
    check: fc.string(),
    outcome: fc.constantFrom('passed', 'failed', 'notApplicable', 'unanswered'),
    evidence: fc.string(),
    waiver,
  },
  { requiredKeys: ['check', 'outcome', 'evidence'] },
);

describe('answers', () => {
  const check: CheckDefinition = {
    id: 'load',
    title: 'It bears the load',
    attestedBy: ['operations'],
  };

  it('of people count until their time has come, then nobody has answered', () => {
    fc.assert(
      fc.property(attestation, moment, (given, now) => {
        const { outcome } = answerCheck(
          check,
          { facts: new Map(), attestation: given },
          { now, stages },
        );
        const counts = !given.validUntil || given.validUntil > now;
        expect(outcome === 'unanswered').toBe(!counts);
        expect(outcome === 'passed').toBe(counts && given.answer === 'yes');
      }),
    );
  });

  it('stay what they are until the moment they name, whatever the kind of check', () => {
    fc.assert(
      fc.property(
        fact,
        fc.option(attestation, { nil: undefined }),
        fc.option(waiver, { nil: undefined }),
        fc.constantFrom(check, ...DEFAULT_CHECKS),
        moment,
        moment,
        (value, given, exception, asked, one, other) => {
          const [now, later] = [one, other].sort();
          const at = (time: string) =>
            answerCheck(
              asked,
              {
                facts: new Map([[asked.fact ?? '', value]]),
                attestation: given,
                waiver: exception,
              },
              { now: time, stages },
            );
          const before = at(now);
          fc.pre(!before.until || before.until > later);
          expect(standingOf(at(later))).toBe(standingOf(before));
        },
      ),
    );
  });

  it('are never made up: what is not known is unanswered, and an exception changes no outcome', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DEFAULT_CHECKS),
        fact,
        waiver,
        moment,
        (asked, value, exception, now) => {
          const facts = new Map([[asked.fact!, value]]);
          const plain = answerCheck(asked, { facts }, { now, stages });
          const excepted = answerCheck(
            asked,
            { facts, waiver: exception },
            { now, stages },
          );
          expect(excepted.outcome).toBe(plain.outcome);
          expect(
            answerCheck(asked, { facts: new Map() }, { now, stages }).outcome,
          ).toBe('unanswered');
        },
      ),
    );
  });

  it.each([
    ['equals', true, true, 'passed'],
    ['notEquals', 'a', 'a', 'failed'],
    ['atLeast', 2, 2, 'passed'],
    ['atLeast', 3, 2, 'failed'],
    ['atMost', 0, 1, 'failed'],
    ['oneOf', ['a', 'b'], 'b', 'passed'],
    ['oneOf', ['a', 'b'], 'c', 'failed'],
    ['atLeastStage', 'live', 'sunset', 'passed'],
    ['atLeastStage', 'live', 'preview', 'failed'],
    ['atLeastStage', 'live', 'of old', 'failed'],
  ] as const)('%s %j: of %j it %s', (operator, expected, value, outcome) => {
    const asked: CheckDefinition = {
      id: 'asked',
      title: 'Asked',
      fact: 'fact',
      operator,
      expected: expected as CheckDefinition['expected'],
    };
    expect(
      answerCheck(
        asked,
        { facts: new Map([['fact', { value }]]) },
        { now: '2026-11-22T00:00:00.000Z', stages },
      ).outcome,
    ).toBe(outcome);
  });
});

describe('readiness', () => {
  it('counts every result once, and is ready when nothing failed and nothing is open', () => {
    fc.assert(
      fc.property(fc.array(result), results => {
        const counts = readinessOf(results);
        const { demanded, passed, failed, open, waived, notApplicable } =
          counts;
        expect(passed + failed + open + waived).toBe(demanded);
        expect(demanded + notApplicable).toBe(results.length);
        expect(isReady(counts)).toBe(
          results.every(
            entry =>
              entry.waiver ||
              ['passed', 'notApplicable'].includes(entry.outcome),
          ),
        );
      }),
    );
  });

  it('of parts adds up to that of the whole, in any order', () => {
    fc.assert(
      fc.property(fc.array(result), fc.array(result), (a, b) => {
        const whole = readinessOf([...b, ...a]);
        const [one, other] = [readinessOf(a), readinessOf(b)];
        for (const key of Object.keys(whole) as Array<keyof typeof whole>) {
          expect(whole[key]).toBe(one[key] + other[key]);
        }
      }),
    );
  });
});

describe('gates', () => {
  const kind = fc.constantFrom('Product', 'component', 'API', 'Group');
  const tier = fc.option(fc.constantFrom(1, 2, 3, 4), { nil: undefined });

  it('demand known checks only, each once, of those they are for', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record(
            {
              check: fc.constantFrom(
                'unknown',
                ...DEFAULT_CHECKS.map(c => c.id),
              ),
              kinds: fc.array(kind),
              tiers: fc.array(fc.constantFrom(1, 2, 3, 4)),
            },
            { requiredKeys: ['check'] },
          ),
        ),
        kind,
        tier,
        (gate, ofKind, ofTier) => {
          const entity = { kind: ofKind, tier: ofTier };
          const stage: StageDefinition = { id: 'live', title: 'Live', gate };
          const ids = demandsOf(stage, entity, DEFAULT_CHECKS).map(
            ({ id }) => id,
          );
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids).not.toContain('unknown');
          const open = gate.filter(demand => !demand.kinds && !demand.tiers);
          const forAll = DEFAULT_CHECKS.filter(c => !c.kinds && !c.tiers);
          for (const { check } of open) {
            const anybody = forAll.some(({ id }) => id === check);
            expect(!anybody || ids.includes(check)).toBe(true);
          }
        },
      ),
    );
  });

  it('of the default stages demand only checks that there are, whose facts there are, with something to do about each', () => {
    const facts = new Map(BUILT_IN_FACTS.map(one => [one.id, one]));
    const ids = DEFAULT_CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const check of DEFAULT_CHECKS) {
      const { attestedBy, operator = 'equals', expected = true } = check;
      const known = facts.get(check.fact ?? '')?.type;
      // What no fact answers is asked of somebody.
      const problem = known
        ? expectationProblem({ type: known, operator, expected, stages })
        : attestedBy?.find(who => readApprover(who) !== who);
      expect(problem).toBe(undefined);
      expect(Boolean(known)).toBe(!attestedBy);
      for (const ofKind of ['Product', 'component']) {
        expect(
          remedyOf(check, { kind: ofKind, file: 'catalog-info.yaml' })?.label,
        ).toBeTruthy();
      }
    }
    for (const { gate = [], approvers = [] } of stages) {
      for (const { check } of gate) {
        expect(ids).toContain(check);
      }
      for (const approver of approvers) {
        expect(readApprover(approver)).toBe(approver);
      }
    }
  });

  it('lead to the stages beside and out; from an unknown stage to any; where said, only there', () => {
    const next = (id?: string, list: readonly StageDefinition[] = stages) =>
      nextStagesOf(id, list).map(stage => stage.id);
    expect(next('discovery')).toEqual(['development', 'sunset']);
    expect(next('live')).toEqual(['preview', 'maintenance', 'sunset']);
    expect(next('sunset')).toEqual(['maintenance', 'retired']);
    expect(next('retired')).toEqual(['sunset']);
    expect(next('of old')).toHaveLength(stages.length);
    expect(next()).toHaveLength(stages.length);
    expect(
      next(
        'live',
        stages.map(stage => ({ ...stage, next: ['retired', 'live'] })),
      ),
    ).toEqual(['retired']);
  });
});

it.each([
  ['owner', 'owner'],
  [' operations ', 'operations'],
  ['group:SRE', 'group:default/sre'],
  ['user:other/jo', 'user:other/jo'],
  ['component:cart', undefined],
  ['operation', undefined],
])('who has a say: %j is %j', (text, approver) => {
  expect(readApprover(text)).toBe(approver);
});
