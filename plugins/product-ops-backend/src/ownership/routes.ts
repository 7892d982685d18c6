import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../http/types';
import type { EntityOwnershipService } from './EntityOwnershipService';
import type { GapsService } from './GapsService';
import type { OwnershipService } from './OwnershipService';
import type { TeamOwnershipService } from './TeamOwnershipService';

/** The routes of the ownership graph. */
export function createOwnershipGraphRoutes(options: {
  ownership: OwnershipService;
}): RouteRegistrar {
  const { ownership } = options;
  return (router, http) => {
    router.get('/ownership/graph', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await ownership.getGraph(req.query, { credentials }),
      );
    });
    router.get('/ownership/children', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await ownership.listChildren(req.query, { credentials }),
      );
    });
    router.get('/ownership/search', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await ownership.search(req.query, { credentials }),
      );
    });
    router.get('/ownership/dependencies', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await ownership.listDependencies(req.query.team, { credentials }),
      );
    });
  };
}

/** The routes of what one team owns, one entity's owners, and the gaps. */
export function createOwnershipRoutes(options: {
  teams: TeamOwnershipService;
  entities: EntityOwnershipService;
  gaps: GapsService;
}): RouteRegistrar {
  const { teams, entities, gaps } = options;
  return (router, http) => {
    router.get('/ownership/teams/:namespace/:name', async (req, res) => {
      const credentials = await http.credentials(req);
      const ref = stringifyEntityRef({ kind: 'group', ...req.params });
      http.sendWithEtag(req, res, await teams.get(ref, { credentials }));
    });
    router.get('/ownership/gaps', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(req, res, await gaps.list(req.query, { credentials }));
    });
    router.get(
      '/entities/:kind/:namespace/:name/ownership',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const ref = stringifyEntityRef(req.params);
        http.sendWithEtag(req, res, await entities.get(ref, { credentials }));
      },
    );
  };
}
