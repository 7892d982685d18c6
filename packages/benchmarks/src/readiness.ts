import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_BACKUP } from '@productops/backstage-plugin-product-ops-common';
import { compare } from './lib/measure';
import { Portal, startPortal } from './lib/portal';
import { BenchmarkContext, Question } from './lib/question';
import { Finding, findingOf } from './lib/report';
import { ChecksReport } from './lib/scheduledWork';

const SMALL = 1000;
const CHANGED = 100;
const ROUNDS = 5;

/** What becomes of components, of which others need not know, or must. */
interface Change {
  what: string;
  /** What a run costs, in milliseconds. */
  costOf: (report: ChecksReport) => number;
  change: (entity: Entity, round: number) => Entity;
}

const PLAIN: Change = {
  what: `answering the checks of ${CHANGED} entities with another answer to a check`,
  costOf: ({ durationMs }) => durationMs,
  change: (entity, round) => ({
    ...entity,
    metadata: {
      ...entity.metadata,
      // What is written anew in any case, and what answers to a check go by.
      description: `Changed in round ${round}`,
      annotations: {
        ...entity.metadata.annotations,
        ...(round % 2 === 0 && { [ANNOTATION_BACKUP]: 'Every hour' }),
      },
    },
  }),
};

/** How many others depend on what has moved is the catalog's, so an entity that is looked at is what is compared. */
const MOVES: Change = {
  what: `answering the checks of an entity, where ${CHANGED} have moved to another stage and all that depends on them is looked at`,
  costOf: ({ durationMs, evaluated }) => durationMs / evaluated,
  change: (entity, round) => ({
    ...PLAIN.change(entity, round),
    spec: {
      ...entity.spec,
      lifecycle: round % 2 === 0 ? 'production' : 'experimental',
    },
  }),
};

/**
 * Does answering the checks of what has changed cost as much in a small catalog as in a large one, and are roll-ups as
 * fast as a page of the catalog?
 */
export const readiness: Question = {
  name: 'readiness',
  title: 'Checks and readiness',
  async run(context) {
    const large = await context.portal();
    const full = await large.answerChecks();
    context.say(`All checks: ${describe(full)}`);
    return [
      fullFinding(full),
      ...(await changes(context, large)),
      ...(await rollUps(context, large)),
    ];
  },
};

function fullFinding({
  durationMs,
  evaluated,
  rowsWritten,
}: ChecksReport): Finding {
  return {
    question: 'readiness',
    what: `rows written by answering 20 checks of all ${evaluated} entities`,
    measured: `${durationMs} ms`,
    baseline: '',
    value: rowsWritten,
    unit: 'rows',
    rounds: 1,
  };
}

async function changes(
  context: BenchmarkContext,
  large: Portal,
): Promise<Finding[]> {
  const small = await startPortal({
    entities: SMALL,
    seed: 3,
    port: context.port(),
    postgres: await context.postgres(),
    say: context.say,
  });
  try {
    await small.answerChecks();
    return [
      await incremental(context, { large, small }, PLAIN),
      await incremental(context, { large, small }, MOVES),
    ];
  } finally {
    await small.stop();
  }
}

async function incremental(
  { entities, say }: BenchmarkContext,
  { large, small }: { large: Portal; small: Portal },
  { what, costOf, change }: Change,
): Promise<Finding> {
  const side = (name: string, portal: Portal) => ({
    name,
    run: async (round: number) => {
      await portal.change(
        portal.catalog.entities
          .filter(({ kind }) => kind === 'Component')
          .slice(0, CHANGED)
          .map(entity => change(entity, round)),
      );
      const report = await portal.answerChecks();
      say(`${CHANGED} changed, ${name}: ${describe(report)}`);
      return costOf(report);
    },
  });
  const comparison = await compare({
    measured: side(`of ${entities}`, large),
    baseline: side(`of ${SMALL}`, small),
    rounds: ROUNDS,
    warmUp: 2,
    limitMs: 600_000,
    ownTime: true,
  });
  return findingOf('readiness', comparison, {
    by: 0.5,
    aim: 2,
    what: `${what}, of ${entities} : of ${SMALL}`,
  });
}

async function rollUps(
  { rounds }: BenchmarkContext,
  { http }: Portal,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const by of ['team', 'product', 'stage', 'check', 'entity']) {
    const comparison = await compare({
      measured: {
        name: `GET /readiness by ${by}`,
        run: () => http.get(`/api/product-ops/readiness?by=${by}&limit=20`),
      },
      baseline: {
        name: 'GET /entities/by-query of all products, by title',
        run: () =>
          http.get(
            '/api/catalog/entities/by-query?limit=20&filter=kind=product&orderField=metadata.title,asc',
          ),
      },
      rounds,
      warmUp: 20,
      limitMs: 60_000,
    });
    findings.push(findingOf('readiness', comparison, { by: 0.95, aim: 1 }));
  }
  return findings;
}

function describe({ evaluated, rowsWritten, durationMs }: ChecksReport) {
  return `${evaluated} entities looked at, ${rowsWritten} rows written, ${durationMs} ms`;
}
