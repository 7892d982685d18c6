import { InputError } from '@backstage/errors';
import {
  writeCsv,
  type ExportRoadmapCsvQuery,
} from '@productops/backstage-plugin-product-ops-common';
import type { CallerCredentials } from '../../http/types';
import type { ItemAddress } from '../rows';
import type { RoadmapAccess } from '../RoadmapAccess';
import { toEntry } from '../rows';
import type { ExchangeStore, PlacedItem } from './ExchangeStore';
import { MAX_ROWS } from './limits';

export interface ExportServiceOptions {
  access: RoadmapAccess;
  store: ExchangeStore;
}

/** Writes roadmaps as CSV. */
export class ExportService {
  readonly #options: ExportServiceOptions;

  static create(options: ExportServiceOptions): ExportService {
    return new ExportService(options);
  }

  private constructor(options: ExportServiceOptions) {
    this.#options = options;
  }

  /** The items of an entity that match. */
  async ofEntity(
    entityRef: string,
    { status, horizon, category, source, q }: ExportRoadmapCsvQuery,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<string> {
    const { access, store } = this.#options;
    const ref = await access.entity(entityRef, credentials);
    return written(
      await store.list({
        entityRefs: [ref],
        filter: { status, horizon, category, source, text: q },
        limit: MAX_ROWS + 1,
      }),
    );
  }

  /** Items that were found for somebody who may read them. */
  async ofItems(items: readonly ItemAddress[]): Promise<string> {
    bounded(items.length);
    return written(await this.#options.store.those(items));
  }
}

function written(items: readonly PlacedItem[]): string {
  bounded(items.length);
  return writeCsv(items.map(({ entityRef, item }) => toEntry(entityRef, item)));
}

function bounded(count: number): void {
  if (count > MAX_ROWS) {
    throw new InputError(
      `query: got more than ${MAX_ROWS} items; expected filters that leave at most ${MAX_ROWS}, as many as an import reads`,
    );
  }
}
