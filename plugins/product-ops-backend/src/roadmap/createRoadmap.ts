import type { Knex } from 'knex';
import type { DirectoryStore } from '../directory/types';
import type { DelegatingDocumentReader } from '../documents/DelegatingDocumentReader';
import type { DocumentsStore } from '../documents/DocumentsStore';
import type { CallerCredentials, RouteRegistrar } from '../http/types';
import type { Messages } from '../messages/types';
import type { Actors } from '../permissions/Actors';
import type { Visibility } from '../permissions/types';
import { CommentService } from './CommentService';
import { CommentStore } from './CommentStore';
import type { FeedSettings } from './exchange/config';
import { createExchange } from './exchange/createExchange';
import { FileChangeService } from './FileChangeService';
import { ItemService } from './ItemService';
import { ItemStore } from './ItemStore';
import { RoadmapAccess } from './RoadmapAccess';
import { RoadmapService } from './RoadmapService';
import type { RoadmapStore } from './RoadmapStore';
import { createCommentRoutes, createRoadmapRoutes } from './routes';

export interface CreateRoadmapOptions extends Messages {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  documents: DocumentsStore;
  roadmaps: RoadmapStore;
  /** Reads single files beside catalog files. */
  reader: Pick<DelegatingDocumentReader, 'read'>;
  /** The configured categories; the default ones when absent. */
  categories?: readonly string[];
  /** How calendar feeds behave. */
  feeds: FeedSettings;
  /** The address of the suite's API, as calendars reach it. */
  apiUrl(): Promise<string>;
  now?: () => Date;
}

/** Roadmaps: what files declare, what people record, and what they say about both. */
export function createRoadmap(options: CreateRoadmapOptions): {
  routes: RouteRegistrar[];
  /** To be told of everybody who uses the portal. */
  present(credentials: CallerCredentials): Promise<void>;
} {
  const items = ItemStore.create(options);
  const access = RoadmapAccess.create({ ...options, items });
  const roadmap = RoadmapService.create(options);
  const exchange = createExchange({ ...options, access });
  return {
    routes: [
      createRoadmapRoutes({
        roadmap,
        items: ItemService.create({ ...options, access, items, roadmap }),
        fileChanges: FileChangeService.create({ ...options, access }),
      }),
      createCommentRoutes({
        comments: CommentService.create({
          ...options,
          access,
          comments: CommentStore.create(options),
        }),
      }),
      ...exchange.routes,
    ],
    present: exchange.present,
  };
}
