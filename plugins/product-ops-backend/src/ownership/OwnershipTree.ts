import type {
  OwnershipCounts,
  OwnershipLens,
  OwnershipShare,
  StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { filterOf } from './filter';
import { distributionBy } from './lenses';
import type { OwnershipModel } from './OwnershipModel';
import type { HolderRole, OwnedEntity, OwnershipFilter } from './types';

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

/** What is in a node and everything below it, each entity once. */
export interface NodeSummary {
  counts: OwnershipCounts;
  distribution: OwnershipShare[];
}

/** Between the parts of an id: no ref has it. */
const STEP = '>';
const MAX_QUESTIONS = 50;
const MAX_ANSWERS = 2000;
/** Pseudo nodes come after what is real. */
const RANK: Record<TreeNode['type'], number> = {
  organisation: 0,
  team: 1,
  person: 1,
  entity: 2,
  people: 3,
  dangling: 4,
  unowned: 5,
};

/** What was counted for one question: role, lens and filter. */
interface Answers {
  /** By id of the node. */
  children: Map<string, TreeNode[]>;
  /** By type and ref of the node: the same wherever it stands. */
  summaries: Map<string, NodeSummary>;
}

/** Goes with the model that it was counted from. */
const answers = new WeakMap<OwnershipModel, Map<string, Answers>>();

/** Keeps a value, and lets go of all others where they have become too many. */
function remember<T>(
  values: Map<string, T>,
  key: string,
  value: T,
  most = MAX_ANSWERS,
): void {
  if (values.size >= most) {
    values.clear();
  }
  values.set(key, value);
}

/** How many entities there are, and how many of them have gaps. */
export function countsOf(entities: readonly OwnedEntity[]): OwnershipCounts {
  return {
    entities: entities.length,
    gaps: entities.filter(({ gaps }) => gaps.length > 0).length,
  };
}

/** The organisation as a tree, by the holders of one role and for the entities that pass a filter. */
export class OwnershipTree {
  readonly #model: OwnershipModel;
  readonly #role: HolderRole;
  readonly #lens: OwnershipLens;
  readonly #stages: readonly StageDefinition[];
  readonly #passes: ((entity: OwnedEntity) => boolean) | undefined;
  readonly #question: string;

  static create(options: {
    model: OwnershipModel;
    role: HolderRole;
    lens: OwnershipLens;
    filter?: OwnershipFilter;
    stages: readonly StageDefinition[];
  }): OwnershipTree {
    return new OwnershipTree(options);
  }

  private constructor(options: Parameters<typeof OwnershipTree.create>[0]) {
    const { model, role, lens, filter = {}, stages } = options;
    this.#model = model;
    this.#role = role;
    this.#lens = lens;
    this.#stages = stages;
    this.#passes = filterOf(filter);
    this.#question = JSON.stringify([role, lens, filter]);
  }

  /** The root: the organisation, or the team, person or entity of a ref; nothing when there is none. */
  root(ref?: string): TreeNode | undefined {
    if (!ref) {
      return { id: 'organisation', type: 'organisation' };
    }
    const type = this.#typeOf(ref);
    return type && { id: ref, type, ref };
  }

  /** The node of an id; nothing when there is none (any more). */
  find(id: string): TreeNode | undefined {
    const [first, ...steps] = id.split(STEP);
    let node = this.root(first === 'organisation' ? undefined : first);
    for (const step of steps) {
      const wanted: string = `${node?.id}${STEP}${step}`;
      node = node && this.childrenOf(node).find(child => child.id === wanted);
    }
    return node;
  }

  /** The children that have anything, those with the most entities first. */
  childrenOf(node: TreeNode): readonly TreeNode[] {
    const { children } = this.#remembered();
    const known = children.get(node.id);
    if (known) {
      return known;
    }
    const sorted = this.#allChildrenOf(node)
      .map(child => ({
        child,
        entities: this.#countIn(child),
        title: this.titleOf(child),
        entity: child.type === 'entity' ? this.entityOf(child) : undefined,
      }))
      .filter(({ entities }) => entities > 0 || !this.#passes)
      .sort(
        (a, b) =>
          RANK[a.child.type] - RANK[b.child.type] ||
          Number(b.entity?.kind === 'product') -
            Number(a.entity?.kind === 'product') ||
          b.entities - a.entities ||
          (a.entity?.tier ?? 9) - (b.entity?.tier ?? 9) ||
          compare(a.title, b.title) ||
          compare(a.child.id, b.child.id),
      )
      .map(({ child }) => child);
    remember(children, node.id, sorted);
    return sorted;
  }

  /** What is in a node and below it. */
  summaryOf(node: TreeNode): NodeSummary {
    const { summaries } = this.#remembered();
    const key = `${node.type} ${node.ref ?? ''}`;
    const known = summaries.get(key);
    if (known) {
      return known;
    }
    const entities = [...this.entitiesIn(node)];
    const summary = {
      counts: countsOf(entities),
      distribution: this.distributionOf(entities),
    };
    remember(summaries, key, summary);
    return summary;
  }

  /** Entities by the lens. */
  distributionOf(entities: readonly OwnedEntity[]): OwnershipShare[] {
    return distributionBy(this.#lens, entities, this.#stages);
  }

  /** How many entities a node has by itself. */
  directOf({ type, ref }: TreeNode): number | undefined {
    return type === 'team' || type === 'person'
      ? this.#passing(this.#model.held(this.#role, ref ?? '')).length
      : undefined;
  }

  /** The entities in a node and below it, each once. */
  entitiesIn(node: TreeNode): ReadonlySet<OwnedEntity> {
    return new Set(this.#passing(this.#allIn(node)));
  }

  entityOf({ ref }: TreeNode): OwnedEntity | undefined {
    return ref ? this.#model.entities.get(ref) : undefined;
  }

  titleOf({ type, ref }: TreeNode): string {
    if (!ref) {
      return TITLES[type] ?? '';
    }
    const { teams, people, entities } = this.#model;
    const known = teams.get(ref) ?? people.get(ref) ?? entities.get(ref);
    return known?.title ?? ref.slice(ref.indexOf(':') + 1);
  }

  /** The ids from the root of the organisation to a team, person or entity; empty when nothing leads there. */
  pathTo(ref: string): string[] {
    const steps = this.#stepsTo(ref);
    return steps
      ? ['organisation', ...steps].map((_, index, all) =>
          all.slice(0, index + 1).join(STEP),
        )
      : [];
  }

  // Most entities have no parts: that there is one of each need not be counted, nor remembered.
  #countIn(node: TreeNode): number {
    if (node.type === 'entity') {
      const { ref = '' } = node;
      if (this.#model.partsOf(ref).length === 0) {
        return this.#passing(this.#allIn(node)).length;
      }
    }
    return this.summaryOf(node).counts.entities;
  }

  #remembered(): Answers {
    const ofModel = answers.get(this.#model) ?? new Map<string, Answers>();
    answers.set(this.#model, ofModel);
    const known = ofModel.get(this.#question);
    if (known) {
      return known;
    }
    const made: Answers = { children: new Map(), summaries: new Map() };
    remember(ofModel, this.#question, made, MAX_QUESTIONS);
    return made;
  }

  #stepsTo(ref: string): string[] | undefined {
    const { teams, people } = this.#model;
    const team = teams.get(ref);
    if (team) {
      return this.#stepsToTeam(ref);
    }
    const person = people.get(ref);
    if (person) {
      if (this.#model.held(this.#role, ref).length > 0) {
        return ['people', ref];
      }
      // Who holds nothing is found in a team.
      return person.teams.length > 0
        ? this.#stepsToTeam([...person.teams].sort()[0])
        : undefined;
    }
    const entity = this.#model.entities.get(ref);
    const holder = entity && this.#holderOf(entity);
    if (!entity || !holder) {
      return undefined;
    }
    const product = this.#productWithin(entity, holder);
    return [...this.#stepsToHolder(holder), ...(product ? [product] : []), ref];
  }

  #stepsToHolder(holder: string): string[] {
    if (holder === 'none') {
      return ['unowned'];
    }
    if (this.#model.teams.has(holder)) {
      return this.#stepsToTeam(holder);
    }
    return this.#model.people.has(holder)
      ? ['people', holder]
      : ['dangling', holder];
  }

  #stepsToTeam(ref: string): string[] {
    const steps = [ref];
    const top = new Set(this.#model.topTeams().map(team => team.ref));
    for (let at = ref; !top.has(at); ) {
      const parent = [...(this.#model.teams.get(at)?.parents ?? [])]
        .sort()
        .find(candidate => !steps.includes(candidate));
      if (!parent) {
        break;
      }
      steps.unshift(parent);
      at = parent;
    }
    return steps;
  }

  #holderOf({ ref, ownerRef }: OwnedEntity): string | undefined {
    return this.#role === 'owner'
      ? ownerRef ?? 'none'
      : this.#model.rolesOf(ref).find(({ role }) => role === this.#role)
          ?.holder;
  }

  #typeOf(ref: string): TreeNode['type'] | undefined {
    const { teams, people, entities } = this.#model;
    if (teams.has(ref)) {
      return 'team';
    }
    if (people.has(ref)) {
      return 'person';
    }
    return entities.has(ref) ? 'entity' : undefined;
  }

  #allChildrenOf(node: TreeNode): TreeNode[] {
    const child = (type: TreeNode['type'], ref?: string): TreeNode => ({
      id: `${node.id}${STEP}${ref ?? type}`,
      type,
      ref,
      parent: node,
    });
    const { type, ref = '' } = node;
    switch (type) {
      case 'organisation':
        return [
          ...this.#model.topTeams().map(team => child('team', team.ref)),
          ...(['people', 'dangling', 'unowned'] as const)
            .map(pseudo => child(pseudo))
            .filter(pseudo => this.entitiesIn(pseudo).size > 0),
        ];
      case 'people':
      case 'dangling':
        return ref
          ? this.#topEntities(ref).map(entity => child('entity', entity.ref))
          : this.#holdersOf(type).map(holder =>
              child(type === 'people' ? 'person' : 'dangling', holder),
            );
      case 'team':
        return [
          ...[...new Set(this.#model.teams.get(ref)?.children ?? [])]
            .filter(team => !isWithin(node, team))
            .map(team => child('team', team)),
          ...this.#topEntities(ref).map(entity => child('entity', entity.ref)),
        ];
      case 'person':
        return this.#topEntities(ref).map(entity =>
          child('entity', entity.ref),
        );
      case 'unowned':
        return this.#topEntities('none').map(entity =>
          child('entity', entity.ref),
        );
      default:
        return this.#model
          .partsOf(ref)
          .map(entity => child('entity', entity.ref));
    }
  }

  /** What a holder has, without the parts of products that it has too: they are below those. */
  #topEntities(holder: string): OwnedEntity[] {
    return this.#model
      .held(this.#role, holder)
      .filter(entity => !this.#productWithin(entity, holder));
  }

  #productWithin(entity: OwnedEntity, holder: string): string | undefined {
    const { productRef } = entity;
    const product = productRef
      ? this.#model.entities.get(productRef)
      : undefined;
    return product && this.#holds(holder, product) && product !== entity
      ? product.ref
      : undefined;
  }

  #holds(holder: string, { ref, ownerRef }: OwnedEntity): boolean {
    return this.#role === 'owner'
      ? (ownerRef ?? 'none') === holder
      : this.#model
          .rolesOf(ref)
          .some(held => held.role === this.#role && held.holder === holder);
  }

  #holdersOf(type: 'people' | 'dangling'): string[] {
    const { teams, people } = this.#model;
    return [...this.#model.holders(this.#role)].filter(holder =>
      type === 'people'
        ? people.has(holder)
        : holder !== 'none' && !teams.has(holder) && !people.has(holder),
    );
  }

  #allIn({ type, ref = '' }: TreeNode): readonly OwnedEntity[] {
    const heldBy = (holders: Iterable<string>) =>
      [...holders].flatMap(holder => this.#model.held(this.#role, holder));
    switch (type) {
      case 'organisation':
        return heldBy(this.#model.holders(this.#role));
      case 'people':
      case 'dangling':
        return heldBy(ref ? [ref] : this.#holdersOf(type));
      case 'team':
        return heldBy(this.#model.withDescendants(ref));
      case 'person':
        return heldBy([ref]);
      case 'unowned':
        return heldBy(['none']);
      default: {
        const entity = this.#model.entities.get(ref);
        return entity ? [entity, ...this.#model.partsOf(ref)] : [];
      }
    }
  }

  #passing(entities: readonly OwnedEntity[]): readonly OwnedEntity[] {
    return this.#passes ? entities.filter(this.#passes) : entities;
  }
}

const TITLES: Partial<Record<TreeNode['type'], string>> = {
  organisation: 'Organisation',
  people: 'Owned by people',
  dangling: 'Owner not in the catalog',
  unowned: 'Nobody owns it',
};

/** Whether a team is on the way from the root to a node already: then the teams are in a circle. */
function isWithin(node: TreeNode, team: string): boolean {
  for (let at: TreeNode | undefined = node; at; at = at.parent) {
    if (at.ref === team) {
      return true;
    }
  }
  return false;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
