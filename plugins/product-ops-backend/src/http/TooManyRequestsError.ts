import { CustomErrorBase } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';

/** Somebody writes more than people do (429). */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  statusCode = 429 as const;
  /** After how many seconds it may be tried again, where that is known. */
  readonly retryAfterSeconds?: number;

  constructor(message: string, options: { retryAfterSeconds?: number } = {}) {
    super(message);
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** Tells clients when a refused request may be sent again. */
export const tellRetryAfter: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof TooManyRequestsError && error.retryAfterSeconds) {
    res.setHeader('Retry-After', String(error.retryAfterSeconds));
  }
  next(error);
};
