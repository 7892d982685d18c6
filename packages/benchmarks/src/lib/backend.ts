import { createBackend } from '@backstage/backend-defaults';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { LoopbackClient } from './http';
import { createSwitchablePolicy, PolicyMode } from './policy';
import { Postgres } from './postgres';
import { createSignInModule } from './signIn';
import { waitFor } from './wait';

export interface BenchmarkBackend {
  http: LoopbackClient;
  /** A client of somebody else, with connections of their own. */
  signIn(number: number): Promise<LoopbackClient>;
  /** What the person who is signed in may do, from the next request on. */
  permit(mode: PolicyMode): void;
  stop(): Promise<void>;
}

export interface StartBackendOptions {
  port: number;
  postgres: Postgres;
  /** Databases of different prefixes share nothing. */
  databasePrefix: string;
  /** Laid over the base configuration, section by section. */
  config?: JsonObject;
  features: Array<BackendFeature | Promise<{ default: BackendFeature }>>;
}

/** Whom a session is of, by number. */
const benchmarkUser = (number: number) => `user:default/user-${number}`;
export const BENCHMARK_USER = benchmarkUser(0);

/** A real backend in this process, on loopback and PostgreSQL, with permissions on and a person signed in. */
export async function startBackend(
  options: StartBackendOptions,
): Promise<BenchmarkBackend> {
  const { port, postgres, databasePrefix, features } = options;
  const backend = createBackend();
  const config = {
    app: { baseUrl: `http://127.0.0.1:${port}` },
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'pg',
        prefix: databasePrefix,
        connection: postgres.connection,
        knexConfig: { pool: { min: 0, max: 20 } },
      },
    },
    auth: { environment: 'development', providers: { benchmark: {} } },
    permission: { enabled: true },
    ...options.config,
  };
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(config),
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => createLogger(),
    }),
  );
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-permission-backend'));
  const policy = createSwitchablePolicy();
  backend.add(policy.module);
  backend.add(createSignInModule(benchmarkUser));
  for (const feature of features) {
    backend.add(feature);
  }
  await backend.start();

  const clients: LoopbackClient[] = [];
  const signIn = async (number: number) => {
    const http = LoopbackClient.create({ port });
    clients.push(http);
    const token = await waitFor({
      what: 'A session from the backend',
      limitMs: 60_000,
      ask: async () => {
        const { status, body } = await http.send(
          'GET',
          `/api/auth/benchmark/refresh?number=${number}`,
        );
        return status === 200
          ? (JSON.parse(body) as { token: string }).token
          : undefined;
      },
    });
    http.signIn(token);
    return http;
  };
  const http = await signIn(0);
  return {
    http,
    signIn,
    permit: mode => policy.use(mode),
    async stop() {
      clients.forEach(client => client.close());
      await backend.stop();
    },
  };
}

/** Says only what went wrong: writing thousands of lines would be part of what is measured. */
function createLogger(): LoggerService {
  const say = (message: string) => process.stderr.write(`${message}\n`);
  const logger: LoggerService = {
    error: (message, meta) => say(`error: ${message} ${describe(meta)}`),
    warn: () => {},
    info: () => {},
    debug: () => {},
    child: () => logger,
  };
  return logger;
}

function describe(meta: unknown): string {
  return meta instanceof Error ? meta.stack ?? meta.message : '';
}
