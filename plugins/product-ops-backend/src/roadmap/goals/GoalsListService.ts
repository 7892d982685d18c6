import type {
  EntityGoalPage,
  GoalPage,
  GoalSummary,
  ListEntityGoalsQuery,
  ListGoalsQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import { entityNotFound } from '../../permissions/CatalogVisibility';
import type { Visibility } from '../../permissions/types';
import { withSubteams } from '../../permissions/withSubteams';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { GoalAccess } from './GoalAccess';
import { toSummary } from './goalModel';
import type { GoalReader, ReadGoal } from './GoalReader';
import { GOAL_STATES, inOrderOf, passes, refsAt } from './listing';

export interface GoalsListServiceOptions {
  access: RoadmapAccess;
  goalAccess: GoalAccess;
  directory: DirectoryStore;
  reader: GoalReader;
  visibility: Visibility;
  now?: () => Date;
}

type FacetName = 'state' | 'team' | 'product';

const FACETS: readonly FacetName[] = ['state', 'team', 'product'];
const MAX_FACET_VALUES = 100;

/** The value of each facet that a goal counts under. */
const FACET_VALUES: Record<FacetName, (read: ReadGoal) => string | undefined> =
  {
    state: ({ standing }) => standing.state,
    team: ({ goal }) => goal.entity.ownerRef,
    product: ({ goal }) => goal.entity.ref,
  };

type Options = { credentials: CallerCredentials };

/** Lists of goals, of those that a caller may read. */
export class GoalsListService {
  readonly #options: GoalsListServiceOptions;

  static create(options: GoalsListServiceOptions): GoalsListService {
    return new GoalsListService(options);
  }

  private constructor(options: GoalsListServiceOptions) {
    this.#options = options;
  }

  /** A page of goals across entities, with counts by state. */
  async list(
    query: ListGoalsQuery,
    { credentials }: Options,
  ): Promise<GoalPage> {
    const { directory, reader, visibility } = this.#options;
    const page = pageOf(query);
    const teams = refsAt('team', query.team ? [query.team] : [], 'group');
    const product = refsAt('product', query.product, 'product');
    const domain = refsAt('domain', query.domain, 'domain');
    const visible = await visibility.visibleFilter(credentials);
    const owners = new Set(
      teams && query.withSubteams !== false
        ? await withSubteams(teams, { directory, visible })
        : teams,
    );
    const filters: Record<FacetName, (read: ReadGoal) => boolean> = {
      state: ({ standing }) =>
        !query.state?.length || query.state.includes(standing.state),
      team: ({ goal: { entity } }) =>
        !teams || owners.has(entity.ownerRef ?? ''),
      product: ({ goal: { entity } }) =>
        !product ||
        product.includes(entity.ref) ||
        product.includes(entity.productRef ?? ''),
    };
    const read = (
      await reader.readAll({ visible, domain }, this.#today())
    ).filter(passes(query));
    const chosen = read.filter(one => FACETS.every(name => filters[name](one)));
    chosen.sort(inOrderOf(query.sort ?? 'attention'));
    const facet = (name: FacetName) => {
      const others = FACETS.filter(other => other !== name);
      return countsOf(
        read.filter(one => others.every(other => filters[other](one))),
        FACET_VALUES[name],
      );
    };
    const states = facet('state');
    const [byTeam, byProduct] = [facet('team'), facet('product')];
    const links = await this.#options.access.links(
      [...byTeam, ...byProduct].map(({ value }) => value),
      credentials,
    );
    const named = (counts: typeof byTeam) =>
      counts.map(({ value, count }) => ({
        value,
        label: links.link(value).title,
        count,
      }));
    return {
      items: await this.#show(
        chosen.slice(page.offset, page.offset + page.limit),
        { credentials },
      ),
      totalItems: chosen.length,
      facets: {
        state: GOAL_STATES.map(({ value, label }) => ({
          value,
          label,
          count: states.find(one => one.value === value)?.count ?? 0,
        })),
        team: named(byTeam),
        product: named(byProduct),
      },
      pageInfo: pageInfoOf(page, chosen.length),
    };
  }

  /** A page of the goals of an entity, those of its file first. */
  async listOfEntity(
    entityRef: string,
    query: ListEntityGoalsQuery,
    { credentials }: Options,
  ): Promise<EntityGoalPage> {
    const { access, goalAccess, directory, reader, visibility } = this.#options;
    const page = pageOf(query);
    const ref = await access.entity(entityRef, credentials);
    const [entity, visible, may] = await Promise.all([
      directory.getEntity(ref),
      visibility.visibleFilter(credentials),
      goalAccess.may(ref, credentials),
    ]);
    if (!entity) {
      throw entityNotFound(ref);
    }
    const read = await reader.readOf([entity], visible, this.#today());
    return {
      items: await this.#show(
        read.slice(page.offset, page.offset + page.limit),
        { credentials },
      ),
      totalItems: read.length,
      pageInfo: pageInfoOf(page, read.length),
      may,
    };
  }

  async #show(
    goals: readonly ReadGoal[],
    { credentials }: Options,
  ): Promise<GoalSummary[]> {
    const links = await this.#options.access.links(
      goals.flatMap(({ goal: { entity } }) => [
        entity.ref,
        ...(entity.ownerRef ? [entity.ownerRef] : []),
      ]),
      credentials,
    );
    return goals.map(({ goal, stored, standing }) =>
      toSummary(goal, { stored, standing, links }),
    );
  }

  #today(): string {
    return (this.#options.now?.() ?? new Date()).toISOString().slice(0, 10);
  }
}

/** How many goals have each value, the most frequent first. */
function countsOf(
  goals: readonly ReadGoal[],
  valueOf: (read: ReadGoal) => string | undefined,
): Array<{ value: string; count: number }> {
  const counts = new Map<string, number>();
  for (const goal of goals) {
    const value = valueOf(goal);
    if (value) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_FACET_VALUES);
}
