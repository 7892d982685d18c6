import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { TypedRouter } from '@backstage/backend-openapi-utils';
import type { ProductOpsPaths } from '@productops/backstage-plugin-product-ops-common';
import type { JsonObject } from '@backstage/types';
import type { Response } from 'express';

type JsonOf<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : // Texts: what is sent is no JSON.
    object;

type PathOf<Operation> = Operation extends {
  parameters: { path: infer Path extends object };
}
  ? Path
  : {};

type QueryOf<Operation> = Operation extends {
  parameters: { query?: infer Query };
}
  ? NonNullable<Query> & object
  : {};

type BodyOf<Operation> = Operation extends {
  requestBody: { content: { 'application/json': infer Body extends object } };
}
  ? Body
  : {};

/** The paths that have an operation of a method. */
type PathsWith<Method extends 'get' | 'post' | 'patch' | 'delete'> = {
  [Path in keyof ProductOpsPaths]: ProductOpsPaths[Path] extends Record<
    Method,
    { responses: object }
  >
    ? Path
    : never;
}[keyof ProductOpsPaths] &
  string;

/** The reading operations of the contract in the shape that the typed router takes. */
export type ProductOpsEndpoints = {
  [Path in PathsWith<'get'> as `#get|${Path}`]: {
    path: PathOf<ProductOpsPaths[Path]['get']>;
    query: QueryOf<ProductOpsPaths[Path]['get']>;
    response: JsonOf<ProductOpsPaths[Path]['get']> & object;
  };
};

/** The writing operations, apart: both at once are too many for the types of the router. */
export type ProductOpsWrites = {
  [Path in PathsWith<'post'> as `#post|${Path}`]: {
    path: PathOf<ProductOpsPaths[Path]['post']>;
    query: QueryOf<ProductOpsPaths[Path]['post']>;
    body: BodyOf<ProductOpsPaths[Path]['post']>;
    response: JsonOf<ProductOpsPaths[Path]['post']> & object;
  };
};

/** What removes. */
type ProductOpsDeletes = {
  [Path in PathsWith<'delete'> as `#_delete|${Path}`]: {
    path: PathOf<ProductOpsPaths[Path]['delete']>;
    query: QueryOf<ProductOpsPaths[Path]['delete']>;
    response: JsonOf<ProductOpsPaths[Path]['delete']> & object;
  };
};

/** What changes in part, as what posts: the typed router knows no such method, and the router behind it does. */
type ProductOpsPatches = {
  [Path in PathsWith<'patch'> as `#post|${Path}`]: {
    path: PathOf<ProductOpsPaths[Path]['patch']>;
    query: QueryOf<ProductOpsPaths[Path]['patch']>;
    body: BodyOf<ProductOpsPaths[Path]['patch']>;
    response: JsonOf<ProductOpsPaths[Path]['patch']> & object;
  };
};

/** The router whose paths, parameters and answers are those of the contract. */
export type ProductOpsRouter = TypedRouter<ProductOpsEndpoints>;

/** The same router, for what writes. */
export type ProductOpsWriteRouter = Pick<
  TypedRouter<ProductOpsWrites>,
  'post'
> &
  Pick<TypedRouter<ProductOpsDeletes>, 'delete'> & {
    patch: TypedRouter<ProductOpsPatches>['post'];
  };

/** Who asks: a signed-in person or another backend plugin. */
export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** Any request, whatever its parameters are. */
export type IncomingRequest = Parameters<HttpAuthService['credentials']>[0];

/** What is written down of a write. */
export interface AuditEvent {
  /** Which write, such as `ownership-verify`. */
  eventId: string;
  /** What it is about: refs and ids, never contents. */
  meta: JsonObject;
}

/** What is written down of a write that tells what became of it. */
export interface AuditedWrite<T> extends AuditEvent {
  /** What became of it: refs, ids and states, never contents. */
  outcome?(result: T): JsonObject;
}

/** What every route needs, written once. */
export interface HttpTools {
  /** Does a write, and has the auditor write down who did it and how it went. */
  audited<T>(
    req: IncomingRequest,
    event: AuditedWrite<T>,
    write: () => Promise<T>,
  ): Promise<T>;
  /** Who asks; answers 401 or 403 to anybody else. */
  credentials(req: IncomingRequest): Promise<CallerCredentials>;
  /** Answers with the body and an ETag of its content, or with 304 when the caller has it already. */
  sendWithEtag<Body extends object>(
    req: IncomingRequest,
    res: Response<Body>,
    body: Body,
  ): void;
}

/**
 * The routes of one resource. Rooms export a function that takes their service and gives this:
 * `createRoadmapRoutes({ roadmap }): RouteRegistrar`.
 */
export type RouteRegistrar = (
  router: ProductOpsRouter,
  http: HttpTools,
  writes: ProductOpsWriteRouter,
) => void;
