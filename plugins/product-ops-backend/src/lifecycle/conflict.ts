import { ConflictError } from '@backstage/errors';

/** A conflict (409) that tells what is so now. */
export function conflict(message: string, current: object | undefined) {
  return Object.assign(new ConflictError(message), { current });
}
