import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../../http/types';
import type { AcknowledgementService } from './AcknowledgementService';
import type { EntitySunsetService } from './EntitySunsetService';
import type { SunsetService } from './SunsetService';

/** The routes of sunset plans, and of what owners of dependants say. */
export function createSunsetRoutes(options: {
  sunsets: SunsetService;
  entities: EntitySunsetService;
  acknowledgements: AcknowledgementService;
}): RouteRegistrar {
  const { sunsets, entities, acknowledgements } = options;
  return (router, http, writes) => {
    router.get('/entities/:kind/:namespace/:name/sunset', async (req, res) => {
      const credentials = await http.credentials(req);
      const ref = stringifyEntityRef(req.params);
      http.sendWithEtag(req, res, await entities.get(ref, { credentials }));
    });
    writes.post('/entities/:kind/:namespace/:name/sunset', async (req, res) => {
      const credentials = await http.credentials(req);
      const entity = stringifyEntityRef(req.params);
      const { version, endOfLife } = req.body;
      const plan = await http.audited(
        req,
        { eventId: 'sunset-save', meta: { entity, version, endOfLife } },
        () => sunsets.save(entity, req.body, { credentials }),
      );
      res.json(plan);
    });
    router.get('/lifecycle/sunsets', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await sunsets.list(req.query, { credentials }),
      );
    });
    writes.post('/lifecycle/sunsets/:id/end', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const plan = await http.audited(
        req,
        { eventId: 'sunset-end', meta: { id } },
        () => sunsets.end(id, req.body, { credentials }),
      );
      res.json(plan);
    });
    router.get('/lifecycle/sunsets/:id/dependants', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await acknowledgements.list(req.params.id, req.query, { credentials }),
      );
    });
    writes.post('/lifecycle/sunsets/:id/dependants', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { entity, answer } = req.body;
      const dependant = await http.audited(
        req,
        { eventId: 'sunset-acknowledge', meta: { id, entity, answer } },
        () => acknowledgements.acknowledge(id, req.body, { credentials }),
      );
      res.json(dependant);
    });
  };
}
