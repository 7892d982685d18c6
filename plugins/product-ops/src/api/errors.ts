import { ResponseError } from '@backstage/errors';

function statusOf(error: unknown): number | undefined {
  if (error instanceof ResponseError) {
    return error.statusCode;
  }
  // An error of another copy of the errors package, or of a client that somebody put in place of ours.
  if (error instanceof Error && error.name === 'NotFoundError') {
    return 404;
  }
  return undefined;
}

/** Whether the answer was that there is no such thing, or none that one may see. */
export function isNotFound(error: unknown): boolean {
  return statusOf(error) === 404;
}

/** Whether the same question may be answered in a moment: not where the backend said clearly that it will not. */
export function isWorthRetrying(error: unknown): boolean {
  const status = statusOf(error);
  return status !== undefined && status >= 502 && status <= 504;
}
