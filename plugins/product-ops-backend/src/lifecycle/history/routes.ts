import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Response } from 'express';
import type { RouteRegistrar } from '../../http/types';
import type { HistoryService } from './HistoryService';

/** The routes of what became of the stage of an entity. */
export function createHistoryRoutes(options: {
  history: HistoryService;
}): RouteRegistrar {
  const { history } = options;
  return (router, http) => {
    router.get(
      '/entities/:kind/:namespace/:name/lifecycle/history',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const ref = stringifyEntityRef(req.params);
        http.sendWithEtag(
          req,
          res,
          await history.list(ref, req.query, { credentials }),
        );
      },
    );
    router.get(
      '/entities/:kind/:namespace/:name/lifecycle/history/export',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const ref = stringifyEntityRef(req.params);
        const csv = req.query.format === 'csv';
        const name = req.params.name.replace(/[^\w.-]/g, '_');
        const body = csv
          ? await history.exportCsv(ref, { credentials })
          : await history.export(ref, { credentials });
        res.setHeader(
          'Content-Disposition',
          `attachment; filename="${name}-lifecycle.${csv ? 'csv' : 'json'}"`,
        );
        res.setHeader('Cache-Control', 'private, no-cache');
        if (typeof body === 'string') {
          // The types of the router know one type of answer to a path.
          const text: Response = res;
          text.type('text/csv').send(body);
        } else {
          res.json(body);
        }
      },
    );
  };
}
