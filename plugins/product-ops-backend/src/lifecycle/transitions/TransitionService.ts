import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  decideTransition,
  isOpenTransition,
  lifecycleApprovePermission,
  lifecycleRequestPermission,
  requestTransition,
  stageOf,
  type DecideStageTransitionBody,
  type ListStageTransitionsQuery,
  type RequestStageTransitionBody,
  type StageTransition,
  type StageTransitionPage,
  type TransitionOutcome,
  type TransitionRecord,
} from '@productops/backstage-plugin-product-ops-common';
import { randomUUID } from 'node:crypto';
import { pageInfoOf, pageOf } from '../../database/pages';
import { refOf } from '../../directory/asked';
import type { CallerCredentials } from '../../http/types';
import { entitiesOf } from '../../ownership/visibleEntities';
import { entityNotFound } from '../../permissions/CatalogVisibility';
import type { LifecycleRules } from '../config';
import { conflict } from '../conflict';
import type { GateNow, Gates } from '../gates';
import type { LifecycleNotices } from '../LifecycleNotices';
import {
  answers,
  spokenFor,
  type Access,
  type LifecyclePeople,
  type View,
} from '../people';
import type { TransitionKeeper } from './TransitionKeeper';
import type { TransitionFilter, TransitionStore } from './TransitionStore';
import type { TransitionViews } from './TransitionViews';

const MAX_OPEN = 2000;

export interface TransitionServiceOptions {
  people: LifecyclePeople;
  transitions: TransitionStore;
  keeper: TransitionKeeper;
  views: TransitionViews;
  gates: Gates;
  rules: LifecycleRules;
  notices: LifecycleNotices;
}

type Options = { credentials: CallerCredentials };
type Refused = Extract<TransitionOutcome, { ok: false }>;

/**
 * Moves entities between stages: asked for with a reason, approved by those whom the stage names while its gate is
 * open, complete when the entity is in the stage.
 */
export class TransitionService {
  readonly #options: TransitionServiceOptions;

  static create(options: TransitionServiceOptions): TransitionService {
    return new TransitionService(options);
  }

  private constructor(options: TransitionServiceOptions) {
    this.#options = options;
  }

  /** A page of transitions of what a caller may read, the latest first. */
  async list(
    query: ListStageTransitionsQuery,
    { credentials }: Options,
  ): Promise<StageTransitionPage> {
    const { people, transitions, views } = this.#options;
    const page = pageOf(query);
    const view = await people.view(credentials);
    const filter: TransitionFilter = {
      ...entitiesOf(
        view.mine,
        query.entity && refOf(query.entity, 'component'),
      ),
      states: query.state,
      ...(query.mine === 'requested' && {
        requestedBy: view.actor?.ref ?? 'nobody',
      }),
    };
    if (query.mine !== 'approve') {
      const found = await transitions.list({ filter, page });
      return {
        items: await views.list(found.transitions, view),
        totalItems: found.total,
        pageInfo: pageInfoOf(page, found.total),
      };
    }
    const requested = await transitions.list({
      filter: { ...filter, states: ['requested'] },
      page: { offset: 0, limit: MAX_OPEN },
    });
    const mine = requested.transitions.filter(one => views.awaits(one, view));
    return {
      items: await views.list(
        mine.slice(page.offset, page.offset + page.limit),
        view,
      ),
      totalItems: mine.length,
      pageInfo: pageInfoOf(page, mine.length),
    };
  }

  /** One transition with all checks of its gate. */
  async get(id: string, { credentials }: Options): Promise<StageTransition> {
    const view = await this.#options.people.view(credentials);
    return this.#options.views.one(await this.#find(id, view), view);
  }

  /** Asks for a stage; the same again gives the transition that is open. */
  async request(
    { entity, from, to: wanted, reason }: RequestStageTransitionBody,
    { credentials }: Options,
  ): Promise<StageTransition> {
    const { people, transitions, keeper, gates, rules, notices } =
      this.#options;
    const access = await people.access(entity, credentials);
    const { ref } = access.entity;
    await people.assertAllowed(lifecycleRequestPermission, access, {
      isParty: answers(access, ref),
      otherwise: `Only who owns ${ref} or holds a role for it may ask for another stage`,
    });
    const to = stageOf(wanted, rules.stages).stage ?? wanted;
    const found = await gates.look(ref, to, access.actor.ref);
    if (!found) {
      throw entityNotFound(ref);
    }
    const before = (await transitions.openOf([ref])).get(ref);
    const open = before && (await keeper.observe(before, access.all));
    if (open && isOpenTransition(open)) {
      return this.#theSame(open, to, access);
    }
    const outcome = requestTransition(
      {
        id: randomUUID(),
        entityRef: ref,
        ...(from && { from: stageOf(from, rules.stages).stage }),
        to,
        by: access.actor.ref,
        reason,
      },
      {
        ...keeper.contextOf({ entityRef: ref, to }, found, access.all),
        stages: rules.stages,
      },
    );
    if (!outcome.ok) {
      throw outcome.problem === 'moved'
        ? conflict(outcome.message, stageOf(found.stage, rules.stages))
        : new InputError(outcome.message);
    }
    const { transition } = outcome;
    if (!(await keeper.open(outcome))) {
      const other = (await transitions.openOf([ref])).get(ref);
      if (!other) {
        const now = await gates.look(ref, to);
        throw conflict(
          `${ref} has just moved; look again`,
          stageOf(now?.stage, rules.stages),
        );
      }
      return this.#theSame(other, to, access);
    }
    notices.changed();
    if (transition.state === 'requested') {
      notices.requested(transition);
    } else {
      notices.decided(transition);
    }
    return this.#viewOf(transition.id, await people.view(credentials));
  }

  /** Approves or refuses a transition, or takes it back. */
  async decide(
    id: string,
    { version, decision, reason }: DecideStageTransitionBody,
    { credentials }: Options,
  ): Promise<StageTransition> {
    const { people, keeper, gates, notices } = this.#options;
    const known = await this.#find(id, await people.view(credentials));
    const access = await people.access(known.entityRef, credentials);
    const { ref } = access.entity;
    const withdraws = decision === 'withdraw';
    const as = spokenFor(access, ref, gates.stage(known.to)?.approvers);
    await people.assertAllowed(
      withdraws ? lifecycleRequestPermission : lifecycleApprovePermission,
      access,
      withdraws
        ? {
            isParty:
              access.actor.ref === known.requestedBy || answers(access, ref),
            otherwise:
              'Only who asked for it, or answers for the entity, may take it back',
          }
        : {
            isParty: as.length > 0,
            otherwise: 'Only who approves this stage may decide',
          },
    );
    const found = await gates.look(ref, known.to);
    if (!found) {
      throw entityNotFound(ref);
    }
    const current = await keeper.observe(known, access.all, found);
    const done = current.decisions.some(
      one => one.decision === decision && one.by === access.actor.ref,
    );
    if (done) {
      return this.#viewOf(id, access);
    }
    if (current.version !== version || !isOpenTransition(current)) {
      throw await this.#changed(current, access);
    }
    const by = access.actor.ref;
    const outcome = decideTransition(
      current,
      withdraws
        ? { type: decision, by, reason }
        : { type: decision, by, as, reason },
      keeper.contextOf(current, found, access.all),
    );
    if (!outcome.ok) {
      throw await this.#refusal(outcome, current, access, found);
    }
    if (!(await keeper.save(current, outcome))) {
      const now = await this.#find(id, access);
      throw await this.#changed(await keeper.observe(now, access.all), access);
    }
    notices.changed();
    if (outcome.transition.state !== 'requested') {
      notices.decided(outcome.transition);
    }
    return this.#viewOf(id, await people.view(credentials));
  }

  async #find(id: string, view: View): Promise<TransitionRecord> {
    const transition = await this.#options.transitions.get(id);
    if (!transition || !view.mine.entities.has(transition.entityRef)) {
      throw new NotFoundError(`No transition ${id}`);
    }
    return transition;
  }

  async #viewOf(id: string, view: View): Promise<StageTransition> {
    return this.#options.views.one(await this.#find(id, view), view);
  }

  async #theSame(
    open: TransitionRecord,
    to: string,
    view: View,
  ): Promise<StageTransition> {
    const shown = await this.#options.views.one(open, view);
    if (open.to !== to) {
      throw conflict(
        `${open.entityRef} is to move to ${open.to} already; that transition must end first`,
        shown,
      );
    }
    return shown;
  }

  async #changed(current: TransitionRecord, view: View) {
    return conflict(
      `The transition has changed: it is ${current.state} now`,
      await this.#options.views.one(current, view),
    );
  }

  async #refusal(
    { problem, message }: Refused,
    current: TransitionRecord,
    access: Access,
    found: GateNow,
  ) {
    switch (problem) {
      case 'reason-missing':
        return new InputError(message);
      case 'four-eyes':
      case 'not-approver':
        return new NotAllowedError(message);
      default:
        break;
    }
    const shown = await this.#options.views.one(current, access, found);
    return conflict(message, shown);
  }
}
