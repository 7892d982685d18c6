import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { ProductOpsPaths } from '@productops/backstage-plugin-product-ops-common';
import type { JsonObject } from '@backstage/types';
import type { Request, RequestHandler, Response, Router } from 'express';

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

type Method = 'get' | 'post' | 'patch' | 'delete';

/** `/items/{id}` as routes have it: `/items/:id`. */
type RoutePath<Path extends string> =
  Path extends `${infer Before}{${infer Name}}${infer After}`
    ? `${Before}:${Name}${RoutePath<After>}`
    : Path;

/** The operations of a method by their paths. */
type Operations<M extends Method> = {
  [Path in keyof ProductOpsPaths &
    string as ProductOpsPaths[Path] extends Record<M, { responses: object }>
    ? RoutePath<Path>
    : never]: ProductOpsPaths[Path][M];
};

type Gets = Operations<'get'>;
type Posts = Operations<'post'>;
type Patches = Operations<'patch'>;
type Deletes = Operations<'delete'>;

type Answer<Operation> = (
  req: Request<
    PathOf<Operation>,
    JsonOf<Operation>,
    BodyOf<Operation>,
    QueryOf<Operation>
  >,
  res: Response<JsonOf<Operation>>,
) => void | Promise<void>;

/**
 * The router whose paths, parameters and answers are those of the contract.
 *
 * @remarks
 *
 * Each path is looked up. The framework's typed router compares each with all, which takes minutes at a hundred paths.
 */
export type ProductOpsRouter = RequestHandler &
  Pick<Router, 'use'> & {
    get<Path extends keyof Gets>(path: Path, answer: Answer<Gets[Path]>): void;
  };

/** The same router, for what writes. */
export interface ProductOpsWriteRouter {
  post<Path extends keyof Posts>(path: Path, answer: Answer<Posts[Path]>): void;
  patch<Path extends keyof Patches>(
    path: Path,
    answer: Answer<Patches[Path]>,
  ): void;
  delete<Path extends keyof Deletes>(
    path: Path,
    answer: Answer<Deletes[Path]>,
  ): void;
}

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
