import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  ownershipAcceptPermission,
  ownershipTransferPermission,
  type DecideOwnershipTransferBody,
  type ListOwnershipTransfersQuery,
  type ProposeOwnershipTransferBody,
  type Transfer,
  type TransferPage,
  type TransferState,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { pageInfoOf, pageOf } from '../database/pages';
import { refOf } from '../directory/asked';
import type { CallerCredentials } from '../http/types';
import type { Actor, Actors } from '../permissions/Actors';
import { entityNotFound } from '../permissions/CatalogVisibility';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import type { OwnershipNotices } from './OwnershipNotices';
import { assertOwner, problemOf, type Proposal } from './proposals';
import { isOf } from './responsible';
import type { StoredTransfer, TransferStore } from './TransferStore';
import { mayWithdraw, type TransferViews } from './TransferViews';
import { entitiesOf } from './visibleEntities';

export interface TransferServiceOptions {
  models: OwnershipModels;
  transfers: TransferStore;
  views: TransferViews;
  notices: OwnershipNotices;
  actors: Actors;
  now?: () => Date;
}

const ATTEMPTS = 3;
const STATE_OF: Record<DecideOwnershipTransferBody['decision'], TransferState> =
  { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' };

/**
 * Hands entities over: proposed with a reason, accepted or declined by the team that is to receive them, complete when the
 * catalog shows the new owner.
 */
export class TransferService {
  readonly #options: TransferServiceOptions;

  static create(options: TransferServiceOptions): TransferService {
    return new TransferService(options);
  }

  private constructor(options: TransferServiceOptions) {
    this.#options = options;
  }

  /** A page of transfers of what a caller may read, the latest first. */
  async list(
    query: ListOwnershipTransfersQuery,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<TransferPage> {
    const { models, transfers, actors, views } = this.#options;
    const page = pageOf(query);
    const [model, actor] = await Promise.all([
      models.forCaller(credentials),
      actors.find(credentials),
    ]);
    const entity = query.entity && refOf(query.entity, 'component');
    const found = await transfers.list({
      filter: {
        ...entitiesOf(model, entity),
        ...(query.team && {
          holders: [...model.withDescendants(refOf(query.team))],
        }),
        states: query.state,
      },
      page,
    });
    return {
      items: await views.of(found.transfers, model, actor),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
    };
  }

  /** One transfer, as an actor may know it. */
  async get(
    id: string,
    model: OwnershipModel,
    actor: Actor,
  ): Promise<Transfer> {
    const transfer = await this.#options.transfers.get(id);
    if (!transfer || !model.entities.has(transfer.entityRef)) {
      throw new NotFoundError(`No transfer ${id}`);
    }
    const [view] = await this.#options.views.of([transfer], model, actor);
    return view;
  }

  /** Proposes another owner; the same proposal again gives the one that is open. */
  async propose(
    { entity: entityRef, to, from, reason }: ProposeOwnershipTransferBody,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<Transfer> {
    const { models, actors } = this.#options;
    const actor = await actors.of(credentials);
    const model = await models.forCaller(credentials);
    const ref = refOf(entityRef, 'component');
    const entity = model.entities.get(ref);
    if (!entity) {
      throw entityNotFound(ref);
    }
    const allowed = await this.mayPropose(actor, [ref]);
    if (!allowed.has(ref)) {
      throw new NotAllowedError(`You may not propose another owner of ${ref}`);
    }
    assertOwner(model, entity, from);
    const proposal = { entity, to: refOf(to), reason: reason.trim() };
    const problem = problemOf(model, proposal);
    if (problem) {
      throw new InputError(problem);
    }
    const { transfer: stored, opened } = await this.open(
      proposal,
      actor,
      this.#now(),
    );
    if (opened) {
      this.tellOpened(stored);
    }
    const transfer = await this.get(stored.id, model, actor);
    if (transfer.to.ref !== proposal.to) {
      throw Object.assign(
        new ConflictError(
          `${ref} is to go to ${transfer.to.title} already; that transfer must end first`,
        ),
        { current: transfer },
      );
    }
    return transfer;
  }

  /** Whether the policy lets a person propose another owner of an entity. */
  async mayPropose(actor: Actor, entityRefs: string[]): Promise<Set<string>> {
    return this.#options.actors.allowed(
      ownershipTransferPermission,
      entityRefs,
      actor,
    );
  }

  /**
   * Opens a transfer, or gives the one that is open already.
   *
   * @throws ConflictError when others open and close transfers of the entity at the same time
   */
  async open(
    { entity, to, reason }: Proposal,
    actor: Actor,
    at: Date,
    trx?: Knex,
  ): Promise<{ transfer: StoredTransfer; opened: boolean }> {
    const { transfers } = this.#options;
    const transfer: StoredTransfer = {
      id: randomUUID(),
      version: 1,
      entityRef: entity.ref,
      from: entity.ownerRef,
      to,
      state: 'proposed',
      reason,
      proposedBy: actor.ref,
      proposedAt: at,
    };
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await transfers.open(transfer, trx)) {
        return { transfer, opened: true };
      }
      // The one that stood in the way may be closed by now: then there is room for this one.
      const open = await transfers.findOpen(entity.ref, trx);
      if (open) {
        return { transfer: open, opened: false };
      }
    }
    throw new ConflictError(
      `Others propose owners of ${entity.ref} at this moment: try again`,
    );
  }

  /** Tells whom it concerns of a transfer that was opened, once it is kept. Nobody waits for that. */
  tellOpened(transfer: StoredTransfer): void {
    const { notices } = this.#options;
    void notices.changed();
    void notices.proposed(transfer);
  }

  /** Accepts, declines or takes back a transfer. */
  async decide(
    id: string,
    { version, decision, reason }: DecideOwnershipTransferBody,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<Transfer> {
    const { models, actors, transfers, notices } = this.#options;
    const actor = await actors.of(credentials);
    const model = await models.forCaller(credentials);
    const current = await this.get(id, model, actor);
    const { ref } = current.entity;
    const withdraws = decision === 'withdraw';
    const allowed = await actors.allowed(
      withdraws ? ownershipTransferPermission : ownershipAcceptPermission,
      [ref],
      actor,
    );
    const isParty = withdraws
      ? mayWithdraw(model, actor, {
          proposedBy: current.proposedBy.ref,
          entityRef: ref,
        })
      : isOf(model, actor.refs, current.to.ref);
    if (!allowed.has(ref) || !isParty) {
      throw new NotAllowedError(
        withdraws
          ? 'Only who proposed it, or answers for the entity, may take it back'
          : `Only ${current.to.title} may accept or decline it`,
      );
    }
    const possible = withdraws
      ? ['proposed', 'accepted'].includes(current.state)
      : current.state === 'proposed';
    const stored = await transfers.get(id);
    const made = {
      state: STATE_OF[decision],
      by: actor.ref,
      at: this.#now(),
      reason: reason?.trim() || undefined,
    };
    const decided =
      possible &&
      stored &&
      (await transfers.decide(
        { ...stored, version, state: current.state },
        made,
      ));
    if (decided) {
      void notices.changed();
      void notices.decided(stored, made);
    }
    const now = await this.get(id, model, actor);
    if (!decided) {
      throw Object.assign(
        new ConflictError(`The transfer has changed: it is ${now.state} now`),
        { current: now },
      );
    }
    return now;
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
