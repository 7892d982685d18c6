import {
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  OWNERSHIP_ROLES,
  type OwnershipRole,
} from '@productops/backstage-plugin-product-ops-common';
import { inTurns } from './inTurns';
import type {
  EntityInput,
  HolderRole,
  OwnedEntity,
  Person,
  RelationInput,
  Team,
} from './types';

/** Kinds that nobody owns: they are who owns, or only lead to others. */
const UNOWNED_KINDS = new Set(['group', 'user', 'location']);
const ROLE_OF_RELATION = new Map<string, OwnershipRole>(
  OWNERSHIP_ROLES.map(({ relation, role }) => [relation, role]),
);
/** What ties what one team owns to what another owns. */
const DEPENDENCIES = new Set<string>([
  RELATION_DEPENDS_ON,
  RELATION_CONSUMES_API,
]);

/** The relations that an organisation is made of. */
export const ORGANISATION_RELATIONS = [
  ...DEPENDENCIES,
  RELATION_PARENT_OF,
  RELATION_HAS_MEMBER,
  RELATION_PART_OF,
  ...ROLE_OF_RELATION.keys(),
];

/** Who holds a role. */
export interface RoleHolder {
  role: OwnershipRole;
  holder: string;
}

/** Teams, people and what they hold, by ref, and what is tied to what. */
export interface Organisation {
  entities: Map<string, OwnedEntity>;
  teams: Map<string, Team>;
  people: Map<string, Person>;
  /** What a group or user holds by itself; `none` stands for what nobody holds. */
  held: Map<HolderRole, Map<string, OwnedEntity[]>>;
  /** The role holders that an entity has of its own. */
  holders: Map<string, RoleHolder[]>;
  /** What a product is made of. */
  parts: Map<string, OwnedEntity[]>;
  /** What an entity depends on or consumes the API of, and the other way round. */
  dependencies: Map<string, Set<OwnedEntity>>;
  dependants: Map<string, Set<OwnedEntity>>;
  /** Teams with members or teams below that are not among the entities. */
  incomplete: Set<string>;
}

/**
 * Puts entities and relations together. Relations whose ends are not both among the entities are as if they were not
 * there, but for holders of roles, who may be missing.
 */
export async function organise(
  entities: Iterable<EntityInput>,
  relations: Iterable<RelationInput>,
): Promise<Organisation> {
  const made: Organisation = {
    entities: new Map(),
    teams: new Map(),
    people: new Map(),
    held: new Map(),
    holders: new Map(),
    parts: new Map(),
    dependencies: new Map(),
    dependants: new Map(),
    incomplete: new Set(),
  };
  await inTurns(entities, entity => add(made, entity));
  await inTurns(relations, relation => relate(made, relation));
  for (const entity of made.entities.values()) {
    if (entity.productRef && made.entities.has(entity.productRef)) {
      append(made.parts, entity.productRef, entity);
    }
  }
  return made;
}

function add(made: Organisation, entity: EntityInput): void {
  const { ref, kind, name, title, type } = entity;
  if (kind === 'group') {
    const team = { ref, name, title, type };
    made.teams.set(ref, { ...team, parents: [], children: [], members: [] });
  } else if (kind === 'user') {
    made.people.set(ref, { ref, name, title, teams: [] });
  } else if (!UNOWNED_KINDS.has(kind)) {
    const owned: OwnedEntity = { ...entity, gaps: [] };
    made.entities.set(ref, owned);
    hold(made, 'owner', entity.ownerRef ?? 'none', owned);
  }
}

function relate(made: Organisation, relation: RelationInput): void {
  const { source, type, target } = relation;
  const role = ROLE_OF_RELATION.get(type);
  const team = made.teams.get(source);
  const entity = made.entities.get(source);
  if (type === RELATION_PARENT_OF && team) {
    const child = made.teams.get(target);
    if (!child) {
      made.incomplete.add(source);
    } else if (target !== source) {
      // A team that is its own parent is nobody's.
      team.children.push(target);
      child.parents.push(source);
    }
  } else if (type === RELATION_HAS_MEMBER && team) {
    const person = made.people.get(target);
    if (person) {
      team.members.push(target);
      person.teams.push(source);
    } else {
      made.incomplete.add(source);
    }
  } else if (type === RELATION_PART_OF && entity) {
    if (target.startsWith('product:') && entity.kind !== 'product') {
      entity.productRef ??= target;
    }
  } else if (DEPENDENCIES.has(type) && entity) {
    depend(made, entity, made.entities.get(target));
  } else if (role && entity) {
    hold(made, role, target, entity);
    append(made.holders, source, { role, holder: target });
  }
}

function depend(
  { dependencies, dependants }: Organisation,
  from: OwnedEntity,
  to: OwnedEntity | undefined,
): void {
  if (to) {
    const needed = dependencies.get(from.ref) ?? new Set();
    dependencies.set(from.ref, needed.add(to));
    const needing = dependants.get(to.ref) ?? new Set();
    dependants.set(to.ref, needing.add(from));
  }
}

function hold(
  { held }: Organisation,
  role: HolderRole,
  holder: string,
  entity: OwnedEntity,
): void {
  const ofRole = held.get(role) ?? new Map<string, OwnedEntity[]>();
  held.set(role, ofRole);
  append(ofRole, holder, entity);
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}
