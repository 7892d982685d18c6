import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../../http/types';
import type { ConflictsService } from './ConflictsService';
import type { MixService } from './MixService';
import type { PlanService } from './PlanService';
import type { RankingService } from './RankingService';
import type { SuggestionService } from './SuggestionService';

/** The routes of the plans of all products together. */
export function createPlanRoutes(options: {
  plan: PlanService;
  conflicts: ConflictsService;
  mix: MixService;
  ranking: RankingService;
}): RouteRegistrar {
  const { plan, conflicts, mix, ranking } = options;
  return (router, http) => {
    router.get('/roadmap/items', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(req, res, await plan.list(req.query, { credentials }));
    });
    router.get('/roadmap/dependencies', async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await plan.dependencies(req.query, { credentials });
      http.sendWithEtag(req, res, page);
    });
    router.get('/roadmap/conflicts', async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await conflicts.list(req.query, { credentials });
      http.sendWithEtag(req, res, page);
    });
    router.get('/roadmap/mix', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(req, res, await mix.get(req.query, { credentials }));
    });
    router.get(
      '/entities/:kind/:namespace/:name/roadmap/ranking',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const page = await ranking.get(
          stringifyEntityRef(req.params),
          req.query,
          { credentials },
        );
        http.sendWithEtag(req, res, page);
      },
    );
  };
}

/** The routes of suggested dependencies. */
export function createSuggestionRoutes(options: {
  suggestions: SuggestionService;
}): RouteRegistrar {
  const { suggestions } = options;
  return (router, http, writes) => {
    router.get('/roadmap/suggestions', async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await suggestions.list(req.query, { credentials });
      http.sendWithEtag(req, res, page);
    });
    writes.post('/roadmap/suggestions/decision', async (req, res) => {
      const credentials = await http.credentials(req);
      const { id, decision } = req.body;
      const answer = await http.audited(
        req,
        {
          eventId: `roadmap-suggestion-${decision}`,
          meta: { suggestion: id },
          outcome: ({ suggestion, item }) => ({
            state: suggestion.state,
            ...(item && { version: item.version }),
          }),
        },
        () => suggestions.decide(req.body, { credentials }),
      );
      res.json(answer);
    });
  };
}
