import type { Alert } from '@productops/backstage-plugin-product-ops-common';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { MatchedAlert } from './AlertMatcher';
import type { StoredAlert } from './AlertStore';

const LONGEST_SUMMARY = 1000;

/** What a view needs beside the alert. */
export interface AlertViewOptions {
  links: EntityLinks;
  /** What sources are called, by their ids. */
  titles: ReadonlyMap<string, string>;
  /** The entities whose runbooks the caller may run. */
  runnable: ReadonlySet<string>;
  endAfterMs: number;
}

/** The refs that the view of an alert names. */
export function refsOfAlert({ entity, chosen }: MatchedAlert): string[] {
  return [
    ...(entity ? [entity.ref] : []),
    ...(chosen ? [chosen.candidate.entity.ref] : []),
  ];
}

/** An alert as a caller may see it. */
export function toAlertView(
  matched: MatchedAlert,
  options: AlertViewOptions & { ended?: boolean },
): Alert {
  const { alert, entity, chosen } = matched;
  const { links, titles, runnable, endAfterMs, ended } = options;
  const { severity } = alert.labels;
  const summary = alert.annotations.summary || alert.annotations.description;
  const url = alert.generatorUrl ?? alert.externalUrl;
  const unmatched = chosen ? undefined : whyUnmatched(matched);
  return {
    id: alert.id,
    source: titles.get(alert.source) ?? alert.source,
    name: alert.name,
    ...(severity && { severity: severity.slice(0, 100) }),
    ...(summary && { summary: summary.slice(0, LONGEST_SUMMARY) }),
    labels: alert.labels,
    startsAt: alert.startsAt.toISOString(),
    lastSeenAt: alert.lastSeenAt.toISOString(),
    ...(ended && { ended: endOf(alert, endAfterMs) }),
    ...(url && { url }),
    ...(entity && { entity: links.link(entity.ref) }),
    ...(chosen && {
      runbook: {
        id: chosen.candidate.id,
        title: chosen.candidate.found.runbook.title,
        entity: links.link(chosen.candidate.entity.ref),
        stale: chosen.candidate.stale ?? false,
        mayRun:
          chosen.candidate.found.runbook.steps > 0 &&
          runnable.has(chosen.candidate.entity.ref),
      },
    }),
    because: chosen?.because ?? [],
    ...(unmatched && { unmatched }),
  };
}

/** When an alert that ended did so, and how that is known. */
export function endOf(
  alert: StoredAlert,
  endAfterMs: number,
): NonNullable<Alert['ended']> {
  return alert.resolvedAt
    ? { at: alert.resolvedAt.toISOString(), because: 'resolved' }
    : {
        at: new Date(alert.lastSeenAt.getTime() + endAfterMs).toISOString(),
        because: 'unheard',
      };
}

function whyUnmatched({
  alert,
  entity,
  undecided,
}: MatchedAlert): NonNullable<Alert['unmatched']> {
  if (undecided) {
    return {
      reason: 'undecided',
      text: undecided,
      lines: labelLines(entity?.ref),
    };
  }
  if (entity) {
    return {
      reason: 'no-runbook',
      text: `No runbook that you may read answers ${alert.name}.`,
      lines: frontMatter(alert.name),
    };
  }
  return {
    reason: 'no-entity',
    text: `No label names an entity of the catalog, and no runbook alone answers ${alert.name}.`,
    lines: `# in the alerting rule\n${labelLines()}\n\n# in a runbook\n${frontMatter(
      alert.name,
    )}`,
  };
}

function labelLines(ref = 'component:default/name'): string {
  return `labels:\n  entity: ${JSON.stringify(ref)}`;
}

function frontMatter(alert: string): string {
  return `---\ntype: incident\nalerts: [${JSON.stringify(alert)}]\n---`;
}
