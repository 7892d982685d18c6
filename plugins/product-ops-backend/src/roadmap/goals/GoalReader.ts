import {
  goalTargetOf,
  type GoalStanding,
} from '@productops/backstage-plugin-product-ops-common';
import type { VisibleFilter } from '../../permissions/types';
import type { DirectoryEntity } from '../../directory/types';
import { goalsOf, keyOfGoal, standingOf, type KnownGoal } from './goalModel';
import type {
  GoalEntitiesFilter,
  GoalItemCount,
  GoalQueries,
} from './GoalQueries';
import type { GoalStore } from './GoalStore';
import { goalKey, type StoredMetric } from './metricRows';
import type { MetricStore } from './MetricStore';

/** A goal, and where it stands as far as the caller may know. */
export interface ReadGoal {
  goal: KnownGoal;
  stored?: StoredMetric;
  standing: GoalStanding;
}

export interface GoalReaderOptions {
  queries: GoalQueries;
  goals: GoalStore;
  metrics: MetricStore;
}

/** Puts goals together from the directory, what is recorded, and the items that point at them: in four queries. */
export class GoalReader {
  readonly #options: GoalReaderOptions;

  static create(options: GoalReaderOptions): GoalReader {
    return new GoalReader(options);
  }

  private constructor(options: GoalReaderOptions) {
    this.#options = options;
  }

  /** All goals of the entities that match. */
  async readAll(filter: GoalEntitiesFilter, today: string) {
    const entities = await this.#options.queries.entities(filter);
    return this.readOf(entities, filter.visible, today);
  }

  /** All goals of some entities. */
  async readOf(
    entities: readonly DirectoryEntity[],
    visible: VisibleFilter,
    today: string,
  ): Promise<ReadGoal[]> {
    const refs = entities.map(({ ref }) => ref);
    const recorded = await this.#options.goals.listOfMany(refs);
    return this.measure(
      entities.flatMap(entity => goalsOf(entity, recorded.get(entity.ref))),
      visible,
      today,
    );
  }

  /** Where goals stand. */
  async measure(
    goals: readonly KnownGoal[],
    visible: VisibleFilter,
    today: string,
  ): Promise<ReadGoal[]> {
    const [metrics, counts] = await Promise.all([
      this.#options.metrics.listOfMany([
        ...new Set(goals.map(({ entity }) => entity.ref)),
      ]),
      this.#options.queries.countItems(
        goals.map(({ entity, id }) => ({ entityRef: entity.ref, goalId: id })),
        visible,
      ),
    ]);
    const byGoal = new Map<string, GoalItemCount[]>();
    for (const count of counts) {
      const key = goalKey(goalTargetOf(count.goal, count.entityRef));
      const ofGoal = byGoal.get(key) ?? [];
      byGoal.set(key, ofGoal);
      ofGoal.push(count);
    }
    return goals.map(goal => {
      const key = keyOfGoal(goal);
      const stored = metrics.get(key);
      return {
        goal,
        stored,
        standing: standingOf(goal, stored, byGoal.get(key) ?? [], today),
      };
    });
  }
}
