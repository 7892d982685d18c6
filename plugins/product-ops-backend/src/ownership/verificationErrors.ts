import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { VerificationResults } from '@productops/backstage-plugin-product-ops-common';

/** What became of one answer. */
export type Result = VerificationResults['results'][number];

/** What a request answers whose only answer was not recorded. */
export function errorOf({ outcome, message, current }: Result): Error {
  switch (outcome) {
    case 'conflict':
      return Object.assign(new ConflictError(message), { current });
    case 'forbidden':
      return new NotAllowedError(message);
    case 'not-found':
      return new NotFoundError(message);
    default:
      return new InputError(message);
  }
}
