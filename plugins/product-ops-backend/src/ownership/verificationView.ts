import type {
  Verification,
  VerificationState,
} from '@productops/backstage-plugin-product-ops-common';
import type { Actor } from '../permissions/Actors';
import { linkIn } from './links';
import type { OwnershipModel } from './OwnershipModel';
import { answersFor } from './responsible';
import type { StoredAnswer, StoredVerification } from './VerificationStore';

/** A verification as a person may know it; without an actor it cannot be answered. */
export function verificationView(
  model: OwnershipModel,
  verification: StoredVerification,
  options: {
    state: VerificationState;
    last: StoredAnswer | undefined;
    actor: Actor | undefined;
  },
): Verification {
  const { entityRef, ownerRef, dueAt, version } = verification;
  const { state, last, actor } = options;
  const entity = model.entities.get(entityRef);
  return {
    entity: linkIn(model, entityRef),
    ...(ownerRef && { owner: linkIn(model, ownerRef) }),
    ...(entity?.tier && { tier: entity.tier }),
    state,
    dueAt,
    version,
    mayAnswer: Boolean(
      entity && actor && answersFor(model, actor.refs, entity),
    ),
    // What was said of another owner says nothing of this one.
    ...(last &&
      last.ownerRef === ownerRef && {
        last: {
          answer: last.answer,
          by: linkIn(model, last.by),
          at: last.at.toISOString(),
          ...(last.reason && { reason: last.reason }),
        },
      }),
  };
}
