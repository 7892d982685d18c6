import { InputError } from '@backstage/errors';
import {
  writeCsv,
  type ExportRoadmapCsvQuery,
  type ExportRoadmapsCsvQuery,
} from '@productops/backstage-plugin-product-ops-common';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials } from '../../http/types';
import type { Visibility, VisibleFilter } from '../../permissions/types';
import type { RoadmapAccess } from '../RoadmapAccess';
import { toEntry } from '../rows';
import type { ExchangeStore } from './ExchangeStore';
import { MAX_ROWS } from './limits';
import { ownedBy } from './scope';

export interface ExportServiceOptions {
  access: RoadmapAccess;
  directory: DirectoryStore;
  store: ExchangeStore;
  visibility: Visibility;
}

type Options = { credentials: CallerCredentials };

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
    query: ExportRoadmapCsvQuery,
    { credentials }: Options,
  ): Promise<string> {
    const ref = await this.#options.access.entity(entityRef, credentials);
    return this.#write([ref], query);
  }

  /** The items of several entities that match: of those that are named, that a team owns, or that the caller may read. */
  async ofMany(
    query: ExportRoadmapsCsvQuery,
    { credentials }: Options,
  ): Promise<string> {
    const { directory, visibility } = this.#options;
    const { entity, team } = query;
    const named = entity?.map(ref => ref.toLocaleLowerCase('en-US'));
    if (!team) {
      const refs = named
        ? [...(await visibility.filterReadable(named, credentials))]
        : await visibility.visibleFilter(credentials);
      return this.#write(refs, query);
    }
    const ref = await this.#options.access.entity(team, credentials);
    const owned = await ownedBy(ref, directory);
    const readable = await visibility.filterReadable(
      named ? owned.filter(one => named.includes(one)) : owned,
      credentials,
    );
    return this.#write([...readable], query);
  }

  async #write(
    entityRefs: VisibleFilter,
    query: ExportRoadmapsCsvQuery,
  ): Promise<string> {
    const { status, horizon, category, source, q, goal } = query;
    const items = await this.#options.store.list({
      entityRefs,
      filter: { status, horizon, category, source, text: q },
      goal,
      limit: MAX_ROWS + 1,
    });
    if (items.length > MAX_ROWS) {
      throw new InputError(
        `status, horizon, category, source, q: got more than ${MAX_ROWS} items; expected filters that leave at most ${MAX_ROWS}, as many as an import reads`,
      );
    }
    return writeCsv(
      items.map(({ entityRef, item }) => toEntry(entityRef, item)),
    );
  }
}
