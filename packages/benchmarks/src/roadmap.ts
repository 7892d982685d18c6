import { stringifyEntityRef } from '@backstage/catalog-model';
import { generateRoadmapItems } from './catalog/roadmapItems';
import { compare, Comparison } from './lib/measure';
import { Portal } from './lib/portal';
import { BenchmarkContext, Question } from './lib/question';
import { Finding, findingOf } from './lib/report';
import { insertAll, openSuiteDatabase } from './lib/suiteDatabase';

const ITEMS_OF_EACH = 25;
/** With so many items all is compared with. */
const FEW = 1000;
const CATALOG = '/api/catalog/entities/by-query';
const QUARTER_DAYS = 91;
const DAY_MS = 86_400_000;

/** What questions are about: some products, and a window with as many items whatever there are. */
interface About {
  products: readonly string[];
  days: number;
}

type Asked = (round: number, about: About) => string;

/** What is asked, and the page of the catalog with as many rows. */
const QUESTIONS: ReadonlyArray<{
  name: string;
  rows: number;
  path: Asked;
}> = [
  {
    name: 'the roadmap of a product',
    rows: 20,
    path: (round, { products }) =>
      `${pathOf(products, round)}/roadmap?source=recorded&limit=20`,
  },
  {
    name: 'a quarter of all products, 500 items',
    rows: 500,
    path: (round, about) =>
      `/roadmap/items?limit=500&groupBy=team&${windowOf(round, about)}`,
  },
  {
    name: 'the dependencies of a quarter',
    rows: 500,
    path: (round, about) =>
      `/roadmap/dependencies?limit=500&${windowOf(round, about)}`,
  },
  {
    name: 'the ranking of a product',
    rows: 20,
    path: (round, { products }) =>
      `${pathOf(products, round)}/roadmap/ranking?limit=20`,
  },
  {
    name: 'conflicts, a page',
    rows: 20,
    path: () => '/roadmap/conflicts?limit=20',
  },
  {
    name: 'conflicts of a product, a page',
    rows: 20,
    path: (round, { products }) =>
      `/roadmap/conflicts?limit=20&product=${
        products[round % products.length]
      }`,
  },
];

/** Does a page of plans cost what the catalog's own page of so many rows costs, and stay so as items become many? */
export const roadmap: Question = {
  name: 'roadmap',
  title: 'Plans across products',
  async run(context) {
    const portal = await context.portal();
    const products = portal.catalog.entities
      .filter(({ kind }) => kind === 'Product')
      .map(entity => stringifyEntityRef(entity));
    const postgres = openSuiteDatabase(portal.postgres);
    const items = postgres('roadmap_items');
    try {
      // Only what is made for this is there meanwhile.
      await items.clone().where({ source: 'declared' }).update({
        archived_at: new Date(),
      });
      const rows = generateRoadmapItems({
        products,
        itemsOfEach: ITEMS_OF_EACH,
        seed: portal.seed,
      });
      const few = Math.min(FEW, Math.floor(rows.length / 2));
      await insertAll(postgres, 'roadmap_items', rows.slice(0, few));
      context.say(`Asking with ${few} items`);
      const small = await ask(context, portal, {
        products: products.slice(0, few / ITEMS_OF_EACH),
        days: Math.round((QUARTER_DAYS * rows.length) / few),
      });
      await insertAll(postgres, 'roadmap_items', rows.slice(few));
      context.say(`Asking with ${rows.length} items`);
      const first = await firstAnswers(portal);
      const large = await ask(context, portal, {
        products,
        days: QUARTER_DAYS,
      });
      return [
        ...large.map(comparison =>
          findingOf('roadmap', comparison, { by: 0.95, aim: 1.5 }),
        ),
        ...large.map((comparison, index) =>
          findingOf(
            'roadmap',
            {
              measured: comparison.measured,
              baseline: small[index].measured,
            },
            {
              by: 0.95,
              aim: 2,
              what: `${comparison.measured.name} with ${rows.length} items : with ${few}`,
            },
          ),
        ),
        ...first,
      ];
    } finally {
      await items.clone().where({ source: 'recorded' }).delete();
      await items.clone().where({ source: 'declared' }).update({
        archived_at: null,
      });
      await postgres.destroy();
    }
  },
};

/** What those wait who ask first, and after one item has changed. */
async function firstAnswers(portal: Portal): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const what of [
    'the first question about conflicts after all roadmaps have changed',
    'the same question again',
  ]) {
    const begun = performance.now();
    await portal.http.get('/api/product-ops/roadmap/conflicts?limit=20');
    findings.push({
      question: 'roadmap',
      what,
      measured: '',
      baseline: '',
      value: performance.now() - begun,
      unit: 'ms',
      rounds: 1,
    });
  }
  return findings;
}

async function ask(
  { rounds, say }: BenchmarkContext,
  { http }: Portal,
  about: About,
): Promise<Comparison[]> {
  const found: Comparison[] = [];
  for (const { name, rows, path } of QUESTIONS) {
    say(name);
    found.push(
      await compare({
        measured: {
          name,
          run: round => http.get(`/api/product-ops${path(round, about)}`),
        },
        baseline: {
          name: `GET /entities/by-query of ${rows} entities`,
          run: () =>
            http.get(
              `${CATALOG}?limit=${rows}&filter=kind=component&orderField=metadata.name,asc`,
            ),
        },
        rounds,
        warmUp: 20,
        limitMs: 60_000,
      }),
    );
  }
  return found;
}

function pathOf(products: readonly string[], round: number): string {
  const [, kind, namespace, name] =
    /^(.+?):(.+?)\/(.+)$/.exec(products[round % products.length]) ?? [];
  return `/entities/${kind}/${namespace}/${name}`;
}

/** Another window for each of sixty rounds. */
function windowOf(round: number, { days }: About): string {
  const from = Date.parse('2026-06-01T00:00:00Z') + (round % 60) * 30 * DAY_MS;
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return `from=${day(from)}&to=${day(from + days * DAY_MS)}`;
}
