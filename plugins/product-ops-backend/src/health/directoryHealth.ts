import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type RootHealthService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { setTimeout } from 'node:timers/promises';

/** The readiness of a backend is asked for every few seconds, and must not wait for its database. */
const WAIT_MS = 1000;

/** Where the plugin leaves the way to ask how old the directory is, for the health of the whole backend. */
export interface DirectoryHealth {
  setCheck(check: () => Promise<JsonObject>): void;
  read(): Promise<JsonObject>;
}

/** One for each backend; it holds nothing until the plugin has started. */
export const directoryHealthRef = createServiceRef<DirectoryHealth>({
  id: 'product-ops.directory-health',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => {
        let current: (() => Promise<JsonObject>) | undefined;
        return {
          setCheck(check) {
            current = check;
          },
          async read() {
            if (!current) {
              return { state: 'starting' };
            }
            const waited = new AbortController();
            try {
              return await Promise.race([
                current(),
                setTimeout(
                  WAIT_MS,
                  { state: 'unknown' },
                  { signal: waited.signal, ref: false },
                ),
              ]);
            } catch {
              return { state: 'unknown' };
            } finally {
              waited.abort();
            }
          },
        };
      },
    }),
});

/**
 * The health of the backend with the age of the directory in the answer of
 * `/.backstage/health/v1/readiness`. Add it to a backend with `backend.add(productOpsRootHealth)`.
 *
 * @remarks
 *
 * Only a backend's root health service says anything at that place, and there is one: this one takes the
 * place of the default. An old directory never makes an instance unready: all instances share it, so that
 * taking them out of service would turn old answers into none. Alert on `productOps.directory.state`.
 *
 * @public
 */
export const productOpsRootHealth = createServiceFactory({
  service: coreServices.rootHealth,
  deps: {
    lifecycle: coreServices.rootLifecycle,
    directory: directoryHealthRef,
  },
  factory({ lifecycle, directory }): RootHealthService {
    let problem: string | undefined = 'Backend has not started yet';
    lifecycle.addStartupHook(() => {
      problem = undefined;
    });
    lifecycle.addBeforeShutdownHook(() => {
      problem = 'Backend is shutting down';
    });
    return {
      async getLiveness() {
        return { status: 200, payload: { status: 'ok' } };
      },
      async getReadiness() {
        return problem
          ? { status: 503, payload: { message: problem, status: 'error' } }
          : {
              status: 200,
              payload: {
                status: 'ok',
                productOps: { directory: await directory.read() },
              },
            };
      },
    };
  },
});
