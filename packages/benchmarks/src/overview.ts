import { compare } from './lib/measure';
import { Question } from './lib/question';
import { findingOf } from './lib/report';

/** What does all of an entity page cost, beside the catalog's own answer for that entity? */
export const overview: Question = {
  name: 'overview',
  title: 'The overview of a product',
  async run({ portal, rounds }) {
    const { http, catalog } = await portal();
    const all = catalog.entities.filter(({ kind }) => kind === 'Product');
    const withDocuments = all.filter(
      ({ metadata }) => metadata.annotations?.['productops.io/roadmap'],
    );
    const findings = [];
    for (const { which, entities } of [
      { which: 'with a roadmap and runbooks', entities: withDocuments },
      { which: 'of all', entities: all },
    ]) {
      const nameOf = (round: number) =>
        entities[(round * 7) % entities.length].metadata.name;
      const comparison = await compare({
        measured: {
          name: `overview of a product ${which}`,
          run: round =>
            http.get(
              `/api/product-ops/entities/product/default/${nameOf(round)}`,
            ),
        },
        baseline: {
          name: 'GET /entities/by-name',
          run: round =>
            http.get(
              `/api/catalog/entities/by-name/product/default/${nameOf(round)}`,
            ),
        },
        rounds,
        warmUp: 40,
        limitMs: 120_000,
      });
      findings.push(findingOf('overview', comparison, { by: 0.95, aim: 1.5 }));
    }
    return findings;
  },
};
