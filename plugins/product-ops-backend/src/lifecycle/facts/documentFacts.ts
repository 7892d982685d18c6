import {
  runbookStanding,
  type FactValue,
  type RunbookType,
} from '@productops/backstage-plugin-product-ops-common';
import type { FactBatch } from './types';

const TYPES: readonly RunbookType[] = [
  'incident',
  'operational',
  'maintenance',
  'recovery',
];
const OPEN = ['proposed', 'planned', 'in-progress'];

/** What the documents beside an entity say. What was not read yet is not known. */
export function documentFacts(
  ref: string,
  batch: FactBatch,
): Array<[string, FactValue]> {
  const pending = (kind: 'roadmap' | 'runbooks') =>
    batch.sources
      .get(ref)
      ?.some(source => source.kind === kind && source.state === 'pending');
  return [
    ['roadmap.next', pending('roadmap') ? unread() : roadmap(ref, batch)],
    ...(pending('runbooks')
      ? [...TYPES, 'stale'].map((name): [string, FactValue] => [
          `runbooks.${name}`,
          unread(),
        ])
      : runbooks(ref, batch)),
  ];
}

function unread(): FactValue {
  return { evidence: 'Its file has not been read yet.' };
}

function roadmap(ref: string, { items }: FactBatch): FactValue {
  const all = items.get(ref) ?? [];
  const count = all.filter(
    ({ status, horizon }) =>
      OPEN.includes(status) && (horizon === 'now' || horizon === 'next'),
  ).length;
  if (count > 0) {
    return {
      value: count,
      evidence: `Its roadmap has ${plural(
        count,
        'open item',
      )} for now or next.`,
    };
  }
  return {
    value: 0,
    evidence:
      all.length > 0
        ? 'Its roadmap has nothing open for now or next.'
        : 'It has no roadmap.',
  };
}

function runbooks(ref: string, batch: FactBatch): Array<[string, FactValue]> {
  const today = batch.now.slice(0, 10);
  const all = (batch.runbooks.get(ref) ?? []).map(runbook => ({
    type: runbook.type,
    ...runbookStanding(runbook, { today }),
  }));
  const untilOf = (fresh: typeof all) => {
    const due = fresh.flatMap(({ reviewDue }) => reviewDue ?? []).sort();
    return due.length > 0 ? { until: `${due[0]}T00:00:00.000Z` } : {};
  };
  const stale = all.filter(runbook => runbook.stale).length;
  return [
    ...TYPES.map((type): [string, FactValue] => {
      const ofType = all.filter(runbook => runbook.type === type);
      const fresh = ofType.filter(runbook => !runbook.stale);
      const left = ofType.length - fresh.length;
      return [
        `runbooks.${type}`,
        {
          value: fresh.length,
          evidence:
            ofType.length === 0
              ? `It has no ${type} runbook.`
              : `It has ${plural(ofType.length, `${type} runbook`)}${
                  left > 0 ? `, ${left} to be reviewed` : ''
                }.`,
          ...untilOf(fresh),
        },
      ];
    }),
    [
      'runbooks.stale',
      all.length === 0
        ? { notApplicable: true, evidence: 'It has no runbooks.' }
        : {
            value: stale,
            evidence:
              stale === 0
                ? `None of its ${plural(all.length, 'runbook')} is stale.`
                : `${stale} of its ${plural(all.length, 'runbook')} ${
                    stale === 1 ? 'is' : 'are'
                  } stale.`,
            ...untilOf(all.filter(runbook => !runbook.stale)),
          },
    ],
  ];
}

function plural(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
