import type { FactValue } from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryEntity } from '../../directory/types';
import type { DrillResult } from '../ports';

/** What an entity says of itself. */
export function ownFacts(
  entity: DirectoryEntity,
  drill: DrillResult | undefined,
  now: string,
): Array<[string, FactValue]> {
  const { facts, description, tier, sourceUrl } = entity;
  return [
    [
      'entity.description',
      said(description, 'It is described.', 'It has no description.'),
    ],
    ['entity.tier', said(tier, `It is of tier ${tier}.`, 'It has no tier.')],
    [
      'source.location',
      said(
        sourceUrl,
        `Its source is at ${sourceUrl?.replace(/^url:/, '')}.`,
        'Nothing says where its source is.',
      ),
    ],
    [
      'documentation.present',
      said(
        facts.documented,
        'It has documentation in the portal.',
        'It has no documentation in the portal.',
      ),
    ],
    [
      'links.monitoring',
      said(
        facts.monitoring,
        `It is watched at: ${facts.monitoring}.`,
        'It has no link to a dashboard, and no annotation of a monitoring tool.',
      ),
    ],
    [
      'backup.statement',
      said(
        facts.backup,
        /^none$/i.test(facts.backup ?? '')
          ? 'It says that it keeps no data.'
          : `It says: ${facts.backup}`,
        'It does not say how its data is backed up.',
      ),
    ],
    ['recovery.objectives', objectives(facts)],
    ['recovery.proven', proven(drill, now)],
  ];
}

function said(value: unknown, evidence: string, missing: string): FactValue {
  return value === undefined
    ? { value: false, evidence: missing }
    : { value: true, evidence };
}

function objectives({ rto, rpo }: DirectoryEntity['facts']): FactValue {
  if (rto && rpo) {
    return {
      value: true,
      evidence: `Back within ${rto}, with at most ${rpo} of data lost.`,
    };
  }
  const missing = [
    ...(rto ? [] : ['recovery time']),
    ...(rpo ? [] : ['recovery point']),
  ].join(' and no ');
  return { value: false, evidence: `It promises no ${missing}.` };
}

function proven(drill: DrillResult | undefined, now: string): FactValue {
  if (!drill) {
    return { evidence: 'No drill is recorded.' };
  }
  const { at, kept, validUntil } = drill;
  const day = at.slice(0, 10);
  if (validUntil && validUntil <= now) {
    return { value: false, evidence: `The last drill was on ${day}.` };
  }
  return {
    value: kept,
    evidence: kept
      ? `A drill on ${day} kept the recovery objectives.`
      : `A drill on ${day} missed the recovery objectives.`,
    ...(validUntil && { until: validUntil }),
  };
}
