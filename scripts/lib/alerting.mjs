import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { progress } from './output.mjs';
import { logsDir } from './paths.mjs';
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

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a program may be: as the environment names it, or on the PATH. */
export function alertingPlaces({ names, variable }, env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return [
    ...(env[variable] ? [env[variable]] : []),
    ...folders.flatMap(folder => names.map(name => join(folder, name))),
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
 * Finds Prometheus and Alertmanager, or installs them as root, for the journey that has real alerts come in. Where there
 * are none to be had, it gives nothing, and that journey is skipped and says so. (Unpacked only, Debian's Alertmanager
 * does not find its templates.)
 */
export async function ensureAlerting({ env }) {
  const found = find(env);
  if (found || process.platform !== 'linux' || process.getuid() !== 0) {
    return found ?? {};
  }
  const bar = progress('no Prometheus and Alertmanager found: installing them');
  const apt = args =>
    capture('apt-get', args, {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      log: join(logsDir, 'alerting.log'),
      timeout: 420000,
    });
  const packages = PROGRAMS.map(one => one.package);
  const install = () =>
    apt(['install', '-y', '--no-install-recommends', ...packages]);
  try {
    // A fresh machine has no lists of packages yet.
    if ((await install()).code !== 0) {
      await apt(['update']);
      await install();
    }
  } finally {
    bar.stop();
  }
  return find(env) ?? {};
}
