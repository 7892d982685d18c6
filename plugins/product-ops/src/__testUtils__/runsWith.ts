import type { RunsApi } from '@productops/backstage-plugin-product-ops-common';
import { FixtureRunsClient } from '../../dev/fixtures/FixtureRunsClient';

/** The fixtures of runs, with some answers replaced. */
export function runsWith(answers: Partial<RunsApi>): jest.Mocked<RunsApi> {
  const fixtures: RunsApi = new FixtureRunsClient();
  return {
    list: jest.fn(answers.list ?? ((...args) => fixtures.list(...args))),
    start: jest.fn(answers.start ?? ((...args) => fixtures.start(...args))),
    get: jest.fn(answers.get ?? ((...args) => fixtures.get(...args))),
    listEvents: jest.fn(
      answers.listEvents ?? ((...args) => fixtures.listEvents(...args)),
    ),
    append: jest.fn(answers.append ?? ((...args) => fixtures.append(...args))),
    getRecord: jest.fn(
      answers.getRecord ?? ((...args) => fixtures.getRecord(...args)),
    ),
    getRecordAsMarkdown: jest.fn(
      answers.getRecordAsMarkdown ??
        ((...args) => fixtures.getRecordAsMarkdown(...args)),
    ),
  };
}
