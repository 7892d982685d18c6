import { NotAllowedError } from '@backstage/errors';
import { roadmapGoalManagePermission } from '@productops/backstage-plugin-product-ops-common';
import type { CallerCredentials } from '../../http/types';
import type { Person, Actors } from '../../permissions/Actors';

/** Who records something of a goal. */
export interface GoalActor {
  /** The user, or the name of the service. */
  ref: string;
  type: 'person' | 'service';
}

/** Who may manage goals: people, and services that the policy lets. */
export class GoalAccess {
  readonly #actors: Actors;

  static create(options: { actors: Actors }): GoalAccess {
    return new GoalAccess(options.actors);
  }

  private constructor(actors: Actors) {
    this.#actors = actors;
  }

  /** Whoever asks, when the policy lets them manage the goals of an entity that they may read. */
  async manager(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<GoalActor> {
    const caller = await this.#caller(credentials);
    if (!(await this.#granted(entityRef, caller.actor))) {
      throw new NotAllowedError(
        `You may not do this with the goals of ${entityRef}; it needs the permission ${roadmapGoalManagePermission.name}`,
      );
    }
    return { ref: caller.actor.ref, type: caller.type };
  }

  /** What the caller may do with the goals of an entity. */
  async may(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<{ manage: boolean }> {
    const { actor } = await this.#caller(credentials);
    return { manage: await this.#granted(entityRef, actor) };
  }

  async #granted(entityRef: string, actor: Person): Promise<boolean> {
    const granted = await this.#actors.granted(
      [roadmapGoalManagePermission],
      entityRef,
      actor,
    );
    return granted.has(roadmapGoalManagePermission.name);
  }

  async #caller(
    credentials: CallerCredentials,
  ): Promise<{ actor: Person; type: GoalActor['type'] }> {
    const { principal } = credentials;
    return principal.type === 'service'
      ? {
          actor: { ref: principal.subject, credentials },
          type: 'service',
        }
      : { actor: this.#actors.somebody(credentials), type: 'person' };
  }
}
