import { InputError, NotFoundError } from '@backstage/errors';
import {
  followDependants,
  lifecycleSunsetPermission,
  sunsetProblem,
  type EndSunsetPlanBody,
  type ListSunsetPlansQuery,
  type SaveSunsetPlanBody,
  type SunsetPlan,
  type SunsetPlanPage,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { pageInfoOf, pageOf } from '../../database/pages';
import { refOf } from '../../directory/asked';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import { entitiesOf } from '../../ownership/visibleEntities';
import type { LifecycleNotices } from '../LifecycleNotices';
import {
  answers,
  type Access,
  type LifecyclePeople,
  type View,
} from '../people';
import { conflict } from '../conflict';
import { findDependants } from '../findDependants';
import type { DependantStore } from './DependantStore';
import type { StoredPlan, SunsetStore } from './SunsetStore';
import type { SunsetViews } from './SunsetViews';

export interface SunsetServiceOptions {
  knex: Knex;
  people: LifecyclePeople;
  sunsets: SunsetStore;
  dependants: DependantStore;
  views: SunsetViews;
  directory: DirectoryStore;
  notices: LifecycleNotices;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Plans how entities are retired. */
export class SunsetService {
  readonly #options: SunsetServiceOptions;

  static create(options: SunsetServiceOptions): SunsetService {
    return new SunsetService(options);
  }

  private constructor(options: SunsetServiceOptions) {
    this.#options = options;
  }

  /** A page of plans of what a caller may read, the earliest end of life first. */
  async list(
    query: ListSunsetPlansQuery,
    { credentials }: Options,
  ): Promise<SunsetPlanPage> {
    const { people, sunsets, views } = this.#options;
    const page = pageOf(query);
    const view = await people.view(credentials);
    const states = new Set(query.state?.length ? query.state : ['active']);
    const found = await sunsets.list({
      filter: {
        ...entitiesOf(
          view.mine,
          query.entity && refOf(query.entity, 'component'),
        ),
        ...(states.size === 1 && { active: states.has('active') }),
      },
      page,
    });
    return {
      items: await views.plans(found.plans, view),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
    };
  }

  /** Begins to retire an entity, or changes the plan. */
  async save(
    entityRef: string,
    body: SaveSunsetPlanBody,
    { credentials }: Options,
  ): Promise<SunsetPlan> {
    const { people, sunsets, dependants, notices } = this.#options;
    const access = await people.access(entityRef, credentials);
    const { ref } = access.entity;
    await people.assertAllowed(lifecycleSunsetPermission, access, {
      isParty: answers(access, ref),
      otherwise: `Only who owns ${ref} or holds a role for it may plan its end`,
    });
    const at = this.#now();
    const current = await sunsets.active(ref);
    const next = this.#planned(body, access, current, at);
    const problem = sunsetProblem(
      next,
      current?.endOfLife === next.endOfLife
        ? undefined
        : at.toISOString().slice(0, 10),
    );
    if (problem) {
      throw new InputError(problem);
    }
    this.#assertSuccessor(next, access);
    if (current && isSame(current, next)) {
      return this.#view(current, access);
    }
    if ((current?.version ?? 0) !== body.version) {
      throw await this.#changed(current, access);
    }
    const kept = current
      ? await this.#change(current, next)
      : await this.#begin(next, at);
    if (!kept) {
      throw await this.#changed(await sunsets.active(ref), access);
    }
    notices.changed();
    const all = (await dependants.of([next.id])).get(next.id) ?? [];
    notices.sunset(
      { ...next, by: access.actor.ref },
      all.filter(({ goneAt }) => !goneAt).map(one => one.ref),
    );
    return this.#view((await sunsets.get(next.id)) ?? next, access);
  }

  /** Ends a plan, since it is done or given up. */
  async end(
    id: string,
    { version, reason }: EndSunsetPlanBody,
    { credentials }: Options,
  ): Promise<SunsetPlan> {
    const { knex, people, sunsets, notices } = this.#options;
    const plan = await this.find(id, await people.view(credentials));
    const access = await people.access(plan.entityRef, credentials);
    await people.assertAllowed(lifecycleSunsetPermission, access, {
      isParty: answers(access, plan.entityRef),
      otherwise: `Only who owns ${plan.entityRef} or holds a role for it may end its plan`,
    });
    if (!reason.trim()) {
      throw new InputError('reason: got none; expected why the plan ends');
    }
    const by = access.actor.ref;
    if (!plan.active && plan.last?.by === by) {
      return this.#view(plan, access);
    }
    const ended: StoredPlan = {
      ...plan,
      version: version + 1,
      active: false,
      last: {
        event: 'ended',
        by,
        at: this.#now().toISOString(),
        text: reason.trim(),
      },
    };
    const kept =
      plan.active &&
      (await knex.transaction(trx =>
        sunsets.change(trx, { id, version }, ended),
      ));
    const now = (await sunsets.get(id)) ?? plan;
    if (!kept) {
      throw await this.#changed(now, access);
    }
    notices.changed();
    return this.#view(now, access);
  }

  /** A plan of something that the caller may read, or, as who answers for a dependant, may answer for. */
  async find(
    id: string,
    view: View,
    { as }: { as?: string } = {},
  ): Promise<StoredPlan> {
    const { sunsets, dependants } = this.#options;
    const plan = await sunsets.get(id);
    const concerned =
      plan &&
      (view.mine.entities.has(plan.entityRef) ||
        (as !== undefined &&
          answers(view, as) &&
          (await dependants.get(id, as)) !== undefined));
    if (!concerned) {
      throw new NotFoundError(`No sunset plan ${id}`);
    }
    return plan;
  }

  #planned(
    body: SaveSunsetPlanBody,
    { actor, entity }: Access,
    current: StoredPlan | undefined,
    at: Date,
  ): StoredPlan {
    const { successor, endOfSale, endOfSupport, endOfLife } = body;
    const message = body.message?.trim();
    const moment = at.toISOString();
    return {
      id: current?.id ?? randomUUID(),
      version: (current?.version ?? 0) + 1,
      entityRef: entity.ref,
      active: true,
      ...(successor && { successorRef: refOf(successor, entity.kind) }),
      ...(endOfSale && { endOfSale }),
      ...(endOfSupport && { endOfSupport }),
      endOfLife,
      ...(message && { message }),
      begunBy: current?.begunBy ?? actor.ref,
      begunAt: current?.begunAt ?? moment,
      ...(current && {
        last: {
          event: 'changed' as const,
          by: actor.ref,
          at: moment,
          ...(message && { text: message }),
        },
      }),
    };
  }

  #assertSuccessor({ successorRef }: StoredPlan, { mine }: View): void {
    if (successorRef && !mine.entities.has(successorRef)) {
      throw new InputError(
        `successor: got ${successorRef}, which is not in the catalog; expected an entity that is`,
      );
    }
  }

  async #begin(plan: StoredPlan, at: Date): Promise<boolean> {
    const { knex, sunsets, dependants, directory } = this.#options;
    const found = await findDependants(directory, [plan.entityRef]);
    const seen = found.get(plan.entityRef)!.dependants;
    return knex.transaction(async trx => {
      const begun = await sunsets.begin(trx, plan);
      if (begun) {
        await dependants.follow(
          trx,
          plan.id,
          followDependants(undefined, seen.keys(), at.toISOString()).map(
            one => ({ ...one, ...seen.get(one.ref) }),
          ),
        );
      }
      return begun;
    });
  }

  async #change(current: StoredPlan, next: StoredPlan): Promise<boolean> {
    return this.#options.knex.transaction(trx =>
      this.#options.sunsets.change(trx, current, next),
    );
  }

  async #view(plan: StoredPlan, view: View): Promise<SunsetPlan> {
    const [shown] = await this.#options.views.plans([plan], view);
    return shown;
  }

  async #changed(current: StoredPlan | undefined, view: View) {
    return conflict(
      current
        ? 'The sunset plan has changed since'
        : 'There is no sunset plan that is in force any more',
      current && (await this.#view(current, view)),
    );
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

function isSame(one: StoredPlan, other: StoredPlan): boolean {
  return (
    [
      'successorRef',
      'endOfSale',
      'endOfSupport',
      'endOfLife',
      'message',
    ] as const
  ).every(field => one[field] === other[field]);
}
