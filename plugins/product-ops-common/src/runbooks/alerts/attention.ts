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

/** The alerts that fire on an entity, one line for all of a name: nothing is more urgent. */
export function alertRules({
  alerts = [],
}: EntityFacts): ScopedAttentionItem[] {
  const byName = new Map<string, typeof alerts>();
  for (const alert of alerts) {
    byName.set(alert.name, [...(byName.get(alert.name) ?? []), alert]);
  }
  return [...byName.values()].slice(0, MOST).map(ofName => {
    const [alert] = [...ofName].sort((a, b) =>
      a.startsAt < b.startsAt ? -1 : 1,
    );
    const since = `${alert.startsAt.slice(0, 16).replace('T', ' ')} UTC`;
    const name = alert.name.slice(0, LONGEST);
    return {
      subject: 'runbooks',
      id: `runbooks/alert/${alert.id}`,
      severity: 'critical',
      title:
        ofName.length > 1
          ? `The alert ${name} fires ${ofName.length} times, first since ${since}.`
          : `The alert ${name} has fired since ${since}.`,
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
    };
  });
}
