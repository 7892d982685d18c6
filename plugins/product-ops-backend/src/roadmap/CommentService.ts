import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  roadmapPermissions,
  type AddRoadmapCommentBody,
  type ListRoadmapCommentsQuery,
  type RoadmapComment,
  type RoadmapCommentPage,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import { TooManyRequestsError } from '../http/TooManyRequestsError';
import type { CallerCredentials } from '../http/types';
import type { LiveUpdates } from '../messages/types';
import type { EntityLinks } from '../overview/EntityLinks';
import type { Actors } from '../permissions/Actors';
import type { CommentStore, StoredComment } from './CommentStore';
import type { ItemQuestion, RoadmapAccess } from './RoadmapAccess';

const MAX_OF_ITEM = 2000;
const MAX_AT_ONCE = 30;
const AT_ONCE_MS = 10 * 60 * 1000;

export interface CommentServiceOptions {
  access: RoadmapAccess;
  actors: Actors;
  comments: CommentStore;
  live: LiveUpdates;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** What people say about items of roadmaps, declared and recorded ones. */
export class CommentService {
  readonly #options: CommentServiceOptions;

  static create(options: CommentServiceOptions): CommentService {
    return new CommentService(options);
  }

  private constructor(options: CommentServiceOptions) {
    this.#options = options;
  }

  /** A page of the comments on an item, the first one first. */
  async list(
    question: ItemQuestion,
    query: ListRoadmapCommentsQuery,
    { credentials }: Options,
  ): Promise<RoadmapCommentPage> {
    const { access, actors, comments } = this.#options;
    const page = pageOf(query);
    const { address } = await access.item(question, credentials);
    const [found, actor] = await Promise.all([
      comments.list(address, page),
      actors.person(credentials),
    ]);
    const links = await access.links(
      found.comments.map(({ by }) => by),
      credentials,
    );
    return {
      items: found.comments.map(comment =>
        commentView(comment, links, actor?.ref),
      ),
      totalItems: found.total,
      pageInfo: pageInfoOf(page, found.total),
    };
  }

  /** Adds a comment. */
  async add(
    question: ItemQuestion,
    body: AddRoadmapCommentBody,
    { credentials }: Options,
  ): Promise<RoadmapComment> {
    const { access, comments, live } = this.#options;
    const { item, address } = await access.item(question, credentials);
    const actor = await access.allowed(
      [roadmapPermissions.comment],
      address.entityRef,
      credentials,
    );
    const text = body.text.replaceAll('\0', '').trim();
    if (!text) {
      throw new InputError(
        'text: got nothing but blanks; expected what you want to say',
      );
    }
    if (item.archived) {
      throw new InputError(
        `${item.id}: got an item that has left its file; expected one that is on the roadmap`,
      );
    }
    const now = this.#now();
    const recent = await comments.countBy(
      actor.ref,
      new Date(now.getTime() - AT_ONCE_MS),
    );
    if (recent >= MAX_AT_ONCE) {
      throw new TooManyRequestsError(
        `You have written ${recent} comments within ten minutes; expected at most ${MAX_AT_ONCE}: wait a little`,
      );
    }
    if ((await comments.countOf(address)) >= MAX_OF_ITEM) {
      throw new ConflictError(
        `${item.id} has as many comments as it may have, ${MAX_OF_ITEM}`,
      );
    }
    const comment = await comments.add(address, {
      text,
      by: actor.ref,
      at: now,
    });
    live.changed({ room: 'roadmap' });
    const links = await access.links([actor.ref], credentials);
    return commentView(comment, links, actor.ref);
  }

  /** Removes a comment of one's own: that there was one is still seen. */
  async remove(
    question: ItemQuestion,
    id: string,
    { credentials }: Options,
  ): Promise<RoadmapComment> {
    const { access, actors, comments, live } = this.#options;
    const { address } = await access.item(question, credentials);
    const actor = actors.somebody(credentials);
    const comment = await comments.find(address, id);
    if (!comment) {
      throw new NotFoundError(`No comment ${id} on ${address.itemId}`);
    }
    if (comment.by !== actor.ref) {
      throw new NotAllowedError('Only who wrote a comment may remove it');
    }
    if (!comment.removed) {
      await comments.remove(id, this.#now());
      live.changed({ room: 'roadmap' });
    }
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

/** A comment as its caller may know it. */
export function commentView(
  { id, text, by, at, removed }: StoredComment,
  links: EntityLinks,
  me: string | undefined,
): RoadmapComment {
  return {
    id,
    ...(!removed && { text }),
    by: links.link(by),
    at: at.toISOString(),
    removed,
    mine: by === me,
  };
}
