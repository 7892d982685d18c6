import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
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
import type { ExportService } from './exchange/ExportService';
import { FileChangeService } from './FileChangeService';
import { createGoals } from './goals/createGoals';
import type { MetricsConfig } from './goals/metricsConfig';
import { ItemService } from './ItemService';
import { ItemStore } from './ItemStore';
import { RoadmapAccess } from './RoadmapAccess';
import { RoadmapService } from './RoadmapService';
import type { RoadmapStore } from './RoadmapStore';
import { createCommentRoutes, createRoadmapRoutes } from './routes';
import type { SourceStore } from './sources/SourceStore';

export interface CreateRoadmapOptions extends Messages {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  documents: DocumentsStore;
  roadmaps: RoadmapStore;
  /** Reads single files beside catalog files. */
  reader: Pick<DelegatingDocumentReader, 'read'>;
  /** How reading items from other systems goes, and what those are called. */
  sources?: SourceStore;
  titles?: ReadonlyMap<string, string>;
  /** The configured categories; the default ones when absent. */
  categories?: readonly string[];
  scheduler: SchedulerService;
  logger: LoggerService;
  /** Where the metrics of goals are read from. */
  metricsConfig: MetricsConfig;
  /** How calendar feeds behave. */
  feeds: FeedSettings;
  /** The address of the suite's API, as calendars reach it. */
  apiUrl(): Promise<string>;
  now?: () => Date;
}

/** Roadmaps: what files declare, what people record, and what they say about both. */
export async function createRoadmap(options: CreateRoadmapOptions): Promise<{
  routes: RouteRegistrar[];
  /** Writes items as CSV. */
  exports: ExportService;
  /** To be told of everybody who uses the portal. */
  present(credentials: CallerCredentials): Promise<void>;
  access: RoadmapAccess;
  items: ItemService;
  fileChanges: FileChangeService;
}> {
  const items = ItemStore.create(options);
  const access = RoadmapAccess.create({ ...options, items });
  const roadmap = RoadmapService.create(options);
  const goals = await createGoals({ ...options, access });
  const services = {
    access,
    items: ItemService.create({ ...options, access, items, roadmap }),
    fileChanges: FileChangeService.create({ ...options, access }),
  };
  const exchange = createExchange({ ...options, access });
  return {
    ...services,
    routes: [
      createRoadmapRoutes({
        ...services,
        roadmap,
      }),
      createCommentRoutes({
        comments: CommentService.create({
          ...options,
          access,
          comments: CommentStore.create(options),
        }),
      }),
      ...goals.routes,
      ...exchange.routes,
    ],
    exports: exchange.exports,
    present: exchange.present,
  };
}
