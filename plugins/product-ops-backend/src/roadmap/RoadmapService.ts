import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ListRoadmapItemsQuery,
  RoadmapPage,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import type { DirectoryStore } from '../directory/types';
import type { DocumentsStore } from '../documents/DocumentsStore';
import { EntityLinks } from '../overview/EntityLinks';
import { entityNotFound } from '../permissions/CatalogVisibility';
import type { Visibility } from '../permissions/types';
import {
  attentionOfItems,
  refsOf,
  resolveItems,
  targetsOf,
  toRoadmapItem,
} from './roadmapView';
import type { RoadmapStore } from './RoadmapStore';

export interface RoadmapServiceOptions {
  directory: DirectoryStore;
  documents: DocumentsStore;
  roadmaps: RoadmapStore;
  visibility: Visibility;
  categories?: readonly string[];
  now?: () => Date;
}

/** Where entities are going. */
export class RoadmapService {
  readonly #options: RoadmapServiceOptions;

  static create(options: RoadmapServiceOptions): RoadmapService {
    return new RoadmapService(options);
  }

  private constructor(options: RoadmapServiceOptions) {
    this.#options = options;
  }

  /** A page of the items of an entity that match, in the order of their file. */
  async list(
    entityRef: string,
    query: ListRoadmapItemsQuery,
    options: { credentials: BackstageCredentials },
  ): Promise<RoadmapPage> {
    const { visibility, categories } = this.#options;
    const ref = entityRef.toLocaleLowerCase('en-US');
    const page = pageOf(query);
    const reading = this.#read(ref, query);
    const [{ entity, entities, targets, sources, all, matching }, readable] =
      await Promise.all([
        reading,
        visibility.filterReadable(
          reading.then(found => [ref, ...found.entities.keys()]),
          options.credentials,
        ),
      ]);
    if (!readable.has(ref)) {
      throw entityNotFound(ref);
    }

    const now = this.#options.now?.() ?? new Date();
    const view = {
      entity,
      links: EntityLinks.create({ entities, readable }),
      targets,
      today: now.toISOString().slice(0, 10),
      categories,
      source: sources.find(({ kind }) => kind === 'roadmap'),
    };
    const resolved = resolveItems(all, view);
    const wrong = attentionOfItems(resolved, view);
    const byId = new Map(resolved.map(item => [item.id, item]));
    return {
      items: matching.items.flatMap(({ id }) => {
        const item = byId.get(id);
        return item ? [toRoadmapItem(item, wrong.get(id), view)] : [];
      }),
      totalItems: matching.total,
      pageInfo: pageInfoOf(page, matching.total),
      sources: sources.filter(({ kind }) => kind === 'roadmap'),
    };
  }
  /** All that there is to say, whoever asks. */
  async #read(ref: string, query: ListRoadmapItemsQuery) {
    const { directory, documents, roadmaps } = this.#options;
    const [entity, sources, all, matching] = await Promise.all([
      directory.getEntity(ref),
      documents.listSources(ref),
      // What is wrong with an item can lie in another one, so the rules see all: a file bounds their number.
      roadmaps.listAll(ref),
      roadmaps.list(ref, {
        page: pageOf(query),
        filter: {
          status: query.status,
          horizon: query.horizon,
          category: query.category,
          text: query.q,
        },
      }),
    ]);
    if (!entity) {
      throw entityNotFound(ref);
    }
    const [entities, targets] = await Promise.all([
      directory.getEntities(refsOf(all)),
      roadmaps.findTargets(targetsOf(all)),
    ]);
    return { entity, entities, targets, sources, all, matching };
  }
}
