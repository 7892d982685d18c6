import {
  BackendFeature,
  coreServices,
  createBackendModule,
  DatabaseService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';

/** What a real catalog made of some files. */
export interface CatalogOutcome {
  /** All entities that it serves, by full ref. */
  entities: Map<string, Entity>;
  /** Messages of what it could not process, by full ref; only refs with any. */
  errors: Map<string, string[]>;
}

/**
 * Starts a real catalog on the given catalog-info files, waits until it has nothing left to process or
 * to stitch, and tells what it serves.
 */
export async function runCatalog(
  files: string[],
  features: BackendFeature[],
): Promise<CatalogOutcome> {
  let database: DatabaseService | undefined;
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            rules: [
              {
                allow: [
                  'API',
                  'Component',
                  'Domain',
                  'Group',
                  'Location',
                  'Product',
                  'Resource',
                  'System',
                  'Template',
                  'User',
                ],
              },
            ],
            locations: files.map(target => ({ type: 'file', target })),
          },
        },
      }),
      // Nothing is read from the network: every remote target is one that does not answer.
      mockServices.urlReader.mock({
        readUrl: async url => {
          throw new NotFoundError(`${url} is not there`);
        },
        search: async url => {
          throw new NotFoundError(`${url} is not there`);
        },
      }).factory,
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'test-database',
        register(reg) {
          reg.registerInit({
            deps: { databaseService: coreServices.database },
            async init({ databaseService }) {
              database = databaseService;
            },
          });
        },
      }),
      ...features,
    ],
  });
  try {
    const knex = await database!.getClient();
    const isBusy = async () => {
      const [{ locations }] = await knex('refresh_state').count({
        locations: '*',
      });
      const [{ waiting }] = await knex('refresh_state')
        .whereNull('processed_entity')
        .whereIn('errors', ['', '[]'])
        .count({ waiting: '*' });
      const [{ stitching }] = await knex('stitch_queue').count({
        stitching: '*',
      });
      return !Number(locations) || Number(waiting) > 0 || Number(stitching) > 0;
    };
    while (await isBusy()) {
      await delay(100);
    }

    const entities = new Map<string, Entity>();
    const response = await request(backend.server)
      .get('/api/catalog/entities')
      .expect(200);
    for (const entity of response.body as Entity[]) {
      entities.set(stringifyEntityRef(entity), entity);
    }
    const errors = new Map<string, string[]>();
    for (const row of await knex('refresh_state').select(
      'entity_ref',
      'errors',
    )) {
      const messages = (
        JSON.parse(row.errors || '[]') as Array<{ message: string }>
      ).map(({ message }) => message);
      if (messages.length > 0) {
        errors.set(row.entity_ref, messages);
      }
    }
    return { entities, errors };
  } finally {
    await backend.stop();
  }
}

/** The refs that an entity has a relation to, of one type, sorted. */
export function targetsOf(entity: Entity | undefined, type: string): string[] {
  return (entity?.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef)
    .sort();
}
