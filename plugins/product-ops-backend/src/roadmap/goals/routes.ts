import { stringifyEntityRef } from '@backstage/catalog-model';
import type { GoalDetails } from '@productops/backstage-plugin-product-ops-common';
import { idempotencyKeyOf } from '../../http/idempotencyKey';
import type { RouteRegistrar } from '../../http/types';
import type { GoalsListService } from './GoalsListService';
import type { GoalsService } from './GoalsService';
import type { GoalAddress } from './GoalViewer';
import type { ValuesService } from './ValuesService';

const GOALS = '/entities/:kind/:namespace/:name/goals';
const GOAL = `${GOALS}/:id` as const;

type GoalPath = { kind: string; namespace: string; name: string; id: string };

function addressOf(
  params: GoalPath,
  query?: { source?: GoalAddress['source'] },
) {
  return {
    entityRef: stringifyEntityRef(params).toLocaleLowerCase('en-US'),
    id: params.id,
    ...(query?.source && { source: query.source }),
  };
}

function audited({ id, version, archived }: GoalDetails) {
  return { id, ...(version && { version }), archived };
}

/** The routes of goals. */
export function createGoalRoutes(options: {
  lists: GoalsListService;
  goals: GoalsService;
}): RouteRegistrar {
  const { lists, goals } = options;
  return (router, http, writes) => {
    router.get('/goals', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(req, res, await lists.list(req.query, { credentials }));
    });
    router.get(GOALS, async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await lists.listOfEntity(
        stringifyEntityRef(req.params),
        req.query,
        { credentials },
      );
      http.sendWithEtag(req, res, page);
    });
    writes.post(GOALS, async (req, res) => {
      const credentials = await http.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      const key = idempotencyKeyOf(req);
      const goal = await http.audited(
        req,
        {
          eventId: 'goal-create',
          meta: { entityRef, ...(req.body.id && { id: req.body.id }) },
          outcome: audited,
        },
        () => goals.create(entityRef, req.body, { credentials, key }),
      );
      res.json(goal);
    });
    router.get(GOAL, async (req, res) => {
      const credentials = await http.credentials(req);
      const goal = await goals.get(addressOf(req.params, req.query), {
        credentials,
      });
      http.sendWithEtag(req, res, goal);
    });
    writes.patch(GOAL, async (req, res) => {
      const credentials = await http.credentials(req);
      const address = addressOf(req.params, req.query);
      const { version, fields } = req.body;
      const goal = await http.audited(
        req,
        {
          eventId: 'goal-update',
          meta: { ...address, version, fields: Object.keys(fields) },
          outcome: audited,
        },
        () => goals.patch(address, req.body, { credentials }),
      );
      res.json(goal);
    });
    writes.delete(GOAL, async (req, res) => {
      const credentials = await http.credentials(req);
      const address = addressOf(req.params, req.query);
      const { version } = req.query;
      const goal = await http.audited(
        req,
        {
          eventId: 'goal-archive',
          meta: { ...address, version },
          outcome: audited,
        },
        () =>
          goals.patch(
            address,
            { version, fields: {}, archived: true },
            { credentials },
          ),
      );
      res.json(goal);
    });
    router.get(`${GOAL}/history`, async (req, res) => {
      const credentials = await http.credentials(req);
      // What is declared has its history in Git.
      const page = await goals.history(addressOf(req.params), req.query, {
        credentials,
      });
      http.sendWithEtag(req, res, page);
    });
  };
}

/** The routes of values of metrics. */
export function createGoalValueRoutes(options: {
  values: ValuesService;
}): RouteRegistrar {
  const { values } = options;
  return (router, http, writes) => {
    router.get(`${GOAL}/values`, async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await values.list(addressOf(req.params), req.query, {
        credentials,
      });
      http.sendWithEtag(req, res, page);
    });
    writes.post(`${GOAL}/values`, async (req, res) => {
      const credentials = await http.credentials(req);
      const address = addressOf(req.params);
      const key = idempotencyKeyOf(req);
      const { corrects } = req.body;
      const value = await http.audited(
        req,
        {
          eventId: corrects ? 'goal-value-correct' : 'goal-value-add',
          meta: { ...address, ...(corrects && { corrects }) },
          outcome: ({ id, source }) => ({ value: id, source }),
        },
        () => values.add(address, req.body, { credentials, key }),
      );
      res.json(value);
    });
  };
}
