import {
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
} from '@backstage/catalog-model';
import {
  lifecycleSunsetPermission,
  stageRank,
  type EntitySunset,
} from '@productops/backstage-plugin-product-ops-common';
import { stageOfEntity } from '../../directory/stageOfEntity';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import { linkIn } from '../../ownership/links';
import type { LifecycleRules } from '../config';
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
    const { people, sunsets, views } = this.#options;
    const view = await people.view(credentials);
    const { ref } = entityIn(view, entityRef);
    const [plan, allowed] = await Promise.all([
      sunsets.active(ref),
      people.allows(lifecycleSunsetPermission, ref, view.actor),
    ]);
    const [shown] = plan ? await views.plans([plan], view) : [];
    return {
      entity: linkIn(view.mine, ref),
      ...(shown && { plan: shown }),
      dependsOn: await this.#leaving(ref, view),
      mayPlan: allowed && answers(view, ref),
    };
  }

  /** What an entity depends on that has a plan, or is on its way out without one. */
  async #leaving(ref: string, view: View): Promise<EntitySunset['dependsOn']> {
    const { sunsets, dependants, views, directory, rules } = this.#options;
    const [dependencies, relations] = await Promise.all([
      dependants.whereDependant(ref),
      directory.getRelationsOfMany([ref], {
        types: [RELATION_DEPENDS_ON, RELATION_CONSUMES_API],
      }),
    ]);
    const stored = await sunsets.getMany(
      dependencies.map(({ planId }) => planId),
    );
    const plans = stored
      .filter(({ entityRef }) => view.mine.entities.has(entityRef))
      .sort((a, b) => (a.endOfLife < b.endOfLife ? -1 : 1));
    const shown = await views.plans(plans, view);
    const planned = new Set(plans.map(({ entityRef }) => entityRef));
    const sunset = stageRank('sunset', rules.stages);
    const others = [...(relations.get(ref)?.values() ?? [])]
      .flatMap(({ targets }) => targets)
      .filter(target => {
        const rank = stageRank(
          view.mine.entities.get(target)?.stage,
          rules.stages,
        );
        return (
          !planned.has(target) &&
          rank !== undefined &&
          sunset !== undefined &&
          rank >= sunset
        );
      });
    return [
      ...plans.map((plan, index) => ({
        entity: shown[index].entity,
        stage: shown[index].stage,
        plan: shown[index],
        dependant: views.dependant(
          dependencies.find(({ planId }) => planId === plan.id)!,
          plan,
          view,
        ),
      })),
      ...[...new Set(others)].map(other => ({
        entity: linkIn(view.mine, other),
        stage: stageOfEntity(view.mine.entities.get(other), rules.stages),
      })),
    ].slice(0, MAX_LEAVING);
  }
}
