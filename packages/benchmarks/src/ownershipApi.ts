import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Entity } from '@backstage/catalog-model';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { generateCatalog, withRelations } from './catalog';
import { BenchmarkBackend, startBackend } from './lib/backend';
import { percentile } from './lib/measure';
import { createObserver } from './lib/observer';
import { BenchmarkContext, Question } from './lib/question';
import { Finding } from './lib/report';
import { API, Names, namesOf, QUESTIONS } from './ownershipQuestions';
import { ScheduledWork } from './lib/scheduledWork';
import { waitFor } from './lib/wait';

/** The first is what the others are compared with. */
const SIZES = [1_000, 10_000, 100_000];
const MANUAL = {
  frequency: { trigger: 'manual' },
  timeout: { minutes: 30 },
};
const PAGE = 1_000;
const WARM_UP = 40;
const CONDITIONAL_ROUNDS = 20;
const READY_LIMIT_MS = 10 * 60_000;

interface Measured {
  times: Map<string, number[]>;
  entities: number;
}

/** Does an answer about ownership cost what it shows, or what the catalog holds? */
export const ownershipApi: Question = {
  name: 'ownership-api',
  title: `Questions about ownership at ${SIZES.join(', ')} entities`,
  async run(context) {
    const runs: Measured[] = [];
    const findings: Finding[] = [];
    for (const entities of SIZES) {
      const { measured, model } = await measureSize(context, entities);
      runs.push(measured);
      findings.push(...model);
    }
    const [base, ...larger] = runs;
    return [
      ...larger.flatMap(run =>
        QUESTIONS.map(({ name }) =>
          flatness(name, times(run, name), times(base, name), run.entities),
        ),
      ),
      ...findings,
    ];
  },
};

async function measureSize(
  context: BenchmarkContext,
  size: number,
): Promise<{ measured: Measured; model: Finding[] }> {
  const { say, rounds } = context;
  const { entities } = generateCatalog({
    entities: size,
    seed: 1,
    withDocuments: 0,
  });
  const related = withRelations(entities);
  let changed = related;
  const postgres = await context.postgres();
  const observer = createObserver();
  const backend = await startBackend({
    port: context.port(),
    postgres,
    databasePrefix: `bench_ownership_${size}_`,
    config: {
      productOps: {
        // All of it only when told, so that nothing falls between two questions, unless that is what is asked about.
        directory: { schedule: MANUAL },
        documents: { schedule: MANUAL },
        lifecycle: { schedule: MANUAL },
        ownership: { schedule: MANUAL },
      },
    },
    features: [
      import('@productops/backstage-plugin-product-ops-backend'),
      observer.plugin,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          Object.assign(catalogServiceMock(), {
            async *streamEntities() {
              for (let start = 0; start < changed.length; start += PAGE) {
                yield changed.slice(start, start + PAGE);
              }
            },
          }),
      }),
    ],
  });
  try {
    say(`Reading ${size} entities into the directory`);
    const { auth } = await observer.service;
    const scheduled = ScheduledWork.create({ http: backend.http, auth });
    await scheduled.refreshDirectory();
    await scheduled.answerChecks();
    say('Asking');
    const names = namesOf(entities);
    const found = await ask(backend, names, { first: -WARM_UP, rounds });
    say('Asking while the catalog is read again and again');
    const refreshing = await measureWhileRefreshing(backend, {
      size,
      names,
      scheduled,
      rounds,
    });
    const conditional = await measureConditional(backend, size);
    say('Changing an entity, to see what the next model costs');
    const model = await measureRebuild(backend, size, async () => {
      changed = related.map(entity =>
        entity.kind === 'Group' && entity.metadata.name === 'group-1'
          ? withDisplayName(entity, 'Renamed by the benchmark')
          : entity,
      );
      await scheduled.refreshDirectory();
    });
    return {
      measured: { times: found, entities: size },
      model: [refreshing, conditional, ...model],
    };
  } finally {
    await backend.stop();
  }
}

/** Asks every question once a round; times of the rounds before the first one do not count. */
async function ask(
  backend: BenchmarkBackend,
  names: Names,
  { first, rounds }: { first: number; rounds: number },
): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>(
    QUESTIONS.map(({ name }) => [name, []]),
  );
  for (let round = first; round < rounds; round++) {
    for (const { name, path } of QUESTIONS) {
      const begun = performance.now();
      await backend.http.get(`${API}${path(names, round - first)}`);
      if (round >= 0) {
        found.get(name)!.push(performance.now() - begun);
      }
    }
  }
  return found;
}

/** What those wait who ask while the process that answers them also reads a catalog in which nothing has changed. */
async function measureWhileRefreshing(
  backend: BenchmarkBackend,
  options: {
    size: number;
    names: Names;
    scheduled: ScheduledWork;
    rounds: number;
  },
): Promise<Finding> {
  const { size, names, scheduled, rounds } = options;
  let asking = true;
  const refreshing = (async () => {
    while (asking) {
      await scheduled.refreshDirectory();
    }
  })();
  const found = await ask(backend, names, {
    first: 0,
    rounds: Math.ceil(rounds / 10),
  });
  asking = false;
  await refreshing;
  const all = [...found.values()].flat();
  return {
    question: 'ownership-api',
    what: `p95 of all questions at ${size} entities while the directory is refreshed without a pause`,
    measured: sideOf(all),
    baseline: '',
    value: percentile(all, 0.95),
    unit: 'ms',
    rounds: all.length,
  };
}

/** Of a caller whose policy answers with conditions, a model of their own is made. */
async function measureConditional(
  backend: BenchmarkBackend,
  size: number,
): Promise<Finding> {
  backend.permit('by-condition');
  const all: number[] = [];
  for (let round = 0; round < CONDITIONAL_ROUNDS; round++) {
    const begun = performance.now();
    await backend.http.get(`${API}/ownership/graph?depth=2`);
    all.push(performance.now() - begun);
  }
  backend.permit('everything');
  return {
    question: 'ownership-api',
    what: `the whole organisation of ${size} entities under a policy with conditions, the first time and then`,
    measured: `${all[0].toFixed(0)} ms, ${percentile(all.slice(1), 0.5).toFixed(
      1,
    )} ms`,
    baseline: '',
    value: all[0],
    unit: 'ms',
    rounds: all.length,
  };
}

/** What a change of the catalog costs those who ask meanwhile: the longest that nobody was answered, and the memory. */
async function measureRebuild(
  backend: BenchmarkBackend,
  size: number,
  change: () => Promise<void>,
): Promise<Finding[]> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await change();
  await waitFor({
    what: 'The renamed team in an answer',
    limitMs: READY_LIMIT_MS,
    ask: async () => {
      const body = await backend.http.get(`${API}/ownership/search?q=renamed`);
      return body.includes('Renamed by the benchmark') || undefined;
    },
  });
  delay.disable();
  return [
    {
      question: 'ownership-api',
      what: `longest pause of the backend while ${size} entities are read and a new model is made`,
      measured: '',
      baseline: '',
      value: delay.max / 1e6,
      unit: 'ms',
      rounds: 1,
    },
    {
      question: 'ownership-api',
      what: `heap in use of the whole backend with ${size} entities, the generated ones of the benchmark included`,
      measured: '',
      baseline: '',
      value: process.memoryUsage().heapUsed / 1e6,
      unit: 'MB',
      rounds: 1,
    },
  ];
}

function flatness(
  name: string,
  measured: number[],
  base: number[],
  entities: number,
): Finding {
  return {
    question: 'ownership-api',
    what: `p95 of ${name} at ${entities} entities : at ${SIZES[0]}`,
    measured: sideOf(measured),
    baseline: sideOf(base),
    value: percentile(measured, 0.95) / percentile(base, 0.95),
    unit: 'ratio',
    aim: 2,
    rounds: measured.length,
  };
}

function sideOf(values: readonly number[]): string {
  const at = (share: number) => percentile(values, share).toFixed(1);
  return `${at(0.5)} / ${at(0.95)} ms`;
}

function times(run: Measured, name: string): number[] {
  return run.times.get(name) ?? [];
}

function withDisplayName(entity: Entity, displayName: string): Entity {
  return { ...entity, spec: { ...entity.spec, profile: { displayName } } };
}
