import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  feedbackPermissions,
  roadmapPermissions,
  type AddRoadmapCommentBody,
  type Feedback,
  type ListFeedbackCommentsQuery,
  type RoadmapComment,
  type RoadmapCommentPage,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../../database/pages';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import { commentView } from '../CommentService';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { FeedbackAccess } from './FeedbackAccess';
import type { FeedbackCommentStore } from './FeedbackCommentStore';
import type { FeedbackService } from './FeedbackService';
import type { VoteStore } from './VoteStore';

export interface FeedbackTalkServiceOptions {
  access: RoadmapAccess;
  actors: Actors;
  asked: FeedbackAccess;
  service: FeedbackService;
  votes: VoteStore;
  comments: FeedbackCommentStore;
  live: LiveUpdates;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** What everybody does with feedback who may read it: votes and comments. */
export class FeedbackTalkService {
  readonly #options: FeedbackTalkServiceOptions;

  static create(options: FeedbackTalkServiceOptions): FeedbackTalkService {
    return new FeedbackTalkService(options);
  }

  private constructor(options: FeedbackTalkServiceOptions) {
    this.#options = options;
  }

  /** Votes for it; a second vote changes nothing. */
  async vote(id: string, options: Options): Promise<Feedback> {
    const { access, asked, service, votes, live } = this.#options;
    const { entityRef } = await asked.find(id, options.credentials);
    const actor = await access.allowed(
      [feedbackPermissions.vote],
      entityRef,
      options.credentials,
    );
    if (!(await votes.add(id, { person: actor.ref, at: this.#now() }))) {
      throw await asked.conflict(
        'id: got feedback that was merged or taken back; expected feedback that stands',
        id,
        options.credentials,
      );
    }
    live.changed({ room: 'roadmap' });
    return service.get(id, options);
  }

  /** Takes one's vote back. */
  async takeVoteBack(id: string, options: Options): Promise<Feedback> {
    const { access, asked, service, votes, live } = this.#options;
    const { entityRef } = await asked.find(id, options.credentials);
    const actor = await access.allowed(
      [feedbackPermissions.vote],
      entityRef,
      options.credentials,
    );
    await votes.remove(id, actor.ref);
    live.changed({ room: 'roadmap' });
    return service.get(id, options);
  }

  /** A page of the comments, the first one first. */
  async listComments(
    id: string,
    query: ListFeedbackCommentsQuery,
    { credentials }: Options,
  ): Promise<RoadmapCommentPage> {
    const { access, actors, asked, comments } = this.#options;
    const page = pageOf(query);
    await asked.find(id, credentials);
    const [found, actor] = await Promise.all([
      comments.list(id, page),
      actors.person(credentials),
    ]);
    const links = await access.links(
      found.comments.map(({ by }) => by),
      credentials,
    );
    return {
      items: found.comments.map(one => commentView(one, links, actor?.ref)),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
    };
  }

  /** Comments on it. */
  async addComment(
    id: string,
    body: AddRoadmapCommentBody,
    { credentials }: Options,
  ): Promise<RoadmapComment> {
    const { access, asked, comments, live } = this.#options;
    const { entityRef } = await asked.find(id, credentials);
    const actor = await access.allowed(
      [roadmapPermissions.comment],
      entityRef,
      credentials,
    );
    const text = body.text.replaceAll('\0', '').trim();
    if (!text) {
      throw new InputError(
        'text: got nothing but blanks; expected what you want to say',
      );
    }
    const comment = await comments.add(id, {
      text,
      by: actor.ref,
      at: this.#now(),
    });
    if (!comment) {
      throw new ConflictError(
        'The feedback was merged or taken back, or has as many comments as it may have, 2000',
      );
    }
    live.changed({ room: 'roadmap' });
    const links = await access.links([actor.ref], credentials);
    return commentView(comment, links, actor.ref);
  }

  /** Removes a comment of one's own: that there was one is still seen. */
  async removeComment(
    id: string,
    commentId: string,
    { credentials }: Options,
  ): Promise<RoadmapComment> {
    const { access, actors, asked, comments, live } = this.#options;
    await asked.find(id, credentials);
    const actor = actors.somebody(credentials);
    const comment = await comments.find(id, commentId);
    if (!comment) {
      throw new NotFoundError(`No comment ${commentId} on this feedback`);
    }
    if (comment.by !== actor.ref) {
      throw new NotAllowedError('Only who wrote a comment may remove it');
    }
    await comments.remove(id, commentId, this.#now());
    live.changed({ room: 'roadmap' });
    const links = await access.links([actor.ref], credentials);
    return commentView(
      { ...comment, text: '', removed: true },
      links,
      actor.ref,
    );
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
