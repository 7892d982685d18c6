import type { OwnershipModel } from './OwnershipModel';
import type { OwnedEntity } from './types';

/** Goes with the model, and with the refs of the person. */
const stoodFor = new WeakMap<
  OwnershipModel,
  WeakMap<ReadonlySet<string>, ReadonlySet<string>>
>();

/** The holders that a person stands for: the person, the teams of the person, and the teams below those. */
function holdersOf(
  model: OwnershipModel,
  refs: ReadonlySet<string>,
): ReadonlySet<string> {
  const ofModel = stoodFor.get(model) ?? new WeakMap();
  stoodFor.set(model, ofModel);
  const known = ofModel.get(refs);
  if (known) {
    return known;
  }
  const found = new Set(refs);
  for (const ref of refs) {
    if (model.teams.has(ref)) {
      model.withDescendants(ref).forEach(team => found.add(team));
    }
  }
  ofModel.set(refs, found);
  return found;
}

/** Whether a person is a holder, of a team that is one, or of a team above it. */
export function isOf(
  model: OwnershipModel,
  refs: ReadonlySet<string>,
  holder: string,
): boolean {
  return holdersOf(model, refs).has(holder);
}

/** Whether a person answers for an entity: as its owner, or as the holder of any role. */
export function answersFor(
  model: OwnershipModel,
  refs: ReadonlySet<string>,
  entity: OwnedEntity,
): boolean {
  const holders = [
    ...(entity.ownerRef ? [entity.ownerRef] : []),
    ...model.effectiveRoles(entity).map(({ holder }) => holder),
  ];
  return holders.some(holder => isOf(model, refs, holder));
}
