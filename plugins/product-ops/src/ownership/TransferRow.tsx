import Button from '@material-ui/core/Button';
import type { Transfer } from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  Muted,
  OutLink,
  Row,
  Snippet,
  Strong,
} from '../components';
import { useText } from '../useText';
import { TransferFacts, TransferTag } from './TransferFacts';
import type { Deciding } from './useDeciding';

/** What to write into which file, until the catalog shows the new owner. */
function Change(props: { change: NonNullable<Transfer['change']> }) {
  const { yaml, file = 'catalog-info.yaml', href } = props.change;
  const t = useText();
  return (
    <>
      <Muted>{t('ownershipPage.transfers.change')}</Muted>
      {yaml && (
        <Snippet
          label={t('ownershipPage.transfers.changeIn', { file })}
          text={yaml}
        />
      )}
      {href && (
        <Muted>
          <OutLink url={href}>{t('overview.editFile', { file })}</OutLink>
        </Muted>
      )}
    </>
  );
}

function Buttons(props: { transfer: Transfer; deciding: Deciding }) {
  const { transfer, deciding } = props;
  const { mayDecide, mayWithdraw } = transfer;
  const t = useText();
  const entity = transfer.entity.title;
  return (
    <>
      {mayDecide && (
        <>
          <Button
            size="small"
            variant="contained"
            color="primary"
            disabled={deciding.busy}
            aria-label={t('ownershipPage.transfers.acceptOf', { entity })}
            onClick={() => deciding.decide(transfer, 'accept')}
          >
            {t('ownershipPage.transfers.accept')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            color="primary"
            disabled={deciding.busy}
            aria-haspopup="dialog"
            aria-label={t('ownershipPage.transfers.declineOf', { entity })}
            onClick={() => deciding.askWhy(transfer)}
          >
            {t('ownershipPage.transfers.decline')}
          </Button>
        </>
      )}
      {mayWithdraw && (
        <Button
          size="small"
          disabled={deciding.busy}
          aria-label={t('ownershipPage.transfers.withdrawOf', { entity })}
          onClick={() => deciding.decide(transfer, 'withdraw')}
        >
          {t('ownershipPage.transfers.withdraw')}
        </Button>
      )}
    </>
  );
}

/** One proposed change of owner. */
export function TransferRow(props: { transfer: Transfer; deciding: Deciding }) {
  const { transfer, deciding } = props;
  const { entity, state, change, mayDecide, mayWithdraw } = transfer;
  return (
    <Row
      head={
        <>
          <Strong>
            <EntityName entity={entity} />
          </Strong>
          <Muted>{entity.kind}</Muted>
          <TransferTag state={state} />
        </>
      }
      actions={
        (mayDecide || mayWithdraw) && (
          <Buttons transfer={transfer} deciding={deciding} />
        )
      }
    >
      <TransferFacts transfer={transfer} />
      {change && <Change change={change} />}
    </Row>
  );
}
