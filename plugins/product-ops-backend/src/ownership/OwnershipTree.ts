import type {
  OwnershipCounts,
  OwnershipShare,
  StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { filterOf } from './filter';
import { type Aspect, distributionBy, type LensValues } from './lenses';
import type { OwnershipModel } from './OwnershipModel';
import { pathTo } from './pathTo';
import { remember } from './remember';
import {
  childrenIn,
  entitiesIn,
  STEP,
  titleOf,
  type TreeNode,
} from './structure';
import type { HolderRole, OwnedEntity, OwnershipFilter } from './types';

/** What is in a node and everything below it, each entity once. */
export interface NodeSummary {
  counts: OwnershipCounts;
  distribution: OwnershipShare[];
}

const MAX_QUESTIONS = 50;
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

/** Goes with what the lens knew, and with the model that it was counted from. */
const answers = new WeakMap<
  LensValues,
  WeakMap<OwnershipModel, Map<string, Answers>>
>();
const NO_VALUES: LensValues = new Map();

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
  readonly #lens: Aspect;
  readonly #values: LensValues;
  readonly #stages: readonly StageDefinition[];
  readonly #passes: ((entity: OwnedEntity) => boolean) | undefined;
  readonly #question: string;

  static create(options: {
    model: OwnershipModel;
    role: HolderRole;
    lens: Aspect;
    /** What the lens knows beside the model. */
    values?: LensValues;
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
    this.#values = options.values ?? NO_VALUES;
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
    const sorted = childrenIn(this.#model, this.#role, node)
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
    return distributionBy(this.#lens, entities, {
      stages: this.#stages,
      values: this.#values,
    });
  }

  /** How many entities a node has by itself. */
  directOf({ type, ref }: TreeNode): number | undefined {
    return type === 'team' || type === 'person'
      ? this.#passing(this.#model.held(this.#role, ref ?? '')).length
      : undefined;
  }

  /** The entities in a node and below it, each once. */
  entitiesIn(node: TreeNode): ReadonlySet<OwnedEntity> {
    return new Set(this.#passing(entitiesIn(this.#model, this.#role, node)));
  }

  entityOf({ ref }: TreeNode): OwnedEntity | undefined {
    return ref ? this.#model.entities.get(ref) : undefined;
  }

  titleOf(node: TreeNode): string {
    return titleOf(this.#model, node);
  }

  /** The ids from the root of the organisation to a team, person or entity; empty when nothing leads there. */
  pathTo(ref: string): string[] {
    return pathTo(this.#model, this.#role, ref);
  }

  // Most entities have no parts: that there is one of each need not be counted, nor remembered.
  #countIn(node: TreeNode): number {
    if (node.type === 'entity') {
      const { ref = '' } = node;
      if (this.#model.partsOf(ref).length === 0) {
        return this.#passing(entitiesIn(this.#model, this.#role, node)).length;
      }
    }
    return this.summaryOf(node).counts.entities;
  }

  #remembered(): Answers {
    const ofValues = answers.get(this.#values) ?? new WeakMap();
    answers.set(this.#values, ofValues);
    const ofModel = ofValues.get(this.#model) ?? new Map<string, Answers>();
    ofValues.set(this.#model, ofModel);
    const known = ofModel.get(this.#question);
    if (known) {
      return known;
    }
    const made: Answers = { children: new Map(), summaries: new Map() };
    remember(ofModel, this.#question, made, MAX_QUESTIONS);
    return made;
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

  #passing(entities: readonly OwnedEntity[]): readonly OwnedEntity[] {
    return this.#passes ? entities.filter(this.#passes) : entities;
  }
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
