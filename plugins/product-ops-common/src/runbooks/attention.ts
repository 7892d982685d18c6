import { parseEntityRef } from '@backstage/catalog-model';
import { stageOf } from '../lifecycle';
import { correction } from '../overview/correction';
import { readableDay, readableDuration } from '../product';
import type {
  AttentionOptions,
  EntityFacts,
  ScopedAttentionItem,
} from '../overview';

import { drillRules } from './recovery/attention';
import { RECOVERY_OBJECTIVES, tighterObjectives } from './recovery/objectives';

type Found = Omit<ScopedAttentionItem, 'subject'>;

const MOST_STALE = 5;
const MOST_OF_A_WAY = 3;

/** The lines that promise recovery objectives. */
function objectivesYaml(
  { kind }: EntityFacts,
  promises: ReadonlyArray<[name: 'rto' | 'rpo', duration: string]>,
): string {
  const isProduct = kind.toLowerCase() === 'product';
  const lines = promises.map(([name, duration]) =>
    isProduct
      ? `    ${name}: ${duration}`
      : `    productops.io/${name}: ${duration}`,
  );
  return [
    isProduct ? 'spec:\n  recovery:' : 'metadata:\n  annotations:',
    ...lines,
  ].join('\n');
}

function presenceRules(facts: EntityFacts): Found[] {
  const { runbooks, tier } = facts;
  if (!runbooks) {
    return [];
  }
  if (runbooks.length === 0) {
    return [
      {
        id: 'runbooks/none',
        severity: tier === 1 ? 'critical' : 'warning',
        title: `It is live on tier ${tier} and has no runbook.`,
        detail: 'When it breaks, nobody finds written what to do.',
        action: correction(
          facts,
          'Add a folder of runbooks',
          'metadata:\n  annotations:\n    productops.io/runbooks: runbooks/',
        ),
        scope: 'self',
      },
    ];
  }
  if (!runbooks.some(({ type }) => type === 'recovery')) {
    return [
      {
        id: 'runbooks/no-recovery',
        severity: 'warning',
        title: `It is live on tier ${tier} and has no recovery runbook.`,
        detail: 'None of its runbooks says how to restore it after a loss.',
        action: {
          label: 'Add one with this front matter',
          yaml: '---\ntype: recovery\n---',
          tab: 'runbooks',
        },
        scope: 'self',
      },
    ];
  }
  return [];
}

function staleRules(facts: EntityFacts): Found[] {
  const stale = (facts.runbooks ?? []).filter(runbook => runbook.stale);
  if (stale.length > MOST_STALE) {
    return [
      {
        id: 'runbooks/stale',
        severity: 'warning',
        title: `${stale.length} runbooks want a review.`,
        detail: `The first are ${stale
          .slice(0, 3)
          .map(({ title }) => `"${title}"`)
          .join(', ')}.`,
        action: { label: 'Open the runbooks', tab: 'runbooks' },
        scope: 'self',
      },
    ];
  }
  return stale.map(runbook => ({
    id: `runbooks/stale/${runbook.id}`,
    severity: 'warning',
    title: staleTitle(runbook),
    detail:
      'Read it, correct it, and say that it is still right, or set lastReviewed in its front matter.',
    action: { label: 'Review it', href: pathOfRunbook(facts, runbook.id) },
    scope: 'self',
  }));
}

/** Why a runbook is stale now: what has happened goes before a day that has passed. */
function staleTitle({
  title,
  reviewDue,
  staleBecause = [],
}: NonNullable<EntityFacts['runbooks']>[number]): string {
  const [reason] = staleBecause;
  if (reason && reason.kind !== 'period') {
    return `The runbook "${title}" may not be right any more: ${reason.message}`;
  }
  return reviewDue
    ? `The runbook "${title}" was due for review on ${readableDay(reviewDue)}.`
    : `The runbook "${title}" asks for reviews and was never reviewed.`;
}

function pathOfRunbook({ ref }: EntityFacts, id: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/catalog/${path}/runbooks?runbook=${encodeURIComponent(id)}`;
}

/** The first few of what leads somewhere. */
function wayOf(way: readonly string[]): string {
  const more = way.length - MOST_OF_A_WAY;
  const first = way.slice(0, MOST_OF_A_WAY).join(', ');
  return more > 0 ? `${first} and ${more} more` : first;
}

function objectiveRules(facts: EntityFacts, critical: boolean): Found[] {
  const { rto, rpo } = facts.objectives ?? {};
  const found: Found[] = [];
  const names = { rto: 'recovery time', rpo: 'recovery point' };
  const missing = RECOVERY_OBJECTIVES.filter(
    name => !(name === 'rto' ? rto : rpo),
  );
  if (critical && facts.objectives && missing.length > 0) {
    const examples = { rto: 'PT1H', rpo: 'PT15M' };
    found.push({
      id: 'runbooks/no-objectives',
      severity: 'warning',
      title: `It is live on tier ${facts.tier} and promises no ${missing
        .map(name => names[name])
        .join(' and no ')}.`,
      action: correction(
        facts,
        'Promise them',
        objectivesYaml(
          facts,
          missing.map(name => [name, examples[name]]),
        ),
      ),
      scope: 'self',
    });
  }
  const below = [
    ...(facts.dependencies ?? []).map(one => ({ ...one, way: [] })),
    ...(facts.restsOn ?? []),
  ];
  for (const { ref, title, objectives, way } of below) {
    for (const { objective, promised, theirs } of tighterObjectives(
      facts.objectives ?? {},
      objectives ?? {},
    )) {
      found.push({
        id: `runbooks/tighter-${objective}/${ref}`,
        severity: 'warning',
        title: `It promises a ${names[objective]} of ${readableDuration(
          promised,
        )}, and ${
          way.length > 0
            ? `rests on ${title} by way of ${wayOf(way)}`
            : `depends on ${title}`
        }, which promises ${readableDuration(theirs)}.`,
        detail: 'It cannot recover faster than what it depends on.',
        action: correction(
          facts,
          `Promise what it can keep, or tighten ${title}`,
          objectivesYaml(facts, [[objective, theirs]]),
        ),
        scope: 'related',
      });
    }
  }
  return found;
}

/**
 * What is wrong with how an entity is operated: no runbooks or no way to recover on tier 1 and 2 while it
 * is live, stale runbooks, recovery objectives missing or tighter than those of what it rests on.
 *
 * @public
 */
export function runbooksAttention(
  facts: EntityFacts,
  options: AttentionOptions,
): ScopedAttentionItem[] {
  const { stage } = stageOf(facts.lifecycle, options.stages);
  const live = stage === 'live' || stage === 'maintenance';
  const critical = live && (facts.tier === 1 || facts.tier === 2);
  const dangling = (facts.runbooks ?? []).flatMap((runbook): Found[] =>
    runbook.owner && !runbook.owner.known
      ? [
          {
            id: `runbooks/unknown-owner/${runbook.id}`,
            severity: 'info',
            title: `The runbook "${runbook.title}" is owned by ${runbook.owner.ref}, which is not in the catalog.`,
            action: { label: 'Open the runbooks', tab: 'runbooks' },
            scope: 'related',
          },
        ]
      : [],
  );
  return [
    ...(critical ? presenceRules(facts) : []),
    ...staleRules(facts),
    ...objectiveRules(facts, critical),
    ...drillRules(facts),
    ...dangling,
  ].map(item => ({ subject: 'runbooks' as const, ...item }));
}
