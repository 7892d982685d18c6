import { bundle } from './bundle';
import { feedback } from './feedback';
import { readArguments, USAGE } from './cli';
import { createContext } from './lib/context';
import { describeMachine, Finding, toMarkdown } from './lib/report';
import { ownershipApi } from './ownershipApi';
import { ownershipGraph } from './ownershipGraph';
import { overview } from './overview';
import { processing } from './processing';
import { products } from './products';
import { readiness } from './readiness';
import { refresh } from './refresh';
import { roadmap } from './roadmap';
import { roadmapPage } from './roadmapPage';
import { runbookPeople } from './runbookPeople';
import { runbooks } from './runbooks';
import { runbookText } from './runbookText';

const questions = [
  products,
  overview,
  ownershipApi,
  ownershipGraph,
  refresh,
  readiness,
  roadmap,
  feedback,
  runbooks,
  runbookPeople,
  runbookText,
  processing,
  roadmapPage,
  bundle,
];

async function main() {
  const options = readArguments(
    process.argv.slice(2),
    questions.map(({ name }) => name),
  );
  if (options.help) {
    process.stdout.write(USAGE);
    return;
  }
  const context = createContext(options);
  const findings: Finding[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      context.say(`Ended by ${signal}`);
      context.stop().finally(() => process.exit(1));
    });
  }
  try {
    for (const question of questions) {
      if (options.only.length === 0 || options.only.includes(question.name)) {
        context.say(`${question.title} ...`);
        findings.push(...(await question.run(context)));
      }
    }
  } finally {
    await context.stop();
    process.stdout.write(
      `\n${describeMachine()}; ${options.entities} entities, seed ${
        options.seed
      }, PostgreSQL\n\n${toMarkdown(findings)}\n`,
    );
  }
}

main().then(
  () => process.exit(0),
  error => {
    const isUsage = error instanceof Error && error.name === 'InputError';
    process.stderr.write(
      isUsage ? `${error.message}\n\n${USAGE}` : `${error?.stack ?? error}\n`,
    );
    process.exit(1);
  },
);
