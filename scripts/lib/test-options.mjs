import { parseArgs } from 'node:util';
import { SetupError } from './output.mjs';

/** The stages in their order, with what each one is about. */
export const STAGES = {
  scripts: 'the scripts themselves',
  format: 'formatting (Prettier)',
  types: 'types (TypeScript)',
  lint: 'lint (ESLint)',
  contract: 'the generated client fits the contract (OpenAPI)',
  api: 'the public interfaces fit their reports',
  unit: 'unit and integration tests, on SQLite and PostgreSQL (Jest)',
  browser: 'browser tests of the running portal (Playwright)',
};

export const HELP = `npm test -- [options] [-- <arguments for Jest>]

Runs everything that proves the suite. The first time it fetches what is needed.

  --only <stage>      run only this stage; may be given several times
  --without-browser   leave the browser tests out
  --help              this text

Stages:
${Object.entries(STAGES)
  .map(([name, about]) => `  ${name.padEnd(10)}${about}`)
  .join('\n')}`;

/** Reads the command line of `npm test`. What follows \`--\` is handed to Jest, and selects its stage. */
export function readTestOptions(args) {
  const at = args.indexOf('--');
  const own = at < 0 ? args : args.slice(0, at);
  const jestArgs = at < 0 ? [] : args.slice(at + 1);
  let values;
  try {
    ({ values } = parseArgs({
      args: own,
      strict: true,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        'without-browser': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new SetupError(`${error.message}\n\n${HELP}`);
  }
  const names = Object.keys(STAGES);
  const unknown = values.only.find(name => !names.includes(name));
  if (unknown !== undefined) {
    throw new SetupError(
      `--only ${unknown}: there is no such stage; there are ${names.join(
        ', ',
      )}.`,
    );
  }
  const selected = new Set(values.only.length > 0 ? values.only : names);
  if (jestArgs.length > 0 && values.only.length === 0) {
    selected.clear();
    selected.add('unit');
  }
  if (values['without-browser']) {
    selected.delete('browser');
  }
  return {
    help: values.help,
    stages: names.filter(name => selected.has(name)),
    jestArgs,
  };
}
