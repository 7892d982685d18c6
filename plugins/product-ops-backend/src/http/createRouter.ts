import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import { InputError, toError } from '@backstage/errors';
import { json, raw, type RequestHandler } from 'express';
import { openApiDocument } from '../schema/openapi.generated';
import { explainInvalidRequest } from './explainInvalidRequest';
import { tellRetryAfter } from './TooManyRequestsError';
import type {
  CallerCredentials,
  HttpTools,
  ProductOpsRouter,
  ProductOpsWriteRouter,
  RouteRegistrar,
} from './types';

/** A hundred answers with the longest reasons. */
const MAX_BODY = 512 * 1024;
/** A runbook of a megabyte, whatever its characters are; a thousand alerts with their labels and annotations. */
const MAX_LONG_BODY = 4 * 1024 * 1024;
/** Roadmaps as CSV. */
const MAX_CSV = 2 * 1024 * 1024;

/** No ref, filter or cursor holds the zero character, and PostgreSQL fails on it. */
const refuseZeroCharacters: RequestHandler = (req, _res, next) => {
  next(
    req.url.includes('%00')
      ? new InputError(
          'URL: got a zero character (%00); expected text without any',
        )
      : undefined,
  );
};

/** PostgreSQL fails on the zero character in ids, too: nothing that is sent holds one. */
const withoutZero = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value;

/** Reads JSON, and says how much of it is read. */
function boundedJson(options: { limit: number }): RequestHandler {
  const { limit } = options;
  const readJson = json({ limit, reviver: withoutZero });
  return (req, res, next) =>
    readJson(req, res, error => {
      next(
        Object(error).type === 'entity.too.large'
          ? new InputError(
              `body: got more than ${limit} bytes; expected at most that`,
            )
          : error,
      );
    });
}

const readBody = boundedJson({ limit: MAX_BODY });
const readLong = boundedJson({ limit: MAX_LONG_BODY });

/** Reads a body in JSON; only whole texts, and alerts, may be long. */
const anyJson: RequestHandler = (req, res, next) =>
  (/\/written-runbooks(?:\/|$)|^\/alerts\//.test(req.path)
    ? readLong
    : readBody)(req, res, next);

const readCsv = raw({ type: 'text/csv', limit: MAX_CSV });

/** Reads the bytes of a CSV text, whatever their encoding is. */
const csv: RequestHandler = (req, res, next) =>
  readCsv(req, res, error => {
    next(
      Object(error).type === 'entity.too.large'
        ? new InputError(
            `body: got more than ${MAX_CSV} bytes; expected at most that: split the text, or leave out what does not change`,
          )
        : error,
    );
  });

/**
 * The router of the contract: it checks every request against the OpenAPI document, gives the routes of
 * the rooms what they need, and serves the document itself as `/openapi.json`.
 */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  routes: readonly RouteRegistrar[];
  /** Told of everybody who asks; it must not fail. */
  onCaller?(credentials: CallerCredentials): void;
  /** Checks the answers too; for tests. */
  validateResponses?: boolean;
}): ProductOpsRouter {
  // One router: its two types only tell which operations it is asked for.
  const router = createValidatedOpenApiRouterFromGeneratedEndpointMap(
    // The validator changes the document that it is given.
    structuredClone(openApiDocument) as Parameters<
      typeof createValidatedOpenApiRouterFromGeneratedEndpointMap
    >[0],
    {
      middleware: [refuseZeroCharacters, anyJson, csv],
      validatorOptions: {
        validateResponses: options.validateResponses ?? false,
      },
    },
  ) as unknown as ProductOpsRouter & ProductOpsWriteRouter;
  const http = createHttpTools(options);
  for (const register of options.routes) {
    register(router, http, router);
  }
  router.use(explainInvalidRequest);
  router.use(tellRetryAfter);
  return router;
}

function createHttpTools({
  httpAuth,
  auditor,
  onCaller,
}: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  onCaller?(credentials: CallerCredentials): void;
}): HttpTools {
  return {
    async audited(req, { eventId, meta, outcome }, write) {
      const event = await auditor.createEvent({
        eventId,
        severityLevel: 'medium',
        request: req,
        meta,
      });
      try {
        const result = await write();
        await event.success(outcome && { meta: outcome(result) });
        return result;
      } catch (error) {
        await event.fail({ error: toError(error) });
        throw error;
      }
    },
    async credentials(req) {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      onCaller?.(credentials);
      return credentials;
    },
    sendWithEtag(_req, res, body) {
      // Express makes the ETag from the body and turns the answer into a 304 where the caller has it. What
      // one caller may read is not for another: no shared cache keeps it, and none answers unasked.
      res.setHeader('Cache-Control', 'private, no-cache');
      res.json(body);
    },
  };
}
