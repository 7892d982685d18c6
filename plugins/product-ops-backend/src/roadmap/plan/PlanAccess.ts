import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { OwnershipModels } from '../../ownership/OwnershipModels';
import { planFilterOf, type PlanQuery } from './planFilter';
import type { PlanModel } from './PlanModel';
import type { PlanModels } from './PlanModels';
import type { PlanFilter } from './planTypes';

/** What somebody asks of which roadmaps. */
export class PlanAccess {
  readonly #models: PlanModels;
  readonly #teams: Pick<OwnershipModels, 'forCaller'>;

  static create(options: {
    models: PlanModels;
    teams: Pick<OwnershipModels, 'forCaller'>;
  }): PlanAccess {
    return new PlanAccess(options);
  }

  private constructor(options: Parameters<typeof PlanAccess.create>[0]) {
    this.#models = options.models;
    this.#teams = options.teams;
  }

  /** The roadmaps that the caller may read, and the filter of the question. */
  async see(
    query: PlanQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<{ model: PlanModel; filter: PlanFilter }> {
    const [model, filter] = await Promise.all([
      this.#models.forCaller(credentials),
      planFilterOf(query, teams => this.#withDescendants(teams, credentials)),
    ]);
    return { model, filter };
  }

  async #withDescendants(
    teams: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const organisation = await this.#teams.forCaller(credentials);
    return [
      ...new Set(
        teams.flatMap(team => [...organisation.withDescendants(team)]),
      ),
    ];
  }
}
