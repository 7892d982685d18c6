import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError, progress } from './output.mjs';
import { logsDir, root } from './paths.mjs';
import { capture } from './processes.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where a browser may be installed, best first: the PATH, then the places where each system puts programs. */
export function browserPlaces({ platform, env }) {
  const endings = platform === 'win32' ? ['.exe'] : [''];
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap(name =>
    folders.flatMap(folder => endings.map(end => join(folder, name + end))),
  );
  if (platform === 'darwin') {
    const roots = ['/Applications', join(env.HOME ?? '/', 'Applications')];
    return [...onPath, ...roots.flatMap(at => MAC.map(app => join(at, app)))];
  }
  if (platform === 'win32') {
    const roots = [
      env.PROGRAMFILES,
      env['PROGRAMFILES(X86)'],
      env.LOCALAPPDATA,
    ];
    return [
      ...onPath,
      ...roots.filter(Boolean).flatMap(at => WINDOWS.map(app => join(at, app))),
    ];
  }
  return onPath;
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some systems put a stub in the PATH that only says how to install the browser: it has to answer. */
async function works(file) {
  if (!executable(file)) return false;
  if (process.platform !== 'linux') return true;
  const { code, stdout } = await capture(file, ['--version', '--no-sandbox'], {
    timeout: 20000,
  });
  return code === 0 && /\d+\.\d+\.\d+\.\d+/.test(stdout);
}

async function firstThatWorks(files) {
  for (const file of files) {
    if (await works(file)) return file;
  }
  return undefined;
}

async function playwrightsOwn({ node, env }) {
  const { code, stdout } = await capture(
    node,
    ['-e', 'console.log(require("playwright-core").chromium.executablePath())'],
    { cwd: join(root, 'packages', 'e2e'), env },
  );
  const file = stdout.trim();
  return code === 0 && existsSync(file) ? file : undefined;
}

/** The system's own way to install a browser, which only root may use. */
function systemInstall(place) {
  if (process.platform !== 'linux' || process.getuid() !== 0) return [];
  const managers = [
    [
      'apt-get',
      ['update'],
      ['install', '-y', '--no-install-recommends', 'chromium'],
    ],
    ['dnf', ['install', '-y', 'chromium']],
    ['apk', ['add', '--no-cache', 'chromium']],
  ];
  const found = managers.find(([name]) =>
    (place.PATH ?? '').split(delimiter).some(at => executable(join(at, name))),
  );
  return found ? found.slice(1).map(args => [found[0], args]) : [];
}

async function install(toolchain) {
  const { node, env } = toolchain;
  const log = join(logsDir, 'chromium.log');
  const bar = progress('no Chromium found: installing one');
  try {
    const playwright = join(
      root,
      'node_modules',
      '@playwright',
      'test',
      'cli.js',
    );
    await capture(node, [playwright, 'install', 'chromium'], {
      cwd: root,
      env,
      log,
      timeout: 240000,
    });
    const own = await playwrightsOwn(toolchain);
    if (own && (await works(own))) return own;
    bar.to("installing Chromium by the system's package manager");
    for (const [command, args] of systemInstall(env)) {
      await capture(command, args, {
        env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
        log: join(logsDir, 'chromium-system.log'),
        timeout: 420000,
      });
    }
    return await firstThatWorks(browserPlaces({ ...process, env }));
  } finally {
    bar.stop();
  }
}

/** Finds or installs the browser for the browser tests; rejects when none can be had. */
export async function ensureChromium(toolchain) {
  const { env } = toolchain;
  for (const name of ['PRODUCT_OPS_CHROMIUM', 'CHROMIUM_PATH']) {
    if (!env[name]) continue;
    if (await works(env[name])) return env[name];
    throw new SetupError(
      `${name} is "${env[name]}", which is not a browser that can be started: correct or unset it.`,
    );
  }
  const found =
    (await firstThatWorks(
      browserPlaces({ platform: process.platform, env }),
    )) ??
    (await playwrightsOwn(toolchain)) ??
    (await install(toolchain));
  if (!found) {
    throw new SetupError(
      'The browser tests need Chromium, and none was found or could be installed: install Chromium or Chrome (or name it in PRODUCT_OPS_CHROMIUM), or leave them out with `npm test -- --without-browser`.',
    );
  }
  return found;
}
