import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { backendAs, startPortal } from 'e2e';
import {
  ANY_TEAM,
  generateOrganisation,
  LARGEST_GROUP,
  LARGEST_TEAM,
  ROOT_GROUP,
} from './catalog';
import { launchBrowser, measureOpening, Opening, openTab } from './lib/browser';
import { percentile } from './lib/measure';
import { Question } from './lib/question';
import { Finding } from './lib/report';
import { waitFor } from './lib/wait';

const PERSON = 'user:default/user-0';
const ROUNDS = 5;
const LOAD_LIMIT_MS = 30 * 60_000;

interface Place {
  name: string;
  suite: string;
  stock: string;
  /** Whether the aims for one team hold, or those for the whole. */
  part: 'whole' | 'team';
}

const PLACES: readonly Place[] = [
  {
    name: 'the whole organisation',
    suite: '/ownership',
    stock: stockGraph(ROOT_GROUP, 4),
    part: 'whole',
  },
  {
    name: 'the team of 407 components',
    suite: `/ownership?root=${LARGEST_TEAM}`,
    stock: stockGraph(LARGEST_TEAM, 1),
    part: 'team',
  },
  {
    name: 'the group of 1,000 members',
    suite: `/ownership?root=${LARGEST_GROUP}`,
    stock: stockGraph(LARGEST_GROUP, 1),
    part: 'team',
  },
];

/** Who answers for what, drawn by the suite and by the stock graph: same portal, same browser, same entities. */
export const ownershipGraph: Question = {
  name: 'ownership-graph',
  title: 'The graph of an organisation in a browser',
  async run({ say, port, folder }) {
    const entities = generateOrganisation(1);
    const place = await folder('organisation');
    const file = join(place, 'catalog-info.yaml');
    await writeFile(
      file,
      // JSON is YAML, and quicker to read.
      entities.map(entity => JSON.stringify(entity)).join('\n---\n'),
    );
    say(`Starting a portal with ${entities.length} entities`);
    const portal = await startPortal({
      port: port(),
      dataDirectory: join(place, 'data'),
      args: ['--no-demo', '--catalog', file],
      config: {
        'catalog.processingInterval': { days: 1 },
        // What is measured is the page, not the work behind it.
        'productOps.directory.schedule': {
          frequency: { seconds: 30 },
          timeout: { minutes: 5 },
        },
        'productOps.ownership.schedule': {
          frequency: { hours: 1 },
          timeout: { minutes: 5 },
        },
      },
    });
    let browser: Browser | undefined;
    try {
      await waitUntilLoaded(portal.url, entities.length);
      browser = await launchBrowser();
      const findings: Finding[] = [];
      for (const opened of PLACES) {
        say(`Opening ${opened.name}`);
        const suite: Opening[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          suite.push(await open(browser, portal.url, opened.suite));
        }
        const stock = await open(browser, portal.url, opened.stock);
        findings.push(...compareOpenings(opened, suite, stock));
      }
      return findings;
    } finally {
      await browser?.close();
      await portal.stop();
    }
  },
};

async function waitUntilLoaded(url: string, entities: number) {
  await waitFor({
    what: `The whole organisation of ${entities} entities in the portal`,
    limitMs: LOAD_LIMIT_MS,
    everyMs: 5_000,
    ask: async () => {
      try {
        const { productOps } = await backendAs(PERSON, url);
        const { totals } = await productOps.getOwnershipGraph({ depth: 1 });
        const { members } = await productOps.getTeamOwnership(ROOT_GROUP);
        return (
          totals.teams + totals.entities + members.total >= entities ||
          undefined
        );
      } catch {
        // Nobody can sign in before the catalog has read them.
        return undefined;
      }
    },
  });
}

/** In a tab of its own, so that nothing is remembered of the time before. */
async function open(
  browser: Browser,
  url: string,
  path: string,
): Promise<Opening> {
  const { page, context } = await openTab(browser, {
    url,
    userEntityRef: PERSON,
    preload: [`/ownership?root=${ANY_TEAM}`, stockGraph(ANY_TEAM, 1)],
  });
  try {
    return await measureOpening(page, path);
  } finally {
    await context.close();
  }
}

function compareOpenings(
  { name, part }: Place,
  suite: readonly Opening[],
  stock: Opening,
): Finding[] {
  const middle = (what: keyof Opening) =>
    percentile(
      suite.map(opening => opening[what]),
      0.5,
    );
  const finding = (
    what: keyof Opening,
    title: string,
    shown: (value: number) => string,
    aim?: number,
  ): Finding => ({
    question: 'ownership-graph',
    what: `${title} of ${name}, /ownership : the stock graph`,
    measured: shown(middle(what)),
    baseline: shown(stock[what]),
    value: middle(what) / stock[what],
    unit: 'ratio',
    aim,
    rounds: suite.length,
  });
  const bound = (
    what: keyof Opening,
    title: string,
    unit: Finding['unit'],
    aim: number,
    per = 1,
  ): Finding => ({
    question: 'ownership-graph',
    what: `${title} of ${name}`,
    measured: '',
    baseline: '',
    value: middle(what) / per,
    unit,
    aim,
    rounds: suite.length,
  });
  const whole = part === 'whole';
  return [
    finding(
      'ms',
      'time',
      ms => `${Math.round(ms)} ms`,
      whole ? 0.01 : undefined,
    ),
    finding(
      'bytes',
      'bytes',
      bytes => `${(bytes / 1000).toFixed(1)} KB`,
      whole ? 0.02 : undefined,
    ),
    finding('requests', 'data requests', String),
    finding('nodes', 'elements in the page', String),
    finding('longestTask', 'longest task', ms => `${Math.round(ms)} ms`),
    ...(whole
      ? []
      : [
          bound('ms', 'time', 'ms', 1_000),
          bound('requests', 'data requests', 'requests', 1),
          bound('bytes', 'bytes', 'KB', 20, 1_000),
        ]),
  ];
}

function stockGraph(root: string, maxDepth: number): string {
  return `/catalog-graph?${new URLSearchParams({
    'rootEntityRefs[]': root,
    maxDepth: `${maxDepth}`,
    unidirectional: 'true',
    mergeRelations: 'true',
  })}`;
}
