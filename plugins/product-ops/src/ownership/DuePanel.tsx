import { useTransfers, useVerifications } from '../api/ownershipHooks';
import { Missing, Panel } from '../components';
import { useText } from '../useText';
import { Lines } from './facts';
import { CalmLine } from './rows';
import { OPEN_STATES } from './transferStates';
import { OwnershipLink } from './OwnershipLink';

/** What a team or person has to answer: verifications, and transfers from or to it. */
export function DuePanel(props: { owner: string }) {
  const { owner } = props;
  const t = useText();
  const verifications = useVerifications({ owner, limit: 1 });
  const transfers = useTransfers({ team: owner, state: OPEN_STATES, limit: 1 });
  if (!verifications.data || !transfers.data) {
    return (
      <Missing
        error={verifications.error ?? transfers.error}
        onRetry={() => {
          verifications.refetch();
          transfers.refetch();
        }}
        what={t('ownershipPage.verify.what')}
        rows={[90]}
      />
    );
  }
  const { overdue, due } = verifications.data.counts;
  const open = transfers.data.totalItems;
  return (
    <Panel title={t('ownershipPage.tab.dueFromIt')}>
      {overdue + due + open === 0 && (
        <CalmLine>{t('ownershipPage.tab.nothingDue')}</CalmLine>
      )}
      <Lines label={t('ownershipPage.tab.dueFromIt')}>
        {overdue > 0 && (
          <li>
            <OwnershipLink asked={{ view: 'verify', owner, state: 'overdue' }}>
              {t('ownershipPage.tab.overdue', { count: overdue })}
            </OwnershipLink>
          </li>
        )}
        {due > 0 && (
          <li>
            <OwnershipLink asked={{ view: 'verify', owner, state: 'due' }}>
              {t('ownershipPage.tab.due', { count: due })}
            </OwnershipLink>
          </li>
        )}
        {open > 0 && (
          <li>
            <OwnershipLink asked={{ view: 'transfers', owner }}>
              {t('ownershipPage.tab.openTransfers', { count: open })}
            </OwnershipLink>
          </li>
        )}
      </Lines>
    </Panel>
  );
}
