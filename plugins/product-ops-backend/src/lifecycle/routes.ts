import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../http/types';
import type { LifecycleService } from './LifecycleService';

/** The routes of where an entity is in its life. */
export function createLifecycleRoutes(options: {
  lifecycle: LifecycleService;
}): RouteRegistrar {
  const { lifecycle } = options;
  return (router, http) => {
    router.get(
      '/entities/:kind/:namespace/:name/lifecycle',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const ref = stringifyEntityRef(req.params);
        http.sendWithEtag(req, res, await lifecycle.get(ref, { credentials }));
      },
    );
  };
}
