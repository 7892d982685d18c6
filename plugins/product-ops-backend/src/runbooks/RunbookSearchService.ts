import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  RunbookSearchPage,
  SearchRunbooksQuery,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import { refOf } from '../directory/asked';
import type { DirectoryStore } from '../directory/types';
import type { Visibility } from '../permissions/types';
import { withSubteams } from '../permissions/withSubteams';
import { alertKey } from './alerts';
import type { RunbookHits } from './RunbookHits';
import { type RunbookTextSearch, searchWordsOf } from './search';

export interface RunbookSearchServiceOptions {
  directory: DirectoryStore;
  visibility: Visibility;
  search: RunbookTextSearch;
  hits: RunbookHits;
}

/** Finds runbooks of all entities. */
export class RunbookSearchService {
  readonly #options: RunbookSearchServiceOptions;

  static create(options: RunbookSearchServiceOptions): RunbookSearchService {
    return new RunbookSearchService(options);
  }

  private constructor(options: RunbookSearchServiceOptions) {
    this.#options = options;
  }

  /** A page of the runbooks that match, of those that the caller may read. */
  async find(
    query: SearchRunbooksQuery,
    options: { credentials: BackstageCredentials },
  ): Promise<RunbookSearchPage> {
    const { directory, visibility, search, hits } = this.#options;
    const { credentials } = options;
    const page = pageOf(query);
    const text = query.q?.trim() ?? '';
    const words = searchWordsOf(text);
    const product = query.product && refOf(query.product, 'product');
    const team = query.team && refOf(query.team);
    const visible = await visibility.visibleFilter(credentials);
    const readable =
      !product ||
      visible === 'all' ||
      (await visibility.filterReadable([product], credentials)).has(product);
    if (!readable || (text && words.length === 0)) {
      return { items: [], totalItems: 0, pageInfo: {}, matched: 'all' };
    }
    const owners =
      team && query.withSubteams !== false
        ? await withSubteams([team], { directory, visible })
        : team && [team];
    const asked = {
      page,
      filter: {
        visible,
        type: query.type,
        ...(product && { product }),
        ...(owners && { owners }),
        ...(query.stale !== undefined && {
          stale: { is: query.stale, today: hits.today() },
        }),
      },
      ...(text && { alert: alertKey(text) }),
    };
    const all = await search.find(words, asked);
    const any = all.total === 0 && words.length > 1;
    const { found, total } = any
      ? await search.find(words, { ...asked, any })
      : all;
    return {
      items: (await hits.of(found, options)).hits,
      totalItems: total,
      pageInfo: pageInfoOf(page, total),
      matched: any ? 'any' : 'all',
    };
  }
}
