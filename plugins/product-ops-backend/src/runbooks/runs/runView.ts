import {
  countRunSteps,
  type RunbookRun,
} from '@productops/backstage-plugin-product-ops-common';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { StoredRun } from './rows';

/** The entities that the answers about some runs name. */
export function refsOfRuns(runs: readonly StoredRun[]): string[] {
  return runs.flatMap(({ entityRef, startedBy, lead }) => [
    entityRef,
    startedBy,
    lead,
  ]);
}

/** A run as lists show it. */
export function toRunView(run: StoredRun, links: EntityLinks): RunbookRun {
  const { expectedDuration, outcome, closedAt } = run;
  return {
    id: run.id,
    entity: links.link(run.entityRef),
    runbook: {
      id: run.runbookId,
      title: run.title,
      type: run.type,
      version: run.version,
      ...(expectedDuration && { expectedDuration }),
    },
    status: run.status,
    reason: run.reason,
    startedBy: links.link(run.startedBy),
    startedAt: run.startedAt.toISOString(),
    lead: links.link(run.lead),
    ...(outcome && { outcome }),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
    seq: run.seq,
    steps: countRunSteps(run.steps),
  };
}
