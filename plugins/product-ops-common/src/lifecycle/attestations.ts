import { DateTime, Duration } from 'luxon';
import type { AttestationAnswer, CheckDefinition } from './checks';

/** The most characters of a person's evidence or reason. @public */
export const MAX_LIFECYCLE_TEXT = 2000;

/**
 * The answer of a person to an attested check, with the time until which it counts.
 *
 * @param given - `at` is ISO 8601 in UTC
 *
 * @public
 */
export function attestationOf(
  check: Pick<CheckDefinition, 'validFor'>,
  given: Pick<AttestationAnswer, 'answer' | 'by' | 'at' | 'evidence'>,
): AttestationAnswer {
  const evidence = given.evidence?.trim();
  const validFor = check.validFor && Duration.fromISO(check.validFor);
  return {
    answer: given.answer,
    by: given.by,
    at: given.at,
    ...(evidence && { evidence }),
    ...(validFor &&
      validFor.isValid && {
        validUntil: DateTime.fromISO(given.at, { zone: 'utc' })
          .plus(validFor)
          .toJSDate()
          .toISOString(),
      }),
  };
}

/**
 * What is wrong with an answer to a check; nothing when it can be taken.
 *
 * @public
 */
export function attestationProblem(
  check: CheckDefinition,
  given: Pick<AttestationAnswer, 'evidence'>,
): string | undefined {
  if (!check.attestedBy) {
    return `check: got ${check.id}, which a fact answers; expected one that a person answers`;
  }
  return given.evidence?.trim()
    ? undefined
    : 'evidence: got none; expected what the answer rests on';
}
