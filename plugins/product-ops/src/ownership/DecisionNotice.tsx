import type { Transfer } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../useText';
import { Notice } from '../components';
import { OwnerDialog } from './OwnerDialog';
import { TransferFacts, TransferTag } from './TransferFacts';
import type { Decided, Deciding } from './useDeciding';

function DecidedText(props: { decided: Decided }) {
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

/** Asks for the reason; it stays with what was typed until that is kept or thrown away. */
function DeclineDialog(props: { transfer: Transfer; deciding: Deciding }) {
  const { transfer, deciding } = props;
  const t = useText();
  const entity = transfer.entity.title;
  return (
    <OwnerDialog
      title={t('ownershipPage.transfers.declineTitle', { entity })}
      text={t('ownershipPage.transfers.declineText')}
      submit={t('ownershipPage.transfers.declineSubmit')}
      reason="optional"
      to="none"
      onClose={() => deciding.askWhy(undefined)}
      onSubmit={async ({ reason }) => {
        const decided = await deciding.decide(transfer, 'decline', reason);
        return decided.current || decided.failure ? (
          <DecidedText decided={decided} />
        ) : undefined;
      }}
    />
  );
}

/** What became of the last decision about a transfer, and the question why one is declined. */
export function DecisionNotice(props: { deciding: Deciding }) {
  const { decided, declining, forget } = props.deciding;
  const t = useText();
  return (
    <>
      <Notice
        label={t('ownershipPage.verify.results')}
        good={!decided?.failure && !decided?.current}
        onHide={forget}
      >
        {decided && <DecidedText decided={decided} />}
      </Notice>
      {declining && (
        <DeclineDialog
          key={declining.id}
          transfer={declining}
          deciding={props.deciding}
        />
      )}
    </>
  );
}
