import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Feedback } from '@productops/backstage-plugin-product-ops-common';
import { idempotencyKeyOf } from '../../http/idempotencyKey';
import type { RouteRegistrar } from '../../http/types';
import type { ItemSource } from '../rows';
import type { FeedbackListService } from './FeedbackListService';
import type { FeedbackService } from './FeedbackService';
import type { FeedbackTalkService } from './FeedbackTalkService';
import type { ModerationService } from './ModerationService';

const OF_ENTITY = '/entities/:kind/:namespace/:name/feedback';
const ONE = '/feedback/:id';

function auditedFeedback({ id, entity, version, status }: Feedback) {
  return { feedback: id, entityRef: entity.ref, version, status };
}

/** The routes by which feedback is read, posted and changed. */
export function createFeedbackRoutes(options: {
  feedback: FeedbackService;
  lists: FeedbackListService;
}): RouteRegistrar {
  const { feedback, lists } = options;
  return (router, http, writes) => {
    router.get('/feedback', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(req, res, await lists.list(req.query, { credentials }));
    });
    router.get(OF_ENTITY, async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await lists.listOf(
        stringifyEntityRef(req.params),
        req.query,
        { credentials },
      );
      http.sendWithEtag(req, res, page);
    });
    writes.post(OF_ENTITY, async (req, res) => {
      const credentials = await http.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      const key = idempotencyKeyOf(req);
      const posted = await http.audited(
        req,
        {
          eventId: 'feedback-post',
          meta: { entityRef },
          outcome: auditedFeedback,
        },
        () => feedback.post(entityRef, req.body, { credentials, key }),
      );
      res.json(posted);
    });
    router.get(
      '/entities/:kind/:namespace/:name/roadmap/items/:id/feedback',
      async (req, res) => {
        const credentials = await http.credentials(req);
        const { limit, source }: { limit?: number; source?: ItemSource } =
          req.query;
        const page = await lists.listOfItem(
          {
            entityRef: stringifyEntityRef(req.params),
            id: req.params.id,
            source,
          },
          { limit },
          { credentials },
        );
        http.sendWithEtag(req, res, page);
      },
    );
    router.get(ONE, async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await feedback.get(req.params.id, { credentials }),
      );
    });
    writes.patch(ONE, async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { version, ...patch } = req.body;
      const changed = await http.audited(
        req,
        {
          eventId: patch.withdrawn ? 'feedback-withdraw' : 'feedback-update',
          meta: { feedback: id, version, fields: Object.keys(patch) },
          outcome: auditedFeedback,
        },
        () => feedback.patch(id, req.body, { credentials }),
      );
      res.json(changed);
    });
  };
}

/** The routes of votes and comments. */
export function createFeedbackTalkRoutes(options: {
  talk: FeedbackTalkService;
}): RouteRegistrar {
  const { talk } = options;
  return (router, http, writes) => {
    writes.post(`${ONE}/votes`, async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const voted = await http.audited(
        req,
        { eventId: 'feedback-vote', meta: { feedback: id } },
        () => talk.vote(id, { credentials }),
      );
      res.json(voted);
    });
    writes.delete(`${ONE}/votes`, async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const left = await http.audited(
        req,
        { eventId: 'feedback-vote-back', meta: { feedback: id } },
        () => talk.takeVoteBack(id, { credentials }),
      );
      res.json(left);
    });
    router.get(`${ONE}/comments`, async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await talk.listComments(req.params.id, req.query, {
        credentials,
      });
      http.sendWithEtag(req, res, page);
    });
    writes.post(`${ONE}/comments`, async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const comment = await http.audited(
        req,
        {
          eventId: 'feedback-comment-add',
          meta: { feedback: id },
          outcome: added => ({ comment: added.id }),
        },
        () => talk.addComment(id, req.body, { credentials }),
      );
      res.json(comment);
    });
    writes.delete(`${ONE}/comments/:comment`, async (req, res) => {
      const credentials = await http.credentials(req);
      const { id, comment } = req.params;
      const removed = await http.audited(
        req,
        { eventId: 'feedback-comment-remove', meta: { feedback: id, comment } },
        () => talk.removeComment(id, comment, { credentials }),
      );
      res.json(removed);
    });
  };
}

/** The routes by which feedback is united, and answered with items. */
export function createModerationRoutes(options: {
  moderation: ModerationService;
}): RouteRegistrar {
  const { moderation } = options;
  return (_router, http, writes) => {
    writes.post(`${ONE}/merge`, async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { version, into } = req.body;
      const merged = await http.audited(
        req,
        {
          eventId: 'feedback-merge',
          meta: { feedback: id, version, into },
          outcome: auditedFeedback,
        },
        () => moderation.merge(id, req.body, { credentials }),
      );
      res.json(merged);
    });
    writes.delete(`${ONE}/merge`, async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { version } = req.query;
      const parted = await http.audited(
        req,
        {
          eventId: 'feedback-merge-undo',
          meta: { feedback: id, version },
          outcome: auditedFeedback,
        },
        () => moderation.undoMerge(id, { version }, { credentials }),
      );
      res.json(parted);
    });
    writes.post(`${ONE}/links`, async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { entity, item } = req.body;
      const linked = await http.audited(
        req,
        {
          eventId: 'feedback-link',
          meta: { feedback: id, entity, item },
          outcome: auditedFeedback,
        },
        () => moderation.link(id, req.body, { credentials }),
      );
      res.json(linked);
    });
    writes.delete(`${ONE}/links`, async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const { entity, item } = req.query;
      const left = await http.audited(
        req,
        {
          eventId: 'feedback-unlink',
          meta: { feedback: id, entity, item },
          outcome: auditedFeedback,
        },
        () => moderation.unlink(id, req.query, { credentials }),
      );
      res.json(left);
    });
    writes.post(`${ONE}/item`, async (req, res) => {
      const credentials = await http.credentials(req);
      const { id } = req.params;
      const key = idempotencyKeyOf(req);
      const made = await http.audited(
        req,
        {
          eventId: 'feedback-make-item',
          meta: { feedback: id },
          outcome: ({ item, feedback }) => ({
            item: item.id,
            ...auditedFeedback(feedback),
          }),
        },
        () => moderation.makeItem(id, req.body, { credentials, key }),
      );
      res.json(made);
    });
  };
}
