import type { OwnershipModel } from './OwnershipModel';
import type { OwnedEntity } from './types';

/**
 * Who would still answer for an entity if some holders went: everybody who owns it or holds a role for it, each once,
 * and is none of them. A person goes with the last of the teams that the person is in.
 */
export function remainingFor(
  model: OwnershipModel,
  entity: OwnedEntity,
  gone: ReadonlySet<string>,
): string[] {
  const holders = new Set(
    model.effectiveRoles(entity).map(({ holder }) => holder),
  );
  if (entity.ownerRef) {
    holders.add(entity.ownerRef);
  }
  return [...holders].filter(holder => stays(model, holder, gone));
}

function stays(
  model: OwnershipModel,
  holder: string,
  gone: ReadonlySet<string>,
): boolean {
  const person = model.people.get(holder);
  return person
    ? !gone.has(holder) &&
        (person.teams.length === 0 ||
          person.teams.some(team => !gone.has(team)))
    : model.teams.has(holder) && !gone.has(holder);
}
