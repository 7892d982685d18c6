import type {
  AuditorService,
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../directory/types';
import type { DelegatingDocumentReader } from '../documents/DelegatingDocumentReader';
import type { RouteRegistrar } from '../http/types';
import type { Messages } from '../messages/types';
import type { OwnershipModels } from '../ownership/OwnershipModels';
import type { Actors } from '../permissions/Actors';
import type { Visibility } from '../permissions/types';
import { ActionsService } from './ActionsService';
import { StandingsStore } from './StandingsStore';
import { BoardService } from './board/BoardService';
import { BoardStore } from './board/BoardStore';
import { createBoardRoutes } from './board/routes';
import { AttestationService } from './checks/AttestationService';
import { AttestationStore } from './checks/AttestationStore';
import { createCheckRoutes } from './checks/routes';
import { WaiverRights } from './checks/WaiverRights';
import { WaiverService } from './checks/WaiverService';
import { WaiverStore } from './checks/WaiverStore';
import type { LifecycleRules } from './config';
import { Gates } from './gates';
import { HistoryService } from './history/HistoryService';
import { HistoryStore } from './history/HistoryStore';
import { createHistoryRoutes } from './history/routes';
import { StageHistory } from './history/StageHistory';
import { LifecycleNotices } from './LifecycleNotices';
import { lifecycleEvents, LifecycleRecorder } from './LifecycleRecorder';
import type { LifecycleService } from './LifecycleService';
import { LifecyclePeople } from './people';
import type { LifecyclePorts } from './ports';
import { AcknowledgementService } from './sunset/AcknowledgementService';
import { createSunsetRoutes } from './sunset/routes';
import { DependantStore } from './sunset/DependantStore';
import { EntitySunsetService } from './sunset/EntitySunsetService';
import { SunsetFollower } from './sunset/SunsetFollower';
import { SunsetService } from './sunset/SunsetService';
import { SunsetStore } from './sunset/SunsetStore';
import { SunsetViews } from './sunset/SunsetViews';
import { DeclaredLines } from './transitions/DeclaredLines';
import type { RecordedStageStore } from './transitions/RecordedStageStore';
import { createTransitionRoutes } from './transitions/routes';
import { TransitionKeeper } from './transitions/TransitionKeeper';
import { TransitionService } from './transitions/TransitionService';
import { TransitionStore } from './transitions/TransitionStore';
import { TransitionViews } from './transitions/TransitionViews';

export interface CreateTransitionRecordsOptions extends Messages {
  knex: Knex;
  models: OwnershipModels;
  rules: LifecycleRules;
  recorded: RecordedStageStore;
  logger: LoggerService;
}

/** What people do about stages, as it is kept. */
export interface TransitionRecords {
  transitions: TransitionStore;
  attestations: AttestationStore;
  waivers: WaiverStore;
  history: StageHistory;
  notices: LifecycleNotices;
  /** What the evaluation of checks is told by all this, and tells. */
  ports: LifecyclePorts;
}

/** What the evaluation of checks goes by: it is there before the evaluation, and the services after it. */
export function createTransitionRecords(
  options: CreateTransitionRecordsOptions,
): TransitionRecords {
  const records = {
    transitions: TransitionStore.create(options),
    attestations: AttestationStore.create(options),
    waivers: WaiverStore.create(options),
    history: StageHistory.create(options),
    notices: LifecycleNotices.create(options),
  };
  return {
    ...records,
    ports: {
      attestations: records.attestations,
      waivers: records.waivers,
      recordedStages: options.recorded,
      events: lifecycleEvents(records),
    },
  };
}

export interface CreateTransitionsOptions {
  knex: Knex;
  records: TransitionRecords;
  recorded: RecordedStageStore;
  /** Where entities are in their life. */
  lifecycle: Pick<LifecycleService, 'read'>;
  directory: DirectoryStore;
  visibility: Visibility;
  models: OwnershipModels;
  actors: Actors;
  reader: Pick<DelegatingDocumentReader, 'read'>;
  rules: LifecycleRules;
  scheduler: SchedulerService;
  schedule: SchedulerServiceTaskScheduleDefinition;
  auditor: AuditorService;
  logger: LoggerService;
  now?: () => Date;
}

/** Transitions, answers of people, exceptions, sunset plans, history and board: routes, and the work that follows them. */
export async function createTransitions(
  options: CreateTransitionsOptions,
): Promise<{ routes: RouteRegistrar[] }> {
  const { records, logger } = options;
  const common = {
    ...options,
    ...records,
    people: LifecyclePeople.create(options),
    gates: Gates.create({
      ...options,
      ...records,
      standings: StandingsStore.create(options),
    }),
    sunsets: SunsetStore.create(options),
    dependants: DependantStore.create(options),
  };
  const keeper = TransitionKeeper.create(common);
  const views = TransitionViews.create({
    ...common,
    lines: DeclaredLines.create(options),
  });
  const attestations = AttestationService.create(common);
  const rights = WaiverRights.create(common);
  const waivers = WaiverService.create({ ...common, rights });
  const sunsetViews = SunsetViews.create(common);
  const sunsets = SunsetService.create({ ...common, views: sunsetViews });
  const recorder = LifecycleRecorder.create({
    ...common,
    keeper,
    sunsets: SunsetFollower.create(common),
  });
  await options.scheduler.scheduleTask({
    ...options.schedule,
    id: 'lifecycle-record',
    fn: async signal => {
      const changes = await recorder.record({ signal });
      if (changes > 0) {
        logger.info(
          `Recorded ${changes} changes of stages and what hangs on them`,
        );
      }
    },
  });
  return {
    routes: [
      createTransitionRoutes({
        transitions: TransitionService.create({ ...common, keeper, views }),
        actions: ActionsService.create({
          ...common,
          transitionViews: views,
          attestationService: attestations,
          waiverService: waivers,
          rights,
        }),
      }),
      createCheckRoutes({ attestations, waivers }),
      createSunsetRoutes({
        sunsets,
        entities: EntitySunsetService.create({ ...common, views: sunsetViews }),
        acknowledgements: AcknowledgementService.create({
          ...common,
          plans: sunsets,
          views: sunsetViews,
        }),
      }),
      createHistoryRoutes({
        history: HistoryService.create({
          ...common,
          store: HistoryStore.create(options),
        }),
      }),
      createBoardRoutes({
        board: BoardService.create({
          ...common,
          store: BoardStore.create(options),
        }),
      }),
    ],
  };
}
