import type { DocumentLimits } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { DirectoryStore } from '../../directory/types';
import type { DelegatingDocumentReader } from '../../documents/DelegatingDocumentReader';
import type { DocumentsStore } from '../../documents/DocumentsStore';
import type { RouteRegistrar } from '../../http/types';
import type { Messages } from '../../messages/types';
import type { Actors } from '../../permissions/Actors';
import type { Visibility } from '../../permissions/types';
import type { RunbooksStore } from '../RunbooksStore';
import { AuthoringAccess } from './AuthoringAccess';
import { AuthoringService } from './AuthoringService';
import { ImageService } from './ImageService';
import { createAuthoringRoutes } from './routes';
import type { VersionStore } from './VersionStore';
import { VersionsService } from './VersionsService';
import { WrittenChanges } from './WrittenChanges';
import type { WrittenStore } from './WrittenStore';

export interface CreateAuthoringOptions extends Messages {
  knex: Knex;
  directory: DirectoryStore;
  visibility: Visibility;
  actors: Actors;
  documents: DocumentsStore;
  runbooks: RunbooksStore;
  versions: VersionStore;
  written: WrittenStore;
  /** Reads images beside the files of runbooks. */
  images: DelegatingDocumentReader;
  limits: DocumentLimits;
  now?: () => Date;
}

/** Runbooks that are written in the portal, the versions of all, and their images. */
export function createAuthoring(options: CreateAuthoringOptions): {
  routes: RouteRegistrar[];
} {
  const access = AuthoringAccess.create(options);
  const services = { ...options, access };
  return {
    routes: [
      createAuthoringRoutes({
        authoring: AuthoringService.create({
          ...services,
          changes: WrittenChanges.create(options),
        }),
        versions: VersionsService.create(services),
        images: ImageService.create({ ...services, reader: options.images }),
      }),
    ],
  };
}
