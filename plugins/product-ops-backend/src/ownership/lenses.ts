import {
  NO_STAGE_TITLE,
  stageRank,
  type OwnershipLens,
  type OwnershipShare,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { OwnedEntity } from './types';

const NONE = 'none';

/** How many entities there are of each value that a lens tells apart, in the order of the lens. */
export function distributionBy(
  lens: OwnershipLens,
  entities: readonly OwnedEntity[],
  stages: readonly StageDefinition[],
): OwnershipShare[] {
  const counts = new Map<string, number>();
  for (const entity of entities) {
    const value = valueOf(lens, entity);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const rankOf = (value: string) =>
    lens === 'stage' ? stageRank(value, stages) ?? stages.length : 0;
  return [...counts]
    .map(([value, count]) => ({
      value,
      title: titleOf(lens, value, stages),
      count,
    }))
    .sort((a, b) => {
      if (lens === 'kind') {
        return b.count - a.count || (a.value < b.value ? -1 : 1);
      }
      return (
        Number(a.value === NONE) - Number(b.value === NONE) ||
        rankOf(a.value) - rankOf(b.value) ||
        (a.value < b.value ? -1 : 1)
      );
    });
}

function valueOf(lens: OwnershipLens, entity: OwnedEntity): string {
  switch (lens) {
    case 'gaps':
      return entity.gaps.length > 0 ? 'gap' : 'clear';
    case 'tier':
      return entity.tier?.toString() ?? NONE;
    case 'kind':
      return entity.kind;
    default:
      return entity.stage ?? NONE;
  }
}

function titleOf(
  lens: OwnershipLens,
  value: string,
  stages: readonly StageDefinition[],
): string {
  switch (lens) {
    case 'gaps':
      return value === 'gap' ? 'With gaps' : 'Without gaps';
    case 'tier':
      return value === NONE ? 'No tier' : `Tier ${value}`;
    case 'kind':
      return value.charAt(0).toLocaleUpperCase('en-US') + value.slice(1);
    default:
      return value === NONE
        ? NO_STAGE_TITLE
        : stages.find(({ id }) => id === value)?.title ?? value;
  }
}
