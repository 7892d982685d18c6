import { hash } from 'node:crypto';
import {
  answerCheck,
  declaredStageStart,
  demandsOf,
  readinessOf,
  standingOf,
  type AttestationAnswer,
  type CheckDefinition,
  type CheckStanding,
  type FactValue,
  type ReadinessCounts,
  type WaiverAnswer,
} from '@productops/backstage-plugin-product-ops-common';
import type { LifecycleRules } from './config';
import type { EntityWithFacts } from './facts/types';

/** How a check counts for an entity, and whether the stage that it is in demands it. */
export interface Standing {
  standing: CheckStanding;
  demanded: boolean;
}

/** Standings by the id of the check. */
export type Standings = ReadonlyMap<string, Standing>;

/** All that is kept of an entity. */
export interface Assessment {
  entityRef: string;
  kind: string;
  tier?: number;
  stage?: string;
  /** The stage as its file has it. */
  declared?: string;
  /** The day on which the stage began, as the file declares it. */
  stageStart?: string;
  ownerRef?: string;
  productRef?: string;
  counts: ReadinessCounts;
  standings: Standings;
  /** The key of the standings. */
  profile: string;
  /** The values of the facts that checks go by. */
  facts: Record<string, FactValue>;
  /** Changes with anything of the above. */
  etag: string;
  /** When an answer changes by itself, or must be asked for again. */
  dueAt?: Date;
}

/** The checks that any stage demands of an entity, and those of the stage that it is in. */
export function checksFor(
  { stages, checks }: LifecycleRules,
  entity: { kind: string; tier?: number; type?: string; stage?: string },
): { all: CheckDefinition[]; present: CheckDefinition[] } {
  return {
    all: [
      ...new Set(stages.flatMap(stage => demandsOf(stage, entity, checks))),
    ],
    present: demandsOf(
      stages.find(({ id }) => id === entity.stage),
      entity,
      checks,
    ),
  };
}

/** Answers all checks that a stage may demand of an entity. Pure: the same input gives the same answers. */
export function assess(
  input: EntityWithFacts,
  options: {
    rules: LifecycleRules;
    attestations?: ReadonlyMap<string, AttestationAnswer>;
    waivers?: ReadonlyMap<string, WaiverAnswer>;
    now: Date;
    /** After how long a fact is asked for again, in milliseconds. */
    refreshMs: (factId: string) => number | undefined;
  },
): Assessment {
  const { entity, stage, productRef } = input;
  const { rules, now } = options;
  const { all, present } = checksFor(rules, { ...entity, stage });
  const demanded = new Set(present.map(({ id }) => id));
  const results = all.map(check =>
    answerCheck(
      check,
      {
        facts: input.facts,
        attestation: options.attestations?.get(check.id),
        waiver: options.waivers?.get(check.id),
      },
      { now: now.toISOString(), stages: rules.stages },
    ),
  );
  const standings: Standings = new Map(
    results
      .map((result): [string, Standing] => [
        result.check,
        { standing: standingOf(result), demanded: demanded.has(result.check) },
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const counts = readinessOf(
    results.filter(({ check }) => demanded.has(check)),
  );
  const factIds = [...new Set(all.flatMap(({ fact }) => fact ?? []))].sort();
  const facts = Object.fromEntries(
    factIds.flatMap(id => {
      const value = input.facts.get(id);
      return value ? [[id, value]] : [];
    }),
  );
  const due = [
    ...results.flatMap(({ until }) => (until ? Date.parse(until) : [])),
    ...factIds.flatMap(id => {
      const after = options.refreshMs(id);
      return after === undefined ? [] : now.getTime() + after;
    }),
  ].filter(at => at > now.getTime());
  const profile = profileOf(standings);
  const kept = {
    entityRef: entity.ref,
    kind: entity.kind,
    tier: entity.tier,
    stage,
    declared: entity.declaredLifecycle,
    stageStart: declaredStageStart(
      stage,
      entity.facts.milestones,
      now.toISOString(),
    ),
    ownerRef: entity.ownerRef,
    productRef,
    profile,
    facts,
  };
  return {
    ...kept,
    counts,
    standings,
    etag: hash('sha1', JSON.stringify(kept), 'base64url'),
    ...(due.length > 0 && { dueAt: new Date(Math.min(...due)) }),
  };
}

/** The key of standings: the same ones have the same. */
export function profileOf(standings: Standings): string {
  return hash('sha1', writeStandings(standings), 'base64url');
}

/** Standings as they are kept: JSON of `[standing, demanded]` by the id of the check. */
export function writeStandings(standings: Standings): string {
  return JSON.stringify(
    [...standings].map(([id, { standing, demanded }]) => [
      id,
      standing,
      demanded ? 1 : 0,
    ]),
  );
}

/** Reads what {@link writeStandings} has written. */
export function readStandings(text: string): Standings {
  const entries = JSON.parse(text) as Array<[string, CheckStanding, number]>;
  return new Map(
    entries.map(([id, standing, demanded]) => [
      id,
      { standing, demanded: demanded === 1 },
    ]),
  );
}

/**
 * Checks that passed before, and do not now that the present stage demands them: they fail, or the answer of a person has
 * expired. That the suite does not know for a while is none.
 *
 * @param attested - the checks that people answer
 * @param decided - how checks counted that are not known now, when they last were
 */
export function regressionsOf(
  before: Standings,
  after: Standings,
  options: {
    attested: ReadonlySet<string>;
    decided: ReadonlyMap<string, CheckStanding>;
  },
): string[] {
  const { attested, decided } = options;
  return [...after].flatMap(([id, { standing, demanded }]) => {
    const was = before.get(id)?.standing;
    const last = was === 'open' && !attested.has(id) ? decided.get(id) : was;
    const expired = standing === 'open' && attested.has(id);
    return demanded && last === 'passed' && (standing === 'failed' || expired)
      ? [id]
      : [];
  });
}
