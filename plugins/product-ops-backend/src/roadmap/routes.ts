import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../http/types';
import type { RoadmapService } from './RoadmapService';

/** The routes of roadmaps. */
export function createRoadmapRoutes(options: {
  roadmap: RoadmapService;
}): RouteRegistrar {
  return (router, http) => {
    router.get('/entities/:kind/:namespace/:name/roadmap', async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await options.roadmap.list(
        stringifyEntityRef(req.params),
        req.query,
        { credentials },
      );
      http.sendWithEtag(req, res, page);
    });
  };
}
