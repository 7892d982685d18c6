import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, whatever the caller's working directory is. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Fetched tools: Node.js and Yarn. Git-ignored, safe to delete. */
export const toolchainDir = join(root, '.toolchain');

/** What the portal records and what the scripts write. Git-ignored. */
export const dataDir = join(root, '.data');

export const logsDir = join(dataDir, 'logs');

/** The folder the person called from: npm and yarn run scripts in the repository's own. */
export function callerDir() {
  return process.env.INIT_CWD || process.cwd();
}
