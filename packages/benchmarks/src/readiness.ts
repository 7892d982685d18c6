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
    const run = async (portal: Portal, name: string, round: number) => {
      await portal.change(changed(portal.catalog.entities, round));
      const report = await portal.answerChecks();
      context.say(`${CHANGED} changed, ${name}: ${describe(report)}`);
      return report.durationMs;
    };
    const comparison = await compare({
      measured: {
        name: `of ${context.entities}`,
        run: round => run(large, 'large', round),
      },
      baseline: {
        name: `of ${SMALL}`,
        run: round => run(small, 'small', round),
      },
      rounds: ROUNDS,
      warmUp: 1,
      limitMs: 600_000,
      ownTime: true,
    });
    return [
      findingOf('readiness', comparison, {
        by: 0.5,
        aim: 2,
        what: `answering the checks of ${CHANGED} entities that have moved to another stage, and of all that depends on them, of ${context.entities} : of ${SMALL}`,
      }),
    ];
  } finally {
    await small.stop();
  }
}

/** Components with another answer to one check than the round before, and in another stage, of which others have to know. */
function changed(entities: readonly Entity[], round: number): Entity[] {
  return entities
    .filter(({ kind }) => kind === 'Component')
    .slice(0, CHANGED)
    .map(entity => ({
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
      spec: {
        ...entity.spec,
        lifecycle: round % 2 === 0 ? 'production' : 'experimental',
      },
    }));
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
