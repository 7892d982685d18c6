import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const repository = path.resolve(__dirname, '../../../..');

/** A portal that runs, as `npm start` runs it, on ports and data of its own. */
export interface Portal {
  url: string;
  stop(): Promise<void>;
}

/** How a portal is to be started. */
export interface PortalOptions {
  port: number;
  /** Where its databases are; kept when it stops, so that a second one can go on with them. */
  dataDirectory: string;
  /** More options of `npm start`, such as `--catalog` or `--no-build`. */
  args?: string[];
  /** More configuration, by its path in app-config. */
  config?: Record<string, unknown>;
}

/** A new, empty folder for a portal's data. */
export async function newDataDirectory(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'product-ops-e2e-'));
}

/** Removes what a portal left. */
export async function removeDataDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}

/**
 * Starts the portal with the start script of the repository and waits until frontend and backend answer.
 * Fails with the end of its output when it ends before that, or takes more than eight minutes.
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { port, dataDirectory } = options;
  const config: Record<string, unknown> = {
    // Journeys look at what a change of a file brings: what takes minutes elsewhere takes seconds here.
    'backend.database.connection.directory': dataDirectory,
    'catalog.processingInterval': { seconds: 20 },
    'productOps.directory.schedule': {
      frequency: { seconds: 2 },
      timeout: { minutes: 1 },
      initialDelay: { seconds: 1 },
    },
    'productOps.documents.schedule': {
      frequency: { seconds: 2 },
      timeout: { minutes: 1 },
      initialDelay: { seconds: 1 },
    },
    'productOps.ownership.schedule': {
      frequency: { seconds: 2 },
      timeout: { minutes: 1 },
      initialDelay: { seconds: 1 },
    },
    'productOps.lifecycle.schedule': {
      frequency: { seconds: 2 },
      timeout: { minutes: 1 },
      initialDelay: { seconds: 1 },
    },
    'productOps.documents.refreshEvery': { seconds: 5 },
    ...options.config,
  };
  const logs = path.join(repository, 'packages/e2e/test-results');
  await mkdir(logs, { recursive: true });
  const log = createWriteStream(path.join(logs, `portal-${port}.log`), {
    flags: 'a',
  });

  const child = spawn(
    process.execPath,
    [
      'scripts/start.mjs',
      '--no-open',
      // As in production: what is tested is what people get, and a page does not wait for a compiler.
      '--built',
      '--backend-port',
      String(port),
      ...(options.args ?? []),
    ],
    {
      cwd: repository,
      env: {
        ...process.env,
        ...Object.fromEntries(
          Object.entries(config).map(([key, value]) => [
            `APP_CONFIG_${key.replace(/\./g, '_')}`,
            JSON.stringify(value),
          ]),
        ),
        NODE_ENV: 'development',
        FORCE_COLOR: '0',
      },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let tail = '';
  let ended = false;
  const closed = new Promise<void>(resolve => {
    child.once('close', () => {
      ended = true;
      resolve();
    });
  });
  const listen = (chunk: Buffer) => {
    log.write(chunk);
    tail = `${tail}${chunk}`.slice(-4000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);

  const portal: Portal = {
    url: `http://localhost:${port}`,
    async stop() {
      if (!ended && child.pid) {
        process.kill(-child.pid, 'SIGTERM');
      }
      await closed;
      log.end();
    },
  };

  const deadline = Date.now() + 480_000;
  const answers = async (url: string) =>
    fetch(url).then(
      response => response.ok,
      () => false,
    );
  while (
    !(
      (await answers(portal.url)) &&
      (await answers(`${portal.url}/.backstage/health/v1/readiness`))
    )
  ) {
    if (ended || Date.now() > deadline) {
      await portal.stop();
      throw new Error(
        `The portal did not start. Its output ended with:\n${tail}`,
      );
    }
    await pause(500);
  }
  return portal;
}
