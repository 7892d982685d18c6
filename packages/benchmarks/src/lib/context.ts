import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Portal, startPortal } from './portal';
import { Postgres, startPostgres } from './postgres';
import { BenchmarkContext } from './question';

/** Git ignores it. */
const KEPT = resolvePackagePath('benchmarks', '../../.data/benchmarks');

/** What the questions share, made when first asked for and taken down by `stop`. */
export function createContext(options: {
  entities: number;
  rounds: number;
  seed: number;
  port: number;
  keep: boolean;
}): BenchmarkContext & { stop(): Promise<void> } {
  const started = performance.now();
  const takeDown: Array<() => Promise<void>> = [];
  const folder = options.keep
    ? join(KEPT, `catalog-${options.entities}-${options.seed}`)
    : undefined;
  const folderOf = async (name: string): Promise<string> => {
    if (options.keep) {
      await mkdir(join(KEPT, name), { recursive: true });
      return join(KEPT, name);
    }
    const made = await mkdtemp(join(tmpdir(), 'product-ops-bench-'));
    takeDown.push(() => rm(made, { recursive: true, force: true }));
    return made;
  };
  let portal: Promise<Portal & { seed: number }> | undefined;
  let lastPort = options.port - 1;

  const nextPort = () => {
    lastPort += 1;
    return lastPort;
  };
  const start = async (kept?: string): Promise<Postgres> => {
    const postgres = await startPostgres({
      port: nextPort(),
      folder: kept,
    });
    takeDown.unshift(postgres.stop);
    return postgres;
  };
  const context: BenchmarkContext & { stop(): Promise<void> } = {
    entities: options.entities,
    rounds: options.rounds,
    say(line) {
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      process.stderr.write(`[${seconds} s] ${line}\n`);
    },
    port: nextPort,
    folder: folderOf,
    postgres: () => start(),
    portal() {
      portal ??= (async () => {
        const running = await startPortal({
          ...options,
          port: nextPort(),
          postgres: await start(folder && join(folder, 'postgres')),
          folder: folder && join(folder, 'files'),
          say: context.say,
        });
        takeDown.unshift(running.stop);
        return { ...running, seed: options.seed };
      })();
      return portal;
    },
    async stop() {
      for (const end of takeDown.splice(0)) {
        await end();
      }
    },
  };
  return context;
}
