import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import productOpsPlugin from '@productops/backstage-plugin-product-ops-backend';
import request from 'supertest';
import githubIssuesModule from '.';
import {
  issue,
  labelled,
  milestone,
  recordedGithub,
} from './__testUtils__/recordedGithub';

jest.setTimeout(60_000);

const HOST = 'git.example.com';
const product = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'productops.io/v1alpha1',
  kind: 'Product',
  metadata: { name: 'checkout', namespace: 'default', annotations },
  spec: { lifecycle: 'live', owner: 'group:payments' },
});
const mona: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mona', namespace: 'default' },
  spec: {},
};

describe('issues of GitHub on a roadmap', () => {
  let github: Awaited<ReturnType<typeof recordedGithub>>;
  beforeEach(async () => {
    github = await recordedGithub();
  });
  afterEach(() => github.stop());

  async function start(
    options: {
      githubIssues?: object;
      annotations?: Record<string, string>;
      token?: string;
    } = {},
  ) {
    const { githubIssues = {}, annotations = {}, token } = options;
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        productOpsPlugin,
        githubIssuesModule,
        catalogServiceMock.factory({
          entities: [
            mona,
            product({
              'github.com/project-slug': 'acme/checkout',
              'backstage.io/managed-by-location': `url:https://${HOST}/acme/checkout/blob/main/catalog-info.yaml`,
              ...annotations,
            }),
          ],
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [
                {
                  host: HOST,
                  apiBaseUrl: `${github.url}/api/v3`,
                  ...(token && { token }),
                },
              ],
            },
            productOps: {
              githubIssues: { refreshEvery: '1s', ...githubIssues },
              roadmap: { sources: { refreshEvery: '1s' } },
            },
          },
        }),
      ],
    });
    await scheduler.triggerTask('directory-refresh');
    return {
      stop: () => backend.stop(),
      read: () => scheduler.triggerTask('roadmap-sources-read'),
      async roadmap() {
        const { body } = await request(backend.server)
          .get('/api/product-ops/entities/product/default/checkout/roadmap')
          .query({ limit: 100 })
          .set('authorization', mockCredentials.user.header());
        return body;
      },
    };
  }

  it('is what they say by labels, milestones, people and reasons', async () => {
    const autumn = milestone(3, 'Autumn', { due_on: '2030-11-30T08:00:00Z' });
    github.issues = [
      issue(9, 'Change the file', {
        pull_request: { url: 'https://git.example.com/pulls/9' },
      }),
      issue(8, '<img src=x onerror=alert(1)> `=cmd|calc`', {
        body: '<script>alert(1)</script>\u0000 [go](javascript:alert(1)) \ud800',
        ...labelled('Enhancement', 'NOW', 'area/cart'),
        milestone: autumn,
        assignees: [{ login: 'stranger' }, { login: 'Mona' }],
      }),
      issue(7, 'T'.repeat(300), { ...labelled('in progress') }),
      issue(6, 'Shipped', {
        state: 'closed',
        state_reason: 'completed',
        ...labelled('now'),
      }),
      issue(5, 'Not this time', {
        state: 'closed',
        state_reason: 'not_planned',
      }),
      issue(4, 'Someday', { assignees: [{ login: 'stranger' }] }),
      { number: 'four' },
    ];
    github.milestones = [autumn];
    const portal = await start({
      githubIssues: {
        milestones: {
          items: true,
          titles: { Autumn: { start: '2030-09-01', horizon: 'next' } },
        },
      },
    });
    await portal.read();
    const { items, otherSources } = await portal.roadmap();
    expect(items).toMatchObject([
      {
        id: 'github-milestone-3',
        title: 'Autumn',
        status: 'planned',
        horizon: 'next',
        start: '2030-09-01',
        end: '2030-11-30',
      },
      {
        id: 'github-8',
        source: 'github-issues',
        sourceTitle: 'GitHub',
        sourceUrl: 'https://git.example.com/acme/checkout/issues/8',
        title: '<img src=x onerror=alert(1)> `=cmd|calc`',
        description: '<script>alert(1)</script> [go](javascript:alert(1)) ',
        status: 'planned',
        horizon: 'now',
        category: 'feature',
        start: '2030-09-01',
        end: '2030-11-30',
        owner: { ref: 'user:default/mona', known: true },
        milestones: [{ name: 'Autumn', value: '2030-11-30' }],
        labels: ['Enhancement', 'NOW', 'area/cart'],
      },
      { id: 'github-7', status: 'in-progress', title: `${'T'.repeat(254)}…` },
      { id: 'github-6', status: 'done' },
      { id: 'github-5', status: 'dropped' },
      { id: 'github-4', status: 'proposed' },
    ]);
    expect(items).toHaveLength(6);
    expect(items[3]).not.toHaveProperty('horizon');
    expect(items[5]).not.toHaveProperty('owner');
    expect(otherSources).toMatchObject([
      {
        source: 'github-issues',
        title: 'GitHub',
        target: 'acme/checkout',
        url: 'https://git.example.com/acme/checkout/issues',
        state: 'ok',
        errors: [],
      },
    ]);
    expect(github.asked[0].url.searchParams.get('labels')).toBe('roadmap');
    await portal.stop();
  });

  it('is only what the entity asks for', async () => {
    github.issues = [
      issue(3, 'Here', labelled('area/cart')),
      issue(2, 'Elsewhere', labelled('area/search')),
      issue(1, 'Hidden', labelled('area/cart', 'internal')),
    ];
    const portal = await start({
      annotations: {
        'productops.io/github-issues': 'label:"Area/Cart" -label:internal',
      },
    });
    await portal.read();
    expect((await portal.roadmap()).items).toMatchObject([{ id: 'github-3' }]);
    expect(github.asked[0].url.searchParams.get('labels')).toBe(
      'roadmap,area/cart',
    );
    await portal.stop();

    const wrong = await start({
      annotations: { 'productops.io/github-issues': 'labels=cart' },
    });
    await wrong.read();
    expect((await wrong.roadmap()).otherSources).toMatchObject([
      {
        state: 'failed',
        errors: [
          {
            code: 'invalid-filter',
            message:
              'The annotation productops.io/github-issues has "labels=cart" in it.',
          },
        ],
      },
    ]);
    await wrong.stop();

    const off = await start({
      annotations: { 'productops.io/github-issues': 'off' },
    });
    github.asked.length = 0;
    await off.read();
    expect((await off.roadmap()).totalItems).toBe(0);
    expect(github.asked).toEqual([]);
    await off.stop();
  });

  it('does not hide a misspelt configuration, and needs one to do anything', async () => {
    await expect(
      start({ githubIssues: { horizons: { soon: 'nowish' } } }),
    ).rejects.toThrow(
      'productOps.githubIssues.horizons.soon: got "nowish"; expected one of now, next, later',
    );
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const backend = await startTestBackend({
      features: [
        productOpsPlugin,
        githubIssuesModule,
        catalogServiceMock.factory({ entities: [] }),
        logger.factory,
      ],
    });
    expect(logger.debug).toHaveBeenCalledWith(
      expect.stringContaining('productOps.githubIssues is not configured'),
    );
    await backend.stop();
  });
});
