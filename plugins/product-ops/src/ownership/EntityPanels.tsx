import type { EntityOwnership } from '@productops/backstage-plugin-product-ops-common';
import { useTransfers, useVerifications } from '../api/ownershipHooks';
import { CalmLine, Missing, Muted, Panel, Row, RowList } from '../components';
import { AttentionActionButton } from '../overview/AttentionActionButton';
import { SeverityIcon } from '../overview/SeverityIcon';
import { useText } from '../useText';
import { DecisionNotice } from './DecisionNotice';
import { ProposeTransfer } from './ProposeTransfer';
import { TransferRow } from './TransferRow';
import { OPEN_STATES, TRANSFER_STATES } from './transferStates';
import { useAnswering } from './useAnswering';
import { useDeciding } from './useDeciding';
import { OwnershipLink } from './OwnershipLink';
import { AnswersTold } from './VerificationOutcomes';
import {
  AnswerButtons,
  VerificationFacts,
  VerificationTag,
} from './VerificationRow';

/** What is missing in who answers for it, each with the lines that would put it right. */
export function EntityGaps(props: { entityOwnership: EntityOwnership }) {
  const { gaps, entity } = props.entityOwnership;
  const t = useText();
  return (
    <Panel
      title={t('ownershipPage.tab.gaps')}
      count={gaps.length > 0 ? gaps.length : undefined}
    >
      {gaps.length === 0 ? (
        <CalmLine>{t('ownershipPage.tab.noGaps')}</CalmLine>
      ) : (
        <RowList label={t('ownershipPage.tab.gaps')}>
          {gaps.map(({ id, severity, title, detail, action }) => (
            <Row
              key={id}
              lead={<SeverityIcon severity={severity} />}
              head={title}
              actions={
                action && (
                  <AttentionActionButton
                    action={action}
                    about={title}
                    entity={entity}
                  />
                )
              }
            >
              {detail && <Muted>{detail}</Muted>}
            </Row>
          ))}
        </RowList>
      )}
    </Panel>
  );
}

/** Whether somebody has said of late that its ownership is right, and the buttons that say so. */
export function EntityVerification(props: {
  entityOwnership: EntityOwnership;
}) {
  const { entity, ownership } = props.entityOwnership;
  const t = useText();
  const answering = useAnswering();
  const { data, error, refetch } = useVerifications({
    entity: entity.ref,
    state: ['overdue', 'due', 'upcoming'],
    limit: 1,
  });
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('ownershipPage.verify.what')}
        rows={[90]}
      />
    );
  }
  const [verification] = data.items;
  return (
    <Panel title={t('ownershipPage.tab.verification')}>
      <AnswersTold answering={answering} />
      {verification ? (
        <RowList label={t('ownershipPage.verify.list')}>
          <Row
            head={<VerificationTag state={verification.state} />}
            actions={
              verification.mayAnswer && (
                <AnswerButtons
                  verification={verification}
                  answering={answering}
                />
              )
            }
          >
            <VerificationFacts verification={verification} />
            {!verification.mayAnswer && (
              <Muted>{t('ownershipPage.verify.notYours')}</Muted>
            )}
          </Row>
        </RowList>
      ) : (
        t(
          ownership.owner
            ? 'ownershipPage.tab.notYetVerification'
            : 'ownershipPage.tab.noVerification',
        )
      )}
    </Panel>
  );
}

/** The open transfer, and the button that proposes one. */
export function EntityTransfer(props: { entityOwnership: EntityOwnership }) {
  const { entity, ownership, mayPropose } = props.entityOwnership;
  const t = useText();
  const deciding = useDeciding();
  const { data, error, refetch } = useTransfers({
    entity: entity.ref,
    state: OPEN_STATES,
    limit: 5,
  });
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('ownershipPage.transfers.what')}
        rows={[90]}
      />
    );
  }
  return (
    <Panel
      title={t('ownershipPage.tab.transfer')}
      action={
        mayPropose && (
          <ProposeTransfer entity={entity} owner={ownership.owner} />
        )
      }
    >
      <DecisionNotice deciding={deciding} />
      {data.items.length === 0 ? (
        t('ownershipPage.tab.noTransfer')
      ) : (
        <RowList label={t('ownershipPage.transfers.list')}>
          {data.items.map(transfer => (
            <TransferRow
              key={transfer.id}
              transfer={transfer}
              deciding={deciding}
            />
          ))}
        </RowList>
      )}
      <Muted>
        <OwnershipLink
          asked={{
            view: 'transfers',
            entity: entity.ref,
            state: TRANSFER_STATES,
          }}
        >
          {t('ownershipPage.tab.allTransfers')}
        </OwnershipLink>
      </Muted>
    </Panel>
  );
}
