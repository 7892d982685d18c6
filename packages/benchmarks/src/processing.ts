import catalogModule from '@productops/backstage-plugin-catalog-backend-module-product-ops';
import { Entity } from '@backstage/catalog-model';
import { generateCatalog } from './catalog';
import { startBackend } from './lib/backend';
import { createCatalogLoader } from './lib/catalogLoader';
import { compare } from './lib/measure';
import { Postgres } from './lib/postgres';
import { Question } from './lib/question';
import { findingOf } from './lib/report';
import { waitUntilSettled } from './lib/stitching';

const MOST_ENTITIES = 2000;
const ROUNDS = 5;

/** Does the module slow down the processing of a catalog that has nothing of the suite? */
export const processing: Question = {
  name: 'processing',
  title: 'Processing of a catalog',
  async run(context) {
    const postgres = await context.postgres();
    // Without the module the catalog knows no Product: both sides get the same entities, all of stock kinds.
    const entities = generateCatalog({
      entities: Math.min(context.entities, MOST_ENTITIES),
      seed: 11,
    }).entities.filter(({ kind }) => kind !== 'Product');
    const cpu = { with: [] as number[], without: [] as number[] };
    const run = async (withModule: boolean) => {
      const result = await processOnce({
        port: context.port(),
        postgres,
        entities,
        withModule,
      });
      context.say(
        `${entities.length} entities ${
          withModule ? 'with' : 'without'
        } the module: ${Math.round(result.wallMs)} ms, processor ${Math.round(
          result.cpuMs,
        )} ms`,
      );
      cpu[withModule ? 'with' : 'without'].push(result.cpuMs);
      return result.wallMs;
    };
    const wall = await compare({
      measured: { name: 'with the module', run: () => run(true) },
      baseline: { name: 'without', run: () => run(false) },
      rounds: ROUNDS,
      warmUp: 1,
      limitMs: 900_000,
      ownTime: true,
    });
    const what = `${entities.length} entities with the module : without`;
    return [
      findingOf('processing', wall, {
        by: 0.5,
        aim: 1.03,
        what: `${what}, until all are stitched`,
      }),
      findingOf(
        'processing',
        {
          measured: { name: '', times: cpu.with.slice(1) },
          baseline: { name: '', times: cpu.without.slice(1) },
        },
        {
          by: 0.5,
          aim: 1.03,
          what: `${what}, processor time of the backend`,
        },
      ),
    ];
  },
};

let runs = 0;

/** A catalog from nothing to fully stitched, on databases of its own. */
async function processOnce(options: {
  port: number;
  postgres: Postgres;
  entities: Entity[];
  withModule: boolean;
}): Promise<{ wallMs: number; cpuMs: number }> {
  const { postgres, entities, withModule } = options;
  runs += 1;
  const databasePrefix = `bench_processing_${runs}_`;
  const loader = createCatalogLoader('url:https://example.com/catalog.yaml');
  const { stop } = await startBackend({
    port: options.port,
    postgres,
    databasePrefix,
    config: { catalog: { processingInterval: { days: 365 } } },
    features: [
      import('@backstage/plugin-catalog-backend'),
      loader.module,
      ...(withModule ? [catalogModule] : []),
    ],
  });
  try {
    const started = performance.now();
    const cpu = process.cpuUsage();
    await loader.load(entities);
    await waitUntilSettled({
      postgres,
      databasePrefix,
      entities: entities.length,
      limitMs: 600_000,
      everyMs: 100,
    });
    const { user, system } = process.cpuUsage(cpu);
    return {
      wallMs: performance.now() - started,
      cpuMs: (user + system) / 1000,
    };
  } finally {
    await stop();
  }
}
