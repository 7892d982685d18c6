import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type {
  StageDefinition,
  VerificationPeriods,
} from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../directory/types';
import type { RouteRegistrar } from '../http/types';
import type { Messages } from '../messages/types';
import type { OverviewService } from '../overview/OverviewService';
import type { Actors } from '../permissions/Actors';
import type { Visibility } from '../permissions/types';
import type { RoadmapStore } from '../roadmap/RoadmapStore';
import type { RunbooksStore } from '../runbooks/RunbooksStore';
import { AnswerService } from './AnswerService';
import { EntityOwnershipService } from './EntityOwnershipService';
import { HistoryService } from './HistoryService';
import { HistoryStore } from './HistoryStore';
import { GapsService } from './GapsService';
import { LensSources } from './LensSources';
import { OwnedEntitiesService } from './OwnedEntitiesService';
import { OwnershipModels } from './OwnershipModels';
import { OwnershipNotices } from './OwnershipNotices';
import { OwnershipRecorder } from './OwnershipRecorder';
import { OwnershipRecords } from './OwnershipRecords';
import { OwnershipService } from './OwnershipService';
import { OwnershipStore } from './OwnershipStore';
import { PersonOwnershipService } from './PersonOwnershipService';
import type { ReadinessSource } from './readiness';
import {
  createOwnershipGraphRoutes,
  createOwnershipRoutes,
  createResponsibilityRoutes,
} from './routes';
import { TransferService } from './TransferService';
import { TransferStore } from './TransferStore';
import { TransferViews } from './TransferViews';
import { VerificationService } from './VerificationService';
import { VerificationStandings } from './VerificationStandings';
import { VerificationStore } from './VerificationStore';
import { TeamOwnershipService } from './TeamOwnershipService';

export interface CreateOwnershipOptions extends Messages {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  overview: Pick<OverviewService, 'get'>;
  contents: { roadmaps: RoadmapStore; runbooks: RunbooksStore };
  actors: Actors;
  scheduler: SchedulerService;
  logger: LoggerService;
  stages: readonly StageDefinition[];
  periods: VerificationPeriods;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** How ready entities are by the checks of their stage; the lens is offered where it is given. */
  readiness?: ReadinessSource;
  now?: () => Date;
}

/** Who answers for what: its routes, and the work that keeps how it was, done by one of all instances. */
export async function createOwnership(
  options: CreateOwnershipOptions,
): Promise<{ routes: RouteRegistrar[]; models: OwnershipModels }> {
  const store = OwnershipStore.create({ knex: options.knex });
  const models = OwnershipModels.create({ ...options, store });
  const notices = OwnershipNotices.create({ ...options, models });
  const services = { ...options, store, models, notices };
  const recorder = OwnershipRecorder.create({
    ...services,
    records: OwnershipRecords.create(options),
  });
  await options.scheduler.scheduleTask({
    ...options.schedule,
    id: 'ownership-record',
    fn: async () => {
      const rowsWritten = await recorder.record();
      if (rowsWritten > 0) {
        options.logger.info(
          `Recorded changes of ownership: ${rowsWritten} rows written`,
        );
      }
    },
  });
  const verifications = VerificationStore.create(options);
  const standings = VerificationStandings.create({ ...options, verifications });
  const lenses = LensSources.create({
    standings,
    readiness: options.readiness,
  });
  const transferStore = TransferStore.create(options);
  const transfers = TransferService.create({
    ...services,
    transfers: transferStore,
    views: TransferViews.create(services),
  });
  return {
    models,
    routes: [
      createOwnershipGraphRoutes({
        ownership: OwnershipService.create({ ...services, lenses }),
      }),
      createOwnershipRoutes({
        teams: TeamOwnershipService.create(services),
        people: PersonOwnershipService.create({
          ...services,
          transfers: transferStore,
          standings,
        }),
        entities: EntityOwnershipService.create(services),
        owned: OwnedEntitiesService.create(services),
        history: HistoryService.create({
          ...services,
          store: HistoryStore.create(options),
        }),
        gaps: GapsService.create(services),
      }),
      createResponsibilityRoutes({
        transfers,
        verifications: VerificationService.create({
          ...services,
          verifications,
        }),
        answers: AnswerService.create({
          ...services,
          transfers,
          verifications,
        }),
      }),
    ],
  };
}
