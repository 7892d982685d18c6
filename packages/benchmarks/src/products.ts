import { Random } from './catalog/random';
import { PRODUCT_TYPES } from './catalog/words';
import { compare } from './lib/measure';
import { findingOf } from './lib/report';
import { Question } from './lib/question';

/** One question, put to both: to the suite, and to the catalog that it reads from. */
interface Pair {
  suite: string;
  catalog: string;
}

const PAIRS = 60;
const STAGES: ReadonlyArray<readonly [stage: string, declared: string[]]> = [
  ['live', ['live', 'production']],
  ['preview', ['preview', 'experimental']],
  ['sunset', ['sunset', 'deprecated']],
  ['development', ['development']],
];
/** Fields that every product has: the catalog leaves out of a list what lacks the field that it is sorted by. */
const ORDERS: ReadonlyArray<readonly [sort: string, field: string]> = [
  ['title', 'metadata.title,asc'],
  ['-title', 'metadata.title,desc'],
  ['type', 'spec.type,asc'],
];

/** Is a page of products, filtered and sorted, as fast as the catalog's own page of the same entities? */
export const products: Question = {
  name: 'products',
  title: 'A page of 20 products, filtered and sorted',
  async run({ portal, rounds }) {
    const { http, seed, permit } = await portal();
    const pairs = makePairs(seed);
    for (const pair of pairs) {
      const [suite, catalog] = await Promise.all([
        http.getJson<{ totalItems: number }>(pair.suite),
        http.getJson<{ totalItems: number }>(pair.catalog),
      ]);
      if (suite.totalItems !== catalog.totalItems) {
        throw new Error(
          `The same question has two answers: ${suite.totalItems} from ${pair.suite}, ${catalog.totalItems} from ${pair.catalog}`,
        );
      }
    }
    const compareFiltered = (name: string) =>
      compare({
        measured: {
          name,
          run: round => http.get(pairs[round % pairs.length].suite),
        },
        baseline: {
          name: 'GET /entities/by-query',
          run: round => http.get(pairs[round % pairs.length].catalog),
        },
        rounds,
        warmUp: 40,
        limitMs: 120_000,
      });
    const filtered = await compareFiltered('GET /products');
    const opened = await compare({
      measured: {
        name: 'GET /products as the page opens, most urgent first',
        run: () => http.get('/api/product-ops/products?limit=20'),
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
      limitMs: 120_000,
    });
    permit('by-condition');
    const conditional = await compareFiltered(
      'GET /products under a conditional policy',
    );
    permit('everything');
    return [
      findingOf('products', filtered, { by: 0.95, aim: 1 }),
      findingOf('products', opened, { by: 0.95 }),
      findingOf('products', conditional, { by: 0.95 }),
    ];
  },
};

function makePairs(seed: number): Pair[] {
  const random = Random.seeded(seed);
  return Array.from({ length: PAIRS }, () => {
    const [stage, declared] = random.pick(STAGES);
    const [sort, field] = random.pick(ORDERS);
    const suite = new URLSearchParams({ limit: '20', stage, sort });
    const filter = [
      'kind=product',
      ...declared.map(value => `spec.lifecycle=${value}`),
    ];
    if (random.chance(0.5)) {
      const type = random.pick(PRODUCT_TYPES);
      suite.append('type', type);
      filter.push(`spec.type=${type}`);
    }
    if (random.chance(0.5)) {
      const tier = `${1 + random.below(4)}`;
      suite.append('tier', tier);
      filter.push(`spec.tier=${tier}`);
    }
    const catalog = new URLSearchParams({
      limit: '20',
      filter: filter.join(','),
      orderField: field,
    });
    return {
      suite: `/api/product-ops/products?${suite}`,
      catalog: `/api/catalog/entities/by-query?${catalog}`,
    };
  });
}
