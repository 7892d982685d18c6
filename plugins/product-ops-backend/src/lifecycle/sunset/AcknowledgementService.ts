import { InputError, NotFoundError } from '@backstage/errors';
import {
  isIsoDate,
  lifecycleSunsetPermission,
  type AcknowledgeSunsetBody,
  type ListSunsetDependantsQuery,
  type SunsetDependantPage,
  type SunsetDependantView,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { pageInfoOf, pageOf } from '../../database/pages';
import { refOf } from '../../directory/asked';
import type { CallerCredentials } from '../../http/types';
import type { LifecycleNotices } from '../LifecycleNotices';
import { answers, type LifecyclePeople, type View } from '../people';
import { conflict } from '../conflict';
import type { SunsetService } from './SunsetService';
import type { DependantStore, StoredDependant } from './DependantStore';
import type { StoredPlan } from './SunsetStore';
import type { SunsetViews } from './SunsetViews';

export interface AcknowledgementServiceOptions {
  knex: Knex;
  people: LifecyclePeople;
  plans: Pick<SunsetService, 'find'>;
  dependants: DependantStore;
  views: SunsetViews;
  notices: LifecycleNotices;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Takes what the owners of dependants say about what is retired. */
export class AcknowledgementService {
  readonly #options: AcknowledgementServiceOptions;

  static create(
    options: AcknowledgementServiceOptions,
  ): AcknowledgementService {
    return new AcknowledgementService(options);
  }

  private constructor(options: AcknowledgementServiceOptions) {
    this.#options = options;
  }

  /** A page of the dependants of a plan that a caller may read: what is there before what is gone, what is due first. */
  async list(
    id: string,
    query: ListSunsetDependantsQuery,
    { credentials }: Options,
  ): Promise<SunsetDependantPage> {
    const { people, plans, dependants, views } = this.#options;
    const page = pageOf(query);
    const view = await people.view(credentials);
    const plan = await plans.find(id, view);
    const all = (await dependants.of([id])).get(id) ?? [];
    const owners = ownersOf(query.owner, view);
    const found = views
      .visible(all, view)
      .map(one => views.dependant(one, plan, view))
      .filter(
        ({ state, owner }) =>
          (!query.state?.length || query.state.includes(state)) &&
          (!owners || owners.has(owner?.ref ?? 'none')),
      )
      .sort(
        (a, b) =>
          Number(Boolean(a.goneAt)) - Number(Boolean(b.goneAt)) ||
          a.dueOn.localeCompare(b.dueOn) ||
          a.entity.ref.localeCompare(b.entity.ref),
      );
    return {
      items: found.slice(page.offset, page.offset + page.limit),
      totalItems: found.length,
      pageInfo: pageInfoOf(page, found.length),
    };
  }

  /** Says as the owner of a dependant what becomes of it. */
  async acknowledge(
    id: string,
    body: AcknowledgeSunsetBody,
    { credentials }: Options,
  ): Promise<SunsetDependantView> {
    const { knex, people, plans, dependants, views, notices } = this.#options;
    const access = await people.access(body.entity, credentials);
    const { ref } = access.entity;
    // Whoever answers for a dependant may say so, even of what they may not read.
    const plan = await plans.find(id, access, { as: ref });
    await people.assertAllowed(lifecycleSunsetPermission, access, {
      isParty: answers(access, ref),
      otherwise: `Only who owns ${ref} or holds a role for it may say what becomes of it`,
    });
    const current = await this.#dependant(plan, ref);
    const note = body.note?.trim();
    const { answer, dueOn, version } = body;
    const at = this.#options.now?.() ?? new Date();
    const problem = problemOf(body, plan, {
      agreed: current.dueOn,
      today: at.toISOString().slice(0, 10),
    });
    if (problem) {
      throw new InputError(problem);
    }
    const by = access.actor.ref;
    const kept = await knex.transaction(trx =>
      dependants.answer(
        trx,
        { planId: id, ref, version },
        {
          answer,
          ...(note && { note }),
          ...(dueOn && { dueOn }),
          by,
          at,
        },
      ),
    );
    const [now, planNow] = await Promise.all([
      this.#dependant(plan, ref),
      plans.find(id, access, { as: ref }),
    ]);
    const shown = views.dependant(now, planNow, access);
    if (!kept) {
      const again =
        current.version === version + 1 &&
        current.answer?.by === by &&
        current.answer.answer === answer &&
        current.answer.note === note &&
        (dueOn === undefined || current.dueOn === dueOn);
      if (again) {
        return shown;
      }
      throw conflict(
        planNow.active
          ? `What is said of ${ref} has changed: it is ${shown.state} now`
          : 'The sunset plan has ended',
        shown,
      );
    }
    notices.changed();
    notices.acknowledged(plan, { dependantRef: ref, answer, by });
    return shown;
  }

  async #dependant(plan: StoredPlan, ref: string): Promise<StoredDependant> {
    const found = await this.#options.dependants.get(plan.id, ref);
    if (!found) {
      throw new NotFoundError(`${ref} does not depend on ${plan.entityRef}`);
    }
    return found;
  }
}

function problemOf(
  { answer, note, dueOn }: AcknowledgeSunsetBody,
  plan: StoredPlan,
  { agreed, today }: { agreed?: string; today: string },
): string | undefined {
  if (answer === 'objected' && !note?.trim()) {
    return 'note: got none; expected why it cannot move';
  }
  if (dueOn !== undefined && !isIsoDate(dueOn)) {
    return `dueOn: got ${dueOn}; expected a date such as 2027-06-30`;
  }
  if (dueOn && dueOn < today && dueOn !== agreed) {
    return `dueOn: got ${dueOn}, which is past; expected a day to come`;
  }
  return dueOn && dueOn > plan.endOfLife
    ? `dueOn: got ${dueOn}; expected a day not after the end of life, ${plan.endOfLife}`
    : undefined;
}

function ownersOf(
  owner: string | undefined,
  { mine }: View,
): ReadonlySet<string> | undefined {
  if (owner === undefined) {
    return undefined;
  }
  return owner === 'none'
    ? new Set(['none'])
    : mine.withDescendants(refOf(owner));
}
