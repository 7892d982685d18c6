import {
  ownershipAttention,
  type EntityFacts,
  type OwnershipRole,
  type ScopedAttentionItem,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { inTurns } from './inTurns';
import { organise, type Organisation, type RoleHolder } from './organisation';
import type {
  EntityInput,
  HolderRole,
  OwnedEntity,
  Person,
  RelationInput,
  Team,
} from './types';

/**
 * Who answers for what, in memory: the organisation and the entities of one caller. Made anew when the directory has
 * changed; nothing in it is kept anywhere else.
 */
export class OwnershipModel {
  readonly #organisation: Organisation;
  #top: readonly Team[] | undefined;
  readonly #descendants = new Map<string, ReadonlySet<string>>();
  readonly #stages: readonly StageDefinition[];
  readonly #today: string;
  /** Whether entities were left out that the caller may not read: what is not there may be hidden then. */
  readonly restricted: boolean;

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
    const { entities, relations } = options;
    const organisation = await organise(entities, relations);
    const model = new OwnershipModel(organisation, options);
    await model.#findGaps();
    return model;
  }

  private constructor(
    organisation: Organisation,
    options: {
      stages: readonly StageDefinition[];
      today: string;
      restricted?: boolean;
    },
  ) {
    this.#organisation = organisation;
    this.#stages = options.stages;
    this.#today = options.today;
    this.restricted = options.restricted ?? false;
  }

  get entities(): ReadonlyMap<string, OwnedEntity> {
    return this.#organisation.entities;
  }

  get teams(): ReadonlyMap<string, Team> {
    return this.#organisation.teams;
  }

  get people(): ReadonlyMap<string, Person> {
    return this.#organisation.people;
  }

  /** What a group or user holds in a role by itself, or what nobody holds (`none`). */
  held(role: HolderRole, holder: string): readonly OwnedEntity[] {
    return this.#organisation.held.get(role)?.get(holder) ?? [];
  }

  /** Everybody who holds something in a role, `none` for what nobody holds. */
  holders(role: HolderRole): Iterable<string> {
    return this.#organisation.held.get(role)?.keys() ?? [];
  }

  /** The role holders that an entity has of its own. */
  rolesOf(ref: string): readonly RoleHolder[] {
    return this.#organisation.holders.get(ref) ?? [];
  }

  /** What a product is made of. */
  partsOf(product: string): readonly OwnedEntity[] {
    return this.#organisation.parts.get(product) ?? [];
  }

  /** What an entity depends on, or whose API it consumes, each once. */
  dependenciesOf(ref: string): Iterable<OwnedEntity> {
    return this.#organisation.dependencies.get(ref) ?? [];
  }

  /** What depends on an entity, or consumes its API, each once. */
  dependantsOf(ref: string): Iterable<OwnedEntity> {
    return this.#organisation.dependants.get(ref) ?? [];
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
      return {
        ref,
        title: known?.title ?? name,
        // Who is not there may only be hidden: nothing is said of that.
        known: known !== undefined || this.restricted,
      };
    };
    const { ownerRef } = entity;
    const members = ownerRef ? this.#membersOf(ownerRef) : undefined;
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
          ...(members !== undefined && { members }),
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

  #membersOf(owner: string): number | undefined {
    const team = this.teams.get(owner);
    if (team) {
      return this.#countMembers(team);
    }
    return this.people.has(owner) ? 1 : undefined;
  }

  /** Nothing when there may be more than the caller may know. */
  #countMembers(team: Team): number | undefined {
    const teams = this.withDescendants(team.ref);
    if (
      this.restricted &&
      [...teams].some(below => this.#organisation.incomplete.has(below))
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

  async #findGaps(): Promise<void> {
    await inTurns(this.entities.values(), entity => {
      const found = this.attentionOf(entity);
      if (found.length > 0) {
        entity.gaps = [...new Set(found.map(({ id }) => id))];
      }
    });
  }
}
