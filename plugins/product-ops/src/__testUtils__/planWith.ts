import type { PlanApi } from '@productops/backstage-plugin-product-ops-common';
import { FixturePlanClient } from '../../dev/fixtures/FixturePlanClient';

/** Plans without anything, with some answers replaced. */
export function planWith(answers: Partial<PlanApi>): jest.Mocked<PlanApi> {
  const fixtures = new FixturePlanClient();
  return {
    listItems: jest.fn(answers.listItems ?? (() => fixtures.listItems())),
    listDependencies: jest.fn(
      answers.listDependencies ?? (() => fixtures.listDependencies()),
    ),
    listConflicts: jest.fn(
      answers.listConflicts ?? (() => fixtures.listConflicts()),
    ),
    listSuggestions: jest.fn(
      answers.listSuggestions ?? (() => fixtures.listSuggestions()),
    ),
    decideSuggestion: jest.fn(
      answers.decideSuggestion ?? (() => fixtures.decideSuggestion()),
    ),
    getMix: jest.fn(answers.getMix ?? (() => fixtures.getMix())),
    getRanking: jest.fn(answers.getRanking ?? (() => fixtures.getRanking())),
  };
}
