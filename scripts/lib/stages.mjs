import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { exit, start, stopTree } from './processes.mjs';
import { check, readJest, readPlaywright, readTap } from './results.mjs';

const MINUTE = 60000;

const bin = (...path) => join(root, 'node_modules', ...path);
const backstageCli = bin('@backstage', 'cli', 'bin', 'backstage-cli');

function filesUnder(folder, matches) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path, matches);
    return matches(entry.name) ? [path] : [];
  });
}

/** The stages of `npm test`: each runs its program, shows what it says, and returns what it came to. */
export function createStages({ node, env, jestArgs }) {
  const run = async (args, { minutes = 8, cwd = root, ...extra } = {}) => {
    const child = start(node, args, {
      cwd,
      env: { ...env, ...extra.env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.stdout.write(`\nStopped: not done after ${minutes} minutes.\n`);
      void stopTree(child);
    }, minutes * MINUTE);
    const { code } = await exit(child);
    clearTimeout(timer);
    return code === 0 && !late;
  };

  /** Runs a program that leaves its results in a file. Ending badly without a failed test is a failure of its own. */
  const runWithReport = async (name, read, launch) => {
    const folder = mkdtempSync(join(tmpdir(), 'product-ops-test-'));
    const file = join(folder, 'report');
    try {
      const ok = await launch(file);
      const result = existsSync(file)
        ? read(readFileSync(file, 'utf8'))
        : check(false, `${name} left no results`);
      return !ok && result.failed === 0
        ? {
            ...result,
            failed: 1,
            failures: [`${name} ended with an error`],
          }
        : result;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  const checkBy = async (name, args, options) =>
    check(await run(args, options), name);

  return {
    scripts: () =>
      runWithReport('node --test', readTap, file =>
        run([
          '--test',
          '--test-reporter=dot',
          '--test-reporter-destination=stdout',
          '--test-reporter=tap',
          `--test-reporter-destination=${file}`,
          ...filesUnder(join(root, 'scripts'), name =>
            name.endsWith('.test.mjs'),
          ),
        ]),
      ),

    format: () =>
      checkBy('formatting', [
        bin('prettier', 'bin-prettier.js'),
        '--check',
        '--loglevel=warn',
        '.',
      ]),

    types: () =>
      checkBy('types', [
        bin('typescript', 'bin', 'tsc'),
        // From nothing: what an earlier run left would change the order of names in the API reports.
        '--incremental',
        'false',
      ]),

    lint: () => checkBy('lint', [backstageCli, 'repo', 'lint']),

    contract: () =>
      checkBy('the generated client', ['scripts/generate-api.mjs', '--check'], {
        cwd: join(root, 'plugins', 'product-ops-common'),
      }),

    api: () =>
      checkBy('API reports', [
        bin('@backstage', 'repo-tools', 'bin', 'backstage-repo-tools'),
        'api-reports',
        '--ci',
        '--include',
        'plugins/*',
        // They stand in the reports, where a review sees them come and go.
        '--allow-all-warnings',
        // Workspace packages are read as sources, which is as it should be.
        '--omit-messages',
        'ae-wrong-input-file-type',
      ]),

    unit: () =>
      runWithReport(
        'Jest',
        text => readJest(JSON.parse(text)),
        file =>
          run(
            [
              backstageCli,
              'repo',
              'test',
              '--watchAll=false',
              '--ci',
              '--maxWorkers=2',
              '--workerIdleMemoryLimit=1200MB',
              '--json',
              `--outputFile=${file}`,
              ...jestArgs,
            ],
            {
              minutes: 45,
              env: {
                NODE_ENV: 'test',
                // The databases are those that are handed over; no test may start a container.
                BACKSTAGE_TEST_DISABLE_DOCKER: '1',
              },
            },
          ),
      ),

    browser: () =>
      runWithReport(
        'Playwright',
        text => readPlaywright(JSON.parse(text)),
        file =>
          run(
            [
              bin('@playwright', 'test', 'cli.js'),
              'test',
              '--reporter=list,json',
            ],
            {
              minutes: 40,
              cwd: join(root, 'packages', 'e2e'),
              env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
            },
          ),
      ),
  };
}
