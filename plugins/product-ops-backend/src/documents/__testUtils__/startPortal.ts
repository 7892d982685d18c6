import type { BackendFeature } from '@backstage/backend-plugin-api';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type {
  EntityOverview,
  ProductOpsStatus,
  RoadmapPage,
  Runbook,
  RunbookPage,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import { resolve } from 'node:path';
import request from 'supertest';
import { productOpsPlugin } from '../../plugin';

/** The data that the repository is tested with, which lies beside it. */
export const TEST_DATA =
  process.env.PRODUCT_OPS_TEST_DATA ??
  resolve(__dirname, '../../../../../../shared/data');

type Method = 'get' | 'post' | 'patch' | 'delete';

export interface PortalOptions {
  knex?: Knex;
  config?: JsonObject;
  entities?: Entity[];
  /** Beside the plugin itself. */
  features?: BackendFeature[];
}

/** A backend with the plugin, on a catalog that a test fills. */
export async function startPortal(options: PortalOptions = {}) {
  let entities = options.entities ?? [];

  const catalog = catalogServiceMock.mock({
    streamEntities: (...args) =>
      catalogServiceMock({ entities }).streamEntities(...args),
    getEntitiesByRefs: (...args) =>
      catalogServiceMock({ entities }).getEntitiesByRefs(...args),
  });
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      productOpsPlugin,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      ...(options.knex
        ? [mockServices.database.factory({ knex: options.knex })]
        : []),
      ...(options.features ?? []),
    ],
  });

  const ask = (method: Method, path: string, user = 'user:default/jo') =>
    request(backend.server)
      [method](`/api/product-ops${path}`)
      .set('authorization', mockCredentials.user.header(user));
  const post = (path: string, body: object, user?: string) =>
    ask('post', path, user).send(body);
  const get = (path: string) =>
    request(backend.server).get(`/api/product-ops${path}`);
  const body = async (path: string) => {
    const response = await get(path);
    if (response.status !== 200) {
      throw new Error(`${path}: ${response.status} ${response.text}`);
    }
    return response.body;
  };
  const pathOf = (ref: string) => {
    const [, kind, namespace, name] = /^(.+?):(.+?)\/(.+)$/.exec(ref) ?? [];
    return `/entities/${kind}/${namespace}/${name}`;
  };

  return {
    /** The server with all its plugins. */
    server: backend.server,
    get,
    /** A request of a person, which is yet to be sent. */
    ask,
    /** Does something as a person. */
    post,
    pathOf,
    stop: () => backend.stop(),
    /** Lets the catalog be read, then the documents that are due. */
    async refresh() {
      await scheduler.triggerTask('directory-refresh');
      await scheduler.triggerTask('documents-read');
    },
    /** Does a piece of scheduled work now. */
    run: (task: string) => scheduler.triggerTask(task),
    inCatalog(...next: Entity[]) {
      entities = next;
    },
    overview: (ref: string): Promise<EntityOverview> => body(pathOf(ref)),
    roadmap: (ref: string, query = ''): Promise<RoadmapPage> =>
      body(`${pathOf(ref)}/roadmap${query}`),
    runbooks: (ref: string, query = ''): Promise<RunbookPage> =>
      body(`${pathOf(ref)}/runbooks${query}`),
    runbook: (ref: string, id: string): Promise<Runbook> =>
      body(`${pathOf(ref)}/runbooks/${encodeURIComponent(id)}`),
    status: (): Promise<ProductOpsStatus> => body('/status'),
  };
}

/** The configuration by which the suite may read the files that lie beside a catalog file of a folder. */
export function readingFrom(folder: {
  resolve(path: string): string;
}): JsonObject {
  const target = folder.resolve('catalog-info.yaml');
  return { catalog: { locations: [{ type: 'file', target }] } };
}

/** A running portal. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** A product that declares documents in a location. */
export function productAt(
  location: string,
  annotations: { roadmap?: string; runbooks?: string } = {},
  more: {
    name?: string;
    /** The location that was registered and led there; the location itself when absent. */
    origin?: string;
    spec?: JsonObject;
    relations?: Entity['relations'];
  } = {},
): Entity {
  const { roadmap, runbooks } = annotations;
  return {
    apiVersion: 'productops.io/v1alpha1',
    kind: 'Product',
    metadata: {
      name: more.name ?? 'checkout',
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': more.origin ?? location,
        ...(roadmap !== undefined && { 'productops.io/roadmap': roadmap }),
        ...(runbooks !== undefined && { 'productops.io/runbooks': runbooks }),
      },
    },
    spec: { lifecycle: 'live', owner: 'group:payments', ...more.spec },
    relations: more.relations ?? [],
  };
}
