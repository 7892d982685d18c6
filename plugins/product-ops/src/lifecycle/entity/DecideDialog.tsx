import { type ReactNode, useState } from 'react';
import type { StageTransition } from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useDecideTransition } from '../../api/lifecycleHooks';
import { useText } from '../../useText';
import { currentTransition } from './conflicts';
import { TextDialog } from './TextDialog';
import { useTell } from './told';
import { Blocking, TransitionFacts } from './TransitionFacts';

/** Approves or refuses a move, or takes it back. */
export function DecideDialog(props: {
  transition: StageTransition;
  decision: 'approve' | 'refuse' | 'withdraw';
  onClose: () => void;
}) {
  const { transition, decision, onClose } = props;
  const { id, entity, to } = transition;
  const names = { entity: entity.title, stage: to.title };
  const t = useText();
  const tell = useTell();
  const decide = useDecideTransition();
  // The transition that was seen when the dialog was opened: nobody approves what they have not seen.
  const [version, setVersion] = useState(transition.version);
  const optional = decision !== 'refuse';

  async function send(reason: string): Promise<ReactNode | undefined> {
    try {
      await decide.mutateAsync({
        id,
        version,
        decision,
        ...(reason && { reason }),
      });
      tell(t(`lifecycleTab.decide.${decision}.done`, names));
      return undefined;
    } catch (error) {
      const current = currentTransition(error);
      if (!current) {
        return `${t('lifecycleTab.failed')}: ${refusalOf(error).message}`;
      }
      setVersion(current.version);
      return (
        <>
          {current.version === version
            ? `${t('lifecycleTab.failed')}: ${refusalOf(error).message}`
            : t('lifecycleTab.changedMeanwhile')}{' '}
          <TransitionFacts transition={current} />
          <Blocking transition={current} />
        </>
      );
    }
  }

  return (
    <TextDialog
      title={t(`lifecycleTab.decide.${decision}.title`, names)}
      text={t(`lifecycleTab.decide.${decision}.text`)}
      submit={t(`lifecycleTab.decide.${decision}.submit`)}
      label={t(
        optional ? 'lifecycleTab.reasonOptional' : 'lifecycleTab.reason',
      )}
      required={!optional}
      onClose={onClose}
      onSubmit={send}
    />
  );
}
