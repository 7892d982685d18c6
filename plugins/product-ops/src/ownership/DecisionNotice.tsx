import { useText } from '../useText';
import { Notice } from './Notice';
import { TransferFacts, TransferTag } from './TransferFacts';
import type { Decided, Deciding } from './useDeciding';

/** What became of a decision, in words; where somebody was faster, how it is now. */
export function DecidedText(props: { decided: Decided }) {
  const { entity, decision, current, failure } = props.decided;
  const t = useText();
  if (current) {
    return (
      <>
        {t('ownershipPage.transfers.conflict', { entity })}{' '}
        <TransferTag state={current.state} />
        <TransferFacts transfer={current} />
      </>
    );
  }
  return (
    <>
      {failure
        ? `${t('ownershipPage.transfers.failed')}: ${failure}`
        : t(`ownershipPage.transfers.done.${decision}`, { entity })}
    </>
  );
}

/** What became of the last decision about a transfer. */
export function DecisionNotice(props: { deciding: Deciding }) {
  const { decided, forget } = props.deciding;
  const t = useText();
  return (
    <Notice
      label={t('ownershipPage.verify.results')}
      good={!decided?.failure && !decided?.current}
      onHide={forget}
    >
      {decided && <DecidedText decided={decided} />}
    </Notice>
  );
}
