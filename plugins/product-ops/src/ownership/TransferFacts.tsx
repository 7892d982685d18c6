import AcceptedIcon from '@material-ui/icons/HourglassEmpty';
import ClosedIcon from '@material-ui/icons/Block';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import ProposedIcon from '@material-ui/icons/SwapHoriz';
import type {
  Transfer,
  TransferState,
} from '@productops/backstage-plugin-product-ops-common';
import { EntityName, Muted, Tag, type Tone, When } from '../components';
import { useText } from '../useText';

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
