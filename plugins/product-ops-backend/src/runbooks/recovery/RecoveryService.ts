import {
  drillPlanPermission,
  durationMs,
  RECOVERY_OBJECTIVES,
  restsOn,
  rollUp,
  runbookRunPermission,
  tighterObjectives,
  type EntityRecovery,
  type GetEntityRecoveryQuery,
  type RestsOn,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { EntityLinks } from '../../overview/EntityLinks';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { RunbooksStore } from '../RunbooksStore';
import type { RunAccess } from '../runs/RunAccess';
import type { DrillPlanStore } from './DrillPlanStore';
import { toDrillView, type DrillStore } from './DrillStore';
import { objectivesOf, toPlanView, toRolledUp } from './recoveryView';
import type { RecoveryGround } from './RecoveryGround';

const MOST = 100;

export interface RecoveryServiceOptions {
  access: RunAccess;
  actors: Actors;
  directory: DirectoryStore;
  drills: DrillStore;
  ground: RecoveryGround;
  plans: DrillPlanStore;
  runbooks: RunbooksStore;
  visibility: Visibility;
  now?: () => Date;
}

/** What one entity promises of recovery, what that rests on, and what drills have proven. */
export class RecoveryService {
  readonly #options: RecoveryServiceOptions;

  static create(options: RecoveryServiceOptions): RecoveryService {
    return new RecoveryService(options);
  }

  private constructor(options: RecoveryServiceOptions) {
    this.#options = options;
  }

  async get(
    entityRef: string,
    query: GetEntityRecoveryQuery,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<EntityRecovery> {
    const { access, directory, drills, ground, visibility } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const page = pageOf(query);
    const [entity, graph, found, standings, plans, books, may] =
      await Promise.all([
        directory.getEntity(ref),
        visibility
          .visibleFilter(credentials)
          .then(visible => ground.graph(visible)),
        drills.list(ref, page),
        drills.standings([ref]),
        this.#options.plans.planned(ref),
        this.#options.runbooks.listAll(ref),
        this.#may(ref, credentials),
      ]);
    const promised = entity ? objectivesOf(entity) : {};
    const below = restsOn(graph, ref).sort(worstFirst);
    const rolledUp = rollUp(graph, [ref]).get(ref) ?? {};
    const shown = below.slice(0, MOST);
    const conflicts = below
      .flatMap(one =>
        tighterObjectives(promised, one.promised).map(conflict => ({
          ...conflict,
          one,
        })),
      )
      .slice(0, MOST);
    const links = await access.links(
      [
        ref,
        ...[...shown, ...conflicts.map(({ one }) => one)].flatMap(one => [
          one.ref,
          ...one.way.slice(0, MOST),
        ]),
        ...plans.map(({ by }) => by),
      ],
      credentials,
    );
    const standing = standings.get(ref);
    const last = standing?.last && toDrillView(standing.last, promised);
    const due = drills.dueOf(entity?.tier, { standing, now: this.#now() });
    return {
      entity: links.link(ref),
      ...(entity?.tier && { tier: entity.tier }),
      promised,
      rolledUp: toRolledUp(rolledUp, links),
      restsOn: {
        items: shown.map(one => ({
          entity: links.link(one.ref),
          promised: one.promised,
          way: wayOf(one, links),
        })),
        totalItems: below.length,
      },
      conflicts: conflicts.map(({ one, ...conflict }) => ({
        ...conflict,
        entity: links.link(one.ref),
        way: wayOf(one, links),
      })),
      ...(entity?.facts.backup && { backup: entity.facts.backup }),
      runbooks: books
        .filter(({ type }) => type === 'recovery')
        .slice(0, MOST)
        .map(({ id, title }) => ({ id, title })),
      drills: {
        items: found.drills.map(drill => toDrillView(drill)),
        totalItems: found.total,
        pageInfo: pageInfoOf(page, found.total),
      },
      plans: plans.map(plan => toPlanView(plan, links)),
      proof: last?.proof ?? 'never',
      ...(last && { last }),
      ...(due && { due }),
      may,
    };
  }

  async #may(
    ref: string,
    credentials: CallerCredentials,
  ): Promise<EntityRecovery['may']> {
    const { actors } = this.#options;
    const actor = actors.person(credentials);
    const granted =
      actor &&
      (await actors.granted(
        [drillPlanPermission, runbookRunPermission],
        ref,
        actor,
      ));
    return {
      plan: granted?.has(drillPlanPermission.name) ?? false,
      run: granted?.has(runbookRunPermission.name) ?? false,
    };
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString();
  }
}

function wayOf(one: RestsOn, links: EntityLinks) {
  return one.way.slice(0, MOST).map(ref => links.link(ref));
}

/** The longest promises first, by time to recover and then by data that may be lost; what promises nothing last. */
function worstFirst(one: RestsOn, other: RestsOn): number {
  for (const objective of RECOVERY_OBJECTIVES) {
    const [left, right] = [one, other].map(
      ({ promised }) => durationMs(promised[objective]) ?? -1,
    );
    if (left !== right) {
      return right - left;
    }
  }
  return 0;
}
