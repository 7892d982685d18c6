import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../../http/types';
import type { DrillPlanService } from './DrillPlanService';
import type { PortfolioService } from './PortfolioService';
import type { RecoveryService } from './RecoveryService';

/** The routes of what is promised of recovery, and of drills. */
export function createRecoveryRoutes(options: {
  recovery: RecoveryService;
  portfolio: PortfolioService;
  plans: DrillPlanService;
}): RouteRegistrar {
  const { recovery, portfolio, plans } = options;
  return (router, http, writes) => {
    router.get('/recovery', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await portfolio.list(req.query, { credentials }),
      );
    });
    router.get(
      '/entities/:kind/:namespace/:name/recovery',
      async (req, res) => {
        const credentials = await http.credentials(req);
        http.sendWithEtag(
          req,
          res,
          await recovery.get(stringifyEntityRef(req.params), req.query, {
            credentials,
          }),
        );
      },
    );
    writes.post(
      '/entities/:kind/:namespace/:name/recovery/plans',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const entityRef = stringifyEntityRef(req.params);
        const { id, day } = req.body;
        const plan = await http.audited(
          req,
          {
            eventId: 'drill-plan',
            meta: { entityRef, plan: id, day },
            outcome: ({ version }) => ({ plan: id, version }),
          },
          () => plans.plan(entityRef, req.body, { credentials }),
        );
        res.json(plan);
      },
    );
    writes.patch('/drill-plans/:id', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { day, state } = req.body;
      const plan = await http.audited(
        req,
        {
          eventId: 'drill-plan-change',
          meta: { plan: id, ...(day && { day }), ...(state && { state }) },
          outcome: ({ entity, version }) => ({
            entityRef: entity.ref,
            plan: id,
            version,
          }),
        },
        () => plans.change(id, req.body, { credentials }),
      );
      res.json(plan);
    });
  };
}
