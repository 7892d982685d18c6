import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Request, Response } from 'express';
import type { RouteRegistrar } from '../../http/types';
import { matchItems } from '../plan/matchItems';
import type { PlanAccess } from '../plan/PlanAccess';
import type { ExportService } from './ExportService';
import type { FeedService } from './FeedService';
import type { ImportService } from './ImportService';
import type { ViewService } from './ViewService';

function sendCsv(res: Response, name: string, text: string): void {
  res.setHeader(
    'Content-Disposition',
    `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.csv"`,
  );
  res.setHeader('Cache-Control', 'private, no-cache');
  res.type('text/csv').send(text);
}

/** The routes of roadmaps as CSV, out and in. */
export function createCsvRoutes(options: {
  exports: ExportService;
  imports: ImportService;
}): RouteRegistrar {
  const { exports, imports } = options;
  return (router, http, writes) => {
    router.get(
      '/entities/:kind/:namespace/:name/roadmap.csv',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const text = await exports.ofEntity(
          stringifyEntityRef(req.params),
          req.query,
          { credentials },
        );
        sendCsv(res, `${req.params.name}-roadmap`, text);
      },
    );
    // It reads: nothing but the plan is written, so nothing is audited.
    writes.post('/roadmap/imports', async (req, res) => {
      const credentials = await http.credentials(req);
      const body: unknown = req.body;
      res.json(
        await imports.preview(
          Buffer.isBuffer(body) ? body : new Uint8Array(),
          req.query,
          { credentials },
        ),
      );
    });
    writes.post('/roadmap/imports/:id/apply', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const result = await http.audited(
        req,
        {
          eventId: 'roadmap-import',
          meta: { import: id },
          outcome: ({ created, changed }) => ({ created, changed }),
        },
        () => imports.apply(id, { credentials }),
      );
      res.json(result);
    });
  };
}

/** The route of the items of many roadmaps as CSV, filtered like the plan. */
export function createPlanCsvRoutes(options: {
  exports: ExportService;
  plan: PlanAccess;
}): RouteRegistrar {
  const { exports, plan } = options;
  return (router, http) => {
    router.get('/roadmap.csv', async (req, res) => {
      const credentials = await http.credentials(req);
      const { model, filter } = await plan.see(req.query, { credentials });
      const { items } = matchItems(model, filter);
      sendCsv(
        res,
        'roadmaps',
        await exports.ofItems(
          items.map(({ entityRef, source, id }) => ({
            entityRef,
            source,
            itemId: id,
          })),
        ),
      );
    });
  };
}

/** The routes of calendar feeds: for people, and the one for calendars. */
export function createFeedRoutes(options: {
  feeds: FeedService;
}): RouteRegistrar {
  const { feeds } = options;
  return (router, http, writes) => {
    router.get('/roadmap/feeds', async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await feeds.list(req.query, { credentials });
      http.sendWithEtag(req, res, page);
    });
    writes.post('/roadmap/feeds', async (req, res) => {
      const credentials = await http.credentials(req);
      const { entityRef, goal } = req.body;
      const feed = await http.audited(
        req,
        {
          eventId: 'roadmap-feed-create',
          meta: { entityRef, ...(goal && { goal }) },
          outcome: ({ id }) => ({ feed: id }),
        },
        () => feeds.create(req.body, { credentials }),
      );
      res.setHeader('Cache-Control', 'no-store');
      res.json(feed);
    });
    writes.delete('/roadmap/feeds/:id', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const feed = await http.audited(
        req,
        {
          eventId: 'roadmap-feed-revoke',
          meta: { feed: id },
          outcome: ({ entity, createdBy }) => ({
            entityRef: entity.ref,
            of: createdBy.ref,
          }),
        },
        () => feeds.revoke(id, { credentials }),
      );
      res.json(feed);
    });
    // Calendars cannot sign in: who asks is told by the secret alone.
    router.get('/feeds/:file', async (req, res) => {
      const { ip } = req as Pick<Request, 'ip'>;
      const text = await feeds.read(req.params.file, ip ?? '');
      const answer: Response = res;
      answer.setHeader('Cache-Control', 'private, no-cache');
      answer.setHeader('Referrer-Policy', 'no-referrer');
      answer.type('text/calendar').send(text);
    });
  };
}

/** The routes of saved views. */
export function createViewRoutes(options: {
  views: ViewService;
}): RouteRegistrar {
  const { views } = options;
  return (router, http, writes) => {
    router.get('/roadmap/views', async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await views.list(req.query, { credentials });
      http.sendWithEtag(req, res, page);
    });
    writes.post('/roadmap/views', async (req, res) => {
      const credentials = await http.credentials(req);
      const { sharedWith = 'nobody' } = req.body;
      const view = await http.audited(
        req,
        {
          eventId: 'roadmap-view-create',
          meta: { sharedWith },
          outcome: ({ id }) => ({ view: id }),
        },
        () => views.create(req.body, { credentials }),
      );
      res.json(view);
    });
    writes.patch('/roadmap/views/:id', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { version } = req.body;
      const view = await http.audited(
        req,
        {
          eventId: 'roadmap-view-update',
          meta: { view: id, version },
          outcome: ({ sharedWith }) => ({ sharedWith }),
        },
        () => views.patch(id, req.body, { credentials }),
      );
      res.json(view);
    });
    writes.delete('/roadmap/views/:id', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { version } = req.query;
      const view = await http.audited(
        req,
        { eventId: 'roadmap-view-delete', meta: { view: id, version } },
        () => views.remove(id, version, { credentials }),
      );
      res.json(view);
    });
  };
}
