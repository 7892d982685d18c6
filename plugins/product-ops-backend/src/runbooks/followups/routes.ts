import { idempotencyKeyOf } from '../../http/idempotencyKey';
import type { RouteRegistrar } from '../../http/types';
import type { FollowUpService } from './FollowUpService';

/** The routes by which runs and runbooks lead to roadmap items. */
export function createFollowUpRoutes(options: {
  followUps: FollowUpService;
}): RouteRegistrar {
  const { followUps } = options;
  return (router, http, writes) => {
    router.get('/follow-ups', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await followUps.list(req.query, { credentials }),
      );
    });
    writes.post('/follow-ups', async (req, res) => {
      const credentials = await http.credentials(req);
      const key = idempotencyKeyOf(req);
      const { run, step, entity, runbook } = req.body;
      const made = await http.audited(
        req,
        {
          eventId: 'follow-up-create',
          meta: {
            ...(run && { run }),
            ...(step && { step }),
            ...(entity && { entityRef: entity }),
            ...(runbook && { runbook }),
          },
          outcome: ({ item }) => ({
            entityRef: item.entity.ref,
            item: item.id,
          }),
        },
        () => followUps.create(req.body, { credentials, key }),
      );
      res.json(made);
    });
  };
}
