import {
  feedbackPermissions,
  tellingWords,
  type FeedbackPage,
  type ItemFeedback,
  type ListEntityFeedbackQuery,
  type ListFeedbackQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { refOf, wordsOf } from '../../directory/asked';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import { withSubteams } from '../../permissions/withSubteams';
import type { ItemQuestion, RoadmapAccess } from '../RoadmapAccess';
import { decodePosition, encodePosition, questionOf } from './cursor';
import type { FeedbackAccess } from './FeedbackAccess';
import {
  keyOf,
  type FeedbackFilter,
  type FeedbackLists,
} from './FeedbackLists';
import type { FeedbackViews } from './FeedbackViews';

const MAX_SIMILAR = 10;
const NOTHING = {
  open: 0,
  'under-review': 0,
  planned: 0,
  shipped: 0,
  declined: 0,
};

export interface FeedbackListServiceOptions {
  access: RoadmapAccess;
  actors: Actors;
  visibility: Visibility;
  directory: Pick<DirectoryStore, 'getRelationsOfMany' | 'getReachable'>;
  asked: FeedbackAccess;
  lists: FeedbackLists;
  views: FeedbackViews;
}

type Options = { credentials: CallerCredentials };

/** Lists of what people ask of entities, of that on which a caller may read. */
export class FeedbackListService {
  readonly #options: FeedbackListServiceOptions;

  static create(options: FeedbackListServiceOptions): FeedbackListService {
    return new FeedbackListService(options);
  }

  private constructor(options: FeedbackListServiceOptions) {
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
    const actor = actors.person(credentials);
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

  async #page(
    query: ListFeedbackQuery & ListEntityFeedbackQuery,
    { credentials }: Options,
    of: FeedbackFilter,
  ): Promise<FeedbackPage> {
    const { actors, lists, views } = this.#options;
    const { sort = 'votes', limit = 20, status, linked, mine } = query;
    const asker = mine && actors.somebody(credentials);
    const me = asker && asker.ref;
    const filter: FeedbackFilter = {
      ...of,
      ...(status && { statuses: status }),
      ...(linked !== undefined && { linked }),
      ...(mine === 'posted' && { author: me }),
      ...(mine === 'voted' && { voter: me }),
    };
    const { visible: _, ...question } = filter;
    const about = questionOf([sort, question]);
    const position =
      query.cursor &&
      decodePosition(query.cursor, {
        question: about,
        byVotes: sort === 'votes',
      });
    const [actor, page, counts] = await Promise.all([
      asker || actors.person(credentials),
      lists.list({ filter, sort, limit, ...(position && { position }) }),
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
      items: await views.list(page.items, credentials, { actor }),
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
}
