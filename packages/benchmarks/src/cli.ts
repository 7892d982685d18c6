import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';

export interface BenchmarkOptions {
  /** Names of questions; all when empty. */
  only: string[];
  entities: number;
  seed: number;
  rounds: number;
  /** The first of the ports to use, on loopback. */
  port: number;
  /** Whether the loaded catalog stays for the next run. */
  keep: boolean;
  help: boolean;
}

export const USAGE = `yarn workspace benchmarks bench [options]

  --only <question>   only this question; may be repeated
  --entities <n>      size of the large catalog (20000)
  --rounds <n>        requests of each side that count (400)
  --seed <n>          seed of the generated catalog (1)
  --keep              keep the loaded catalog in .data/benchmarks, and use one that is there
  --port <n>          the first of the ports to use, on loopback (55532)
`;

/** Reads the command line. Throws an InputError that says what was expected. */
export function readArguments(
  args: string[],
  questions: readonly string[],
): BenchmarkOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        entities: { type: 'string', default: '20000' },
        rounds: { type: 'string', default: '400' },
        seed: { type: 'string', default: '1' },
        port: { type: 'string', default: '55532' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : error}`);
  }
  for (const name of values.only) {
    if (!questions.includes(name)) {
      throw new InputError(
        `--only ${name}: no such question; expected one of ${questions.join(
          ', ',
        )}`,
      );
    }
  }
  return {
    only: values.only,
    entities: whole('entities', values.entities, 100, 200_000),
    rounds: whole('rounds', values.rounds, 1, 10_000),
    seed: whole('seed', values.seed, 0, 2 ** 31),
    port: whole('port', values.port, 1024, 65_000),
    keep: values.keep,
    help: values.help,
  };
}

function whole(name: string, text: string, least: number, most: number) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new InputError(
      `--${name} ${text}: expected a whole number from ${least} to ${most}`,
    );
  }
  return value;
}
