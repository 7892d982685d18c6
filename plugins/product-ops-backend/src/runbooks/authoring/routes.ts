import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Response } from 'express';
import { idempotencyKeyOf } from '../../http/idempotencyKey';
import type { RouteRegistrar } from '../../http/types';
import type { AuthoringService } from './AuthoringService';
import type { ImageService } from './ImageService';
import type { VersionsService } from './VersionsService';

const ENTITY = '/entities/:kind/:namespace/:name';

/** The routes by which runbooks are written, their versions are read and their images are shown. */
export function createAuthoringRoutes(options: {
  authoring: AuthoringService;
  versions: VersionsService;
  images: ImageService;
}): RouteRegistrar {
  const { authoring, versions, images } = options;
  return (router, http, writes) => {
    router.get(`${ENTITY}/written-runbooks`, async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await authoring.list(
        stringifyEntityRef(req.params),
        req.query,
        { credentials },
      );
      http.sendWithEtag(req, res, page);
    });
    writes.post(`${ENTITY}/written-runbooks`, async (req, res) => {
      const credentials = await http.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      const key = idempotencyKeyOf(req);
      const written = await http.audited(
        req,
        {
          eventId: 'runbook-write',
          meta: { entityRef },
          outcome: ({ id, number, version }) => ({
            runbook: id,
            number,
            version,
          }),
        },
        () => authoring.write(entityRef, { ...req.body, key }, { credentials }),
      );
      res.json(written);
    });
    router.get(`${ENTITY}/written-runbooks/:id`, async (req, res) => {
      const credentials = await http.credentials(req);
      const written = await authoring.get(
        stringifyEntityRef(req.params),
        req.params.id,
        { credentials },
      );
      http.sendWithEtag(req, res, written);
    });
    writes.patch(`${ENTITY}/written-runbooks/:id`, async (req, res) => {
      const credentials = await http.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      const { id } = req.params;
      const { restores, removed } = req.body;
      const written = await http.audited(
        req,
        {
          eventId: 'runbook-change',
          meta: {
            entityRef,
            runbook: id,
            ...(restores !== undefined && { restores }),
            ...(removed !== undefined && { removed }),
          },
          outcome: ({ number, version, state }) => ({
            number,
            version,
            state,
          }),
        },
        () => authoring.change(entityRef, id, req.body, { credentials }),
      );
      res.json(written);
    });
    router.get(`${ENTITY}/runbooks/:id/versions`, async (req, res) => {
      const credentials = await http.credentials(req);
      const page = await versions.list(
        stringifyEntityRef(req.params),
        req.params.id,
        req.query,
        { credentials },
      );
      http.sendWithEtag(req, res, page);
    });
    router.get(`${ENTITY}/runbooks/:id/versions/:number`, async (req, res) => {
      const credentials = await http.credentials(req);
      const version = await versions.get(
        stringifyEntityRef(req.params),
        req.params.id,
        Number(req.params.number),
        { credentials },
      );
      http.sendWithEtag(req, res, version);
    });
    router.get(`${ENTITY}/runbooks/:id/image`, async (req, res) => {
      const credentials = await http.credentials(req);
      const { type, bytes } = await images.get(
        stringifyEntityRef(req.params),
        req.params.id,
        req.query.target,
        { credentials },
      );
      // The types of the router know answers in JSON only.
      const image: Response = res;
      image.set({
        'Content-Type': type,
        'Content-Disposition': 'inline',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        // Who may see it is asked again soon; who else uses the browser does not get it.
        'Cache-Control': 'private, max-age=60',
        Vary: 'Authorization',
      });
      image.send(Buffer.from(bytes));
    });
  };
}
