import type { OwnershipModel } from './OwnershipModel';
import type { OwnedEntity } from './types';

/** Whether a person is a holder, of a team that is one, or of a team above it. */
export function isOf(
  model: OwnershipModel,
  refs: ReadonlySet<string>,
  holder: string,
): boolean {
  return [...refs].some(
    ref =>
      ref === holder ||
      (model.teams.has(ref) && model.withDescendants(ref).has(holder)),
  );
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
