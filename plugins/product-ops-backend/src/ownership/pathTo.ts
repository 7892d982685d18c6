import type { OwnershipModel } from './OwnershipModel';
import { productWithin, STEP } from './structure';
import type { HolderRole, OwnedEntity } from './types';

/** The ids from the root of the organisation to a team, person or entity; empty when nothing leads there. */
export function pathTo(
  model: OwnershipModel,
  role: HolderRole,
  ref: string,
): string[] {
  const steps = stepsTo(model, role, ref);
  return steps
    ? ['organisation', ...steps].map((_, index, all) =>
        all.slice(0, index + 1).join(STEP),
      )
    : [];
}

function stepsTo(
  model: OwnershipModel,
  role: HolderRole,
  ref: string,
): string[] | undefined {
  if (model.teams.has(ref)) {
    return stepsToTeam(model, ref);
  }
  const person = model.people.get(ref);
  if (person) {
    if (model.held(role, ref).length > 0) {
      return ['people', ref];
    }
    // Who holds nothing is found in a team.
    return person.teams.length > 0
      ? stepsToTeam(model, [...person.teams].sort()[0])
      : undefined;
  }
  const entity = model.entities.get(ref);
  const holder = entity && holderOf(model, role, entity);
  if (!entity || !holder) {
    return undefined;
  }
  const product = productWithin(model, role, entity, holder);
  return [...stepsToHolder(model, holder), ...(product ? [product] : []), ref];
}

function holderOf(
  model: OwnershipModel,
  role: HolderRole,
  { ref, ownerRef }: OwnedEntity,
): string | undefined {
  return role === 'owner'
    ? ownerRef ?? 'none'
    : model.rolesOf(ref).find(held => held.role === role)?.holder;
}

function stepsToHolder(model: OwnershipModel, holder: string): string[] {
  if (holder === 'none') {
    return ['unowned'];
  }
  if (model.teams.has(holder)) {
    return stepsToTeam(model, holder);
  }
  return model.people.has(holder) ? ['people', holder] : ['dangling', holder];
}

/** The shortest way from the top to a team: another one may lead round in a circle. */
function stepsToTeam(model: OwnershipModel, ref: string): string[] {
  const top = new Set(model.topTeams().map(team => team.ref));
  const seen = new Set([ref]);
  let ways = [[ref]];
  while (ways.length > 0) {
    const found = ways.find(([first]) => top.has(first));
    if (found) {
      return found;
    }
    ways = ways.flatMap(way =>
      [...(model.teams.get(way[0])?.parents ?? [])]
        .sort()
        .filter(parent => !seen.has(parent))
        .map(parent => {
          seen.add(parent);
          return [parent, ...way];
        }),
    );
  }
  return [ref];
}
