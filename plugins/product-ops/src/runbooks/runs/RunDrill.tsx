import { useRunRecord } from '../../api/runsHooks';
import { Lines, Panel, Tag } from '../../components';
import { useText } from '../../useText';
import { toneOfProof, verdictOf } from '../recovery/words';

/** What a closed drill has shown, against what was promised when it was closed. */
export function RunDrill(props: { id: string }) {
  const t = useText();
  const drill = useRunRecord(props.id, { enabled: true }).data?.drill;
  if (!drill) {
    return null;
  }
  return (
    <Panel title={t('runbooks.runs.drill')}>
      <Tag tone={toneOfProof(drill.proof)}>
        {t(`runbooks.recovery.states.${drill.proof}`)}
      </Tag>
      <Lines label={t('runbooks.runs.drill')}>
        {(
          [
            ['rto', 'time'],
            ['rpo', 'loss'],
          ] as const
        ).map(([objective, of]) => {
          const { promised } = drill[of];
          const verdict = verdictOf(t, { of, drill, promised });
          return verdict ? (
            <li key={of}>
              <strong>{t(`runbooks.recovery.objectives.${objective}`)}:</strong>{' '}
              {verdict}
            </li>
          ) : null;
        })}
      </Lines>
    </Panel>
  );
}
