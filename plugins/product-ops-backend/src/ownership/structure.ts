import type { OwnershipModel } from './OwnershipModel';
import type { HolderRole, OwnedEntity } from './types';

/** A place in the tree of the organisation. */
export interface TreeNode {
  /** The way to it from the root, the same whenever the same place is asked for. */
  id: string;
  type:
    | 'organisation'
    | 'team'
    | 'person'
    | 'entity'
    | 'people'
    | 'unowned'
    | 'dangling';
  /** Of a team, person or entity, or of a holder who is not in the catalog. */
  ref?: string;
  parent?: TreeNode;
}

/** Between the parts of an id: no ref has it. */
export const STEP = '>';

const TITLES: Partial<Record<TreeNode['type'], string>> = {
  organisation: 'Organisation',
  people: 'Owned by people',
  dangling: 'Owner not in the catalog',
  unowned: 'Nobody owns it',
};

/** Whoever may not read everything cannot tell who is hidden from who is not there. */
const HIDDEN_OWNERS = 'Owners you cannot see';

export function titleOf(
  { teams, people, entities, restricted }: OwnershipModel,
  { type, ref }: TreeNode,
): string {
  if (!ref) {
    return restricted && type === 'dangling'
      ? HIDDEN_OWNERS
      : TITLES[type] ?? '';
  }
  const known = teams.get(ref) ?? people.get(ref) ?? entities.get(ref);
  return known?.title ?? ref.slice(ref.indexOf(':') + 1);
}

/** The product that an entity is a part of, when the same holder has both: there the entity is found. */
export function productWithin(
  model: OwnershipModel,
  role: HolderRole,
  { ref, productRef }: OwnedEntity,
  holder: string,
): string | undefined {
  const product = productRef ? model.entities.get(productRef) : undefined;
  return product && product.ref !== ref && holds(model, role, holder, product)
    ? product.ref
    : undefined;
}

/** The children of a node, whatever is in them, in no order. */
export function childrenIn(
  model: OwnershipModel,
  role: HolderRole,
  node: TreeNode,
): TreeNode[] {
  const { type, ref = '' } = node;
  const child = (childType: TreeNode['type'], childRef?: string): TreeNode => ({
    id: `${node.id}${STEP}${childRef ?? childType}`,
    type: childType,
    ref: childRef,
    parent: node,
  });
  // Without the parts of products that the holder has too: they are below those.
  const heldBy = (holder: string) =>
    model
      .held(role, holder)
      .filter(entity => !productWithin(model, role, entity, holder))
      .map(entity => child('entity', entity.ref));
  switch (type) {
    case 'organisation':
      return [
        ...model.topTeams().map(team => child('team', team.ref)),
        ...(['people', 'dangling', 'unowned'] as const)
          .map(pseudo => child(pseudo))
          .filter(pseudo => entitiesIn(model, role, pseudo).length > 0),
      ];
    case 'people':
    case 'dangling':
      return ref
        ? heldBy(ref)
        : holdersOf(model, role, type).map(holder =>
            child(type === 'people' ? 'person' : 'dangling', holder),
          );
    case 'team':
      return [
        ...[...new Set(model.teams.get(ref)?.children ?? [])]
          .filter(team => !isWithin(node, team))
          .map(team => child('team', team)),
        ...heldBy(ref),
      ];
    case 'person':
      return heldBy(ref);
    case 'unowned':
      return heldBy('none');
    default:
      return model.partsOf(ref).map(entity => child('entity', entity.ref));
  }
}

/** Everything in a node and below it; what several holders of a role have is there several times. */
export function entitiesIn(
  model: OwnershipModel,
  role: HolderRole,
  { type, ref = '' }: TreeNode,
): OwnedEntity[] {
  const heldBy = (holders: Iterable<string>) =>
    [...holders].flatMap(holder => model.held(role, holder));
  switch (type) {
    case 'organisation':
      return heldBy(model.holders(role));
    case 'people':
    case 'dangling':
      return heldBy(ref ? [ref] : holdersOf(model, role, type));
    case 'team':
      return heldBy(model.withDescendants(ref));
    case 'person':
      return heldBy([ref]);
    case 'unowned':
      return heldBy(['none']);
    default: {
      const entity = model.entities.get(ref);
      return entity ? [entity, ...model.partsOf(ref)] : [];
    }
  }
}

function holds(
  model: OwnershipModel,
  role: HolderRole,
  holder: string,
  { ref, ownerRef }: OwnedEntity,
): boolean {
  return role === 'owner'
    ? (ownerRef ?? 'none') === holder
    : model
        .rolesOf(ref)
        .some(held => held.role === role && held.holder === holder);
}

function holdersOf(
  model: OwnershipModel,
  role: HolderRole,
  type: 'people' | 'dangling',
): string[] {
  const { teams, people } = model;
  return [...model.holders(role)].filter(holder =>
    type === 'people'
      ? people.has(holder)
      : holder !== 'none' && !teams.has(holder) && !people.has(holder),
  );
}

/** Whether a team is on the way from the root to a node already: then the teams are in a circle. */
function isWithin(node: TreeNode, team: string): boolean {
  for (let at: TreeNode | undefined = node; at; at = at.parent) {
    if (at.ref === team) {
      return true;
    }
  }
  return false;
}
