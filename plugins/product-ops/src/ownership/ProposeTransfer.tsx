import { useState } from 'react';
import Button from '@material-ui/core/Button';
import type { EntityLink } from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../api/conflicts';
import { useProposeTransfer } from '../api/ownershipHooks';
import { useText } from '../useText';
import { OwnerDialog, type OwnerDialogValues } from './OwnerDialog';
import { currentOwner, currentTransfer } from './conflicts';
import { TransferFacts, TransferTag } from './TransferFacts';

/** The button that proposes another owner, and its dialog. */
export function ProposeTransfer(props: {
  entity: EntityLink;
  /** Who owns it, as the page shows it. */
  owner: EntityLink | undefined;
}) {
  const { entity, owner } = props;
  const t = useText();
  const propose = useProposeTransfer();
  const [open, setOpen] = useState(false);

  async function send({ to, reason }: OwnerDialogValues) {
    try {
      await propose.mutateAsync({
        entity: entity.ref,
        to,
        from: owner?.ref ?? '',
        reason,
      });
      return undefined;
    } catch (error) {
      const moved = currentOwner(error);
      if (moved) {
        return t('ownershipPage.transfers.moved', {
          owner: moved.owner?.title ?? t('ownershipPage.transfers.nobody'),
        });
      }
      const current = currentTransfer(error);
      if (!current) {
        return `${t('ownershipPage.transfers.failed')}: ${
          refusalOf(error).message
        }`;
      }
      return (
        <>
          {t('ownershipPage.transfers.alreadyOpen')}{' '}
          <TransferTag state={current.state} />
          <TransferFacts transfer={current} />
        </>
      );
    }
  }

  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="primary"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('ownershipPage.transfers.propose')}
      </Button>
      {open && (
        <OwnerDialog
          title={t('ownershipPage.transfers.proposeTitle', {
            entity: entity.title,
          })}
          text={t('ownershipPage.transfers.proposeText')}
          submit={t('ownershipPage.transfers.proposeSubmit')}
          reason="required"
          to="required"
          onClose={() => setOpen(false)}
          onSubmit={send}
        />
      )}
    </>
  );
}
