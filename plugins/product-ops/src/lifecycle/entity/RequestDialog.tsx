import { type ReactNode, useState } from 'react';
import type {
  EntityLifecycle,
  NextStage,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useRequestTransition } from '../../api/lifecycleHooks';
import { useText } from '../../useText';
import { StageTag } from '../StageTag';
import { currentStage, currentTransition } from './conflicts';
import { TextDialog } from './TextDialog';
import { useTell } from './told';
import { TransitionFacts } from './TransitionFacts';

/** Asks for another stage. */
export function RequestDialog(props: {
  lifecycle: EntityLifecycle;
  next: NextStage;
  onClose: () => void;
}) {
  const { lifecycle, next, onClose } = props;
  const { entity } = lifecycle;
  const stage = next.title;
  const t = useText();
  const tell = useTell();
  const request = useRequestTransition();
  // The stage that was seen when the dialog was opened.
  const [from, setFrom] = useState(lifecycle.stage.stage);

  async function send(reason: string): Promise<ReactNode | undefined> {
    try {
      const { state } = await request.mutateAsync({
        entity: entity.ref,
        ...(from && { from }),
        to: next.stage,
        reason,
      });
      tell(
        `${t('lifecycleTab.asked', { stage })} ${
          state === 'requested' ? '' : t(`lifecycleTab.immediately.${state}`)
        }`.trim(),
      );
      return undefined;
    } catch (error) {
      const open = currentTransition(error);
      if (open) {
        return (
          <>
            {t('lifecycleTab.otherOpen', { stage: open.to.title })}{' '}
            <TransitionFacts transition={open} />
          </>
        );
      }
      const moved = currentStage(error);
      if (moved) {
        setFrom(moved.stage);
        return t('lifecycleTab.movedMeanwhile', {
          stage: <StageTag stage={moved} />,
        });
      }
      return `${t('lifecycleTab.failed')}: ${refusalOf(error).message}`;
    }
  }

  return (
    <TextDialog
      title={t('lifecycleTab.askTitle', { entity: entity.title, stage })}
      text={t('lifecycleTab.askText')}
      submit={t('lifecycleTab.askSubmit')}
      label={t('lifecycleTab.reason')}
      required
      onClose={onClose}
      onSubmit={send}
    />
  );
}
