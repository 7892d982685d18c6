import {
  OWNERSHIP_GAP_RULES,
  type OwnershipGapRule,
} from '@productops/backstage-plugin-product-ops-common';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnedEntity } from './types';

/** One gap of one entity. */
export interface FoundGap {
  entity: OwnedEntity;
  rule: OwnershipGapRule;
}

const RANKS = new Map(
  OWNERSHIP_GAP_RULES.map(({ rule }, rank) => [rule, rank] as const),
);
const found = new WeakMap<OwnershipModel, readonly FoundGap[]>();

/** All gaps of a model, the most urgent first; put in order once, for as long as the model lives. */
export function gapsOf(model: OwnershipModel): readonly FoundGap[] {
  const known = found.get(model);
  if (known) {
    return known;
  }
  const gaps: FoundGap[] = [];
  for (const entity of model.entities.values()) {
    for (const rule of entity.gaps) {
      gaps.push({ entity, rule });
    }
  }
  gaps.sort(byUrgency);
  found.set(model, gaps);
  return gaps;
}

/** Critical tiers first, then by rule, then by title. */
function byUrgency(a: FoundGap, b: FoundGap): number {
  const rank = ({ rule }: FoundGap) => RANKS.get(rule) ?? RANKS.size;
  const critical = ({ entity }: FoundGap) => ((entity.tier ?? 9) <= 2 ? 0 : 1);
  return (
    critical(a) - critical(b) ||
    rank(a) - rank(b) ||
    (a.entity.tier ?? 9) - (b.entity.tier ?? 9) ||
    (a.entity.title < b.entity.title ? -1 : 1)
  );
}
