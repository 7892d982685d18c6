import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { LifecycleFact } from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../directory/types';
import type { DocumentsStore } from '../documents/DocumentsStore';
import type { RouteRegistrar } from '../http/types';
import type { Visibility } from '../permissions/types';
import type { RoadmapStore } from '../roadmap/RoadmapStore';
import type { RunbooksStore } from '../runbooks/RunbooksStore';
import { AssessmentStore } from './AssessmentStore';
import type { LifecycleRules } from './config';
import { EvaluationStore } from './EvaluationStore';
import { ExternalFacts } from './facts/ExternalFacts';
import { FactCollector } from './facts/FactCollector';
import { StageHistory } from './history/StageHistory';
import { LifecycleEvaluator } from './LifecycleEvaluator';
import { LifecycleService } from './LifecycleService';
import { LifecycleStore } from './LifecycleStore';
import { NeighbourStore } from './NeighbourStore';
import type { LifecyclePorts } from './ports';
import { createReadinessRoutes } from './readinessRoutes';
import { ReadinessService } from './ReadinessService';
import { ReadinessStore } from './ReadinessStore';
import { createLifecycleRoutes } from './routes';
import { StandingsStore } from './StandingsStore';

export interface CreateLifecycleOptions {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  documents: DocumentsStore;
  contents: { roadmaps: RoadmapStore; runbooks: RunbooksStore };
  scheduler: SchedulerService;
  logger: LoggerService;
  rules: LifecycleRules;
  /** The facts that modules add. */
  facts: readonly LifecycleFact[];
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** What other rooms tell, and are told. */
  ports?: LifecyclePorts;
  now?: () => Date;
}

/** What the lifecycle gives to the rest of the plugin. */
export interface Lifecycle {
  /** Answers about single entities; its `read` is what gates go by. */
  service: LifecycleService;
  /** How far the answers to checks are. */
  evaluation: Pick<EvaluationStore, 'getState'>;
  routes: RouteRegistrar[];
}

/** Stages, checks and readiness: the routes, and the work that answers the checks, done by one of all instances. */
export async function createLifecycle(
  options: CreateLifecycleOptions,
): Promise<Lifecycle> {
  const { knex, logger, rules, ports = {} } = options;
  const external = ExternalFacts.create(options);
  const evaluation = EvaluationStore.create({ knex });
  const standings = StandingsStore.create({ knex });
  const readiness = ReadinessStore.create({ knex });
  const evaluator = LifecycleEvaluator.create({
    ...options,
    ports,
    external,
    assessments: AssessmentStore.create({ standings, rules }),
    store: evaluation,
    neighbours: NeighbourStore.create({ knex }),
    collector: FactCollector.create({
      ...options,
      ...options.contents,
      external,
      ports,
      stages: rules.stages,
    }),
  });
  await options.scheduler.scheduleTask({
    ...options.schedule,
    id: 'lifecycle-evaluate',
    fn: async signal => {
      const { evaluated, rowsWritten, durationMs } = await evaluator.run({
        signal,
      });
      if (rowsWritten > 0) {
        logger.info(
          `Answered the checks of ${evaluated} entities in ${Math.round(
            durationMs,
          )} ms: ${rowsWritten} rows written`,
        );
      }
    },
  });
  const service = LifecycleService.create({
    ...options,
    ports,
    evaluation,
    store: LifecycleStore.create({ knex }),
    history: StageHistory.create(options),
  });
  return {
    service,
    evaluation,
    routes: [
      createLifecycleRoutes({ lifecycle: service }),
      createReadinessRoutes({
        readiness: ReadinessService.create({
          ...options,
          store: readiness,
          standings,
          evaluation,
        }),
      }),
    ],
  };
}
