import type { OwnershipRole } from '@productops/backstage-plugin-product-ops-common';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnedEntity } from './types';

/** One way in which somebody answers for an entity. */
export interface Answering {
  how: 'owner' | 'team' | 'role';
  role?: OwnershipRole;
  /** The team through which it is so, or the product whose role it is. */
  via?: string;
}

/** The teams of a person, and all teams below them: whoever leads a department answers for what its teams have. */
export function teamsOf(
  model: OwnershipModel,
  person: string,
): ReadonlySet<string> {
  const teams = model.people.get(person)?.teams ?? [];
  return new Set(teams.flatMap(team => [...model.withDescendants(team)]));
}

/** Everything that a person answers for, with all the ways, the nearest first; each entity is there once. */
export function answeredBy(
  model: OwnershipModel,
  person: string,
): Map<OwnedEntity, Answering[]> {
  const teams = teamsOf(model, person);
  const found = new Map<OwnedEntity, Answering[]>();
  for (const entity of model.entities.values()) {
    const ways = waysTo(model, person, teams, entity);
    if (ways.length > 0) {
      found.set(entity, ways);
    }
  }
  return found;
}

function waysTo(
  model: OwnershipModel,
  person: string,
  teams: ReadonlySet<string>,
  entity: OwnedEntity,
): Answering[] {
  const { ownerRef } = entity;
  const ways: Answering[] = [];
  if (ownerRef === person) {
    ways.push({ how: 'owner' });
  } else if (ownerRef && teams.has(ownerRef)) {
    ways.push({ how: 'team', via: ownerRef });
  }
  for (const { role, holder, via } of model.effectiveRoles(entity)) {
    if (holder === person) {
      ways.push({ how: 'role', role, ...(via && { via }) });
    } else if (teams.has(holder)) {
      ways.push({ how: 'role', role, via: holder });
    }
  }
  // What is one's own before what is so through others.
  return ways.sort(
    (a, b) => Number(a.via !== undefined) - Number(b.via !== undefined),
  );
}
