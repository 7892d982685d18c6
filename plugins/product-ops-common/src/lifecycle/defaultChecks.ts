import type { CheckDefinition } from './checks';

/** What runs, and what it is offered as. */
const RUNNING = ['Product', 'System', 'Component', 'Resource'];
/** What is on call for somebody: a library or a document is not. */
const OFFERED = ['Product', 'System'];

/**
 * The checks of an installation that configures none: production readiness and disaster recovery as operations teams
 * run them. A configured check of the same id takes the place of one of these.
 *
 * @public
 */
export const DEFAULT_CHECKS: readonly CheckDefinition[] = [
  {
    id: 'owner',
    title: 'It has an owner',
    description: 'Somebody decides about it, and is in the catalog.',
    fact: 'owner.exists',
  },
  {
    id: 'owner-has-members',
    title: 'Its owner has people',
    description: 'A team that nobody is in answers no question.',
    fact: 'owner.members',
  },
  {
    id: 'description',
    title: 'It is described',
    description: 'Who finds it learns what it is for.',
    fact: 'entity.description',
  },
  {
    id: 'tier',
    title: 'Its tier is known',
    description: 'How critical it is decides what else is demanded of it.',
    fact: 'entity.tier',
    kinds: OFFERED,
  },
  {
    id: 'product-manager',
    title: 'Its product manager is known',
    description: 'Somebody sets its direction.',
    fact: 'role.productManager',
    kinds: ['Product'],
  },
  {
    id: 'operations-contact',
    title: 'Who runs it is known',
    description: 'Somebody is asked when it does not run.',
    fact: 'role.operations',
    kinds: RUNNING,
  },
  {
    id: 'support-contact',
    title: 'Who answers its users is known',
    description: 'Users have somebody to ask.',
    fact: 'role.support',
    kinds: OFFERED,
  },
  {
    id: 'security-contact',
    title: 'Its security contact is known',
    description: 'Who finds a hole in it has somebody to tell.',
    fact: 'role.security',
    kinds: OFFERED,
  },
  {
    id: 'documentation',
    title: 'It is documented',
    description: 'Its documentation can be read in the portal.',
    fact: 'documentation.present',
    kinds: RUNNING,
  },
  {
    id: 'api-definition',
    title: 'Its APIs are defined',
    description:
      'Every API that it provides is in the catalog with a definition.',
    fact: 'api.definition',
    kinds: ['Component', 'API'],
  },
  {
    id: 'source-location',
    title: 'Where its source is, is known',
    description: 'Who must change it in a hurry finds the source.',
    fact: 'source.location',
    kinds: ['Component'],
  },
  {
    id: 'monitoring-link',
    title: 'It links to where it is watched',
    description: 'Who is called at night opens a dashboard, not a search.',
    fact: 'links.monitoring',
    kinds: RUNNING,
  },
  {
    id: 'incident-runbook',
    title: 'It has a runbook for incidents',
    description: 'What to do is written down before it is needed.',
    fact: 'runbooks.incident',
    operator: 'atLeast',
    expected: 1,
    kinds: OFFERED,
  },
  {
    id: 'runbooks-fresh',
    title: 'Its runbooks are reviewed',
    description: 'A procedure that nobody looked at for long is a guess.',
    fact: 'runbooks.stale',
    operator: 'atMost',
    expected: 0,
    kinds: RUNNING,
  },
  {
    id: 'recovery-objectives',
    title: 'Its recovery objectives are set',
    description: 'How long it may be away, and how much data may be lost.',
    fact: 'recovery.objectives',
    kinds: OFFERED,
  },
  {
    id: 'recovery-runbook',
    title: 'It has a runbook for its recovery',
    description: 'How it comes back from nothing is written down.',
    fact: 'runbooks.recovery',
    operator: 'atLeast',
    expected: 1,
    kinds: OFFERED,
    tiers: [1, 2],
  },
  {
    id: 'recovery-drill',
    title: 'Its last recovery drill kept the objectives',
    description:
      'A promise of recovery is worth as much as the last drill: say when it was, how long it took, and what was lost.',
    attestedBy: ['operations'],
    validFor: 'P1Y',
    kinds: OFFERED,
    tiers: [1, 2],
  },
  {
    id: 'backup-statement',
    title: 'It says how its data is backed up',
    description:
      'Where the copies are and how often they are made, or that it keeps no data.',
    fact: 'backup.statement',
    kinds: ['Product', 'System', 'Resource'],
  },
  {
    id: 'roadmap-next',
    title: 'Its roadmap says what comes next',
    description: 'Who relies on it sees where it is going.',
    fact: 'roadmap.next',
    operator: 'atLeast',
    expected: 1,
    kinds: ['Product'],
  },
  {
    id: 'dependencies-stay',
    title: 'Nothing that it depends on is leaving',
    description: 'What is in sunset or retired is nothing to build on.',
    fact: 'dependencies.leaving',
    operator: 'atMost',
    expected: 0,
  },
  {
    id: 'dependencies-live',
    title: 'What it depends on is live',
    description: 'It is as ready as the least ready of what it needs.',
    fact: 'dependencies.earliestStage',
    operator: 'atLeastStage',
    expected: 'live',
  },
  {
    id: 'successor',
    title: 'It names a successor',
    description: 'Who uses it learns what to use instead.',
    fact: 'successor.named',
    kinds: ['Product'],
  },
  {
    id: 'no-dependents',
    title: 'Nothing depends on it any more',
    description: 'Nobody is left behind when it goes.',
    fact: 'dependents.count',
    operator: 'atMost',
    expected: 0,
  },
];
