import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RoadmapItemDetails } from '@productops/backstage-plugin-product-ops-common';
import { idempotencyKeyOf } from '../http/idempotencyKey';
import type { RouteRegistrar } from '../http/types';
import type { CommentService } from './CommentService';
import type { FileChangeService } from './FileChangeService';
import type { ItemService } from './ItemService';
import type { RoadmapService } from './RoadmapService';
import type { ItemSource } from './rows';

const ROADMAP = '/entities/:kind/:namespace/:name/roadmap';
const ITEM = `${ROADMAP}/items/:id` as const;

type ItemPath = { kind: string; namespace: string; name: string; id: string };

function questionOf(
  params: ItemPath,
  query: { source?: ItemSource } | undefined,
) {
  return {
    entityRef: stringifyEntityRef(params).toLocaleLowerCase('en-US'),
    id: params.id,
    ...(query?.source && { source: query.source }),
  };
}

function auditedItem({ id, source, version }: RoadmapItemDetails) {
  return { id, source, version };
}

/** The routes of roadmaps and their items. */
export function createRoadmapRoutes(options: {
  roadmap: RoadmapService;
  items: ItemService;
  fileChanges: FileChangeService;
}): RouteRegistrar {
  const { roadmap, items, fileChanges } = options;
  return (router, http, writes) => {
    router.get('/entities/:kind/:namespace/:name/roadmap', async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await roadmap.list(
        stringifyEntityRef(req.params),
        req.query,
        { credentials },
      );
      http.sendWithEtag(req, res, page);
    });
    writes.post(`${ROADMAP}/items`, async (req, res) => {
      const credentials = await http.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      const key = idempotencyKeyOf(req);
      const item = await http.audited(
        req,
        {
          eventId: 'roadmap-item-create',
          meta: { entityRef, ...(req.body.id && { id: req.body.id }) },
          outcome: auditedItem,
        },
        () => items.create(entityRef, req.body, { credentials, key }),
      );
      res.json(item);
    });
    router.get(ITEM, async (req, res) => {
      const credentials = await http.credentials(req);
      const item = await items.get(questionOf(req.params, req.query), {
        credentials,
      });
      http.sendWithEtag(req, res, item);
    });
    writes.patch(ITEM, async (req, res) => {
      const credentials = await http.credentials(req);
      const question = questionOf(req.params, req.query);
      const { version, fields } = req.body;
      const item = await http.audited(
        req,
        {
          eventId: 'roadmap-item-update',
          meta: { ...question, version, fields: Object.keys(fields) },
          outcome: auditedItem,
        },
        () => items.patch(question, req.body, { credentials }),
      );
      res.json(item);
    });
    writes.post(`${ITEM}/actions`, async (req, res) => {
      const credentials = await http.credentials(req);
      const question = questionOf(req.params, req.query);
      const { type, version } = req.body;
      const item = await http.audited(
        req,
        {
          eventId: `roadmap-item-${type}`,
          meta: { ...question, version },
          outcome: auditedItem,
        },
        () => items.act(question, req.body, { credentials }),
      );
      res.json(item);
    });
    // It reads: nothing is written, so nothing is audited.
    writes.post(`${ITEM}/file-change`, async (req, res) => {
      const credentials = await http.credentials(req);
      const question = questionOf(req.params, req.query);
      res.json(await fileChanges.prepare(question, req.body, { credentials }));
    });
    router.get(`${ITEM}/history`, async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await items.history(
        questionOf(req.params, req.query),
        req.query,
        { credentials },
      );
      http.sendWithEtag(req, res, page);
    });
  };
}

/** The routes of what people say about items. */
export function createCommentRoutes(options: {
  comments: CommentService;
}): RouteRegistrar {
  const { comments } = options;
  return (router, http, writes) => {
    router.get(`${ITEM}/comments`, async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await comments.list(
        questionOf(req.params, req.query),
        req.query,
        { credentials },
      );
      http.sendWithEtag(req, res, page);
    });
    writes.post(`${ITEM}/comments`, async (req, res) => {
      const credentials = await http.credentials(req);
      const question = questionOf(req.params, req.query);
      const comment = await http.audited(
        req,
        {
          eventId: 'roadmap-comment-add',
          meta: question,
          outcome: ({ id }) => ({ comment: id }),
        },
        () => comments.add(question, req.body, { credentials }),
      );
      res.json(comment);
    });
    writes.delete(`${ITEM}/comments/:comment`, async (req, res) => {
      const credentials = await http.credentials(req);
      const question = questionOf(req.params, req.query);
      const { comment: id } = req.params;
      const comment = await http.audited(
        req,
        {
          eventId: 'roadmap-comment-remove',
          meta: { ...question, comment: id },
        },
        () => comments.remove(question, id, { credentials }),
      );
      res.json(comment);
    });
  };
}
