import type { RunbookGround } from '@productops/backstage-plugin-product-ops-common';

export const REVIEWS = 'runbook_reviews';
export const STANDINGS = 'runbook_standings';
export const TROUBLES = 'runbook_troubles';
export const LINKS = 'runbook_links';
export const CHECKS = 'runbook_link_checks';

/** The day from which a runbook is stale that never is. */
export const NEVER = '9999-12-31';
/** The day from which a runbook is stale that is so already. */
export const ALREADY = '0000-01-01';

/** A row of `runbook_standings`. */
export interface StandingRow {
  entity_ref: string;
  runbook_id: string;
  basis: 'reviewed' | 'declared' | 'seen';
  declared: string | null;
  since: Date | string | number;
  ground: string;
  review: string | null;
  told_at: Date | string | number | null;
}

/** A row of `runbook_reviews`. */
export interface ReviewRow {
  id: string;
  entity_ref: string;
  runbook_id: string;
  version: string;
  by: string;
  at: Date | string | number;
  note: string | null;
  ground: string;
}

/** What a runbook is known by among those of several entities. */
export function keyOf(entityRef: string, runbookId: string): string {
  return `${entityRef}\n${runbookId}`;
}

export function groundOf(text: string): RunbookGround {
  return JSON.parse(text) as RunbookGround;
}
