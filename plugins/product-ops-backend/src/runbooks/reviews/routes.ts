import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RouteRegistrar } from '../../http/types';
import type { ReviewService } from './ReviewService';

const PATH = '/entities/:kind/:namespace/:name/runbooks/:id/reviews';

/** The routes by which runbooks are reviewed. */
export function createReviewRoutes(options: {
  reviews: ReviewService;
}): RouteRegistrar {
  const { reviews } = options;
  return (router, http, writes) => {
    router.get(PATH, async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await reviews.list(
        stringifyEntityRef(req.params),
        req.params.id,
        req.query,
        { credentials },
      );
      http.sendWithEtag(req, res, page);
    });
    writes.post(PATH, async (req, res) => {
      const credentials = await http.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      const runbook = req.params.id;
      const review = await http.audited(
        req,
        {
          eventId: 'runbook-review',
          meta: { entityRef, runbook, review: req.body.id },
          outcome: ({ id, version }) => ({ review: id, version }),
        },
        () => reviews.review(entityRef, runbook, req.body, { credentials }),
      );
      res.json(review);
    });
  };
}
