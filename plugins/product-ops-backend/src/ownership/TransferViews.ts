import { parseEntityRef } from '@backstage/catalog-model';
import {
  isOpen,
  runbookStanding,
  type Transfer,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../directory/types';
import { fileNameOf } from '../overview/entityFacts';
import type { Actor } from '../permissions/Actors';
import type { RoadmapStore } from '../roadmap/RoadmapStore';
import type { RunbooksStore } from '../runbooks/RunbooksStore';
import { linkIn } from './links';
import type { OwnershipModel } from './OwnershipModel';
import { answersFor, isOf } from './responsible';
import type { StoredTransfer } from './TransferStore';

export interface TransferViewsOptions {
  directory: Pick<DirectoryStore, 'getEntities'>;
  contents: {
    roadmaps: Pick<RoadmapStore, 'listAllOfMany'>;
    runbooks: Pick<RunbooksStore, 'listAllOfMany'>;
  };
  now?: () => Date;
}

/** Transfers as a person may know them: what may be done, what comes along, and which change completes it. */
export class TransferViews {
  readonly #options: TransferViewsOptions;

  static create(options: TransferViewsOptions): TransferViews {
    return new TransferViews(options);
  }

  private constructor(options: TransferViewsOptions) {
    this.#options = options;
  }

  /** The transfers of entities that are in the model; without an actor none can be decided. */
  async of(
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
    const today = (this.#options.now?.() ?? new Date())
      .toISOString()
      .slice(0, 10);
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
          actor && state === 'proposed' && mayDecide(model, actor, transfer),
        ),
        mayWithdraw: Boolean(
          actor && open && mayWithdraw(model, actor, transfer),
        ),
        // What names an owner of its own stays with that one.
        comesAlong: {
          roadmapItems: (items.get(entityRef) ?? []).filter(
            ({ status, owner }) => isOpen(status) && !owner,
          ).length,
          runbooksDue: (runbooks.get(entityRef) ?? []).filter(
            runbook =>
              !runbook.owner && runbookStanding(runbook, { today }).stale,
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
}

/**
 * Whether a person may accept or decline a transfer: who is of the receiving team. Nobody takes alone what others answer
 * for: who proposed it decides only on what is theirs to give.
 */
export function mayDecide(
  model: OwnershipModel,
  actor: Actor,
  transfer: { proposedBy: string; entityRef: string; to: string },
): boolean {
  const entity = model.entities.get(transfer.entityRef);
  return (
    isOf(model, actor.refs, transfer.to) &&
    (actor.ref !== transfer.proposedBy ||
      (entity !== undefined && answersFor(model, actor.refs, entity)))
  );
}

/** Whether a person may take a transfer back: who proposed it, or answers for the entity. */
export function mayWithdraw(
  model: OwnershipModel,
  actor: Actor,
  transfer: { proposedBy: string; entityRef: string },
): boolean {
  const entity = model.entities.get(transfer.entityRef);
  return (
    actor.ref === transfer.proposedBy ||
    (entity !== undefined && answersFor(model, actor.refs, entity))
  );
}

/** A ref as one writes it into the file of an entity: without a namespace that is its own. */
function shortRef(ref: string, entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return namespace === parseEntityRef(entityRef).namespace
    ? `${kind}:${name}`
    : ref;
}
