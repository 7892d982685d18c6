import { ConflictError } from '@backstage/errors';
import { refOf } from '../directory/asked';
import { linkIn } from './links';
import type { OwnershipModel } from './OwnershipModel';
import type { OwnedEntity } from './types';

/** A proposal that is about to be made. */
export interface Proposal {
  entity: OwnedEntity;
  to: string;
  reason: string;
}

/** What is wrong with a proposal; nothing when it can be made. */
export function problemOf(
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

/**
 * Makes sure that an entity is still owned as the one who proposes has seen it.
 *
 * @param from - the ref of the owner that was seen, empty for none; everything will do when absent
 * @throws ConflictError with the owner of now
 */
export function assertOwner(
  model: OwnershipModel,
  { ref, ownerRef }: OwnedEntity,
  from: string | undefined,
): void {
  if (from === undefined || (from ? refOf(from) : undefined) === ownerRef) {
    return;
  }
  throw Object.assign(
    new ConflictError(
      ownerRef
        ? `${ref} has another owner by now: ${ownerRef}`
        : `${ref} has no owner any more`,
    ),
    {
      current: {
        entity: linkIn(model, ref),
        ...(ownerRef && { owner: linkIn(model, ownerRef) }),
      },
    },
  );
}
