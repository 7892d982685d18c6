import knex from 'knex';
import { Postgres } from './postgres';
import { waitFor } from './wait';

/**
 * Waits until the catalog has processed and stitched everything that was put into it: it has no API that says so, its
 * tables do.
 */
export async function waitUntilSettled(options: {
  postgres: Postgres;
  databasePrefix: string;
  entities: number;
  limitMs: number;
  everyMs: number;
}): Promise<void> {
  const database = knex({
    client: 'pg',
    connection: {
      ...options.postgres.connection,
      database: `${options.databasePrefix}catalog`,
    },
    pool: { min: 0, max: 1 },
  });
  try {
    await waitFor({
      what: `Processing of ${options.entities} entities`,
      limitMs: options.limitMs,
      everyMs: options.everyMs,
      ask: async () => {
        const stitching = await database('stitch_queue').first('entity_ref');
        if (stitching) {
          return undefined;
        }
        const [{ done }] = await database('final_entities')
          .whereNotNull('final_entity')
          .count({ done: '*' });
        return Number(done) >= options.entities ? true : undefined;
      },
    });
  } finally {
    await database.destroy();
  }
}
