import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  lintRunbook,
  parseRunbook,
} from '@productops/backstage-plugin-product-ops-common';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compare, percentile } from './lib/measure';
import { Question } from './lib/question';
import { findingOf } from './lib/report';

const MB = 1_000_000;
const LARGE = 5 * MB;
const TIMES_SMALLER = 10;

/** A real runbook as it lies in its folder. */
export interface RunbookFile {
  path: string;
  content: string;
}

/** The real runbooks that lie beside the repository. */
export async function readRealRunbooks(): Promise<RunbookFile[]> {
  const folder = join(
    process.env.PRODUCT_OPS_TEST_DATA ??
      resolvePackagePath('benchmarks', '../../../shared/data'),
    'runbooks/openshift/alerts',
  );
  if (!existsSync(folder)) {
    throw new NotFoundError(
      `No runbooks at ${folder}; expected the test data beside the repository, or its folder in PRODUCT_OPS_TEST_DATA`,
    );
  }
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter(entry => entry.isFile() && entry.name.endsWith('.md'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    files.map(async file => ({
      path: relative(folder, file),
      content: await readFile(file, 'utf8'),
    })),
  );
}

function parseAndLint({ path, content }: RunbookFile): void {
  const { runbook, errors } = parseRunbook(content, {
    path,
    limits: { maxFileBytes: 2 * LARGE },
  });
  if (!runbook) {
    throw new Error(`${path}: ${errors[0]?.message}`);
  }
  lintRunbook(runbook);
}

/** A runbook of a size, of sections such as people write: prose, steps and commands. */
function longRunbook(characters: number): RunbookFile {
  const prose = 'The gateway answers late when its queue is full. '.repeat(150);
  const sections: string[] = [];
  for (let length = 0, number = 1; length < characters; number += 1) {
    const section = `## Part ${number}\n\n${prose}\n\n1. See how long the queue is.\n\n   \`\`\`sh\n   gatewayctl queue --part ${number}\n   \`\`\`\n\n`;
    sections.push(section);
    length += section.length;
  }
  return { path: 'long.md', content: `# Long\n\n${sections.join('')}` };
}

/** How fast are runbooks read and linted, and does a long one take as much longer as it is longer? */
export const runbookText: Question = {
  name: 'runbook-text',
  title: 'Reading runbooks',
  async run({ rounds, say }) {
    const files = await readRealRunbooks();
    const bytes = files.reduce(
      (sum, { content }) => sum + Buffer.byteLength(content),
      0,
    );
    say(`${files.length} real runbooks, ${(bytes / 1000).toFixed(0)} kB`);
    const long = longRunbook(LARGE);
    const short = longRunbook(LARGE / TIMES_SMALLER);
    const all = await compare({
      measured: {
        name: `parse and lint ${files.length} real runbooks`,
        run: async () => files.forEach(parseAndLint),
      },
      baseline: {
        name: 'parse them only',
        run: async () =>
          files.forEach(({ path, content }) => parseRunbook(content, { path })),
      },
      rounds: Math.min(rounds, 30),
      warmUp: 3,
      limitMs: 120_000,
    });
    const growth = await compare({
      measured: {
        name: `parse and lint ${(long.content.length / MB).toFixed(1)} MB`,
        run: async () => parseAndLint(long),
      },
      baseline: {
        name: `${TIMES_SMALLER} times a tenth of it`,
        run: async () => {
          for (let time = 0; time < TIMES_SMALLER; time += 1) {
            parseAndLint(short);
          }
        },
      },
      rounds: Math.min(rounds, 5),
      warmUp: 1,
      limitMs: 180_000,
    });
    const speed = (size: number, times: readonly number[]) =>
      size / MB / (percentile(times, 0.5) / 1000);
    say(
      `Real runbooks: ${speed(bytes, all.measured.times).toFixed(
        2,
      )} MB/s; a long one: ${speed(
        long.content.length,
        growth.measured.times,
      ).toFixed(2)} MB/s`,
    );
    return [
      findingOf('runbook-text', all, { by: 0.5 }),
      findingOf('runbook-text', growth, { by: 0.5, aim: 1.5 }),
    ];
  },
};
