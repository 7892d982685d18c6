import type { Score } from '../api/types';

/**
 * How items are scored: reach x impact x confidence / effort, or cost of delay / job size.
 *
 * @public
 */
export type ScoreMethod = 'rice' | 'wsjf';

/**
 * The inputs of each method.
 *
 * @public
 */
export const SCORE_INPUTS: Record<ScoreMethod, readonly string[]> = {
  rice: ['reach', 'impact', 'confidence', 'effort'],
  wsjf: ['costOfDelay', 'jobSize'],
};

/**
 * The score that declared inputs give.
 *
 * @remarks
 *
 * Without a method, it is the one whose inputs are all there (RICE when both are). The value is left out
 * when an input is missing, or effort or job size is not above 0.
 *
 * @public
 */
export function scoreOf(
  inputs: Readonly<Record<string, number>>,
  method?: ScoreMethod,
): Score {
  const complete = (candidate: ScoreMethod) =>
    SCORE_INPUTS[candidate].every(
      name => Object.hasOwn(inputs, name) && Number.isFinite(inputs[name]),
    );
  const used =
    method ??
    (['rice', 'wsjf'] as const).find(candidate => complete(candidate));
  const score: Score = { inputs: { ...inputs } };
  if (!used) {
    return score;
  }
  score.method = used;
  if (complete(used)) {
    const value =
      used === 'rice'
        ? (inputs.reach * inputs.impact * inputs.confidence) / inputs.effort
        : inputs.costOfDelay / inputs.jobSize;
    const divisor = used === 'rice' ? inputs.effort : inputs.jobSize;
    if (divisor > 0 && Number.isFinite(value)) {
      score.value = value;
    }
  }
  return score;
}
