import type { RouteRegistrar } from '../http/types';
import type { StatusService } from './StatusService';

/** The route that says how old everything is. */
export function createStatusRoutes(options: {
  status: StatusService;
}): RouteRegistrar {
  return (router, http) => {
    router.get('/status', async (req, res) => {
      await http.credentials(req);
      res.json(await options.status.getStatus());
    });
  };
}
