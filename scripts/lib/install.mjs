import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SetupError, progress } from './output.mjs';
import { logsDir, root } from './paths.mjs';
import { capture } from './processes.mjs';
import {
  isNetworkFailure,
  networkError,
  npmCaFile,
  npmRegistry,
} from './registry.mjs';

/** A lost connection can leave Yarn waiting for ever. What it has fetched by then is not fetched again. */
const ATTEMPT_MS = 8 * 60_000;
const ATTEMPTS = 3;

/** Does something again, a few times, while it runs out of time; gives what the last attempt gave. */
export async function untilEnded(attempt, onAgain, attempts = ATTEMPTS) {
  for (let left = attempts - 1; ; left -= 1) {
    const result = await attempt();
    if (!result.timedOut || left === 0) {
      return result;
    }
    onAgain();
  }
}

/** Everything that decides what `yarn install` would do, as files relative to the repository. */
export function installInputs(folder) {
  const manifests = ['packages', 'plugins'].flatMap(group => {
    const parent = join(folder, group);
    return existsSync(parent)
      ? readdirSync(parent).map(name => join(group, name, 'package.json'))
      : [];
  });
  return ['package.json', 'yarn.lock', '.yarnrc.yml', ...manifests]
    .filter(file => existsSync(join(folder, file)))
    .sort();
}

/** A fingerprint of what is to be installed; equal fingerprints mean that nothing has to be done. */
export function installFingerprint(folder, nodeVersion) {
  const hash = createHash('sha256');
  hash.update(
    `${nodeVersion.split('.')[0]} ${process.platform} ${process.arch}`,
  );
  for (const file of installInputs(folder)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex');
}

/** What Yarn's step headers mean to a person. */
export function phaseOf(line) {
  if (/┌ Resolution step/.test(line)) return 'checking what is needed';
  if (/┌ Fetch step/.test(line)) return 'fetching packages';
  if (/┌ Link step/.test(line)) return 'putting packages in place';
  return undefined;
}

function explain(output, log) {
  const where = `The whole log is in ${relative(root, log)}.`;
  if (/YN0028/.test(output)) {
    return `yarn.lock does not fit the package.json files: run \`node scripts/yarn.mjs install\`, look at what changed in yarn.lock and commit it. ${where}`;
  }
  if (/ENOSPC/.test(output)) {
    return `The disk is full: the packages need about 2.5 GB. Make room and run the command again. ${where}`;
  }
  const tail = output.trimEnd().split('\n').slice(-30).join('\n');
  return `${tail}\n\nThe packages could not be installed; the lines above say why. ${where}`;
}

/** Yarn asks its own registry by default; where only npm has been told of another, Yarn gets to know it here. */
async function registryFor({ yarn: [command, ...first], env }) {
  if (env.YARN_NPM_REGISTRY_SERVER) {
    return env.YARN_NPM_REGISTRY_SERVER;
  }
  const { code, stdout } = await capture(
    command,
    [...first, 'config', 'npmRegistryServer', '--json'],
    { cwd: root, env },
  );
  if (code === 0) {
    const { effective, source } = JSON.parse(stdout);
    if (source !== '<default>') return effective;
  }
  return npmRegistry();
}

/**
 * The environment for Yarn with that registry; a plain http one is allowed for itself only, as npm would use it. Where npm
 * has been told of a company's certificates, Yarn trusts them too.
 */
export function registryEnv(registry, caFile) {
  const trust = caFile ? { YARN_HTTPS_CA_FILE_PATH: caFile } : {};
  if (!registry) return trust;
  const { protocol, hostname } = new URL(registry);
  return {
    ...trust,
    YARN_NPM_REGISTRY_SERVER: registry,
    ...(protocol === 'http:' && { YARN_UNSAFE_HTTP_WHITELIST: hostname }),
  };
}

/** Installs the packages, if what is installed is not what is needed. Returns whether it had to. */
export async function ensureInstalled(toolchain) {
  const { yarn, env, node } = toolchain;
  const stamp = join(root, 'node_modules', '.product-ops-installed');
  const { stdout } = await capture(node, ['--version']);
  const wanted = installFingerprint(root, stdout.trim());
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return false;
  }
  const log = join(logsDir, 'install.log');
  const bar = progress('starting Yarn');
  try {
    const [registry, caFile] = await Promise.all([
      registryFor(toolchain),
      npmCaFile(),
    ]);
    const [command, ...first] = yarn;
    const attempt = () =>
      capture(command, [...first, 'install', '--immutable'], {
        cwd: root,
        log,
        env: { ...env, ...registryEnv(registry, caFile) },
        timeout: ATTEMPT_MS,
        onLine: line => {
          const phase = phaseOf(line);
          if (phase) bar.to(phase);
        },
      });
    const { code, output, timedOut } = await untilEnded(attempt, () =>
      bar.to('starting Yarn again, which waited in vain for the registry'),
    );
    if (code !== 0) {
      throw timedOut || isNetworkFailure(output)
        ? networkError('the packages', registry)
        : new SetupError(explain(output, log));
    }
    writeFileSync(stamp, wanted);
    bar.done('packages installed');
  } finally {
    bar.stop();
  }
  return true;
}
