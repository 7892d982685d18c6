import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../http/types';
import type { RunbooksService } from './RunbooksService';

/** The routes of runbooks. */
export function createRunbooksRoutes(options: {
  runbooks: RunbooksService;
}): RouteRegistrar {
  return (router, http) => {
    router.get(
      '/entities/:kind/:namespace/:name/runbooks',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const page = await options.runbooks.list(
          stringifyEntityRef(req.params),
          req.query,
          { credentials },
        );
        http.sendWithEtag(req, res, page);
      },
    );

    router.get(
      '/entities/:kind/:namespace/:name/runbooks/:id',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const runbook = await options.runbooks.get(
          stringifyEntityRef(req.params),
          req.params.id,
          { credentials },
        );
        http.sendWithEtag(req, res, runbook);
      },
    );
  };
}
