import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { CallerCredentials, RouteRegistrar } from '../../http/types';
import type { LiveUpdates } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { RoadmapAccess } from '../RoadmapAccess';
import type { FeedSettings } from './config';
import { ExchangeStore } from './ExchangeStore';
import { ExportService } from './ExportService';
import { FeedService } from './FeedService';
import { FeedStore } from './FeedStore';
import { ImportService } from './ImportService';
import { ImportStore } from './ImportStore';
import { createCsvRoutes, createFeedRoutes, createViewRoutes } from './routes';
import { ViewService } from './ViewService';
import { ViewStore } from './ViewStore';

export interface CreateExchangeOptions {
  knex: Knex;
  access: RoadmapAccess;
  actors: Actors;
  directory: DirectoryStore;
  live: LiveUpdates;
  visibility: Visibility;
  feeds: FeedSettings;
  /** The address of the suite's API, as calendars reach it. */
  apiUrl(): Promise<string>;
  categories?: readonly string[];
  now?: () => Date;
}

/** Roadmaps taken along: CSV out and in, calendar feeds, and saved views. */
export function createExchange(options: CreateExchangeOptions): {
  routes: RouteRegistrar[];
  exports: ExportService;
  /** To be told of everybody who uses the portal. */
  present(credentials: CallerCredentials): Promise<void>;
} {
  const store = ExchangeStore.create(options);
  const feeds = FeedService.create({
    ...options,
    store,
    feeds: FeedStore.create(options),
    settings: options.feeds,
  });
  const exports = ExportService.create({ ...options, store });
  return {
    exports,
    routes: [
      createCsvRoutes({
        exports,
        imports: ImportService.create({
          ...options,
          store,
          imports: ImportStore.create(options),
        }),
      }),
      createFeedRoutes({ feeds }),
      createViewRoutes({
        views: ViewService.create({
          ...options,
          views: ViewStore.create(options),
        }),
      }),
    ],
    present: credentials => feeds.present(credentials),
  };
}
