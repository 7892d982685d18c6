import {
  roadmapPermissions,
  type ListRoadmapItemsQuery,
  type RoadmapItem,
  type RoadmapItemDetails,
  type RoadmapPage,
} from '@productops/backstage-plugin-product-ops-common';
import { pageInfoOf, pageOf } from '../database/pages';
import type { DirectoryStore } from '../directory/types';
import type { DocumentsStore } from '../documents/DocumentsStore';
import type { CallerCredentials } from '../http/types';
import { EntityLinks } from '../overview/EntityLinks';
import type { Actors } from '../permissions/Actors';
import { entityNotFound } from '../permissions/CatalogVisibility';
import type { Visibility } from '../permissions/types';
import {
  attentionOfItems,
  keyOf,
  refsOf,
  resolveItems,
  targetsOf,
  toRoadmapItem,
} from './roadmapView';
import type { RoadmapStore } from './RoadmapStore';
import type { StoredRoadmapItem } from './rows';
import type { SourceStore } from './sources/SourceStore';
import { sourceStateOf } from './sources/sourceStateOf';

export interface RoadmapServiceOptions {
  directory: DirectoryStore;
  documents: DocumentsStore;
  roadmaps: RoadmapStore;
  visibility: Visibility;
  actors: Actors;
  /** How reading items from other systems goes; nothing is told where there is none. */
  sources?: SourceStore;
  /** What those are called, by the id of their source. */
  titles?: ReadonlyMap<string, string>;
  categories?: readonly string[];
  now?: () => Date;
}

type Options = { credentials: CallerCredentials };

/** Where entities are going. */
export class RoadmapService {
  readonly #options: RoadmapServiceOptions;

  static create(options: RoadmapServiceOptions): RoadmapService {
    return new RoadmapService(options);
  }

  private constructor(options: RoadmapServiceOptions) {
    this.#options = options;
  }

  /** A page of the items of an entity that match, in their order. */
  async list(
    entityRef: string,
    query: ListRoadmapItemsQuery,
    options: Options,
  ): Promise<RoadmapPage> {
    const ref = entityRef.toLocaleLowerCase('en-US');
    const page = pageOf(query);
    const { sources: systems, titles = new Map() } = this.#options;
    const [{ show, sources }, matching, may, states] = await Promise.all([
      this.#see(ref, [], options),
      this.#options.roadmaps.list(ref, {
        page,
        filter: {
          status: query.status,
          horizon: query.horizon,
          category: query.category,
          source: query.source,
          text: query.q,
        },
      }),
      this.#may(ref, options),
      systems?.list(ref) ?? [],
    ]);
    return {
      items: matching.items.map(show),
      totalItems: matching.total,
      pageInfo: pageInfoOf(page, matching.total),
      sources,
      ...(states.length > 0 && {
        otherSources: states.map(state => sourceStateOf(state, titles)),
      }),
      may,
    };
  }

  /** One item with all that there is to say of it. */
  async view(
    entityRef: string,
    item: StoredRoadmapItem,
    options: Options,
  ): Promise<RoadmapItemDetails> {
    const [{ show }, may] = await Promise.all([
      this.#see(entityRef, [item], options),
      this.#may(entityRef, options),
    ]);
    return {
      ...show(item),
      archived: item.archived,
      ...(item.origin && { origin: item.origin }),
      may,
    };
  }

  /** Shows items of an entity as the caller may know them: those of its roadmap, and others of it. */
  async #see(
    ref: string,
    others: readonly StoredRoadmapItem[],
    { credentials }: Options,
  ) {
    const { visibility, categories } = this.#options;
    const reading = this.#read(ref, others);
    const [{ entity, entities, targets, sources, all }, readable] =
      await Promise.all([
        reading,
        visibility.filterReadable(
          reading.then(found => [ref, ...found.entities.keys()]),
          credentials,
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
      titles: this.#options.titles,
      source: sources.find(({ kind }) => kind === 'roadmap'),
    };
    const resolved = resolveItems(all, view);
    const wrong = attentionOfItems(resolved, view);
    const byKey = new Map(resolved.map(item => [keyOf(item), item]));
    return {
      sources: sources.filter(({ kind }) => kind === 'roadmap'),
      show: (item: StoredRoadmapItem): RoadmapItem => {
        const known = byKey.get(keyOf(item));
        return known && known.version === item.version
          ? toRoadmapItem(known, wrong.get(keyOf(item)), view)
          : // Archived, or another one since: its own words, and nothing about its neighbours.
            toRoadmapItem(resolveItems([...all, item], view).pop()!, [], view);
      },
    };
  }

  /** All that there is to say, whoever asks. */
  async #read(ref: string, others: readonly StoredRoadmapItem[]) {
    const { directory, documents, roadmaps } = this.#options;
    const [found, sources, all] = await Promise.all([
      directory.getEntity(ref),
      documents.listSources(ref),
      // What is wrong with an item can lie in another one, so the rules see all: their number is bounded.
      roadmaps.listAll(ref),
    ]);
    if (!found) {
      throw entityNotFound(ref);
    }
    const [entity] = await roadmaps.withAllGoals([found]);
    const named = [...all, ...others];
    const [entities, targets] = await Promise.all([
      directory.getEntities(refsOf(named)),
      roadmaps.findTargets(targetsOf(named)),
    ]);
    return { entity, entities, targets, sources, all };
  }

  /** What the caller may do with the roadmap of an entity. */
  async #may(ref: string, { credentials }: Options) {
    const { actors } = this.#options;
    const actor = actors.person(credentials);
    const granted = actor
      ? await actors.granted(Object.values(roadmapPermissions), ref, actor)
      : new Set<string>();
    return {
      create: granted.has(roadmapPermissions.create.name),
      update: granted.has(roadmapPermissions.update.name),
      prioritise: granted.has(roadmapPermissions.prioritise.name),
      comment: granted.has(roadmapPermissions.comment.name),
    };
  }
}
