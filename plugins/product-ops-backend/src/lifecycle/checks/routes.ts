import type { RouteRegistrar } from '../../http/types';
import type { AttestationService } from './AttestationService';
import type { WaiverService } from './WaiverService';

/** The routes of what people answer to checks, and of exceptions to them. */
export function createCheckRoutes(options: {
  attestations: AttestationService;
  waivers: WaiverService;
}): RouteRegistrar {
  const { attestations, waivers } = options;
  return (router, http, writes) => {
    router.get('/lifecycle/attestations', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await attestations.list(req.query, { credentials }),
      );
    });
    writes.post('/lifecycle/attestations', async (req, res) => {
      const credentials = await http.credentials(req);
      const { entity, check, answer } = req.body;
      const attestation = await http.audited(
        req,
        { eventId: 'lifecycle-attest', meta: { entity, check, answer } },
        () => attestations.attest(req.body, { credentials }),
      );
      res.json(attestation);
    });
    router.get('/lifecycle/waivers', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await waivers.list(req.query, { credentials }),
      );
    });
    writes.post('/lifecycle/waivers', async (req, res) => {
      const credentials = await http.credentials(req);
      const { entity, check, until } = req.body;
      const waiver = await http.audited(
        req,
        { eventId: 'lifecycle-waiver-grant', meta: { entity, check, until } },
        () => waivers.grant(req.body, { credentials }),
      );
      res.json(waiver);
    });
    writes.post('/lifecycle/waivers/:id/revocation', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const waiver = await http.audited(
        req,
        { eventId: 'lifecycle-waiver-revoke', meta: { id } },
        () => waivers.revoke(id, req.body, { credentials }),
      );
      res.json(waiver);
    });
  };
}
