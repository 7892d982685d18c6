import {
  DEFAULT_CATEGORIES,
  itemKeyOf,
  scoreOf,
  type Facet,
  type PlanEntity,
  type PlanItem,
  type ScoreMethod,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { stageOfEntity } from '../../directory/stageOfEntity';
import { EntityLinks } from '../../overview/EntityLinks';
import { NONE, type FacetName } from './matchItems';
import type { PlanModel, PlannedConflicts } from './PlanModel';
import type { PlanStore } from './PlanStore';
import type { PlannedItem } from './planTypes';

const MAX_VALUES = 100;
const MAX_GOALS = 600;
const REFS: readonly FacetName[] = ['team', 'product', 'domain', 'owner'];

/** Shows plans as a caller may know them. */
export class PlanViews {
  readonly #store: PlanStore;
  readonly #stages: readonly StageDefinition[];
  readonly #categories: readonly string[];
  readonly #method: ScoreMethod;

  static create(options: {
    store: PlanStore;
    stages: readonly StageDefinition[];
    categories?: readonly string[];
    method: ScoreMethod;
  }): PlanViews {
    return new PlanViews(options);
  }

  private constructor(options: Parameters<typeof PlanViews.create>[0]) {
    this.#store = options.store;
    this.#stages = options.stages;
    this.#categories = options.categories ?? DEFAULT_CATEGORIES;
    this.#method = options.method;
  }

  links(model: PlanModel): EntityLinks {
    return EntityLinks.create({
      entities: model.named,
      readable: model.readable,
    });
  }

  /** Entities of items, with the dates of their end: one query. */
  async entities(
    model: PlanModel,
    items: Iterable<{ entityRef: string }>,
  ): Promise<PlanEntity[]> {
    const refs = new Set<string>();
    for (const { entityRef } of items) {
      refs.add(entityRef);
    }
    const links = this.links(model);
    const sunsets = await this.#store.listSunsets([...refs]);
    return [...refs].map(ref => {
      const planned = model.entities.get(ref);
      const link = (to: string | undefined) =>
        to ? links.link(to) : undefined;
      const owner = link(planned?.ownerRef);
      const product = link(planned?.productRef);
      const domain = link(planned?.domainRef);
      const dates = {
        ...planned?.entity?.facts.milestones,
        ...sunsets.get(ref),
      };
      return {
        ref,
        entity: links.link(ref),
        stage: stageOfEntity(planned?.entity, this.#stages),
        retired: planned?.entity?.stage === 'retired',
        ...(owner && { owner }),
        ...(product && { product }),
        ...(domain && { domain }),
        dates: Object.entries(dates)
          .map(([name, date]) => ({ name, date }))
          .sort((a, b) => (a.date < b.date ? -1 : 1)),
      };
    });
  }

  item(
    item: PlannedItem,
    more: { conflicts: PlannedConflicts; links: EntityLinks; group?: string },
  ): PlanItem {
    const { conflicts, links, group } = more;
    const found = conflicts.ofItem.get(itemKeyOf(item)) ?? [];
    return {
      entityRef: item.entityRef,
      id: item.id,
      source: item.source,
      version: item.version,
      rank: item.rank,
      title: item.title,
      status: item.status,
      ...(item.horizon && { horizon: item.horizon }),
      ...(item.start && { start: item.start }),
      ...(item.end && { end: item.end }),
      ...(item.category && { category: item.category }),
      categoryKnown:
        item.category === undefined || this.#categories.includes(item.category),
      ...(item.goal && { goal: item.goal }),
      ...(item.owner && { owner: links.link(item.owner) }),
      ...(item.origin && { origin: item.origin }),
      originClass: item.originClass,
      ...(item.score && { score: scoreOf(item.score, this.#method) }),
      labels: item.labels,
      milestones: item.milestones,
      dependencies: item.dependsOn.length,
      conflicts: [...new Set(found.map(({ kind }) => kind))],
      ...(group !== undefined && { group }),
      ...(item.line > 0 && { line: item.line }),
      ...(item.changedAt && { changedAt: item.changedAt.toISOString() }),
    };
  }

  /** What recorded goals are called, which no file declares: one query. */
  async goalTitles(
    model: PlanModel,
    goals: readonly string[],
  ): Promise<Map<string, string>> {
    const refs = new Set<string>();
    for (const goal of goals) {
      const at = goal.indexOf('@');
      const ref = goal.slice(at + 1);
      const declared = model.named
        .get(ref)
        ?.facts.goals?.some(({ id }) => id === goal.slice(0, at));
      if (
        at >= 0 &&
        !declared &&
        (!model.readable || model.readable.has(ref))
      ) {
        refs.add(ref);
      }
    }
    return refs.size === 0
      ? new Map()
      : this.#store.listGoalTitles([...refs].slice(0, MAX_GOALS));
  }

  /** What a value of a facet, or a group, is called. */
  titleOf(model: PlanModel, value: string, name: FacetName): string {
    if (value === NONE) {
      return NONE;
    }
    if (REFS.includes(name)) {
      return this.links(model).link(value).title;
    }
    if (name === 'goal') {
      const at = value.indexOf('@');
      const goals =
        at < 0 ? [] : model.named.get(value.slice(at + 1))?.facts.goals ?? [];
      const id = at < 0 ? value : value.slice(0, at);
      return goals.find(goal => goal.id === id)?.title ?? id;
    }
    return value;
  }

  /** The values of a facet, those with the most items first. */
  facet(
    model: PlanModel,
    name: FacetName,
    counts: ReadonlyMap<string, number>,
  ): Facet {
    return [...counts]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MAX_VALUES)
      .map(([value, count]) => ({
        value,
        label: this.titleOf(model, value, name),
        count,
      }));
  }
}
