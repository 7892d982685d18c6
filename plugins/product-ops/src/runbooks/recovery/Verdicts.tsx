import {
  RECOVERY_OBJECTIVES,
  type Drill,
  type RecoveryObjectives,
} from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../../useText';
import { verdictOf } from './words';

/** What is promised of each objective, and what a drill has proven of it, a line each. */
export function Verdicts(props: {
  promised: RecoveryObjectives;
  drill?: Drill;
}) {
  const { promised, drill } = props;
  const t = useText();
  return (
    <>
      {RECOVERY_OBJECTIVES.map(objective => {
        const verdict = verdictOf(t, {
          promised: promised[objective],
          of: objective === 'rto' ? 'time' : 'loss',
          drill,
        });
        return verdict ? (
          <div key={objective}>
            <strong>{t(`runbooks.recovery.objectives.${objective}`)}:</strong>{' '}
            {verdict}
          </div>
        ) : null;
      })}
    </>
  );
}
