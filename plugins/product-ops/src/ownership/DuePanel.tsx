import type { Alert } from '@productops/backstage-plugin-product-ops-common';
import { useTransfers, useVerifications } from '../api/ownershipHooks';
import { useAlerts } from '../api/alertsHooks';
import { CalmLine, Lines, Missing, Panel } from '../components';
import { FiringAlertText } from '../runbooks/alerts/FiringAlertText';
import {
  DueRunbooksText,
  useDueRunbooks,
} from '../runbooks/reviews/DueRunbooks';
import { useText } from '../useText';
import { OPEN_STATES } from './transferStates';
import { OwnershipLink } from './OwnershipLink';

const MOST_ALERTS = 10;

/** How much is due, each with the way to it. */
export function DueLines(props: {
  owner: string;
  overdue: number;
  due: number;
  /** Transfers. */
  open: number;
  /** Runbooks that want a review. */
  runbooks?: number;
  /** The first of the alerts that fire on what it owns. */
  alerts?: readonly Alert[];
  /** Whether the lists that the lines lead to have what is counted. */
  linked?: boolean;
}) {
  const {
    owner,
    overdue,
    due,
    open,
    runbooks = 0,
    alerts = [],
    linked = true,
  } = props;
  const t = useText();
  if (overdue + due + open + runbooks + alerts.length === 0) {
    return <CalmLine>{t('ownershipPage.tab.nothingDue')}</CalmLine>;
  }
  const lines = [
    {
      count: overdue,
      text: t('ownershipPage.tab.overdue', { count: overdue }),
      asked: { view: 'verify', owner, state: 'overdue' },
    },
    {
      count: due,
      text: t('ownershipPage.tab.due', { count: due }),
      asked: { view: 'verify', owner, state: 'due' },
    },
    {
      count: open,
      text: t('ownershipPage.tab.openTransfers', { count: open }),
      asked: { view: 'transfers', owner },
    },
  ];
  return (
    <Lines label={t('ownershipPage.tab.dueFromIt')}>
      {alerts.map(alert => (
        <li key={alert.id}>
          <FiringAlertText alert={alert} />
        </li>
      ))}
      {lines
        .filter(({ count }) => count > 0)
        .map(({ text, asked }) => (
          <li key={text}>
            {linked ? (
              <OwnershipLink asked={asked}>{text}</OwnershipLink>
            ) : (
              text
            )}
          </li>
        ))}
      {runbooks > 0 && (
        <li>
          <DueRunbooksText owner={owner} count={runbooks} />
        </li>
      )}
    </Lines>
  );
}

/** What a team has to answer: verifications, and transfers from or to it. */
export function DuePanel(props: { owner: string }) {
  const { owner } = props;
  const t = useText();
  const verifications = useVerifications({ owner, limit: 1 });
  const runbooks = useDueRunbooks(owner);
  const alerts = useAlerts({ team: owner, limit: MOST_ALERTS });
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
  return (
    <Panel title={t('ownershipPage.tab.dueFromIt')}>
      <DueLines
        owner={owner}
        overdue={overdue}
        due={due}
        open={transfers.data.totalItems}
        runbooks={runbooks?.totalItems}
        alerts={alerts.data?.items}
      />
    </Panel>
  );
}
