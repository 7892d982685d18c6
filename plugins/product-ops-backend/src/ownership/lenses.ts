import {
  gapRuleOf,
  NO_STAGE_TITLE,
  stageRank,
  type OwnershipLens,
  type OwnershipShare,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type { OwnedEntity } from './types';

const NONE = 'none';

/** What entities are told apart by: one of the lenses, or what a page lists as a filter. */
export type Aspect = OwnershipLens | 'type';

/**
 * What a lens knows of entities beside the model, by ref. The same map as long as nothing has changed, since what is
 * counted from it is kept with it.
 */
export type LensValues = ReadonlyMap<string, string>;

/** How the verification of an entity stands that is neither due nor overdue. */
const UPCOMING = 'upcoming';

/** Values with their titles, in the order of the lens, where there is a fixed list of them. */
const VALUES: Partial<Record<Aspect, Record<string, string>>> = {
  gaps: { clear: 'Without gaps', gap: 'With gaps' },
  verification: { overdue: 'Overdue', due: 'Due', upcoming: 'Up to date' },
  readiness: { failed: 'Check fails', open: 'Not answered', passed: 'Ready' },
};

/** How many entities there are of each value that a lens tells apart, in the order of the lens. */
export function distributionBy(
  lens: Aspect,
  entities: readonly OwnedEntity[],
  options: { stages: readonly StageDefinition[]; values?: LensValues },
): OwnershipShare[] {
  const { stages, values } = options;
  const counts = new Map<string, number>();
  for (const entity of entities) {
    const value = valueOf(lens, entity, values);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const fixed = Object.keys(VALUES[lens] ?? {});
  const rankOf = (value: string) =>
    lens === 'stage'
      ? stageRank(value, stages) ?? stages.length
      : fixed.indexOf(value);
  return [...counts]
    .map(([value, count]) => ({
      value,
      title: titleOf(lens, value, stages),
      count,
    }))
    .sort((a, b) => {
      if (lens === 'kind' || lens === 'type') {
        return b.count - a.count || (a.value < b.value ? -1 : 1);
      }
      return (
        Number(a.value === NONE) - Number(b.value === NONE) ||
        rankOf(a.value) - rankOf(b.value) ||
        (a.value < b.value ? -1 : 1)
      );
    });
}

function valueOf(
  lens: Aspect,
  entity: OwnedEntity,
  values: LensValues | undefined,
): string {
  switch (lens) {
    case 'gaps':
      return entity.gaps.length > 0 ? 'gap' : 'clear';
    case 'tier':
      return entity.tier?.toString() ?? NONE;
    case 'kind':
      return entity.kind;
    case 'type':
      return entity.type ?? NONE;
    case 'verification':
      return values?.get(entity.ref) ?? (hasOwner(entity) ? UPCOMING : NONE);
    case 'readiness':
      return values?.get(entity.ref) ?? NONE;
    default:
      return entity.stage ?? NONE;
  }
}

/** Nobody can be asked about what nobody owns, or somebody who is not there: that is a gap. */
function hasOwner({ ownerRef, gaps }: OwnedEntity): boolean {
  return (
    Boolean(ownerRef) && !gaps.some(id => gapRuleOf(id) === 'dangling-owner')
  );
}

function titleOf(
  lens: Aspect,
  value: string,
  stages: readonly StageDefinition[],
): string {
  const fixed = VALUES[lens]?.[value];
  if (fixed) {
    return fixed;
  }
  switch (lens) {
    case 'verification':
      return 'Nobody to ask';
    case 'readiness':
      return 'No checks';
    case 'tier':
      return value === NONE ? 'No tier' : `Tier ${value}`;
    case 'kind':
      return value.charAt(0).toLocaleUpperCase('en-US') + value.slice(1);
    case 'type':
      return value === NONE ? 'No type' : value;
    default:
      return value === NONE
        ? NO_STAGE_TITLE
        : stages.find(({ id }) => id === value)?.title ?? value;
  }
}
