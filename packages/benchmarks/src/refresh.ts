import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { compare } from './lib/measure';
import { Question } from './lib/question';
import { findingOf } from './lib/report';

/** What the directory asks of every entity; the plain reading asks the same. */
const FIELDS = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.annotations',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
  'spec.profile.displayName',
  'spec.tier',
  'spec.vision',
  'spec.goals',
  'spec.roles',
  'spec.recovery',
  'spec.milestones',
  'spec.successor',
  'relations',
];

/** What does keeping the directory up to date cost, beside plainly reading the whole catalog? */
export const refresh: Question = {
  name: 'refresh',
  title: 'A refresh of the directory',
  async run({ portal }) {
    const { service, refreshDirectory } = await portal();
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
        run: () => readCatalog(service),
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

async function readCatalog(service: {
  catalog: CatalogService;
  auth: AuthService;
}): Promise<number> {
  const credentials = await service.auth.getOwnServiceCredentials();
  const started = performance.now();
  for await (const entities of service.catalog.streamEntities(
    { fields: FIELDS },
    { credentials },
  )) {
    if (entities.length === 0) {
      break;
    }
  }
  return performance.now() - started;
}
