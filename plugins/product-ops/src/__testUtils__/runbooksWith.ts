import type { RunbooksApi } from '@productops/backstage-plugin-product-ops-common';
import { FixtureRunbooksClient } from '../../dev/fixtures/FixtureRunbooksClient';

/** The runbooks of one product, with some answers replaced. */
export function runbooksWith(
  answers: Partial<RunbooksApi>,
): jest.Mocked<RunbooksApi> {
  const fixtures = new FixtureRunbooksClient();
  return {
    search: jest.fn(answers.search ?? (q => fixtures.search(q))),
    resolve: jest.fn(answers.resolve ?? ((a, l) => fixtures.resolve(a, l))),
  };
}
