import { InputError, NotAllowedError } from '@backstage/errors';
import {
  feedbackPermissions,
  feedbackProblem,
  fieldsOfAuthor,
  fieldsOfModerator,
  type Feedback,
  type PatchFeedbackBody,
  type PostFeedbackBody,
} from '@productops/backstage-plugin-product-ops-common';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import { hashOf } from '../itemRequests';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { FeedbackAccess } from './FeedbackAccess';
import type { FeedbackStore } from './FeedbackStore';
import type { FeedbackViews } from './FeedbackViews';

export interface FeedbackServiceOptions {
  access: RoadmapAccess;
  actors: Actors;
  asked: FeedbackAccess;
  feedback: FeedbackStore;
  views: FeedbackViews;
  live: LiveUpdates;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** What people ask of entities: they post it, and it is changed and answered. */
export class FeedbackService {
  readonly #options: FeedbackServiceOptions;

  static create(options: FeedbackServiceOptions): FeedbackService {
    return new FeedbackService(options);
  }

  private constructor(options: FeedbackServiceOptions) {
    this.#options = options;
  }

  /** One piece of feedback. */
  async get(id: string, { credentials }: Options): Promise<Feedback> {
    const { asked, views } = this.#options;
    return views.one(await asked.find(id, credentials), credentials);
  }

  /** Posts feedback; the same request again gives the same. */
  async post(
    entityRef: string,
    body: PostFeedbackBody,
    { key, credentials }: Options & { key?: string },
  ): Promise<Feedback> {
    const { access, feedback, live } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    const actor = await access.allowed(
      [feedbackPermissions.post],
      ref,
      credentials,
    );
    const title = body.title.replace(/\s+/g, ' ').trim();
    const text = body.text ?? '';
    if (!title.replaceAll('\0', '')) {
      throw new InputError(
        'title: got nothing but blanks; expected what you ask for, in a line',
      );
    }
    const id = await feedback.post({
      entityRef: ref,
      title,
      text,
      by: actor.ref,
      at: this.#now(),
      ...(key && { request: { key, hash: hashOf(['feedback', ref, body]) } }),
    });
    if (!id) {
      throw new InputError(
        'Idempotency-Key: got one that has asked for something else; expected a new one for each post',
      );
    }
    live.changed({ room: 'roadmap' });
    return this.get(id, { credentials });
  }

  /** Changes feedback, answers it, decides it or takes it back. */
  async patch(
    id: string,
    { version, ...patch }: PatchFeedbackBody,
    { credentials }: Options,
  ): Promise<Feedback> {
    const { access, actors, asked, feedback, live } = this.#options;
    const before = await asked.find(id, credentials);
    const actor = actors.somebody(credentials);
    if (fieldsOfAuthor(patch).length > 0 && before.author !== actor.ref) {
      throw new NotAllowedError(
        'Only who posted feedback may change what it says, or take it back',
      );
    }
    if (fieldsOfModerator(patch).length > 0) {
      await access.allowed(
        [feedbackPermissions.moderate],
        before.entityRef,
        credentials,
      );
    }
    const stale = `version: got ${version}; the feedback has changed since`;
    if (before.version !== version) {
      throw await asked.conflict(stale, id, credentials);
    }
    const problem = feedbackProblem(before, patch);
    if (problem) {
      throw new InputError(problem);
    }
    if (patch.withdrawn && (await feedback.mergedInto(id, 1)).length > 0) {
      throw new InputError(
        'withdrawn: other feedback was merged into this; expected one that stands for itself',
      );
    }
    const at = this.#now();
    if (!(await feedback.change(before, patch, { by: actor.ref, at }))) {
      throw await asked.conflict(stale, id, credentials);
    }
    live.changed({ room: 'roadmap' });
    return this.get(id, { credentials });
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
