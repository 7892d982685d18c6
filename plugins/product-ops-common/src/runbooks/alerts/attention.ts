import type { Alert } from '../../api/types';
import type { EntityFacts, ScopedAttentionItem } from '../../overview';

const MOST = 20;
const LONGEST = 200;
/** What an address carries of the labels, so that every browser and balancer takes it. */
const MOST_IN_ADDRESS = 1500;

/**
 * The path of the page of an alert, which opens the runbook that answers it.
 *
 * @public
 */
export function pathOfAlert({
  name,
  labels,
}: Pick<Alert, 'name' | 'labels'>): string {
  const query = new URLSearchParams();
  let left = MOST_IN_ADDRESS;
  for (const [label, value] of Object.entries(labels)) {
    left -= label.length + value.length;
    if (left >= 0 && label !== 'alertname') {
      query.append(label, value);
    }
  }
  return `/runbooks/alert/${encodeURIComponent(name)}?${query}`;
}

/** The alerts that fire on an entity: nothing is more urgent. */
export function alertRules({
  alerts = [],
}: EntityFacts): ScopedAttentionItem[] {
  return alerts.slice(0, MOST).map(alert => ({
    subject: 'runbooks',
    id: `runbooks/alert/${alert.id}`,
    severity: 'critical',
    title: `The alert ${alert.name.slice(
      0,
      LONGEST,
    )} fires since ${alert.startsAt.slice(0, 16).replace('T', ' ')} UTC.`,
    ...((alert.runbook || alert.summary) && {
      detail: alert.runbook
        ? `The runbook "${alert.runbook}" answers it.`
        : alert.summary?.slice(0, LONGEST),
    }),
    action: {
      label: alert.runbook ? 'Open its runbook' : 'Open the alert',
      href: pathOfAlert(alert),
    },
    scope: 'related',
  }));
}
