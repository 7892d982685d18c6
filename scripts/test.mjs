import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureAlerting } from './lib/alerting.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import {
  SetupError,
  bold,
  duration,
  green,
  heading,
  main,
  red,
  say,
  yellow,
} from './lib/output.mjs';
import { root } from './lib/paths.mjs';
import { TEST_POSTGRES, startPostgres } from './lib/postgres.mjs';
import { endTogether } from './lib/processes.mjs';
import { check, refuseSkipped, sum, verdict } from './lib/results.mjs';
import { setUp } from './lib/setup.mjs';
import { createStages } from './lib/stages.mjs';
import { HELP, STAGES, readTestOptions } from './lib/test-options.mjs';

const started = Date.now();

/** Stages that mean nothing when an earlier one has failed: reports are made from what the type check writes. */
const NEEDS = { api: 'types' };

/** Stages whose every test can run where the test data is. */
const RUN_ALL = ['unit', 'browser'];

function strict() {
  const data =
    process.env.PRODUCT_OPS_TEST_DATA ?? resolve(root, '../shared/data');
  return Boolean(process.env.CI) && existsSync(data);
}

function report(results) {
  heading('Sum');
  for (const [name, { result, took }] of results) {
    const text = `${name.padEnd(12)}${verdict(result).padEnd(24)}${duration(
      took,
    )}`;
    say(result.failed > 0 ? red(text) : text);
  }
  const { skipped, failures } = sum(
    [...results.values()].map(one => one.result),
  );
  if (skipped.length > 0) {
    say(yellow(`\nSkipped, ${skipped.length}:`));
    skipped.forEach(name => say(`  - ${name}`));
  }
  if (failures.length > 0) {
    say(red(`\nFailed, ${failures.length}:`));
    failures.forEach(name => say(`  - ${name}`));
  }
  say(`\n${duration(Date.now() - started)} in all`);
}

async function runStages(options, toolchain, results) {
  const stages = createStages({ ...toolchain, jestArgs: options.jestArgs });
  for (const name of options.stages) {
    const cause = NEEDS[name];
    if (results.get(cause)?.result.failed > 0) {
      heading(`${name}: not run, because ${cause} failed`);
      continue;
    }
    heading(`${name}: ${STAGES[name]}`);
    const from = Date.now();
    const own = await stages[name]();
    const result =
      RUN_ALL.includes(name) && strict() ? refuseSkipped(own) : own;
    const took = Date.now() - from;
    results.set(name, { result, took });
    const text = `${verdict(result)} (${duration(took)})`;
    say(bold(result.failed > 0 ? red(text) : green(text)));
  }
}

/** A PostgreSQL for the tests: the one that is named in the environment, else one of our own. */
async function withPostgres(env, results, run) {
  if (env[TEST_POSTGRES]) {
    return run(env);
  }
  let server;
  const from = Date.now();
  try {
    server = await startPostgres();
    say(`  PostgreSQL is running (${duration(Date.now() - from)})`);
  } catch (error) {
    // Everything else can still be tested; the missing half counts as failed.
    say(red(error instanceof SetupError ? error.message : error.stack));
    results.set('postgres', {
      result: check(false, 'PostgreSQL for the tests'),
      took: Date.now() - from,
    });
    return run(env);
  }
  try {
    return await run({ ...env, [TEST_POSTGRES]: server.url });
  } finally {
    await server.stop();
  }
}

main(async () => {
  const options = readTestOptions(process.argv.slice(2));
  if (options.help) {
    say(HELP);
    return 0;
  }
  endTogether();
  const results = new Map();
  try {
    const toolchain = await setUp();
    const env = { ...toolchain.env };
    if (options.stages.includes('browser')) {
      env.PRODUCT_OPS_CHROMIUM = await ensureChromium(toolchain);
      say(`  the browser is ${env.PRODUCT_OPS_CHROMIUM}`);
      Object.assign(env, await ensureAlerting(toolchain));
    }
    const run = complete =>
      runStages(options, { ...toolchain, env: complete }, results);
    if (options.stages.some(name => name === 'unit' || name === 'browser')) {
      await withPostgres(env, results, run);
    } else {
      await run(env);
    }
  } catch (error) {
    const text = error instanceof SetupError ? error.message : error.stack;
    say(red(`\n${text}`));
    results.set('set-up', { result: check(false, 'set-up'), took: 0 });
  }
  report(results);
  const total = sum([...results.values()].map(one => one.result));
  say(verdict(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
