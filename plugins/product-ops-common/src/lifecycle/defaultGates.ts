import type { Approver, GateDemand } from './gates';

/** Checks that anything has to pass which others begin to rely on. */
const TRIED: GateDemand[] = [
  { check: 'owner' },
  { check: 'owner-has-members' },
  { check: 'source-location' },
  { check: 'description' },
  { check: 'api-definition' },
  { check: 'dependencies-stay' },
];

/** What operations teams ask before something goes into production, and while it is there. */
const RUN: GateDemand[] = [
  ...TRIED,
  { check: 'tier' },
  { check: 'documentation' },
  { check: 'operations-contact' },
  { check: 'support-contact' },
  { check: 'security-contact' },
  { check: 'monitoring-link' },
  { check: 'incident-runbook' },
  { check: 'runbooks-fresh' },
  { check: 'recovery-objectives' },
  { check: 'recovery-runbook' },
  { check: 'recovery-drill' },
  { check: 'backup-statement' },
  { check: 'dependencies-live' },
];

/**
 * What the default stages demand and who approves an entry, by the id of the stage.
 *
 * @public
 */
export const DEFAULT_GATES: Readonly<
  Record<string, { gate: GateDemand[]; approvers?: Approver[] } | undefined>
> = {
  development: { gate: [{ check: 'owner' }] },
  preview: {
    gate: [...TRIED, { check: 'product-manager' }, { check: 'roadmap-next' }],
  },
  live: {
    gate: [...RUN, { check: 'product-manager' }, { check: 'roadmap-next' }],
    approvers: ['operations'],
  },
  maintenance: { gate: RUN, approvers: ['operations'] },
  sunset: {
    gate: [{ check: 'owner' }, { check: 'successor' }],
    approvers: ['owner'],
  },
  retired: { gate: [{ check: 'no-dependents' }], approvers: ['owner'] },
};
