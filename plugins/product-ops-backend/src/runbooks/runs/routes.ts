import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Response } from 'express';
import type { RouteRegistrar } from '../../http/types';
import type { RunListService } from './RunListService';
import type { RunLogService } from './RunLogService';
import type { RunService } from './RunService';

/** The routes by which runbooks are run. */
export function createRunRoutes(options: {
  runs: RunService;
  lists: RunListService;
  log: RunLogService;
}): RouteRegistrar {
  const { runs, lists, log } = options;
  return (router, http, writes) => {
    router.get('/entities/:kind/:namespace/:name/runs', async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await lists.ofEntity(
        stringifyEntityRef(req.params),
        req.query,
        { credentials },
      );
      http.sendWithEtag(req, res, page);
    });
    router.get('/runs', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await lists.ofAll(req.query, { credentials }),
      );
    });
    // To look at a run is nothing that is written down.
    writes.post('/runs/:id/presence', async (req, res) => {
      const credentials = await http.credentials(req);
      res.json(await lists.join(req.params.id, { credentials }));
    });
    writes.post(
      '/entities/:kind/:namespace/:name/runbooks/:id/runs',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const entityRef = stringifyEntityRef(req.params);
        const runbook = req.params.id;
        const run = await http.audited(
          req,
          {
            eventId: 'runbook-run-start',
            meta: { entityRef, runbook, run: req.body.id },
            outcome: ({ id, seq, runbook: { version } }) => ({
              run: id,
              seq,
              version,
            }),
          },
          () => runs.start(entityRef, runbook, req.body, { credentials }),
        );
        res.json(run);
      },
    );
    router.get('/runs/:id', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await runs.get(req.params.id, { credentials }),
      );
    });
    router.get('/runs/:id/events', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await log.events(req.params.id, req.query, { credentials }),
      );
    });
    writes.post('/runs/:id/events', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { type, id: event } = req.body;
      const added = await http.audited(
        req,
        {
          eventId: `runbook-run-${type}`,
          meta: { run: id, event },
          outcome: ({ seq }) => ({ run: id, event, seq }),
        },
        () => runs.append(id, req.body, { credentials }),
      );
      res.json(added);
    });
    router.get('/runs/:id/record', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const markdown = req.query.format === 'markdown';
      const body = markdown
        ? await log.recordAsMarkdown(id, { credentials })
        : await log.record(id, { credentials });
      res.setHeader(
        'Content-Disposition',
        `attachment; filename="run-${id}.${markdown ? 'md' : 'json'}"`,
      );
      res.setHeader('Cache-Control', 'private, no-cache');
      if (typeof body === 'string') {
        // The types of the router know one type of answer to a path.
        const text: Response = res;
        text.type('text/markdown').send(body);
      } else {
        res.json(body);
      }
    });
  };
}
