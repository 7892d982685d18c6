import { InputError, NotFoundError } from '@backstage/errors';
import {
  lifecycleWaivePermission,
  stageOf,
  waiverProblem,
  waiverState,
  waiverUntil,
  type GrantWaiverBody,
  type ListWaiversQuery,
  type RevokeWaiverBody,
  type Waiver,
  type WaiverPage,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { pageInfoOf, pageOf } from '../../database/pages';
import { refOf } from '../../directory/asked';
import type { CallerCredentials } from '../../http/types';
import { linkIn } from '../../ownership/links';
import { entitiesOf } from '../../ownership/visibleEntities';
import { entityNotFound } from '../../permissions/CatalogVisibility';
import type { LifecycleRules } from '../config';
import type { Gates } from '../gates';
import type { LifecycleNotices } from '../LifecycleNotices';
import { markForEvaluation } from '../pending';
import type { LifecyclePeople, View } from '../people';
import { conflict } from '../conflict';
import type { TransitionStore } from '../transitions/TransitionStore';
import type { WaiverRights } from './WaiverRights';
import type { StoredWaiver, WaiverStore } from './WaiverStore';

export interface WaiverServiceOptions {
  knex: Knex;
  people: LifecyclePeople;
  waivers: WaiverStore;
  transitions: TransitionStore;
  gates: Gates;
  rules: LifecycleRules;
  notices: LifecycleNotices;
  rights: WaiverRights;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Grants exceptions to checks, with a reason and an end, and takes them back. */
export class WaiverService {
  readonly #options: WaiverServiceOptions;

  static create(options: WaiverServiceOptions): WaiverService {
    return new WaiverService(options);
  }

  private constructor(options: WaiverServiceOptions) {
    this.#options = options;
  }

  /** A page of exceptions of what a caller may read, the latest first. */
  async list(
    query: ListWaiversQuery,
    { credentials }: Options,
  ): Promise<WaiverPage> {
    const { people, waivers } = this.#options;
    const page = pageOf(query);
    const view = await people.view(credentials);
    const found = await waivers.list({
      filter: {
        ...entitiesOf(
          view.mine,
          query.entity && refOf(query.entity, 'component'),
        ),
        checkId: query.check,
        states: query.state,
      },
      now: this.#now(),
      page,
    });
    return {
      items: found.waivers.map(waiver => this.view(waiver, view)),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
    };
  }

  /** Grants an exception to one check of one entity. */
  async grant(
    { entity, check, reason, until }: GrantWaiverBody,
    { credentials }: Options,
  ): Promise<Waiver> {
    const { knex, people, waivers, gates, transitions, notices } =
      this.#options;
    const access = await people.access(entity, credentials);
    const { ref } = access.entity;
    const read = await gates.look(ref, undefined);
    if (!read) {
      throw entityNotFound(ref);
    }
    if (!read.results.has(check)) {
      throw new InputError(
        `check: got ${check}, which no stage demands of ${ref}; expected one of ${[
          ...read.results.keys(),
        ].join(', ')}`,
      );
    }
    const at = this.#now();
    const problem = waiverProblem({ reason, until }, at.toISOString());
    if (problem) {
      throw new InputError(problem);
    }
    await people.assertAllowed(lifecycleWaivePermission, access, {
      isParty: (
        await this.#options.rights.waivable(read, access)
      ).includes(check),
      otherwise: `Only who approves the stage that demands ${check} may grant an exception, and not for a request of one's own`,
    });
    const open = (await transitions.openOf([ref])).get(ref);
    const waiver: StoredWaiver = {
      id: randomUUID(),
      version: 1,
      entityRef: ref,
      checkId: check,
      stages: this.#options.rights.stagesOf(check, access),
      reason: reason.trim(),
      until: waiverUntil(until)!,
      by: access.actor.ref,
      at: at.toISOString(),
    };
    const before = (await waivers.of([ref])).get(ref)?.get(check);
    // One that does not open the gate which is asked for makes room for one that does.
    const replaced =
      open &&
      before &&
      !gates.counts(before, open.to, open.requestedBy) &&
      gates.counts(waiver, open.to, open.requestedBy)
        ? before
        : undefined;
    const granted = await knex.transaction(async trx => {
      const kept = await waivers.grant(trx, waiver, replaced);
      if (kept) {
        await markForEvaluation(trx, [ref]);
      }
      return kept;
    });
    if (granted) {
      notices.changed();
      return this.view(waiver, access);
    }
    const current = (await waivers.of([ref])).get(ref)?.get(check);
    if (
      current &&
      current.by === waiver.by &&
      current.reason === waiver.reason &&
      current.until === waiver.until
    ) {
      return this.view(current, access);
    }
    throw conflict(
      `An exception to ${check} is in force already; take it back first`,
      current && this.view(current, access),
    );
  }

  /** Takes an exception back. */
  async revoke(
    id: string,
    { version, reason }: RevokeWaiverBody,
    { credentials }: Options,
  ): Promise<Waiver> {
    const { knex, people, waivers, notices } = this.#options;
    const known = await waivers.get(id);
    const view = await people.view(credentials);
    if (!known || !view.mine.entities.has(known.entityRef)) {
      throw new NotFoundError(`No exception ${id}`);
    }
    const access = await people.access(known.entityRef, credentials);
    const { ref } = access.entity;
    await people.assertAllowed(lifecycleWaivePermission, access, {
      isParty: this.#options.rights.mayRevoke(known, access),
      otherwise: 'Only who granted it, or could grant it, may take it back',
    });
    if (!reason.trim()) {
      throw new InputError('reason: got none; expected why it counts no more');
    }
    const by = access.actor.ref;
    const revoked = await knex.transaction(async trx => {
      const done = await waivers.revoke(
        trx,
        { ...known, version },
        { by, at: this.#now(), reason: reason.trim() },
      );
      if (done) {
        await markForEvaluation(trx, [ref]);
      }
      return done;
    });
    const now = (await waivers.get(id)) ?? known;
    const shown = this.view(now, access);
    if (!revoked && now.revokedBy !== by) {
      throw conflict(
        `The exception has changed: it is ${shown.state} now`,
        shown,
      );
    }
    if (revoked) {
      notices.changed();
    }
    return shown;
  }

  /** An exception as a caller may know it. */
  view(waiver: StoredWaiver, view: View): Waiver {
    const { mine } = view;
    const { checkId, revokedBy, revokedAt, revokedReason } = waiver;
    const state = waiverState(waiver, this.#now().toISOString());
    return {
      id: waiver.id,
      version: waiver.version,
      entity: linkIn(mine, waiver.entityRef),
      check: {
        id: checkId,
        title:
          this.#options.rules.checks.find(({ id }) => id === checkId)?.title ??
          checkId,
      },
      stages: waiver.stages.map(id => stageOf(id, this.#options.rules.stages)),
      reason: waiver.reason,
      until: waiver.until,
      state,
      by: linkIn(mine, waiver.by),
      at: waiver.at,
      ...(revokedBy && { revokedBy: linkIn(mine, revokedBy) }),
      ...(revokedAt && { revokedAt }),
      ...(revokedReason && { revokedReason }),
      mayRevoke:
        state === 'active' && this.#options.rights.mayRevoke(waiver, view),
    };
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
