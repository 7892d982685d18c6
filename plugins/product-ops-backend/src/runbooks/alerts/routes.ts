import type { JsonObject } from '@backstage/types';
import type { RouteRegistrar } from '../../http/types';
import type { AlertListService } from './AlertListService';
import type { AlertReceiver } from './AlertReceiver';
import type { OnCallService } from './OnCallService';

/** The routes by which alerts come in and are looked at. */
export function createAlertRoutes(options: {
  receiver: AlertReceiver;
  lists: AlertListService;
  onCall: OnCallService;
}): RouteRegistrar {
  const { receiver, lists, onCall } = options;
  return (router, http, writes) => {
    router.get('/alerts', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(req, res, await lists.list(req.query, { credentials }));
    });
    router.get('/on-call', async (req, res) => {
      const credentials = await http.credentials(req);
      const found = await onCall.of(req.query.entity, { credentials });
      http.sendWithEtag(req, res, found);
    });
    writes.post('/alerts/:source', async (req, res) => {
      const credentials = await http.credentials(req);
      const { source } = req.params;
      const received = await http.audited(
        req,
        {
          eventId: 'alerts-receive',
          meta: { source },
          outcome: counts => ({ ...counts }),
        },
        () => receiver.receive(source, req.body as JsonObject, { credentials }),
      );
      res.json(received);
    });
  };
}
