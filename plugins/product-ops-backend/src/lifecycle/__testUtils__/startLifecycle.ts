import { ConfigReader } from '@backstage/config';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import {
  BUILT_IN_FACTS,
  DEFAULT_STAGES,
  type AttestationAnswer,
  type EntityLifecycle,
  type WaiverAnswer,
} from '@productops/backstage-plugin-product-ops-common';
import type { LifecycleFact } from '@productops/backstage-plugin-product-ops-node';
import type { Knex } from 'knex';
import { openDatabase } from '../../database/migrate';
import { DatabaseDirectoryStore } from '../../directory/DatabaseDirectoryStore';
import { DirectoryRefresher } from '../../directory/DirectoryRefresher';
import { DirectoryWriter } from '../../directory/DirectoryWriter';
import { DocumentsStore } from '../../documents/DocumentsStore';
import { RoadmapStore } from '../../roadmap/RoadmapStore';
import { RunbooksStore } from '../../runbooks/RunbooksStore';
import { readLifecycleRules, readLifecycleSchedule } from '../config';
import { createLifecycle } from '../createLifecycle';
import { StageHistory } from '../history/StageHistory';
import { markForEvaluation } from '../pending';
import type { DrillResult, StageChange } from '../ports';
import { createReadinessSource } from '../readinessSource';
import { RecordedStageStore } from '../transitions/RecordedStageStore';

/** The lifecycle on a directory that a test fills, at a time that it sets, with what other rooms would tell. */
export async function startLifecycle(options: {
  knex: Knex;
  entities: Entity[];
  config?: JsonObject;
  facts?: LifecycleFact[];
  now?: string;
}) {
  const { knex, facts = [] } = options;
  await openDatabase({ getClient: async () => knex });
  let entities = options.entities;
  let now = new Date(options.now ?? '2026-11-22T12:00:00Z');
  const attestations = new Map<string, Map<string, AttestationAnswer>>();
  const waivers = new Map<string, Map<string, WaiverAnswer>>();
  const drills = new Map<string, DrillResult>();
  const unreachable = { attestations: false };
  const stageChanges: StageChange[] = [];
  const onRegression = jest.fn(async (_ref: string, _check: string) => {});
  const directory = DatabaseDirectoryStore.create({ knex });

  const start = async (config: JsonObject = {}) => {
    const reader = new ConfigReader({ productOps: { lifecycle: config } });
    const rules = readLifecycleRules(reader, {
      facts: [...BUILT_IN_FACTS, ...facts],
    });
    const scheduler = mockServices.scheduler();
    const lifecycle = await createLifecycle({
      knex,
      directory,
      documents: DocumentsStore.create({ knex }),
      contents: {
        roadmaps: RoadmapStore.create({ knex }),
        runbooks: RunbooksStore.create({ knex }),
      },
      visibility: {
        filterReadable: async refs => new Set(await refs),
        visibleFilter: async () => 'all',
      },
      scheduler,
      logger: mockServices.logger.mock(),
      rules,
      facts,
      schedule: readLifecycleSchedule(reader),
      ports: {
        attestations: {
          of: async () => {
            if (unreachable.attestations) {
              throw new Error('The database is gone');
            }
            return attestations;
          },
        },
        waivers: { of: async () => waivers },
        drills: { of: async () => drills },
        recordedStages: RecordedStageStore.create({ knex, ...rules }),
        events: {
          onRegression: ({ entityRef, checkId }) =>
            onRegression(entityRef, checkId),
          onStageChange: async (trx, changes) => {
            stageChanges.push(...changes);
            await StageHistory.create({ knex, rules }).see(
              trx,
              changes.map(({ to, ...change }) => ({ ...change, stage: to })),
            );
          },
        },
      },
      now: () => now,
    });
    const refresher = DirectoryRefresher.create({
      catalog: catalogServiceMock.mock({
        streamEntities: (...args) =>
          catalogServiceMock({ entities }).streamEntities(...args),
        getEntitiesByRefs: (...args) =>
          catalogServiceMock({ entities }).getEntitiesByRefs(...args),
      }),
      auth: mockServices.auth(),
      writer: DirectoryWriter.create({ knex }),
      logger: mockServices.logger.mock(),
      stages: rules.stages,
      pageSize: 1000,
    });
    return {
      lifecycle,
      refresh: () => refresher.refresh(),
      evaluate: () => scheduler.triggerTask('lifecycle-evaluate'),
    };
  };
  let running = await start(options.config);

  const get = (ref: string): Promise<EntityLifecycle> =>
    running.lifecycle.service.get(ref, { credentials: mockCredentials.user() });
  return {
    unreachable,
    attestations,
    waivers,
    drills,
    stageChanges,
    onRegression,
    get,
    /** The outcome of a check of an entity, of the present stage or one that may come next. */
    async outcome(ref: string, check: string): Promise<string | undefined> {
      const { checks, next } = await get(ref);
      return [...checks, ...next.flatMap(stage => stage.checks)].find(
        ({ id }) => id === check,
      )?.outcome;
    },
    summaries: () => createReadinessSource({ knex }).summaries(),
    /** Answers all checks of what has changed. */
    evaluate: () => running.evaluate(),
    /** Refreshes the directory, and answers all checks of what has changed. */
    async refresh() {
      await running.refresh();
      await running.evaluate();
    },
    /** Changes the catalog. */
    inCatalog(change: (before: Entity[]) => Entity[]) {
      entities = change(entities);
    },
    /** Has an entity enter a stage that no file declares. */
    record: (entityRef: string, stage: string) =>
      knex.transaction(trx =>
        RecordedStageStore.create({ knex, stages: DEFAULT_STAGES }).enter(trx, {
          entityRef,
          stage,
          transition: 'moved',
          at: now,
        }),
      ),
    /** Starts the backend anew with another configuration. */
    async restart(config: JsonObject) {
      running = await start(config);
    },
    /** What other rooms do when they have something new about entities. */
    mark: (...refs: string[]) => markForEvaluation(knex, refs),
    at(time: string) {
      now = new Date(time);
    },
  };
}

/** A lifecycle that a test runs. */
export type RunningLifecycle = Awaited<ReturnType<typeof startLifecycle>>;
