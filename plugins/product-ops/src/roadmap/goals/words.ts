import type {
  GoalState,
  GoalSummary,
} from '@productops/backstage-plugin-product-ops-common';
import { distance, readableDate, type Tone } from '../../components';
import type { Text } from '../../useText';

const TONES: Record<GoalState, Tone> = {
  missed: 'bad',
  'at-risk': 'warn',
  'on-track': 'ok',
  unknown: 'neutral',
  reached: 'ok',
};

export function toneOfState(state: GoalState): Tone {
  return TONES[state];
}

/** A value with its unit. */
export function withUnit(value: number, unit: string | undefined): string {
  const text = value.toLocaleString(undefined, { maximumFractionDigits: 4 });
  return unit ? `${text} ${unit}` : text;
}

export function percentOf(share: number): string {
  return String(Math.round(Math.min(1, Math.max(0, share)) * 100));
}

/** Why a goal is at risk, in words. */
export function riskText(
  risk: GoalSummary['standing']['risks'][number],
  t: Text,
): string {
  const { kind } = risk;
  switch (kind) {
    case 'past-due':
      return t('roadmap.goals.risks.past-due', {
        date: readableDate(risk.due ?? ''),
      });
    case 'behind':
      return t('roadmap.goals.risks.behind', {
        percent: percentOf(risk.progress ?? 0),
        expected: percentOf(risk.expected ?? 0),
      });
    case 'old-value':
      return t('roadmap.goals.risks.old-value', {
        ago: distance(risk.measuredAt ?? '') ?? '',
      });
    case 'overdue-items':
      return t('roadmap.goals.risks.overdue-items', {
        count: risk.items ?? 0,
      });
    case 'late-items':
      return t('roadmap.goals.risks.late-items', { count: risk.items ?? 0 });
    default:
      return t(`roadmap.goals.risks.${kind}`);
  }
}
