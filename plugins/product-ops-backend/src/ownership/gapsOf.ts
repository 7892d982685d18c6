import {
  gapRuleOf,
  OWNERSHIP_GAP_RULES,
  type OwnershipGapRule,
  type OwnershipShare,
} from '@productops/backstage-plugin-product-ops-common';
import { linkIn } from './links';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnedEntity } from './types';

/** One gap of one entity. */
export interface FoundGap {
  entity: OwnedEntity;
  id: string;
  rule: OwnershipGapRule;
}

const RANKS = new Map(
  OWNERSHIP_GAP_RULES.map(({ rule }, rank) => [rule, rank] as const),
);
const MAX_TEAMS = 50;
const found = new WeakMap<OwnershipModel, readonly FoundGap[]>();

/** All gaps of a model, the most urgent first; put in order once, for as long as the model lives. */
export function gapsOf(model: OwnershipModel): readonly FoundGap[] {
  const known = found.get(model);
  if (known) {
    return known;
  }
  const gaps: FoundGap[] = [];
  for (const entity of model.entities.values()) {
    for (const id of entity.gaps) {
      gaps.push({ entity, id, rule: gapRuleOf(id) });
    }
  }
  gaps.sort(byUrgency);
  found.set(model, gaps);
  return gaps;
}

/** Goes with the gaps that were counted: those of the whole model are the same list until the model is another. */
const counts = new WeakMap<
  readonly FoundGap[],
  Record<'rules' | 'teams', OwnershipShare[]>
>();

/** Gaps by rule, and by the team that has them, those with the most first. */
export function countGapsOf(
  model: OwnershipModel,
  gaps: readonly FoundGap[],
): Record<'rules' | 'teams', OwnershipShare[]> {
  const known = counts.get(gaps);
  if (known) {
    return known;
  }
  const byRule = new Map<string, number>();
  const byTeam = new Map<string, number>();
  for (const { entity, rule } of gaps) {
    const owner = entity.ownerRef ?? 'none';
    byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    byTeam.set(owner, (byTeam.get(owner) ?? 0) + 1);
  }
  const made = {
    rules: OWNERSHIP_GAP_RULES.map(({ rule, title }) => ({
      value: rule,
      title,
      count: byRule.get(rule) ?? 0,
    })).filter(({ count }) => count > 0),
    teams: [...byTeam]
      .map(([value, count]) => ({
        value,
        title: value === 'none' ? 'Nobody' : linkIn(model, value).title,
        count,
      }))
      .sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1))
      .slice(0, MAX_TEAMS),
  };
  counts.set(gaps, made);
  return made;
}

/** Critical tiers first, then by rule, then by title. */
function byUrgency(a: FoundGap, b: FoundGap): number {
  const rank = ({ rule }: FoundGap) => RANKS.get(rule) ?? RANKS.size;
  const critical = ({ entity }: FoundGap) => ((entity.tier ?? 9) <= 2 ? 0 : 1);
  return (
    critical(a) - critical(b) ||
    rank(a) - rank(b) ||
    (a.entity.tier ?? 9) - (b.entity.tier ?? 9) ||
    compare(a.entity.title, b.entity.title) ||
    compare(a.entity.ref, b.entity.ref)
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
