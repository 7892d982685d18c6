import { InputError, NotAllowedError } from '@backstage/errors';
import {
  feedbackPermissions,
  feedbackProblem,
  fieldsOfAuthor,
  fieldsOfModerator,
  tellingWords,
  type Feedback,
  type FeedbackPage,
  type ItemFeedback,
  type ListEntityFeedbackQuery,
  type ListFeedbackQuery,
  type PatchFeedbackBody,
  type PostFeedbackBody,
} from '@productops/backstage-plugin-product-ops-common';
import { refOf, wordsOf } from '../../directory/asked';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import { withSubteams } from '../../permissions/withSubteams';
import { hashOf } from '../itemRequests';
import type { ItemQuestion, RoadmapAccess } from '../RoadmapAccess';
import { decodePosition, encodePosition, questionOf } from './cursor';
import type { FeedbackAccess } from './FeedbackAccess';
import {
  keyOf,
  type FeedbackFilter,
  type FeedbackLists,
} from './FeedbackLists';
import type { FeedbackStore } from './FeedbackStore';
import type { FeedbackViews } from './FeedbackViews';

const MAX_SIMILAR = 10;
const NOTHING = {
  open: 0,
  'under-review': 0,
  planned: 0,
  shipped: 0,
  declined: 0,
};

export interface FeedbackServiceOptions {
  access: RoadmapAccess;
  actors: Actors;
  visibility: Visibility;
  directory: Pick<DirectoryStore, 'getRelationsOfMany'>;
  asked: FeedbackAccess;
  feedback: FeedbackStore;
  lists: FeedbackLists;
  views: FeedbackViews;
  live: LiveUpdates;
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** What people ask of entities: they post it, and it is listed, changed and answered. */
export class FeedbackService {
  readonly #options: FeedbackServiceOptions;

  static create(options: FeedbackServiceOptions): FeedbackService {
    return new FeedbackService(options);
  }

  private constructor(options: FeedbackServiceOptions) {
    this.#options = options;
  }

  /** A page of the feedback on all that the caller may read. */
  async list(
    query: ListFeedbackQuery,
    options: Options,
  ): Promise<FeedbackPage> {
    const { visibility, directory, asked } = this.#options;
    const { credentials } = options;
    const entity = query.entity && refOf(query.entity, 'component');
    const product = query.product && refOf(query.product, 'product');
    const owner = query.owner && refOf(query.owner, 'group');
    const visible = await visibility.visibleFilter(credentials);
    const readable = await Promise.all(
      [entity, product].map(
        ref => !ref || visible === 'all' || asked.readable(ref, credentials),
      ),
    );
    if (readable.includes(false)) {
      return { items: [], totalItems: 0, counts: NOTHING, pageInfo: {} };
    }
    const owners =
      owner && query.withSubteams !== false
        ? await withSubteams([owner], { directory, visible })
        : owner && [owner];
    return this.#page(query, options, {
      visible,
      ...(entity && { entity }),
      ...(product && { product }),
      ...(owners && { owners }),
      words: wordsOf(query.q),
    });
  }

  /** A page of the feedback on one entity, or what is like a text that somebody is about to post. */
  async listOf(
    entityRef: string,
    query: ListEntityFeedbackQuery,
    options: Options,
  ): Promise<FeedbackPage> {
    const { access, actors, lists, views } = this.#options;
    const { credentials } = options;
    const ref = await access.entity(entityRef, credentials);
    if (query.similarTo !== undefined) {
      const found = await lists.similar(
        ref,
        tellingWords(query.similarTo),
        Math.min(query.limit ?? MAX_SIMILAR, MAX_SIMILAR),
      );
      const counts = { ...NOTHING };
      found.forEach(({ status }) => {
        counts[status] += 1;
      });
      return {
        items: await views.list(found, credentials),
        totalItems: found.length,
        counts,
        pageInfo: {},
      };
    }
    const actor = await actors.find(credentials);
    const [page, granted] = await Promise.all([
      this.#page(query, options, {
        visible: await this.#options.visibility.visibleFilter(credentials),
        entity: ref,
        words: wordsOf(query.q),
      }),
      actor && actors.granted([feedbackPermissions.post], ref, actor),
    ]);
    return {
      ...page,
      may: { post: granted?.has(feedbackPermissions.post.name) ?? false },
    };
  }

  /** The feedback that an item answers. */
  async listOfItem(
    question: ItemQuestion,
    { limit = 20 }: { limit?: number },
    { credentials }: Options,
  ): Promise<ItemFeedback> {
    const { access, visibility, lists, views } = this.#options;
    const { address } = await access.item(question, credentials);
    const { items, total, votes } = await lists.ofItem(address, {
      visible: await visibility.visibleFilter(credentials),
      limit,
    });
    return {
      items: await views.list(items, credentials),
      totalItems: total,
      votes,
    };
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
    const actor = await actors.of(credentials);
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

  async #page(
    query: ListFeedbackQuery & ListEntityFeedbackQuery,
    { credentials }: Options,
    of: FeedbackFilter,
  ): Promise<FeedbackPage> {
    const { actors, lists, views } = this.#options;
    const { sort = 'votes', limit = 20, status, linked, mine } = query;
    const me = mine && (await actors.of(credentials)).ref;
    const filter: FeedbackFilter = {
      ...of,
      ...(status && { statuses: status }),
      ...(linked !== undefined && { linked }),
      ...(mine === 'posted' && { author: me }),
      ...(mine === 'voted' && { voter: me }),
    };
    const { visible: _, ...question } = filter;
    const about = questionOf([sort, question]);
    const [page, counts] = await Promise.all([
      lists.list({
        filter,
        sort,
        limit,
        ...(query.cursor && {
          position: decodePosition(query.cursor, {
            question: about,
            byVotes: sort === 'votes',
          }),
        }),
      }),
      lists.count(filter),
    ]);
    const cursor = (direction: 'next' | 'prev') => {
      const edge = page.items.at(direction === 'next' ? -1 : 0);
      return (
        edge &&
        encodePosition(about, {
          direction,
          key: keyOf(edge, sort),
          id: edge.id,
        })
      );
    };
    return {
      items: await views.list(page.items, credentials),
      totalItems: Object.entries(counts)
        .filter(([name]) => !status?.length || status.some(s => s === name))
        .reduce((sum, [, count]) => sum + count, 0),
      counts,
      pageInfo: {
        ...(page.hasNext && { nextCursor: cursor('next') }),
        ...(page.hasPrev && { prevCursor: cursor('prev') }),
      },
    };
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
