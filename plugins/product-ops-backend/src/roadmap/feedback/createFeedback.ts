import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { RouteRegistrar } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { ItemService } from '../ItemService';
import { NoticeComposer } from '../notices/NoticeComposer';
import { NoticePeople } from '../notices/NoticePeople';
import { NoticeStore } from '../notices/NoticeStore';
import { RoadmapNotices } from '../notices/RoadmapNotices';
import type { RoadmapAccess } from '../RoadmapAccess';
import { FeedbackAccess } from './FeedbackAccess';
import { FeedbackCommentStore } from './FeedbackCommentStore';
import { FeedbackLinkStore } from './FeedbackLinkStore';
import { FeedbackLists } from './FeedbackLists';
import { FeedbackListService } from './FeedbackListService';
import { FeedbackService } from './FeedbackService';
import { FeedbackStore } from './FeedbackStore';
import { FeedbackTalkService } from './FeedbackTalkService';
import { FeedbackViews } from './FeedbackViews';
import { MergeStore } from './MergeStore';
import { ModerationService } from './ModerationService';
import {
  createFeedbackRoutes,
  createFeedbackTalkRoutes,
  createModerationRoutes,
} from './routes';
import { VoteStore } from './VoteStore';

export interface CreateFeedbackOptions extends Messages {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  access: RoadmapAccess;
  items: ItemService;
  scheduler: SchedulerService;
  logger: LoggerService;
  now?: () => Date;
}

/** What people ask of entities, and what they are told of roadmaps. */
export async function createFeedback(
  options: CreateFeedbackOptions,
): Promise<{ routes: RouteRegistrar[] }> {
  const stores = {
    feedback: FeedbackStore.create(options),
    lists: FeedbackLists.create(options),
    links: FeedbackLinkStore.create(options),
    votes: VoteStore.create(options),
    comments: FeedbackCommentStore.create(options),
    merges: MergeStore.create(options),
  };
  const views = FeedbackViews.create({ ...options, ...stores });
  const asked = FeedbackAccess.create({ ...options, ...stores, views });
  const common = { ...options, ...stores, views, asked };
  const service = FeedbackService.create(common);
  const notices = RoadmapNotices.create({
    ...options,
    store: NoticeStore.create(options),
    composer: NoticeComposer.create({
      ...options,
      people: NoticePeople.create(),
    }),
  });
  await options.scheduler.scheduleTask({
    id: 'roadmap-notices',
    // Several instances share what is to be told: one of them tells it.
    scope: 'global',
    frequency: { seconds: 10 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
    fn: async signal => {
      await notices.tell({ signal });
    },
  });
  return {
    routes: [
      createFeedbackRoutes({
        feedback: service,
        lists: FeedbackListService.create(common),
      }),
      createFeedbackTalkRoutes({
        talk: FeedbackTalkService.create({ ...common, service }),
      }),
      createModerationRoutes({
        moderation: ModerationService.create({ ...common, service }),
      }),
    ],
  };
}
