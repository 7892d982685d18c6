import {
  followDependants,
  type SunsetDependant,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { LifecycleNotices } from '../LifecycleNotices';
import { findDependants, type FoundDependants } from '../findDependants';
import type { DependantStore } from './DependantStore';
import type { StoredPlan, SunsetStore } from './SunsetStore';

const BATCH = 100;
/** For how long what has left the catalog may come back, as it does when it is registered anew. */
const GRACE_MS = 30 * 24 * 60 * 60 * 1000;

/** Keeps the dependants of sunset plans as the catalog shows them. */
export class SunsetFollower {
  readonly #knex: Knex;
  readonly #directory: DirectoryStore;
  readonly #sunsets: SunsetStore;
  readonly #dependants: DependantStore;
  readonly #notices: LifecycleNotices;

  static create(options: {
    knex: Knex;
    directory: DirectoryStore;
    sunsets: SunsetStore;
    dependants: DependantStore;
    notices: LifecycleNotices;
  }): SunsetFollower {
    return new SunsetFollower(options);
  }

  private constructor(options: Parameters<typeof SunsetFollower.create>[0]) {
    this.#knex = options.knex;
    this.#directory = options.directory;
    this.#sunsets = options.sunsets;
    this.#dependants = options.dependants;
    this.#notices = options.notices;
  }

  /** Looks at all plans that are in force; gives how many dependants came or went. */
  async follow(at: Date): Promise<number> {
    let after = '';
    let changes = 0;
    for (;;) {
      const plans = await this.#sunsets.listActive(BATCH, after);
      if (plans.length === 0) {
        return changes;
      }
      after = plans[plans.length - 1].entityRef;
      const [seen, known, there] = await Promise.all([
        findDependants(
          this.#directory,
          plans.map(({ entityRef }) => entityRef),
        ),
        this.#dependants.of(plans.map(({ id }) => id)),
        this.#directory.getEntities(plans.map(({ entityRef }) => entityRef)),
      ]);
      for (const plan of plans) {
        // Of what has left the catalog nobody knows what depends on it.
        if (!there.has(plan.entityRef)) {
          changes += await this.#left(plan, at);
        } else {
          if (plan.leftAt) {
            await this.#sunsets.keepLeft(plan.id, undefined);
          }
          changes += await this.#followOne(plan, {
            known: known.get(plan.id) ?? [],
            seen: seen.get(plan.entityRef)!,
            at,
          });
        }
      }
    }
  }

  /** Ends the plan of what has left the catalog for good. */
  async #left(plan: StoredPlan, at: Date): Promise<number> {
    if (!plan.leftAt) {
      await this.#sunsets.keepLeft(plan.id, at);
      return 0;
    }
    if (at.getTime() - Date.parse(plan.leftAt) < GRACE_MS) {
      return 0;
    }
    const ended = await this.#knex.transaction(trx =>
      this.#sunsets.change(trx, plan, {
        ...plan,
        version: plan.version + 1,
        active: false,
        last: {
          event: 'ended',
          at: at.toISOString(),
          text: 'It has left the catalog',
        },
      }),
    );
    return ended ? 1 : 0;
  }

  async #followOne(
    plan: StoredPlan,
    found: { known: SunsetDependant[]; seen: FoundDependants; at: Date },
  ): Promise<number> {
    const { known, seen, at } = found;
    const { dependants, complete } = seen;
    const changed = followDependants(
      known,
      dependants.keys(),
      at.toISOString(),
      // Of what was not looked at nobody knows that it is gone.
    ).filter(({ goneAt }) => complete || !goneAt);
    if (changed.length > 0) {
      await this.#knex.transaction(trx =>
        this.#dependants.follow(
          trx,
          plan.id,
          changed.map(one => ({ ...one, ...dependants.get(one.ref) })),
        ),
      );
      const late = changed.filter(one => !one.goneAt).map(({ ref }) => ref);
      this.#notices.sunset(plan, late, { late: true });
    }
    return changed.length;
  }
}
