import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../../http/types';
import type { ActionsService } from '../ActionsService';
import type { TransitionService } from './TransitionService';

/** The routes of moves between stages, and of what can be done about the stage of an entity. */
export function createTransitionRoutes(options: {
  transitions: TransitionService;
  actions: ActionsService;
}): RouteRegistrar {
  const { transitions, actions } = options;
  return (router, http, writes) => {
    router.get(
      '/entities/:kind/:namespace/:name/lifecycle/actions',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const ref = stringifyEntityRef(req.params);
        http.sendWithEtag(req, res, await actions.get(ref, { credentials }));
      },
    );
    router.get('/lifecycle/transitions', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await transitions.list(req.query, { credentials }),
      );
    });
    router.get('/lifecycle/transitions/:id', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await transitions.get(req.params.id, { credentials }),
      );
    });
    writes.post('/lifecycle/transitions', async (req, res) => {
      const credentials = await http.credentials(req);
      const { entity, from, to } = req.body;
      const transition = await http.audited(
        req,
        {
          eventId: 'lifecycle-transition-request',
          meta: { entity, to, ...(from && { from }) },
        },
        () => transitions.request(req.body, { credentials }),
      );
      res.json(transition);
    });
    writes.post('/lifecycle/transitions/:id/decision', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { decision, version } = req.body;
      const transition = await http.audited(
        req,
        {
          eventId: 'lifecycle-transition-decide',
          meta: { id, decision, version },
        },
        () => transitions.decide(id, req.body, { credentials }),
      );
      res.json(transition);
    });
  };
}
