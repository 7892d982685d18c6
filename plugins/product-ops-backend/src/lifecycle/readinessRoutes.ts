import type { RouteRegistrar } from '../http/types';
import type { ReadinessService } from './ReadinessService';

/** The routes of how ready things are. */
export function createReadinessRoutes(options: {
  readiness: ReadinessService;
}): RouteRegistrar {
  const { readiness } = options;
  return (router, http) => {
    router.get('/readiness', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await readiness.get(req.query, { credentials }),
      );
    });
  };
}
