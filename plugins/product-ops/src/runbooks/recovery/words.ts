import {
  readableDay,
  readableDuration,
  readableElapsed,
  RECOVERY_OBJECTIVES,
  type Drill,
  type RecoveryObjectives,
  type RecoveryProof,
} from '@productops/backstage-plugin-product-ops-common';
import type { Tone } from '../../components';
import type { Text } from '../../useText';

export function toneOfProof(proof: RecoveryProof): Tone {
  return (
    {
      proven: 'ok',
      missed: 'bad',
      failed: 'bad',
      unmeasured: 'warn',
      never: 'neutral',
    } as const
  )[proof];
}

/** What is promised, such as “recovery time 1 h · data loss 15 min”. */
export function promisesOf(t: Text, promised: RecoveryObjectives): string {
  const said = RECOVERY_OBJECTIVES.flatMap(objective => {
    const duration = promised[objective];
    return duration
      ? [
          t('runbooks.recovery.promises', {
            what: t(`runbooks.recovery.${objective}`),
            duration: readableDuration(duration),
          }),
        ]
      : [];
  });
  return said.join(' · ') || t('runbooks.recovery.nothing');
}

/** What is promised of one objective, and what the last drill has proven of it, in a sentence; nothing of nothing. */
export function verdictOf(
  t: Text,
  options: { promised?: string; of: 'time' | 'loss'; drill?: Drill },
): string | undefined {
  const { promised, of, drill } = options;
  const values = { promised: promised ? readableDuration(promised) : '' };
  if (!drill) {
    return promised ? t('runbooks.recovery.verdict.never', values) : undefined;
  }
  const { result, ms, overMs = 0 } = drill[of];
  const day = readableDay(drill.at.slice(0, 10));
  if (drill.proof === 'failed') {
    return promised
      ? t('runbooks.recovery.verdict.failed', { ...values, day })
      : undefined;
  }
  if (result === 'unpromised' && ms === undefined) {
    return undefined;
  }
  return t(`runbooks.recovery.verdict.${result}`, {
    ...values,
    day,
    measured: readableElapsed(ms ?? 0),
    over: readableElapsed(overMs),
  });
}
