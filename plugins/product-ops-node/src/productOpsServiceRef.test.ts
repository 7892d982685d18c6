import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { productOpsServiceRef } from './productOpsServiceRef';
import type { ProductOpsService } from './types';

/** Answers every request with what it was asked, and by whom. */
const echo = createBackendPlugin({
  pluginId: 'product-ops',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        httpRouter.use(async (req, res) => {
          const { principal } = await httpAuth.credentials(req);
          if (req.path.includes('missing')) {
            res.status(404).json({
              error: { name: 'NotFoundError', message: 'No such entity' },
              response: { statusCode: 404 },
            });
            return;
          }
          res.json({ url: decodeURIComponent(req.url), principal });
        });
      },
    });
  },
});

jest.setTimeout(60_000);

describe('the service for other backend plugins', () => {
  let productOps: ProductOpsService;
  const credentials = mockCredentials.user('user:default/jo');

  beforeAll(async () => {
    const other = createBackendPlugin({
      pluginId: 'other',
      register(env) {
        env.registerInit({
          deps: { service: productOpsServiceRef },
          async init({ service }) {
            productOps = service;
          },
        });
      },
    });
    await startTestBackend({ features: [echo, other] });
  });

  it('asks on behalf of the credentials that it is given', async () => {
    const answers = await Promise.all([
      productOps.getEntityOverview('product:checkout', { credentials }),
      productOps.listRoadmapItems(
        'product:checkout',
        { horizon: ['now'] },
        { credentials },
      ),
      productOps.listRunbooks('product:checkout', undefined, { credentials }),
      productOps.getRunbook('product:checkout', 'restart', { credentials }),
      productOps.listProducts(
        { owner: ['group:a'], limit: 5 },
        { credentials },
      ),
      productOps.getStatus({ credentials }),
    ]);
    const asked = answers as unknown as Array<{
      url: string;
      principal: { userEntityRef: string };
    }>;
    expect(asked.map(({ url }) => url)).toStrictEqual([
      '/entities/product/default/checkout',
      '/entities/product/default/checkout/roadmap?horizon=now',
      '/entities/product/default/checkout/runbooks',
      '/entities/product/default/checkout/runbooks/restart',
      '/products?owner=group:a&limit=5',
      '/status',
    ]);
    for (const { principal } of asked) {
      expect(principal.userEntityRef).toBe('user:default/jo');
    }
  });

  it('rejects with the error that the backend answers', async () => {
    await expect(
      productOps.getEntityOverview('product:missing', { credentials }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'No such entity' },
    });
  });
});
