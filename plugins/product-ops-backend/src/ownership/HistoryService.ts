import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ListOwnershipHistoryQuery,
  OwnershipHistoryPage,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import type { OverviewService } from '../overview/OverviewService';
import type { HistoryStore } from './HistoryStore';
import { linkIn } from './links';
import type { OwnershipModels } from './OwnershipModels';

export interface HistoryServiceOptions {
  models: OwnershipModels;
  store: HistoryStore;
  overview: Pick<OverviewService, 'get'>;
}

/** All that became of the ownership of one entity: its owners, what was answered, and what was handed over. */
export class HistoryService {
  readonly #options: HistoryServiceOptions;

  static create(options: HistoryServiceOptions): HistoryService {
    return new HistoryService(options);
  }

  private constructor(options: HistoryServiceOptions) {
    this.#options = options;
  }

  /** A page of it, the latest first. */
  async list(
    entityRef: string,
    query: ListOwnershipHistoryQuery,
    options: { credentials: BackstageCredentials },
  ): Promise<OwnershipHistoryPage> {
    const { models, store, overview } = this.#options;
    const page = pageOf(query);
    const ref = entityRef.toLocaleLowerCase('en-US');
    // It answers 404 for what is not there and for what the caller may not read.
    await overview.get(ref, options);
    const [model, { events, total }] = await Promise.all([
      models.forCaller(options.credentials),
      store.list(ref, page),
    ]);
    return {
      items: events.map(({ id, at, event, from, to, by, text }) => ({
        id,
        at: at.toISOString(),
        event,
        ...(from && { from: linkIn(model, from) }),
        ...(to && { to: linkIn(model, to) }),
        ...(by && { by: linkIn(model, by) }),
        ...(text && { text }),
      })),
      totalItems: total,
      pageInfo: pageInfoOf(page, total),
    };
  }
}
