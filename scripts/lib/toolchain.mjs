import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { capture } from './processes.mjs';
import { SetupError, progress } from './output.mjs';
import { root, toolchainDir } from './paths.mjs';
import {
  fetchPackage,
  isNetworkFailure,
  networkError,
  npmRegistry,
  publishedVersions,
} from './registry.mjs';
import {
  OLDEST_FOR_SETUP,
  canRunSetup,
  isSupported,
  nodePackages,
  rankCandidates,
} from './versions.mjs';

const binary = process.platform === 'win32' ? 'node.exe' : 'node';

/** Where a package of the registry keeps its Node.js: `bin` everywhere, the top folder in some for Windows. */
function findBinary(folder) {
  return [join(folder, 'bin', binary), join(folder, binary)].find(existsSync);
}

async function versionOf(node) {
  const { code, stdout } = await capture(node, ['--version']);
  return code === 0 ? stdout.trim() : undefined;
}

async function cachedNode() {
  const folders = existsSync(toolchainDir) ? readdirSync(toolchainDir) : [];
  const prefix = 'node-';
  const versions = folders
    .filter(name => name.startsWith(prefix))
    .map(name => name.slice(prefix.length));
  for (const version of rankCandidates(versions)) {
    const node = findBinary(join(toolchainDir, `${prefix}${version}`));
    if (node && (await versionOf(node)) === `v${version}`) {
      return node;
    }
  }
  return undefined;
}

async function fetchNode() {
  mkdirSync(toolchainDir, { recursive: true });
  const names = nodePackages(process.platform, process.arch);
  const bar = progress('fetching Node.js 24');
  const complaints = [];
  try {
    const offers = [];
    for (const name of names) {
      for (const version of (await publishedVersions(name)) ?? []) {
        offers.push({ name, version });
      }
    }
    // The newest release may be listed before its files can be fetched: go down until one can.
    const candidates = rankCandidates(offers.map(offer => offer.version));
    for (const version of candidates.slice(0, 8)) {
      const { name } = offers.find(offer => offer.version === version);
      const target = join(toolchainDir, `node-${version}`);
      bar.to(`fetching Node.js ${version}`);
      const complaint = await fetchPackage(name, version, target, async dir => {
        const node = findBinary(dir);
        if (!node) return `${name}@${version} contains no ${binary}`;
        chmodSync(node, 0o755);
        return (await versionOf(node)) === `v${version}`
          ? undefined
          : `Node.js ${version} from ${name} does not run on this machine`;
      });
      if (!complaint) {
        bar.done(`Node.js ${version} is in .toolchain/`);
        return findBinary(target);
      }
      complaints.push(complaint);
    }
  } finally {
    bar.stop();
  }
  if (complaints.length > 0 && complaints.every(isNetworkFailure)) {
    throw networkError('Node.js 24', await npmRegistry());
  }
  const last = complaints.length > 0 ? ` (${complaints.pop()})` : '';
  throw new SetupError(
    `Backstage needs Node.js 22 or 24; this is ${process.version}, and none could be had from the npm registry for ${process.platform}-${process.arch}${last}. Install Node.js 24 from https://nodejs.org and run the command again.`,
  );
}

async function findNode() {
  if (!canRunSetup(process.version)) {
    throw new SetupError(
      `Node.js ${process.version} is too old: install Node.js ${OLDEST_FOR_SETUP} or newer (24 is best) from https://nodejs.org and run the command again.`,
    );
  }
  if (isSupported(process.version)) {
    return process.execPath;
  }
  return (await cachedNode()) ?? (await fetchNode());
}

function pinnedYarn() {
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return /^yarn@([^+]+)/.exec(packageManager)[1];
}

async function findYarn(node) {
  const version = pinnedYarn();
  const folder = join(toolchainDir, `yarn-${version}`);
  const script = join(folder, 'bin', 'yarn.js');
  if (existsSync(script)) {
    return script;
  }
  const bar = progress(`fetching Yarn ${version}`);
  try {
    const complaint = await fetchPackage(
      '@yarnpkg/cli-dist',
      version,
      folder,
      async dir => {
        const { code, output } = await capture(
          node,
          [join(dir, 'bin', 'yarn.js'), '--version'],
          { cwd: dir, env: { ...process.env, YARN_IGNORE_PATH: '1' } },
        );
        return code === 0
          ? undefined
          : `Yarn ${version} does not run: ${output}`;
      },
    );
    if (complaint) {
      throw isNetworkFailure(complaint)
        ? networkError(`Yarn ${version}`, await npmRegistry())
        : new SetupError(`Yarn ${version} could not be fetched: ${complaint}`);
    }
    bar.done(`Yarn ${version} is in .toolchain/`);
  } finally {
    bar.stop();
  }
  return script;
}

/** Commands named `node` and `yarn` for everything that is started, so that no other version gets in between. */
function writeCommands(node, yarn) {
  const folder = join(toolchainDir, 'bin');
  mkdirSync(folder, { recursive: true });
  const write = (name, text) => {
    const file = join(folder, name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      writeFileSync(file, text, { mode: 0o755 });
    }
  };
  write('yarn', `#!/bin/sh\nexec "${node}" "${yarn}" "$@"\n`);
  write('node', `#!/bin/sh\nexec "${node}" "$@"\n`);
  if (process.platform === 'win32') {
    write('yarn.cmd', `@"${node}" "${yarn}" %*\r\n`);
    write('node.cmd', `@"${node}" %*\r\n`);
  }
  return folder;
}

function underPinnedYarn() {
  const agent = process.env.npm_config_user_agent ?? '';
  return (
    agent.startsWith(`yarn/${pinnedYarn()} `) && isSupported(process.version)
  );
}

/**
 * Finds or fetches Node.js and Yarn.
 *
 * @returns the Node.js to run with, the command line that is Yarn, and an environment in which both come first
 */
export async function ensureToolchain() {
  const node = await findNode();
  if (underPinnedYarn()) {
    return { node, yarn: ['yarn'], env: { ...process.env } };
  }
  const script = await findYarn(node);
  const commands = writeCommands(node, script);
  const key =
    Object.keys(process.env).find(name => name.toUpperCase() === 'PATH') ??
    'PATH';
  const path = [commands, dirname(node), process.env[key]].join(delimiter);
  return { node, yarn: [node, script], env: { ...process.env, [key]: path } };
}
