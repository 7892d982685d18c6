import { useState } from 'react';
import Button from '@material-ui/core/Button';
import AcceptedIcon from '@material-ui/icons/HourglassEmpty';
import ClosedIcon from '@material-ui/icons/Block';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import ProposedIcon from '@material-ui/icons/SwapHoriz';
import type {
  Transfer,
  TransferState,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  OutLink,
  Snippet,
  Tag,
  type Tone,
  When,
} from '../components';
import { useText } from '../useText';
import { OwnerDialog } from './OwnerDialog';
import { Muted, Row, Strong } from './rows';
import type { Deciding } from './useDeciding';

const LOOKS: Record<TransferState, { tone: Tone; Icon: typeof DoneIcon }> = {
  proposed: { tone: 'info', Icon: ProposedIcon },
  accepted: { tone: 'warn', Icon: AcceptedIcon },
  declined: { tone: 'neutral', Icon: ClosedIcon },
  withdrawn: { tone: 'neutral', Icon: ClosedIcon },
  completed: { tone: 'ok', Icon: DoneIcon },
  superseded: { tone: 'neutral', Icon: ClosedIcon },
};

/** How far a transfer is, by colour, shape and word. */
export function TransferTag(props: { state: TransferState }) {
  const { tone, Icon } = LOOKS[props.state];
  const t = useText();
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {t(`ownershipPage.transfers.states.${props.state}`)}
    </Tag>
  );
}

/** From whom to whom, why, who said so and when. */
export function TransferFacts(props: { transfer: Transfer }) {
  const { from, to, reason, proposedBy, proposedAt, decidedBy, decidedAt } =
    props.transfer;
  const { decisionReason, closedAt, comesAlong } = props.transfer;
  const t = useText();
  const along = [
    comesAlong.roadmapItems > 0 &&
      t('ownershipPage.transfers.roadmapItems', {
        count: comesAlong.roadmapItems,
      }),
    comesAlong.runbooksDue > 0 &&
      t('ownershipPage.transfers.runbooksDue', {
        count: comesAlong.runbooksDue,
      }),
  ].filter(Boolean);
  return (
    <>
      <div>
        {t('ownershipPage.transfers.from')}{' '}
        {from ? (
          <EntityName entity={from} />
        ) : (
          t('ownershipPage.transfers.nobody')
        )}{' '}
        {t('ownershipPage.transfers.to')} <EntityName entity={to} />
      </div>
      <div>“{reason}”</div>
      <Muted>
        {t('ownershipPage.transfers.proposedBy')}{' '}
        <EntityName entity={proposedBy} /> <When value={proposedAt} />
        {decidedBy && (
          <>
            {' · '}
            {t('ownershipPage.transfers.decidedBy')}{' '}
            <EntityName entity={decidedBy} />{' '}
            {decidedAt && <When value={decidedAt} />}
            {decisionReason && `: “${decisionReason}”`}
          </>
        )}
        {closedAt && closedAt !== decidedAt && (
          <>
            {' · '}
            {t('ownershipPage.transfers.closed')} <When value={closedAt} />
          </>
        )}
      </Muted>
      <Muted>
        {t('ownershipPage.transfers.comesAlong')}:{' '}
        {along.join(', ') || t('ownershipPage.transfers.nothingAlong')}
      </Muted>
    </>
  );
}

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
  const [declining, setDeclining] = useState(false);
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
            onClick={() => setDeclining(true)}
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
      {declining && (
        <OwnerDialog
          title={t('ownershipPage.transfers.declineTitle', { entity })}
          text={t('ownershipPage.transfers.declineText')}
          submit={t('ownershipPage.transfers.declineSubmit')}
          reason="optional"
          to="none"
          onClose={() => setDeclining(false)}
          onSubmit={async ({ reason }) => {
            await deciding.decide(transfer, 'decline', reason);
            return undefined;
          }}
        />
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
