import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { capture, onEnd } from './processes.mjs';
import { SetupError } from './output.mjs';
import { toolchainDir } from './paths.mjs';

const NETWORK =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|CERT|ERR_SOCKET_|Socket closed|getaddrinfo|socket hang up|network (request|error)|Timeout awaiting|RequestError/i;

/** Whether what a package manager printed means that the registry could not be reached. */
export function isNetworkFailure(output) {
  return NETWORK.test(output);
}

export function networkError(what, registry) {
  const where = registry ? ` at ${registry}` : '';
  return new SetupError(
    `No network: ${what} could not be fetched, because the npm registry${where} does not answer. Check the connection (or proxy, or \`npm config get registry\`) and run the command again.`,
  );
}

/** How to call npm: by the file that runs us where there is one, since its name on the PATH may be another's. */
function npmCommand(env) {
  const script = env.npm_execpath;
  return script && /npm-cli\.(c?js)$/.test(script) && existsSync(script)
    ? [process.execPath, [script]]
    : ['npm', []];
}

/** Runs npm. A missing npm is reported as such, everything else is the caller's to judge. */
export async function npm(args, options = {}) {
  const [command, first] = npmCommand(process.env);
  const result = await capture(command, [...first, ...args], options);
  if (result.code === 127) {
    throw new SetupError(
      'npm was not found. It comes with Node.js: install Node.js 20 or newer from https://nodejs.org and run the command again.',
    );
  }
  return result;
}

const PATIENCE = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000'];

/** The published versions of a package; undefined when there is no such package. */
export async function publishedVersions(name) {
  const { code, stdout, output } = await npm(
    ['view', name, 'versions', '--json', ...PATIENCE],
    { cwd: toolchainDir },
  );
  if (code === 0) {
    return [JSON.parse(stdout)].flat();
  }
  if (/E404/.test(output)) {
    return undefined;
  }
  throw isNetworkFailure(output)
    ? networkError(name, await npmRegistry())
    : new SetupError(`npm could not look up ${name}:\n${output.trim()}`);
}

/** The registry that npm is configured for, which a company's machines often change. */
export async function npmRegistry() {
  const { code, stdout } = await npm(['config', 'get', 'registry'], {
    cwd: toolchainDir,
  });
  const line = stdout.trim().split('\n').pop();
  return code === 0 && /^https?:/.test(line) ? line : undefined;
}

/** The certificates that npm is configured to trust, as a company's proxy often needs; nothing when there are none. */
export async function npmCaFile() {
  const { code, stdout } = await npm(['config', 'get', 'cafile'], {
    cwd: toolchainDir,
  });
  const file = stdout.trim().split('\n').pop();
  return code === 0 && existsSync(file) ? file : undefined;
}

/**
 * Puts one package into a folder, as a whole or not at all: unpacked beside it, checked, then renamed. Unpacking is
 * npm's, so that no other program is needed.
 *
 * @returns what npm said when it did not work, nothing when it did
 */
export async function fetchPackage(name, version, target, check) {
  mkdirSync(toolchainDir, { recursive: true });
  const temporary = mkdtempSync(join(toolchainDir, 'tmp-'));
  const cleanUp = () => rmSync(temporary, { recursive: true, force: true });
  const forget = onEnd(cleanUp);
  try {
    writeFileSync(join(temporary, 'package.json'), '{"private":true}');
    const { code, output } = await npm(
      [
        'install',
        `${name}@${version}`,
        `--prefix=${temporary}`,
        '--no-save',
        '--no-package-lock',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--workspaces=false',
        ...PATIENCE,
      ],
      { cwd: temporary },
    );
    if (code !== 0) {
      return output.trim() || `npm ended with code ${code}`;
    }
    const unpacked = join(temporary, 'node_modules', ...name.split('/'));
    const complaint = await check(unpacked);
    if (complaint) {
      return complaint;
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(unpacked, target);
    return undefined;
  } finally {
    forget();
    cleanUp();
  }
}
