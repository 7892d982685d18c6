import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_MEMBER,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  OWNERSHIP_ROLES,
  restsOn,
  tighterObjectives,
  RELATION_SUCCEEDED_BY,
  type DrillFacts,
  type EntityFacts,
  type EntityOverview,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import type {
  DirectoryEntity,
  DirectoryRelations,
  DirectoryStore,
} from '../directory/types';
import type { DocumentsStore } from '../documents/DocumentsStore';
import type { Visibility } from '../permissions/types';
import { entityNotFound } from '../permissions/CatalogVisibility';
import { refsOf, targetsOf } from '../roadmap/roadmapView';
import type { RoadmapStore } from '../roadmap/RoadmapStore';
import type { FiringOn } from '../runbooks/alerts/FiringOn';
import {
  toDrillView,
  type DrillStanding,
  type DrillStore,
} from '../runbooks/recovery/DrillStore';
import type { RecoveryGround } from '../runbooks/recovery/RecoveryGround';
import { objectivesOf } from '../runbooks/recovery/recoveryView';
import type { RunbooksStore } from '../runbooks/RunbooksStore';
import { effectiveRoles } from './entityFacts';
import { EntityLinks } from './EntityLinks';
import { overviewOf } from './overviewView';
import { productRefsOf } from './productsOfParts';

const RELATIONS = [
  ...[RELATION_HAS_PART, RELATION_PART_OF],
  ...[RELATION_DEPENDS_ON, RELATION_DEPENDENCY_OF],
  // Not shown as such: they bring the owner, the role holders and the successor along.
  ...[RELATION_OWNED_BY, RELATION_SUCCEEDED_BY],
  ...OWNERSHIP_ROLES.map(({ relation }) => relation),
];
/** Enough to tell nobody, one person and a team apart. */
const SOME_MEMBERS = 3;
const SOME_TEAMS = 20;
const ORG_LEVELS = 3;
const MOST_CONFLICTS = 20;

export interface OverviewServiceOptions {
  directory: DirectoryStore;
  documents: DocumentsStore;
  roadmaps: RoadmapStore;
  runbooks: RunbooksStore;
  visibility: Visibility;
  drills: Pick<DrillStore, 'standings' | 'dueOf'>;
  ground: Pick<RecoveryGround, 'graph'>;
  alerts: Pick<FiringOn, 'of'>;
  stages?: readonly StageDefinition[];
  categories?: readonly string[];
  now?: () => Date;
}

/** The one call behind an entity page: a handful of queries and one question about permissions, whatever there is. */
export class OverviewService {
  readonly #options: OverviewServiceOptions;

  static create(options: OverviewServiceOptions): OverviewService {
    return new OverviewService(options);
  }

  private constructor(options: OverviewServiceOptions) {
    this.#options = options;
  }

  async get(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityOverview> {
    const ref = entityRef.toLocaleLowerCase('en-US');
    const now = this.#options.now?.() ?? new Date();
    const reading = this.#read(ref);
    // All at once: nothing of it is given before the caller is found to be allowed to read the entity.
    const [{ members, entities, standing, ...read }, readable, alerts, below] =
      await Promise.all([
        reading,
        this.#options.visibility.filterReadable(
          reading.then(found => [
            ref,
            ...found.entities.keys(),
            // Also who is not there: whether that may be said is asked like all else.
            ...found.named,
            ...(found.members ?? []),
          ]),
          options.credentials,
        ),
        this.#options.alerts.of(ref, { ...options, now }),
        reading.then(({ entity }) =>
          this.#conflictsBelow(entity, options.credentials),
        ),
      ]);
    if (!readable.has(ref)) {
      throw entityNotFound(ref);
    }
    return overviewOf({
      ...read,
      alerts,
      links: EntityLinks.create({ entities, readable }),
      // Of a team whose people one may not see, nothing is said about their number.
      ...(members?.every(member => readable.has(member)) && {
        ownerMembers: members.length,
      }),
      drills: this.#drillsOf(read.entity, standing, now),
      restsOn: below,
      today: now.toISOString().slice(0, 10),
      stages: this.#options.stages,
      categories: this.#options.categories,
    });
  }

  /** What an entity rests on by way of what it depends on and that promises less, as the caller may know it. */
  async #conflictsBelow(
    entity: DirectoryEntity,
    credentials: BackstageCredentials,
  ): Promise<EntityFacts['restsOn']> {
    const { directory, ground, visibility } = this.#options;
    const promised = objectivesOf(entity);
    if (!promised.rto && !promised.rpo) {
      return [];
    }
    const conflictsOf = async (
      visible: Parameters<RecoveryGround['graph']>[0],
    ) =>
      restsOn(await ground.graph(visible), entity.ref).filter(
        one =>
          tighterObjectives(promised, one.promised).length > 0 &&
          one.way.length > 0,
      );
    // What the caller may know is asked for only where there is something to tell.
    if ((await conflictsOf('all')).length === 0) {
      return [];
    }
    const found = (
      await conflictsOf(await visibility.visibleFilter(credentials))
    ).slice(0, MOST_CONFLICTS);
    const entities = await directory.getEntities(
      new Set(found.flatMap(({ ref, way }) => [ref, ...way.slice(0, 3)])),
    );
    const titleOf = (ref: string) => entities.get(ref)?.title ?? ref;
    return found.map(one => ({
      ref: one.ref,
      title: titleOf(one.ref),
      known: true,
      objectives: one.promised,
      way: one.way.map(titleOf),
    }));
  }

  #drillsOf(
    entity: DirectoryEntity,
    standing: DrillStanding | undefined,
    now: Date,
  ): DrillFacts {
    const due = this.#options.drills.dueOf(entity.tier, {
      standing,
      now: now.toISOString(),
    });
    return {
      ...(standing?.last && {
        last: toDrillView(standing.last, objectivesOf(entity)),
      }),
      ...(due && { due }),
    };
  }

  /** All that there is to say, whoever asks. */
  async #read(ref: string) {
    const { directory, documents, drills, roadmaps, runbooks } = this.#options;
    const [neighbourhood, sources, items, books, standings] = await Promise.all(
      [
        directory.getNeighbourhood(ref, { types: RELATIONS }),
        documents.listSources(ref),
        roadmaps.listAll(ref),
        runbooks.listAll(ref),
        drills.standings([ref]),
      ],
    );
    if (!neighbourhood) {
      throw entityNotFound(ref);
    }
    const { relations, entities } = neighbourhood;
    const [entity] = await roadmaps.withAllGoals([neighbourhood.entity]);
    const named = [
      ...namedBy(entity),
      ...refsOf(items),
      ...books.flatMap(({ owner }) => owner ?? []),
    ];
    const [others, targets, members] = await Promise.all([
      directory.getEntities(named.filter(other => !entities.has(other))),
      roadmaps.findTargets(targetsOf(items)),
      this.#membersOf(entity.ownerRef),
    ]);
    for (const [otherRef, other] of others) {
      entities.set(otherRef, other);
    }
    const holders = await this.#addHoldersOfProducts(
      entity,
      entities,
      relations,
    );
    return {
      entity,
      relations,
      sources,
      items,
      runbooks: books,
      targets,
      entities,
      members,
      standing: standings.get(ref),
      named: [...namedBy(entity), ...holders],
    };
  }

  /** The first few people of a team and of the teams right below it; nothing when there may be more below those. */
  async #membersOf(ownerRef?: string): Promise<string[] | undefined> {
    if (!ownerRef?.startsWith('group:')) {
      return undefined;
    }
    const { directory } = this.#options;
    const members = new Set<string>();
    let teams = [ownerRef];
    for (let level = 0; teams.length > 0 && level < ORG_LEVELS; level += 1) {
      const relations = await directory.getRelationsOfMany(teams, {
        types: [RELATION_HAS_MEMBER, RELATION_PARENT_OF],
        limit: SOME_TEAMS,
      });
      teams = [];
      for (const ofTeam of relations.values()) {
        for (const member of ofTeam.get(RELATION_HAS_MEMBER)?.targets ?? []) {
          members.add(member);
        }
        teams.push(...(ofTeam.get(RELATION_PARENT_OF)?.targets ?? []));
      }
      if (members.size >= SOME_MEMBERS) {
        return [...members].slice(0, SOME_MEMBERS);
      }
    }
    return teams.length === 0 ? [...members] : undefined;
  }

  /** Parts of a product have the role holders of the product, which only its own row names; gives their refs. */
  async #addHoldersOfProducts(
    entity: DirectoryEntity,
    entities: Map<string, DirectoryEntity>,
    relations: DirectoryRelations,
  ): Promise<string[]> {
    if (entity.kind === 'product') {
      return [];
    }
    const holders = productRefsOf(entity, relations).flatMap(productRef =>
      effectiveRoles(entity, entities.get(productRef)).map(
        ({ holderRef }) => holderRef,
      ),
    );
    const missing = holders.filter(holder => !entities.has(holder));
    if (missing.length > 0) {
      for (const [ref, holder] of await this.#options.directory.getEntities(
        missing,
      )) {
        entities.set(ref, holder);
      }
    }
    return holders;
  }
}

/** The entities that its fields name. */
function namedBy({ ownerRef, productRef, facts }: DirectoryEntity): string[] {
  return [
    ...[ownerRef, productRef, facts.successorRef].flatMap(ref => ref ?? []),
    ...(facts.roles ?? []).map(({ holderRef }) => holderRef),
  ];
}
