import { Link } from '@backstage/core-components';
import { useTransfers, useVerifications } from '../api/ownershipHooks';
import { Missing, Panel } from '../components';
import { useText } from '../useText';
import { Lines } from './facts';
import { CalmLine } from './rows';
import { OPEN_STATES } from './transferStates';
import { useOwnershipPath } from './useOwnershipPath';

/** What a team or person has to answer: verifications, and transfers from or to it. */
export function DuePanel(props: { owner: string }) {
  const { owner } = props;
  const t = useText();
  const path = useOwnershipPath();
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
            <Link to={path({ view: 'verify', owner, state: 'overdue' })}>
              {t('ownershipPage.tab.overdue', { count: overdue })}
            </Link>
          </li>
        )}
        {due > 0 && (
          <li>
            <Link to={path({ view: 'verify', owner, state: 'due' })}>
              {t('ownershipPage.tab.due', { count: due })}
            </Link>
          </li>
        )}
        {open > 0 && (
          <li>
            <Link to={path({ view: 'transfers', owner })}>
              {t('ownershipPage.tab.openTransfers', { count: open })}
            </Link>
          </li>
        )}
      </Lines>
    </Panel>
  );
}
