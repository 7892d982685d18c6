import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { RouteRegistrar } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import { findDrill, toDrillView } from '../recovery/DrillStore';
import type { RunbooksService } from '../RunbooksService';
import { PresenceStore } from './PresenceStore';
import { createRunRoutes } from './routes';
import { RunAccess } from './RunAccess';
import { RunListService } from './RunListService';
import { RunLogService } from './RunLogService';
import { RunService } from './RunService';
import { RunStore } from './RunStore';

export interface CreateRunsOptions extends Messages {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  /** What is run, as the caller may read it. */
  service: RunbooksService;
  now?: () => Date;
}

/** Runs of runbooks. */
export function createRuns(options: CreateRunsOptions): {
  routes: RouteRegistrar[];
  access: RunAccess;
} {
  const runs = RunStore.create(options);
  const access = RunAccess.create({ ...options, runs });
  const run = RunService.create({
    ...options,
    access,
    runs,
  });
  return {
    access,
    routes: [
      createRunRoutes({
        runs: run,
        lists: RunListService.create({
          ...options,
          access,
          runs,
          presence: PresenceStore.create(options),
        }),
        log: RunLogService.create({
          access,
          runs,
          run,
          drill: async id => {
            const drill = await findDrill(options.knex, id);
            return drill && toDrillView(drill);
          },
        }),
      }),
    ],
  };
}
