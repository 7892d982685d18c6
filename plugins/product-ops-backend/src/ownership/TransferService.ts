import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  isOpen,
  ownershipAcceptPermission,
  ownershipTransferPermission,
  reviewState,
  type DecideOwnershipTransferBody,
  type ListOwnershipTransfersQuery,
  type ProposeOwnershipTransferBody,
  type Transfer,
  type TransferPage,
  type TransferState,
} from '@productops/backstage-plugin-product-ops-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { pageInfoOf, pageOf } from '../database/pages';
import type { DirectoryStore } from '../directory/types';
import type { CallerCredentials } from '../http/types';
import { fileNameOf } from '../overview/entityFacts';
import type { Actor, Actors } from '../permissions/Actors';
import { entityNotFound } from '../permissions/CatalogVisibility';
import type { RoadmapStore } from '../roadmap/RoadmapStore';
import type { RunbooksStore } from '../runbooks/RunbooksStore';
import { linkIn, refOf } from './links';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnershipModels } from './OwnershipModels';
import { answersFor, isOf } from './responsible';
import type { StoredTransfer, TransferStore } from './TransferStore';
import type { OwnedEntity } from './types';

export interface TransferServiceOptions {
  models: OwnershipModels;
  transfers: TransferStore;
  directory: DirectoryStore;
  contents: { roadmaps: RoadmapStore; runbooks: RunbooksStore };
  actors: Actors;
  now?: () => Date;
}

/** A proposal that is about to be made. */
export interface Proposal {
  entity: OwnedEntity;
  to: string;
  reason: string;
}

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
    const { models, transfers, actors } = this.#options;
    const page = pageOf(query);
    const [model, actor] = await Promise.all([
      models.forCaller(credentials),
      actors.find(credentials),
    ]);
    const entity = query.entity && refOf(query.entity, 'component');
    const found = await transfers.list({
      filter: {
        entities: [...model.entities.keys()].filter(
          ref => !entity || ref === entity,
        ),
        ...(query.team && {
          holders: [...model.withDescendants(refOf(query.team))],
        }),
        states: query.state,
      },
      page,
    });
    return {
      items: await this.#views(found.transfers, model, actor),
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
    const [view] = await this.#views([transfer], model, actor);
    return view;
  }

  /** Proposes another owner; the same proposal again gives the one that is open. */
  async propose(
    { entity: entityRef, to, reason }: ProposeOwnershipTransferBody,
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
    const allowed = await actors.allowed(
      ownershipTransferPermission,
      [ref],
      actor,
    );
    if (!allowed.has(ref)) {
      throw new NotAllowedError(`You may not propose another owner of ${ref}`);
    }
    const proposal = { entity, to: refOf(to), reason: reason.trim() };
    const problem = this.problemOf(model, proposal);
    if (problem) {
      throw new InputError(problem);
    }
    const id = await this.open(proposal, actor, this.#now());
    const transfer = await this.get(id, model, actor);
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

  /** What is wrong with a proposal; nothing when it can be made. */
  problemOf(
    model: OwnershipModel,
    { entity, to, reason }: Proposal,
  ): string | undefined {
    if (!reason) {
      return 'reason: got none; expected why the owner should change';
    }
    if (!model.teams.has(to) && !model.people.has(to)) {
      return `to: got ${to}, which is not in the catalog; expected a group or user that is`;
    }
    return entity.ownerRef === to
      ? `to: got ${to}, who owns ${entity.ref} already; expected somebody else`
      : undefined;
  }

  /** Opens a transfer, and gives its id, or the id of the one that is open already. */
  async open(
    { entity, to, reason }: Proposal,
    actor: Actor,
    at: Date,
    trx?: Knex,
  ): Promise<string> {
    const { transfers } = this.#options;
    const id = randomUUID();
    const opened = await transfers.open(
      {
        id,
        version: 1,
        entityRef: entity.ref,
        from: entity.ownerRef,
        to,
        state: 'proposed',
        reason,
        proposedBy: actor.ref,
        proposedAt: at,
      },
      trx,
    );
    return opened ? id : (await transfers.findOpen(entity.ref, trx))?.id ?? id;
  }

  /** Accepts, declines or takes back a transfer. */
  async decide(
    id: string,
    { version, decision, reason }: DecideOwnershipTransferBody,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<Transfer> {
    const { models, actors, transfers } = this.#options;
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
      ? this.#mayWithdraw(model, actor, current.proposedBy.ref, ref)
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
    const decided =
      possible &&
      stored &&
      (await transfers.decide(
        { ...stored, version, state: current.state },
        {
          state: STATE_OF[decision],
          by: actor.ref,
          at: this.#now(),
          reason: reason?.trim() || undefined,
        },
      ));
    const now = await this.get(id, model, actor);
    if (!decided) {
      throw Object.assign(
        new ConflictError(`The transfer has changed: it is ${now.state} now`),
        { current: now },
      );
    }
    return now;
  }

  #mayWithdraw(
    model: OwnershipModel,
    actor: Actor,
    proposedBy: string,
    entityRef: string,
  ): boolean {
    const entity = model.entities.get(entityRef);
    return (
      actor.ref === proposedBy ||
      (entity !== undefined && answersFor(model, actor.refs, entity))
    );
  }

  async #views(
    transfers: readonly StoredTransfer[],
    model: OwnershipModel,
    actor: Actor | undefined,
  ): Promise<Transfer[]> {
    const { directory, contents } = this.#options;
    const refs = [...new Set(transfers.map(({ entityRef }) => entityRef))];
    const [rows, items, runbooks] = await Promise.all([
      directory.getEntities(refs),
      contents.roadmaps.listAllOfMany(refs),
      contents.runbooks.listAllOfMany(refs),
    ]);
    const today = this.#now().toISOString().slice(0, 10);
    return transfers.map(transfer => {
      const { entityRef, from, to, state } = transfer;
      const row = rows.get(entityRef);
      const file = row && fileNameOf(row);
      const open = state === 'proposed' || state === 'accepted';
      return {
        id: transfer.id,
        version: transfer.version,
        entity: linkIn(model, entityRef),
        ...(from && { from: linkIn(model, from) }),
        to: linkIn(model, to),
        state,
        reason: transfer.reason,
        proposedBy: linkIn(model, transfer.proposedBy),
        proposedAt: transfer.proposedAt.toISOString(),
        ...(transfer.decidedBy && {
          decidedBy: linkIn(model, transfer.decidedBy),
        }),
        ...(transfer.decidedAt && {
          decidedAt: transfer.decidedAt.toISOString(),
        }),
        ...(transfer.decisionReason && {
          decisionReason: transfer.decisionReason,
        }),
        ...(transfer.closedAt && {
          closedAt: transfer.closedAt.toISOString(),
        }),
        mayDecide: Boolean(
          actor && state === 'proposed' && isOf(model, actor.refs, to),
        ),
        mayWithdraw: Boolean(
          actor &&
            open &&
            this.#mayWithdraw(model, actor, transfer.proposedBy, entityRef),
        ),
        comesAlong: {
          roadmapItems: (items.get(entityRef) ?? []).filter(({ status }) =>
            isOpen(status),
          ).length,
          runbooksDue: (runbooks.get(entityRef) ?? []).filter(
            runbook => reviewState(runbook, { today }).stale,
          ).length,
        },
        ...(open && {
          change: {
            label: 'Write the new owner into the catalog file',
            yaml: `spec:\n  owner: ${shortRef(to, entityRef)}`,
            ...(file && { file }),
            ...(row?.editUrl && { href: row.editUrl }),
          },
        }),
      };
    });
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

/** A ref as one writes it into the file of an entity: without a namespace that is its own. */
function shortRef(ref: string, entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return namespace === parseEntityRef(entityRef).namespace
    ? `${kind}:${name}`
    : ref;
}
