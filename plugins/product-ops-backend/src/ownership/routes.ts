import { stringifyEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Transfer } from '@productops/backstage-plugin-product-ops-common';
import type { RouteRegistrar } from '../http/types';
import type { AnswerService } from './AnswerService';
import type { EntityOwnershipService } from './EntityOwnershipService';
import type { GapsService } from './GapsService';
import type { OwnedEntitiesService } from './OwnedEntitiesService';
import type { HistoryService } from './HistoryService';
import type { OwnershipService } from './OwnershipService';
import type { PersonOwnershipService } from './PersonOwnershipService';
import type { TeamOwnershipService } from './TeamOwnershipService';
import type { TransferService } from './TransferService';
import type { VerificationService } from './VerificationService';

/** The routes of the ownership graph. */
export function createOwnershipGraphRoutes(options: {
  ownership: OwnershipService;
}): RouteRegistrar {
  const { ownership } = options;
  return (router, http) => {
    router.get('/ownership/graph', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await ownership.getGraph(req.query, { credentials }),
      );
    });
    router.get('/ownership/children', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await ownership.listChildren(req.query, { credentials }),
      );
    });
    router.get('/ownership/search', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await ownership.search(req.query, { credentials }),
      );
    });
    router.get('/ownership/dependencies', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await ownership.listDependencies(req.query, { credentials }),
      );
    });
  };
}

/** The routes of what one team or person answers for, one entity's owners, and the gaps. */
export function createOwnershipRoutes(options: {
  teams: TeamOwnershipService;
  people: PersonOwnershipService;
  entities: EntityOwnershipService;
  owned: OwnedEntitiesService;
  history: HistoryService;
  gaps: GapsService;
}): RouteRegistrar {
  const { teams, people, entities, owned, history, gaps } = options;
  return (router, http) => {
    router.get('/ownership/teams/:namespace/:name', async (req, res) => {
      const credentials = await http.credentials(req);
      const ref = stringifyEntityRef({ kind: 'group', ...req.params });
      http.sendWithEtag(req, res, await teams.get(ref, { credentials }));
    });
    router.get('/ownership/people/:namespace/:name', async (req, res) => {
      const credentials = await http.credentials(req);
      const ref = stringifyEntityRef({ kind: 'user', ...req.params });
      http.sendWithEtag(
        req,
        res,
        await people.get(ref, req.query, { credentials }),
      );
    });
    router.get('/ownership/entities', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(req, res, await owned.list(req.query, { credentials }));
    });
    router.get(
      '/entities/:kind/:namespace/:name/ownership/history',
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
    router.get('/ownership/gaps', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(req, res, await gaps.list(req.query, { credentials }));
    });
    router.get(
      '/entities/:kind/:namespace/:name/ownership',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const ref = stringifyEntityRef(req.params);
        http.sendWithEtag(req, res, await entities.get(ref, { credentials }));
      },
    );
  };
}

/** The routes of verifications and transfers. */
export function createResponsibilityRoutes(options: {
  verifications: VerificationService;
  answers: AnswerService;
  transfers: TransferService;
}): RouteRegistrar {
  const { verifications, answers, transfers } = options;
  return (router, http, writes) => {
    router.get('/ownership/verifications', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await verifications.list(req.query, { credentials }),
      );
    });
    writes.post('/ownership/verifications', async (req, res) => {
      const credentials = await http.credentials(req);
      const given = req.body.answers;
      const results = await http.audited(
        req,
        {
          eventId: 'ownership-verify',
          meta: {
            answers: given.map(({ entity, answer }) => ({ entity, answer })),
          },
          outcome: told => ({
            results: told.results.map(({ entity, outcome, transfer }) => ({
              entity,
              outcome,
              ...(transfer && { transfer: transfer.id }),
            })),
          }),
        },
        () => answers.take(given, { credentials }),
      );
      res.json(results);
    });
    router.get('/ownership/transfers', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await transfers.list(req.query, { credentials }),
      );
    });
    writes.post('/ownership/transfers', async (req, res) => {
      const credentials = await http.credentials(req);
      const { entity, to } = req.body;
      const transfer = await http.audited(
        req,
        {
          eventId: 'ownership-transfer-propose',
          meta: { entity, to },
          outcome: auditedTransfer,
        },
        () => transfers.propose(req.body, { credentials }),
      );
      res.json(transfer);
    });
    writes.post('/ownership/transfers/:id/decision', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const transfer = await http.audited(
        req,
        {
          eventId: 'ownership-transfer-decide',
          meta: { id, decision: req.body.decision },
          outcome: auditedTransfer,
        },
        () => transfers.decide(id, req.body, { credentials }),
      );
      res.json(transfer);
    });
  };
}

function auditedTransfer({
  id,
  entity,
  from,
  to,
  state,
}: Transfer): JsonObject {
  return {
    id,
    entity: entity.ref,
    ...(from && { from: from.ref }),
    to: to.ref,
    state,
  };
}
