import { Duration } from 'luxon';
import { stageOf } from '../lifecycle';
import type {
  AttentionOptions,
  EntityFacts,
  ScopedAttentionItem,
} from '../overview';

type Found = Omit<ScopedAttentionItem, 'subject'>;

const MOST_STALE = 5;
const objectives = ['rto', 'rpo'] as const;

function milliseconds(duration: string | undefined): number | undefined {
  const parsed = duration ? Duration.fromISO(duration) : undefined;
  return parsed?.isValid ? parsed.toMillis() : undefined;
}

function edit(facts: EntityFacts, label: string, yaml: string) {
  return {
    label,
    yaml,
    ...(facts.file && { file: facts.file }),
    ...(facts.editUrl && { href: facts.editUrl }),
  };
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
        action: edit(
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
        title: `${stale.length} runbooks are past their review.`,
        detail: `The first are ${stale
          .slice(0, 3)
          .map(({ title }) => `"${title}"`)
          .join(', ')}.`,
        action: { label: 'Open the runbooks', tab: 'runbooks' },
        scope: 'self',
      },
    ];
  }
  return stale.map(({ id, title, reviewDue }) => ({
    id: `runbooks/stale/${id}`,
    severity: 'warning',
    title: reviewDue
      ? `The runbook "${title}" was due for review on ${reviewDue}.`
      : `The runbook "${title}" asks for reviews and was never reviewed.`,
    detail: 'Read it, correct it, and set lastReviewed in its front matter.',
    action: { label: 'Open the runbooks', tab: 'runbooks' },
    scope: 'self',
  }));
}

function objectiveRules(facts: EntityFacts, critical: boolean): Found[] {
  const { rto, rpo } = facts.objectives ?? {};
  const found: Found[] = [];
  const names = { rto: 'recovery time', rpo: 'recovery point' };
  const missing = objectives.filter(name => !(name === 'rto' ? rto : rpo));
  if (critical && facts.objectives && missing.length > 0) {
    const isProduct = facts.kind.toLowerCase() === 'product';
    const examples = { rto: 'PT1H', rpo: 'PT15M' };
    found.push({
      id: 'runbooks/no-objectives',
      severity: 'warning',
      title: `It is live on tier ${facts.tier} and promises no ${missing
        .map(name => names[name])
        .join(' and no ')}.`,
      action: edit(
        facts,
        'Promise them',
        isProduct
          ? `spec:\n  recovery:\n${missing
              .map(name => `    ${name}: ${examples[name]}`)
              .join('\n')}`
          : `metadata:\n  annotations:\n${missing
              .map(name => `    productops.io/${name}: ${examples[name]}`)
              .join('\n')}`,
      ),
      scope: 'self',
    });
  }
  for (const objective of objectives) {
    const own = milliseconds(facts.objectives?.[objective]);
    for (const dependency of facts.dependencies ?? []) {
      const theirs = milliseconds(dependency.objectives?.[objective]);
      if (own !== undefined && theirs !== undefined && own < theirs) {
        found.push({
          id: `runbooks/tighter-${objective}/${dependency.ref}`,
          severity: 'warning',
          title: `Its ${names[objective]} of ${facts.objectives?.[objective]} is tighter than that of ${dependency.title}, ${dependency.objectives?.[objective]}.`,
          detail: 'It cannot recover faster than what it depends on.',
          scope: 'related',
        });
      }
    }
  }
  return found;
}

/**
 * What is wrong with how an entity is operated: no runbooks or no way to recover on tier 1 and 2 while it
 * is live, runbooks past their review, recovery objectives missing or tighter than a dependency's.
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
    ...dangling,
  ].map(item => ({ subject: 'runbooks' as const, ...item }));
}
