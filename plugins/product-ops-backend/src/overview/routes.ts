import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../http/types';
import type { OverviewService } from './OverviewService';

/** The route behind every entity page. */
export function createOverviewRoutes(options: {
  overview: OverviewService;
}): RouteRegistrar {
  return (router, http) => {
    router.get('/entities/:kind/:namespace/:name', async (req, res) => {
      const credentials = await http.credentials(req);
      const overview = await options.overview.get(
        stringifyEntityRef(req.params),
        { credentials },
      );
      http.sendWithEtag(req, res, overview);
    });
  };
}
