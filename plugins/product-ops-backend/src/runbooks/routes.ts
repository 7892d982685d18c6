import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../http/types';
import type { AlertResolutionService } from './AlertResolutionService';
import type { RunbookSearchService } from './RunbookSearchService';
import type { RunbooksService } from './RunbooksService';

/** The routes of runbooks. */
export function createRunbooksRoutes(options: {
  runbooks: RunbooksService;
  search: RunbookSearchService;
  resolution: AlertResolutionService;
}): RouteRegistrar {
  return (router, http) => {
    router.get('/runbooks', async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await options.search.find(req.query, { credentials });
      http.sendWithEtag(req, res, page);
    });

    router.get('/runbooks/resolve', async (req, res) => {
      const credentials = await http.credentials(req);
      const resolution = await options.resolution.resolve(req.query, {
        credentials,
      });
      http.sendWithEtag(req, res, resolution);
    });

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
