import { accessSync, constants } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { progress } from './output.mjs';
import { logsDir, toolchainDir } from './paths.mjs';
import { capture } from './processes.mjs';

/** The programs that alerts come from, as Debian has them: the package, the program, and the variable that may name one. */
const PROGRAMS = [
  {
    package: 'prometheus',
    names: ['prometheus'],
    variable: 'PRODUCT_OPS_PROMETHEUS',
  },
  {
    package: 'prometheus-alertmanager',
    names: ['prometheus-alertmanager', 'alertmanager'],
    variable: 'PRODUCT_OPS_ALERTMANAGER',
  },
];

const UNPACKED = join(toolchainDir, 'alerting');

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a program may be: as the environment names it, on the PATH, or unpacked earlier. */
export function alertingPlaces({ names, variable }, env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return [
    ...(env[variable] ? [env[variable]] : []),
    ...[...folders, join(UNPACKED, 'usr', 'bin')].flatMap(folder =>
      names.map(name => join(folder, name)),
    ),
  ];
}

function find(env) {
  const found = PROGRAMS.map(program => [
    program.variable,
    alertingPlaces(program, env).find(executable),
  ]);
  return found.every(([, file]) => file)
    ? Object.fromEntries(found)
    : undefined;
}

/**
 * Unpacks the packages beside the other tools: nothing is installed and no service begins, so that it needs no rights
 * but those to read the package lists.
 */
async function unpack(env) {
  const log = join(logsDir, 'alerting.log');
  const run = (command, args, more = {}) =>
    capture(command, args, { env, log, timeout: 300000, ...more });
  const folder = `${UNPACKED}.new`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const download = () =>
    run('apt-get', ['download', ...PROGRAMS.map(one => one.package)], {
      cwd: folder,
    });
  if ((await download()).code !== 0) {
    // A fresh machine has no lists yet; only root may fetch them.
    await run('apt-get', ['update']);
    await download();
  }
  for (const name of await readdir(folder)) {
    await run('dpkg-deb', ['-x', name, folder], { cwd: folder });
    await rm(join(folder, name));
  }
  await rm(UNPACKED, { recursive: true, force: true });
  await rename(folder, UNPACKED);
}

/**
 * Finds or unpacks Prometheus and Alertmanager, for the journey that has real alerts come in. Where there are none to
 * be had, it gives nothing, and that journey is skipped and says so.
 */
export async function ensureAlerting({ env }) {
  const found = find(env);
  if (found || process.platform !== 'linux') return found ?? {};
  const bar = progress('no Prometheus and Alertmanager found: unpacking them');
  try {
    await unpack(env);
  } catch {
    // What is missing is found missing below.
  } finally {
    bar.stop();
  }
  return find(env) ?? {};
}
