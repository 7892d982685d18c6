import type { FeedbackApi } from '@productops/backstage-plugin-product-ops-common';
import { FixtureFeedbackClient } from '../../dev/fixtures/FixtureFeedbackClient';

/** The fixtures of feedback, with some answers replaced. */
export function feedbackWith(
  answers: Partial<FeedbackApi>,
): jest.Mocked<FeedbackApi> {
  const fixtures: FeedbackApi = new FixtureFeedbackClient();
  return {
    list: jest.fn(answers.list ?? ((...args) => fixtures.list(...args))),
    listOf: jest.fn(answers.listOf ?? ((...args) => fixtures.listOf(...args))),
    listOfItem: jest.fn(
      answers.listOfItem ?? ((...args) => fixtures.listOfItem(...args)),
    ),
    post: jest.fn(answers.post ?? ((...args) => fixtures.post(...args))),
    get: jest.fn(answers.get ?? ((...args) => fixtures.get(...args))),
    patch: jest.fn(answers.patch ?? ((...args) => fixtures.patch(...args))),
    vote: jest.fn(answers.vote ?? ((...args) => fixtures.vote(...args))),
    takeVoteBack: jest.fn(
      answers.takeVoteBack ?? ((...args) => fixtures.takeVoteBack(...args)),
    ),
    listComments: jest.fn(
      answers.listComments ?? ((...args) => fixtures.listComments(...args)),
    ),
    addComment: jest.fn(
      answers.addComment ?? ((...args) => fixtures.addComment(...args)),
    ),
    removeComment: jest.fn(
      answers.removeComment ?? ((...args) => fixtures.removeComment(...args)),
    ),
    merge: jest.fn(answers.merge ?? ((...args) => fixtures.merge(...args))),
    undoMerge: jest.fn(
      answers.undoMerge ?? ((...args) => fixtures.undoMerge(...args)),
    ),
    link: jest.fn(answers.link ?? ((...args) => fixtures.link(...args))),
    unlink: jest.fn(answers.unlink ?? ((...args) => fixtures.unlink(...args))),
    makeItem: jest.fn(
      answers.makeItem ?? ((...args) => fixtures.makeItem(...args)),
    ),
  };
}
