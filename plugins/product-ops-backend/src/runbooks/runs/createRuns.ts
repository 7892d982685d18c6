import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { DocumentsStore } from '../../documents/DocumentsStore';
import type { RouteRegistrar } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import { RunbooksService } from '../RunbooksService';
import { findDrill, toDrillView } from '../recovery/DrillStore';
import type { RunbooksStore } from '../RunbooksStore';
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
  documents: DocumentsStore;
  runbooks: RunbooksStore;
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
    service: RunbooksService.create(options),
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
