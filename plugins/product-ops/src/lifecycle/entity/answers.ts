import type { Readiness } from '@productops/backstage-plugin-product-ops-common';
import type { Text } from '../../useText';

/** What is to be said first of the stage that something is in. */
export function presentAnswer(
  t: Text,
  stage: string,
  { demanded, failed, open, waived }: Readiness,
): string {
  const count = failed + open;
  if (demanded === 0) {
    return t('lifecycleTab.nothingDemanded', { stage });
  }
  if (count > 0) {
    return t('lifecycleTab.someFail', {
      stage,
      count,
      demanded: String(demanded),
    });
  }
  return waived > 0
    ? t('lifecycleTab.allButWaived', { stage, count: waived })
    : t('lifecycleTab.allHold', { stage, count: demanded });
}

/** What is to be said first of a stage that may come next. */
export function gateAnswer(
  t: Text,
  stage: string,
  { demanded, failed, open }: Readiness,
): string {
  const count = failed + open;
  return count > 0
    ? t('lifecycleTab.blocks', { stage, count, demanded: String(demanded) })
    : t('lifecycleTab.gateOpen', { stage });
}
