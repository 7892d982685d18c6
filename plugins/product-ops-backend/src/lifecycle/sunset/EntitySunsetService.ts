import {
  lifecycleSunsetPermission,
  stageRank,
  type EntitySunset,
} from '@productops/backstage-plugin-product-ops-common';
import { stageOfEntity } from '../../directory/stageOfEntity';
import type { DirectoryEntity, DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import { linkIn } from '../../ownership/links';
import type { LifecycleRules } from '../config';
import { DEPENDENCY_RELATIONS, targets } from '../facts/relationFacts';
import { answers, entityIn, type LifecyclePeople, type View } from '../people';
import type { DependantStore } from './DependantStore';
import type { SunsetStore } from './SunsetStore';
import type { SunsetViews } from './SunsetViews';

const MAX_LEAVING = 100;

export interface EntitySunsetServiceOptions {
  people: LifecyclePeople;
  sunsets: SunsetStore;
  dependants: DependantStore;
  views: SunsetViews;
  directory: DirectoryStore;
  rules: LifecycleRules;
}

type Options = { credentials: CallerCredentials };

/** What the page of an entity says of its end, and of the end of what it depends on. */
export class EntitySunsetService {
  readonly #options: EntitySunsetServiceOptions;

  static create(options: EntitySunsetServiceOptions): EntitySunsetService {
    return new EntitySunsetService(options);
  }

  private constructor(options: EntitySunsetServiceOptions) {
    this.#options = options;
  }

  /** Whether an entity is retired, and what of that which it depends on is. */
  async get(
    entityRef: string,
    { credentials }: Options,
  ): Promise<EntitySunset> {
    const { people, sunsets, views, directory, rules } = this.#options;
    const view = await people.view(credentials);
    const { ref } = entityIn(view, entityRef);
    const [plan, allowed] = await Promise.all([
      sunsets.active(ref),
      people.allows(lifecycleSunsetPermission, ref, view.actor),
    ]);
    const [plans, dependsOn, named] = await Promise.all([
      plan ? views.plans([plan], view) : [],
      this.#dependsOn(ref, view),
      directory.getEntity(ref),
    ]);
    const shown = plans.at(0);
    return {
      entity: linkIn(view.mine, ref),
      ...(shown && { plan: shown }),
      ...(!shown &&
        this.#isLeaving(ref, view) && {
          leaving: {
            stage: stageOfEntity(view.mine.entities.get(ref), rules.stages),
            ...successorIn(named, view),
          },
        }),
      dependsOn,
      mayPlan: allowed && answers(view, ref),
    };
  }

  /** What an entity depends on that has a plan, or is on its way out without one. */
  async #dependsOn(
    ref: string,
    view: View,
  ): Promise<EntitySunset['dependsOn']> {
    const { sunsets, dependants, views, directory, rules } = this.#options;
    const [dependencies, relations] = await Promise.all([
      dependants.whereDependant(ref),
      directory.getRelationsOfMany([ref], { types: DEPENDENCY_RELATIONS }),
    ]);
    const stored = await sunsets.getMany(
      dependencies.map(({ planId }) => planId),
    );
    const concerned = answers(view, ref);
    const plans = stored
      .filter(({ entityRef }) => concerned || view.mine.entities.has(entityRef))
      .sort((a, b) => a.endOfLife.localeCompare(b.endOfLife));
    const planned = new Set(plans.map(({ entityRef }) => entityRef));
    const others = targets(
      relations.get(ref) ?? new Map(),
      DEPENDENCY_RELATIONS,
    )
      .filter(target => !planned.has(target) && this.#isLeaving(target, view))
      .slice(0, MAX_LEAVING);
    const named = await directory.getEntities(others);
    return [
      ...plans.map(plan => ({
        entity: linkIn(view.mine, plan.entityRef),
        stage: stageOfEntity(
          view.mine.entities.get(plan.entityRef),
          rules.stages,
        ),
        plan: views.outline(plan, view),
        dependant: views.dependant(
          dependencies.find(({ planId }) => planId === plan.id)!,
          plan,
          view,
        ),
      })),
      ...others.map(other => ({
        entity: linkIn(view.mine, other),
        stage: stageOfEntity(view.mine.entities.get(other), rules.stages),
        ...successorIn(named.get(other), view),
      })),
    ].slice(0, MAX_LEAVING);
  }

  /** Whether an entity that a caller may read is in `sunset` or a later stage. */
  #isLeaving(ref: string, { mine }: View): boolean {
    const { stages } = this.#options.rules;
    const sunset = stageRank('sunset', stages);
    const rank = stageRank(mine.entities.get(ref)?.stage, stages);
    return rank !== undefined && sunset !== undefined && rank >= sunset;
  }
}

/** What the file of an entity names to use instead. */
function successorIn(entity: DirectoryEntity | undefined, { mine }: View) {
  const ref = entity?.facts.successorRef;
  return ref ? { successor: linkIn(mine, ref) } : {};
}
