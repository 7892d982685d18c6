import type { AppliesTo, Approver } from './gates';
import type { FactValue, FactType } from './facts';
import { stageRank, type StageDefinition } from './stages';

/**
 * How the value of a fact is compared with what is expected of it.
 *
 * @public
 */
export type CheckOperator =
  | 'equals'
  | 'notEquals'
  | 'atLeast'
  | 'atMost'
  | 'oneOf'
  | 'atLeastStage';

/**
 * What is expected of a fact: a list for `oneOf`, a number for `atLeast` and `atMost`, the id of a stage for
 * `atLeastStage`.
 *
 * @public
 */
export type CheckExpectation =
  | boolean
  | number
  | string
  | Array<string | number>;

/**
 * One question about an entity, answered by a fact or by a person.
 *
 * @public
 */
export interface CheckDefinition extends AppliesTo {
  /** Unique among all checks. */
  id: string;
  /** What must be true, in a few words: `Who runs it is known`. */
  title: string;
  /** Why it matters. */
  description?: string;
  /** The id of the fact that answers it. A check has either this or `attestedBy`. */
  fact?: string;
  /** `equals` when absent. */
  operator?: CheckOperator;
  /** `true` when absent. */
  expected?: CheckExpectation;
  /** Who may answer it. */
  attestedBy?: Approver[];
  /** How long an answer counts: an ISO 8601 duration; for ever when absent. */
  validFor?: string;
  /** What to do where it is not so, in place of what the fact says by itself. */
  remedy?: CheckRemedy;
}

/**
 * How to make a check pass.
 *
 * @public
 */
export interface CheckRemedy {
  /** What to do, as on a button: `Name a security contact`. */
  label: string;
  /** Lines to add to the catalog file of the entity. */
  yaml?: string;
  /** A page that says more: a URL, or a place in the portal that starts with `/`. */
  url?: string;
}

/**
 * The answer to a check.
 *
 * @public
 */
export type CheckOutcome = 'passed' | 'failed' | 'notApplicable' | 'unanswered';

/**
 * The answer of a person to an attested check.
 *
 * @public
 */
export interface AttestationAnswer {
  answer: 'yes' | 'no' | 'notApplicable';
  /** The full ref of who answered. */
  by: string;
  /** When, ISO 8601 in UTC. */
  at: string;
  /** Until when it counts, ISO 8601 in UTC; for ever when absent. */
  validUntil?: string;
  /** What the person gave as evidence. */
  evidence?: string;
}

/**
 * A granted exception to one check of one entity.
 *
 * @public
 */
export interface WaiverAnswer {
  /** Until when it counts, ISO 8601 in UTC. */
  until: string;
  reason: string;
  /** The full ref of who granted it. */
  by: string;
  /** The ids of the stages whose gates go by it: those for which who granted it has a say. All when absent. */
  stages?: readonly string[];
}

/**
 * What is known of an entity, to answer a check with.
 *
 * @public
 */
export interface CheckInput {
  /** The values of facts, by id; a fact that is absent is not known. */
  facts: ReadonlyMap<string, FactValue>;
  attestation?: AttestationAnswer;
  waiver?: WaiverAnswer;
}

/**
 * A check answered.
 *
 * @public
 */
export interface CheckResult {
  /** The id of the check. */
  check: string;
  outcome: CheckOutcome;
  /** What the answer rests on, in a sentence that names nobody and nothing which not everybody may know. */
  evidence: string;
  /** Full refs of entities that the evidence is about. */
  about?: string[];
  /** Who answered an attested check, by full ref, and when. */
  answered?: { by: string; at: string };
  /** The exception in force; it changes how the check counts, never its outcome. */
  waiver?: WaiverAnswer;
  /** The moment at which the answer, or how it counts, changes by itself: ISO 8601 in UTC. */
  until?: string;
}

/**
 * Answers a check. Nothing is guessed: what is not known is unanswered.
 *
 * @param options - `now` is ISO 8601 in UTC
 *
 * @public
 */
export function answerCheck(
  check: CheckDefinition,
  input: CheckInput,
  options: { now: string; stages: readonly StageDefinition[] },
): CheckResult {
  const { now } = options;
  const answer = check.fact
    ? answerOfFact(check, input.facts.get(check.fact), options.stages)
    : answerOfPerson(input.attestation, now);
  const waiver =
    input.waiver && instant(input.waiver.until) > instant(now)
      ? input.waiver
      : undefined;
  const until = earliest(answer.until, waiver?.until);
  return {
    check: check.id,
    ...answer,
    ...(waiver && { waiver }),
    ...(until && { until }),
  };
}

type Answer = Omit<CheckResult, 'check' | 'waiver'>;

function answerOfFact(
  check: CheckDefinition,
  fact: FactValue | undefined,
  stages: readonly StageDefinition[],
): Answer {
  const about = fact?.about?.length ? { about: fact.about } : {};
  const until = fact?.until ? { until: fact.until } : {};
  if (fact?.notApplicable) {
    return {
      outcome: 'notApplicable',
      evidence: fact.evidence ?? 'It does not apply here.',
      ...about,
      ...until,
    };
  }
  if (fact?.value === undefined) {
    return {
      outcome: 'unanswered',
      evidence: fact?.evidence ?? 'It is not known yet.',
      ...about,
      ...until,
    };
  }
  const { operator = 'equals', expected = true } = check;
  return {
    outcome: compare(fact.value, operator, expected, stages)
      ? 'passed'
      : 'failed',
    evidence: fact.evidence ?? `The value is ${fact.value}.`,
    ...about,
    ...until,
  };
}

function answerOfPerson(
  attestation: AttestationAnswer | undefined,
  now: string,
): Answer {
  if (!attestation) {
    return { outcome: 'unanswered', evidence: 'Nobody has answered it yet.' };
  }
  const { answer, by, at, validUntil, evidence } = attestation;
  const answered = { by, at };
  if (validUntil && instant(validUntil) <= instant(now)) {
    return {
      outcome: 'unanswered',
      evidence: 'The last answer counts no more.',
      about: [by],
      answered,
    };
  }
  const outcomes = {
    yes: 'passed',
    no: 'failed',
    notApplicable: 'notApplicable',
  };
  const said = { yes: 'Yes.', no: 'No.', notApplicable: 'It does not apply.' };
  return {
    outcome: outcomes[answer] as CheckOutcome,
    evidence: evidence?.trim() || said[answer],
    about: [by],
    answered,
    ...(validUntil && { until: validUntil }),
  };
}

function compare(
  value: NonNullable<FactValue['value']>,
  operator: CheckOperator,
  expected: CheckExpectation,
  stages: readonly StageDefinition[],
): boolean {
  switch (operator) {
    case 'equals':
      return value === expected;
    case 'notEquals':
      return value !== expected;
    case 'atLeast':
      return Number(value) >= Number(expected);
    case 'atMost':
      return Number(value) <= Number(expected);
    case 'oneOf':
      return (
        Array.isArray(expected) && expected.some(wanted => wanted === value)
      );
    default: {
      const rank = stageRank(String(value), stages);
      const least = stageRank(String(expected), stages);
      return rank !== undefined && least !== undefined && rank >= least;
    }
  }
}

/**
 * Why an expectation does not fit an operator and the type of a fact; nothing when it does.
 *
 * @public
 */
export function expectationProblem(options: {
  type: FactType;
  operator: CheckOperator;
  expected: unknown;
  stages: readonly StageDefinition[];
}): string | undefined {
  const { type, operator, expected, stages } = options;
  switch (operator) {
    case 'atLeast':
    case 'atMost':
      if (type !== 'number') {
        return `${operator} compares numbers, and the fact is a ${type}`;
      }
      return typeof expected === 'number' && Number.isFinite(expected)
        ? undefined
        : 'expected a number';
    case 'oneOf':
      return Array.isArray(expected) &&
        expected.length > 0 &&
        expected.every(value => typeof value === type)
        ? undefined
        : `expected a list of ${type}s`;
    case 'atLeastStage':
      if (type !== 'string') {
        return `${operator} compares stages, and the fact is a ${type}`;
      }
      return stageRank(String(expected), stages) === undefined
        ? `expected one of ${stages.map(({ id }) => id).join(', ')}`
        : undefined;
    default:
      return typeof expected === type ? undefined : `expected a ${type}`;
  }
}

function instant(text: string): number {
  return new Date(text).getTime();
}

function earliest(a?: string, b?: string): string | undefined {
  if (!a || !b) {
    return a ?? b;
  }
  return instant(a) <= instant(b) ? a : b;
}
