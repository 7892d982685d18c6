import type {
  EntitySunset,
  SunsetPlan,
} from '@productops/backstage-plugin-product-ops-common';
import { distance, isOver, readableDate } from '../../components';
import type { Text } from '../../useText';

/** When something leaves, or was to leave, in a sentence. */
export function leavingSentence(
  { endOfLife }: Pick<SunsetPlan, 'endOfLife'>,
  t: Text,
): string {
  const told = {
    date: readableDate(endOfLife),
    far: distance(endOfLife) ?? endOfLife,
  };
  return isOver(endOfLife) ? t('sunset.left', told) : t('sunset.leaves', told);
}

/** How far those are that depend on it, in a sentence or two. */
export function waitingSentence({ counts }: SunsetPlan, t: Text): string {
  const staying = counts.total - counts.gone;
  if (staying === 0) {
    return counts.total === 0 ? t('sunset.never') : t('sunset.goneSoFar');
  }
  const answers =
    counts.open > 0
      ? t('sunset.waiting', { count: counts.open })
      : t('sunset.answered', { count: staying });
  return counts.overdue > 0
    ? `${answers} ${t('sunset.shouldHave', { count: counts.overdue })}`
    : answers;
}

/** What an entity depends on that is leaving, in a sentence. */
export function dependsSentence(
  { entity, plan, stage }: EntitySunset['dependsOn'][number],
  t: Text,
): string {
  return plan
    ? t('sunset.dependsOnLine', {
        entity: entity.title,
        date: readableDate(plan.endOfLife),
        far: distance(plan.endOfLife) ?? plan.endOfLife,
      })
    : t('sunset.dependsOnUnplanned', {
        entity: entity.title,
        stage: stage.title,
      });
}
