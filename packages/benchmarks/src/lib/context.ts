import { Portal, startPortal } from './portal';
import { Postgres, startPostgres } from './postgres';
import { BenchmarkContext } from './question';

/** What the questions share, made when first asked for and taken down by `stop`. */
export function createContext(options: {
  entities: number;
  rounds: number;
  seed: number;
  port: number;
}): BenchmarkContext & { stop(): Promise<void> } {
  const started = performance.now();
  const say = (line: string) =>
    process.stderr.write(
      `[${((performance.now() - started) / 1000).toFixed(0)} s] ${line}\n`,
    );
  let postgres: Promise<Postgres> | undefined;
  let portal: Promise<Portal & { seed: number }> | undefined;
  let lastPort = options.port;

  const context: BenchmarkContext = {
    entities: options.entities,
    rounds: options.rounds,
    say,
    port() {
      lastPort += 1;
      return lastPort;
    },
    postgres() {
      postgres ??= startPostgres(options.port);
      return postgres;
    },
    portal() {
      portal ??= (async () => ({
        ...(await startPortal({
          ...options,
          port: context.port(),
          postgres: await context.postgres(),
          say,
        })),
        seed: options.seed,
      }))();
      return portal;
    },
  };

  return {
    ...context,
    async stop() {
      // What never came up has nothing to take down, and has said why already.
      await portal?.then(({ stop }) => stop()).catch(() => {});
      await postgres?.then(({ stop }) => stop()).catch(() => {});
    },
  };
}
