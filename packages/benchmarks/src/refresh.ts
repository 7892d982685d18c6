import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { compare } from './lib/measure';
import { Question } from './lib/question';
import { findingOf } from './lib/report';

/** Where Node.js tells of each HTTP request that this process makes. */
const REQUESTS = 'http.client.request.start';

/** What does keeping the directory up to date cost, beside plainly reading the whole catalog? */
export const refresh: Question = {
  name: 'refresh',
  title: 'A refresh of the directory',
  async run({ portal }) {
    const { service, refreshDirectory } = await portal();
    const fields = await fieldsAskedBy(refreshDirectory);
    let rowsWritten = 0;
    const comparison = await compare({
      measured: {
        name: 'refresh of the directory',
        run: async () => {
          const result = await refreshDirectory();
          rowsWritten += result.rowsWritten;
          return result.durationMs;
        },
      },
      baseline: {
        name: 'reading the whole catalog, same fields',
        run: () => readCatalog(service, fields),
      },
      rounds: 8,
      warmUp: 1,
      limitMs: 300_000,
      ownTime: true,
    });
    return [
      findingOf('refresh', comparison, { by: 0.5, aim: 1.2 }),
      {
        question: 'refresh',
        what: 'rows written when nothing changed',
        measured: '',
        baseline: '',
        value: rowsWritten,
        unit: 'rows',
        aim: 0,
        rounds: comparison.measured.times.length,
      },
    ];
  },
};

/** The fields of an entity that a refresh asks the catalog for, so that the plain reading asks for the same. */
async function fieldsAskedBy(
  refreshOnce: () => Promise<unknown>,
): Promise<string[]> {
  const fields = new Set<string>();
  const look = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    const { pathname, searchParams } = new URL(request.path, 'http://catalog');
    if (pathname.endsWith('/entities/by-query')) {
      searchParams
        .getAll('fields')
        .flatMap(value => value.split(','))
        .forEach(field => fields.add(field));
    }
  };
  subscribe(REQUESTS, look);
  try {
    await refreshOnce();
  } finally {
    unsubscribe(REQUESTS, look);
  }
  if (fields.size === 0) {
    throw new Error('The refresh was not seen asking the catalog for fields');
  }
  return [...fields];
}

async function readCatalog(
  service: { catalog: CatalogService; auth: AuthService },
  fields: string[],
): Promise<number> {
  const credentials = await service.auth.getOwnServiceCredentials();
  const started = performance.now();
  for await (const entities of service.catalog.streamEntities(
    { fields },
    { credentials },
  )) {
    if (entities.length === 0) {
      break;
    }
  }
  return performance.now() - started;
}
