import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  itemKeyOf,
  type EntityLink,
  type ListPlanDependenciesQuery,
  type ListPlanItemsQuery,
  type PlanDependencyPage,
  type PlanFacets,
  type PlanGroup,
  type PlanPage,
  type ScoreMethod,
  type StageDefinition,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import { stageOfEntity } from '../../directory/stageOfEntity';
import type { EntityLinks } from '../../overview/EntityLinks';
import {
  countItems,
  FACETS,
  matchItems,
  NONE,
  type Counted,
} from './matchItems';
import type { PlanAccess } from './PlanAccess';
import { edgeKeyOf, type PlanModel } from './PlanModel';
import type { PlanGroupBy, PlannedItem } from './planTypes';
import type { PlanViews } from './PlanViews';
import { sortItems } from './sortItems';
import { summaryOf } from './summaryOf';

type Options = { credentials: BackstageCredentials };

export interface PlanServiceOptions {
  access: PlanAccess;
  views: PlanViews;
  method: ScoreMethod;
  stages: readonly StageDefinition[];
}

/** The items of all roadmaps together. */
export class PlanService {
  readonly #options: PlanServiceOptions;

  static create(options: PlanServiceOptions): PlanService {
    return new PlanService(options);
  }

  private constructor(options: PlanServiceOptions) {
    this.#options = options;
  }

  /** A page of the items that match. */
  async list(query: ListPlanItemsQuery, options: Options): Promise<PlanPage> {
    const { access, views, method } = this.#options;
    const { groupBy, sort = 'start', limit, cursor } = query;
    const page = pageOf({ limit: limit ?? 100, cursor });
    const { model, filter } = await access.see(query, options);
    const conflicts = await model.conflicts();
    const matching = countItems(model, filter);
    const totalItems = matching.items.length;
    const sorted = sortItems(model, filter, {
      items: matching.items,
      sort,
      groupBy,
      titleOf: id => (groupBy ? views.titleOf(model, id, groupBy) : id),
    });
    const shown = sorted.slice(page.offset, page.offset + page.limit);
    const links = views.links(model);
    const facets = model.answer(`facets ${JSON.stringify(filter)}`, () =>
      this.#facets(model, matching),
    );
    const [entities, goals] = await Promise.all([
      views.entities(model, shown),
      views.goalTitles(model, [
        ...facets.goal.map(({ value }) => value),
        ...(groupBy === 'goal' ? sorted.groups.keys() : []),
      ]),
    ]);
    return {
      items: shown.map(item =>
        views.item(item, {
          conflicts,
          links,
          group: sorted.groupOf?.(item),
        }),
      ),
      totalItems,
      undatedItems: matching.undated,
      ...(matching.first && { first: matching.first, last: matching.last }),
      entities,
      groups: (groupBy
        ? this.#groups(model, { groupBy, sorted, shown, links })
        : []
      ).map(group => ({ ...group, title: goals.get(group.id) ?? group.title })),
      facets: {
        ...facets,
        goal: facets.goal.map(one => ({
          ...one,
          label: goals.get(one.value) ?? one.label,
        })),
      },
      method,
      pageInfo: pageInfoOf(page, totalItems),
    };
  }

  /** A page of the dependencies from and to the items that match. */
  async dependencies(
    query: ListPlanDependenciesQuery,
    options: Options,
  ): Promise<PlanDependencyPage> {
    const { access } = this.#options;
    const page = pageOf({ limit: query.limit ?? 1000, cursor: query.cursor });
    const { model, filter } = await access.see(query, options);
    const conflicts = await model.conflicts();
    const { matching, all } = model.answer(
      `edges ${JSON.stringify(filter)}`,
      () => {
        const items = new Set(matchItems(model, filter).items);
        return {
          matching: items,
          all: model.edges.filter(
            ({ from, to }) => items.has(from) || items.has(to),
          ),
        };
      },
    );
    const shown = all.slice(page.offset, page.offset + page.limit);
    const others = new Set<PlannedItem>();
    for (const end of shown.flatMap(({ from, to }) => [from, to])) {
      if (!matching.has(end)) {
        others.add(end);
      }
    }
    const nameOf = ({ entityRef, id }: PlannedItem) => ({ entityRef, id });
    const conflictOf = (from: string, to: string) => {
      const cycle = conflicts.cycleOf.get(from);
      return cycle !== undefined &&
        from !== to &&
        conflicts.cycleOf.get(to) === cycle
        ? ('cycle' as const)
        : conflicts.ofEdge.get(edgeKeyOf(from, to))?.kind;
    };
    return {
      dependencies: shown.map(({ from, to, ref }) => {
        const conflict = conflictOf(itemKeyOf(from), itemKeyOf(to));
        return {
          from: nameOf(from),
          to: nameOf(to),
          ref,
          acrossEntities: from.entityRef !== to.entityRef,
          ...(conflict && { conflict }),
        };
      }),
      others: [...others].map(item => summaryOf(item)),
      totalItems: all.length,
      pageInfo: pageInfoOf(page, all.length),
    };
  }

  #facets(model: PlanModel, { facets }: Counted): PlanFacets {
    return Object.fromEntries(
      FACETS.map(name => [
        name,
        this.#options.views.facet(model, name, facets[name]),
      ]),
    ) as unknown as PlanFacets;
  }

  /** The groups of the items that are shown, with the number of all items in them. */
  #groups(
    model: PlanModel,
    {
      groupBy,
      sorted,
      shown,
      links,
    }: {
      groupBy: PlanGroupBy;
      sorted: ReturnType<typeof sortItems>;
      shown: readonly PlannedItem[];
      links: EntityLinks;
    },
  ): PlanGroup[] {
    const { views, stages } = this.#options;
    const ids = new Set(shown.map(item => sorted.groupOf!(item)));
    return [...ids].map(id => {
      const title = views.titleOf(model, id, groupBy);
      const count = sorted.groups.get(id) ?? 0;
      // Of a goal, what declares it.
      const ref = groupBy === 'goal' ? id.slice(id.indexOf('@') + 1) : id;
      if (id === NONE || (groupBy === 'goal' && !id.includes('@'))) {
        return { id, title, count };
      }
      const entity: EntityLink = links.link(ref);
      const known = links.find(ref);
      const owner = known?.ownerRef && links.link(known.ownerRef);
      return {
        id,
        title,
        count,
        entity,
        ...(known?.stage && { stage: stageOfEntity(known, stages) }),
        ...(owner && { owner }),
      };
    });
  }
}
