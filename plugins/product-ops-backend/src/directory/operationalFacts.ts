import type { Entity } from '@backstage/catalog-model';
import { backupOf } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryFacts } from './types';

/** Annotations that lead to where an entity is watched, by the tools that read them. */
const MONITORING_ANNOTATIONS = [
  'grafana/dashboard-selector',
  'grafana/overview-dashboard',
  'grafana/alert-label-selector',
  'prometheus.io/rule',
  'prometheus.io/alert',
  'datadoghq.com/dashboard-url',
  'datadoghq.com/graph-token',
  'newrelic.com/dashboard-guid',
  'dynatrace.com/dynatrace-entity-id',
  'sentry.io/project-slug',
];
const DOCUMENTATION_ANNOTATIONS = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];
const MONITORING_TYPE = /^(dashboards?|monitoring|observability|metrics)$/i;
const MONITORING_TITLE =
  /\b(dashboards?|monitoring|observability|metrics|grafana|kibana|datadog)\b/i;
const MAX_LINKS = 100;
const MAX_TITLE = 200;
const MAX_STATEMENT = 500;

/** What an entity says about how it is documented, watched and backed up. */
export function operationalFacts(
  entity: Entity,
): Pick<DirectoryFacts, 'documented' | 'monitoring' | 'backup'> {
  const { metadata } = entity;
  const annotation = (name: string) => textOf(metadata.annotations?.[name]);
  const watched =
    titleOfMonitoringLink(metadata.links) ??
    MONITORING_ANNOTATIONS.find(annotation);
  const backup = textOf(backupOf(entity))?.slice(0, MAX_STATEMENT);
  return {
    ...(DOCUMENTATION_ANNOTATIONS.some(annotation) && { documented: true }),
    ...(watched && { monitoring: watched }),
    ...(backup && { backup }),
  };
}

function titleOfMonitoringLink(links: unknown): string | undefined {
  if (!Array.isArray(links)) {
    return undefined;
  }
  for (const link of links.slice(0, MAX_LINKS)) {
    const { url, title, type } = Object(link);
    const shown = textOf(title)?.slice(0, MAX_TITLE);
    if (
      textOf(url) &&
      (MONITORING_TYPE.test(textOf(type) ?? '') ||
        MONITORING_TITLE.test(shown ?? ''))
    ) {
      return shown ?? textOf(type)?.slice(0, MAX_TITLE);
    }
  }
  return undefined;
}

/** A text, without the zero character, which PostgreSQL refuses. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string'
    ? value.replaceAll('\u0000', '').trim() || undefined
    : undefined;
}
