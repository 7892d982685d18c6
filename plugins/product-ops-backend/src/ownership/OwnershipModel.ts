import {
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  gapRuleOf,
  ownershipAttention,
  OWNERSHIP_ROLES,
  type EntityFacts,
  type OwnershipRole,
  type ScopedAttentionItem,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { setImmediate } from 'node:timers/promises';
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
const CHUNK = 2000;
const ROLE_OF_RELATION = new Map<string, OwnershipRole>(
  OWNERSHIP_ROLES.map(({ relation, role }) => [relation, role]),
);

/** The relations that the model is made of. */
export const MODEL_RELATIONS = [
  RELATION_PARENT_OF,
  RELATION_HAS_MEMBER,
  RELATION_PART_OF,
  ...ROLE_OF_RELATION.keys(),
];

/**
 * Who answers for what, in memory: the organisation and the entities of one caller. Made anew when the directory has
 * changed; nothing in it is kept anywhere else.
 */
export class OwnershipModel {
  readonly entities = new Map<string, OwnedEntity>();
  readonly teams = new Map<string, Team>();
  readonly people = new Map<string, Person>();
  readonly #held = new Map<HolderRole, Map<string, OwnedEntity[]>>();
  readonly #holders = new Map<
    string,
    Array<{ role: OwnershipRole; holder: string }>
  >();
  readonly #parts = new Map<string, OwnedEntity[]>();
  #top: readonly Team[] | undefined;
  readonly #descendants = new Map<string, ReadonlySet<string>>();
  readonly #stages: readonly StageDefinition[];
  readonly #today: string;
  /** Whether entities were left out that the caller may not read: what is not there may be hidden then. */
  readonly restricted: boolean;
  /** Teams with members or teams below that the caller may not see, or that are not there. */
  readonly #incomplete = new Set<string>();

  /**
   * @param options - `relations` whose ends are not both among `entities` are as if they were not there, but for
   *   holders of roles, who may be missing.
   */
  static async create(options: {
    entities: Iterable<EntityInput>;
    relations: Iterable<RelationInput>;
    stages: readonly StageDefinition[];
    /** The current day in UTC, `YYYY-MM-DD`. */
    today: string;
    /** Whether entities were left out that the caller may not read: what is not there may be hidden then. */
    restricted?: boolean;
  }): Promise<OwnershipModel> {
    const model = new OwnershipModel(options);
    model.#addEntities(options.entities);
    model.#relate(options.relations);
    await model.#findGaps();
    return model;
  }

  private constructor(options: {
    stages: readonly StageDefinition[];
    today: string;
    restricted?: boolean;
  }) {
    this.#stages = options.stages;
    this.#today = options.today;
    this.restricted = options.restricted ?? false;
  }

  /** What a group or user holds in a role by itself, or what nobody holds (`none`). */
  held(role: HolderRole, holder: string): readonly OwnedEntity[] {
    return this.#held.get(role)?.get(holder) ?? [];
  }

  /** Everybody who holds something in a role, `none` for what nobody holds. */
  holders(role: HolderRole): Iterable<string> {
    return this.#held.get(role)?.keys() ?? [];
  }

  /** The role holders that an entity has of its own. */
  rolesOf(ref: string): ReadonlyArray<{ role: OwnershipRole; holder: string }> {
    return this.#holders.get(ref) ?? [];
  }

  /** What a product is made of. */
  partsOf(product: string): readonly OwnedEntity[] {
    return this.#parts.get(product) ?? [];
  }

  /** A team with all teams below it, however it is reached; a circle ends where it began. */
  withDescendants(team: string): ReadonlySet<string> {
    const known = this.#descendants.get(team);
    if (known) {
      return known;
    }
    const found = new Set([team]);
    for (const ref of found) {
      for (const child of this.teams.get(ref)?.children ?? []) {
        found.add(child);
      }
    }
    this.#descendants.set(team, found);
    return found;
  }

  /** Teams that no other is above, and for each circle of teams that nothing leads into, one of it. */
  topTeams(): readonly Team[] {
    this.#top ??= this.#findTopTeams();
    return this.#top;
  }

  #findTopTeams(): Team[] {
    const top = [...this.teams.values()].filter(
      ({ parents }) => parents.length === 0,
    );
    const reached = new Set(
      top.flatMap(({ ref }) => [...this.withDescendants(ref)]),
    );
    for (const ref of [...this.teams.keys()].sort()) {
      if (!reached.has(ref)) {
        top.push(this.teams.get(ref)!);
        this.withDescendants(ref).forEach(below => reached.add(below));
      }
    }
    return top;
  }

  /** What is wrong with who answers for an entity, with what would mend it. */
  attentionOf(
    entity: EntityInput,
    options: { file?: string; editUrl?: string } = {},
  ): ScopedAttentionItem[] {
    const { file, editUrl } = options;
    const named = (ref: string) => {
      const known = this.teams.get(ref) ?? this.people.get(ref);
      const name = ref.slice(ref.lastIndexOf('/') + 1);
      return { ref, title: known?.title ?? name, known: known !== undefined };
    };
    const { ownerRef } = entity;
    const team = ownerRef ? this.teams.get(ownerRef) : undefined;
    const facts: EntityFacts = {
      ref: entity.ref,
      kind: entity.kind,
      title: entity.title,
      file,
      editUrl,
      lifecycle: entity.declaredLifecycle ?? entity.stage,
      tier: entity.tier,
      ...(ownerRef && {
        owner: {
          ...named(ownerRef),
          ...(team && { members: this.#countMembers(team) }),
        },
      }),
      roles: this.effectiveRoles(entity).map(({ role, holder }) => ({
        role,
        holder: named(holder),
      })),
    };
    return ownershipAttention(facts, {
      today: this.#today,
      stages: this.#stages,
    });
  }

  /** The role holders of an entity: what a part does not say, its product says. */
  effectiveRoles(
    entity: EntityInput,
  ): Array<{ role: OwnershipRole; holder: string; via?: string }> {
    const own = this.rolesOf(entity.ref);
    const said = new Set(own.map(({ role }) => role));
    const product =
      entity.kind === 'product'
        ? undefined
        : this.entities.get(entity.ref)?.productRef ?? entity.productRef;
    return [
      ...own,
      ...(product ? this.rolesOf(product) : [])
        .filter(({ role }) => !said.has(role))
        .map(role => ({ ...role, via: product })),
    ];
  }

  /** Nothing when there may be more than the caller may know. */
  #countMembers(team: Team): number | undefined {
    const teams = this.withDescendants(team.ref);
    if (
      this.restricted &&
      [...teams].some(below => this.#incomplete.has(below))
    ) {
      return undefined;
    }
    const members = new Set(team.members);
    // Whoever is in a team below stands in for it; three are as good as a thousand.
    for (const below of teams) {
      if (members.size > 2) {
        break;
      }
      this.teams.get(below)?.members.forEach(member => members.add(member));
    }
    return members.size;
  }

  #addEntities(entities: Iterable<EntityInput>): void {
    for (const entity of entities) {
      const { ref, kind, name, title, type } = entity;
      if (kind === 'group') {
        this.teams.set(ref, {
          ref,
          name,
          title,
          type,
          parents: [],
          children: [],
          members: [],
        });
      } else if (kind === 'user') {
        this.people.set(ref, { ref, name, title, teams: [] });
      } else if (!UNOWNED_KINDS.has(kind)) {
        this.entities.set(ref, { ...entity, gaps: [] });
        this.#hold('owner', entity.ownerRef ?? 'none', ref);
      }
    }
  }

  #relate(relations: Iterable<RelationInput>): void {
    for (const { source, type, target } of relations) {
      const role = ROLE_OF_RELATION.get(type);
      const team = this.teams.get(source);
      const entity = this.entities.get(source);
      if (type === RELATION_PARENT_OF && team) {
        const child = this.teams.get(target);
        if (!child) {
          this.#incomplete.add(source);
        } else if (target !== source) {
          // A team that is its own parent is nobody's.
          team.children.push(target);
          child.parents.push(source);
        }
      } else if (type === RELATION_HAS_MEMBER && team) {
        const person = this.people.get(target);
        if (person) {
          team.members.push(target);
          person.teams.push(source);
        } else {
          this.#incomplete.add(source);
        }
      } else if (type === RELATION_PART_OF && entity) {
        if (target.startsWith('product:') && entity.kind !== 'product') {
          entity.productRef ??= target;
        }
      } else if (role && entity) {
        this.#hold(role, target, source);
        const holders = this.#holders.get(source) ?? [];
        holders.push({ role, holder: target });
        this.#holders.set(source, holders);
      }
    }
    for (const entity of this.entities.values()) {
      if (entity.productRef && this.entities.has(entity.productRef)) {
        const parts = this.#parts.get(entity.productRef) ?? [];
        this.#parts.set(entity.productRef, parts);
        parts.push(entity);
      }
    }
  }

  async #findGaps(): Promise<void> {
    let done = 0;
    for (const entity of this.entities.values()) {
      const found = this.attentionOf(entity);
      if (found.length > 0) {
        entity.gaps = [...new Set(found.map(({ id }) => gapRuleOf(id)))];
      }
      done += 1;
      if (done % CHUNK === 0) {
        // A large catalog must not hold up everybody who waits for an answer.
        await setImmediate();
      }
    }
  }

  #hold(role: HolderRole, holder: string, ref: string): void {
    const entity = this.entities.get(ref);
    if (!entity) {
      return;
    }
    const ofRole = this.#held.get(role) ?? new Map<string, OwnedEntity[]>();
    this.#held.set(role, ofRole);
    const held = ofRole.get(holder) ?? [];
    ofRole.set(holder, held);
    held.push(entity);
  }
}
