import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Portal,
  productAt,
  startPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const ref = 'product:default/checkout';
const roadmap = (title: string) => `apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  - id: one
    title: ${title}
`;

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'documents of url locations on %p',
  databaseId => {
    const answers = new Map<
      string,
      { body: string; etag?: string } | 'silence'
    >();
    const asked: string[] = [];
    let server: Server;
    let base: string;
    let portal: Portal;

    beforeAll(async () => {
      server = createServer((req, res) => {
        const etag = req.headers['if-none-match'] ?? '';
        asked.push(`${req.url} ${etag}`.trim());
        const answer = answers.get(req.url ?? '');
        if (answer === 'silence') {
          return;
        }
        if (!answer) {
          res.writeHead(404).end();
        } else if (answer.etag && answer.etag === etag) {
          res.writeHead(304).end();
        } else {
          res
            .writeHead(200, answer.etag ? { etag: answer.etag } : {})
            .end(answer.body);
        }
      });
      await new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve);
      });
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });
    beforeEach(() => {
      answers.clear();
      asked.length = 0;
    });
    afterEach(() => portal?.stop());

    function config(documents = {}) {
      return {
        backend: { reading: { allow: [{ host: new URL(base).host }] } },
        productOps: { documents: { timeout: { seconds: 1 }, ...documents } },
      };
    }
    let visions = 0;
    function product(
      annotations: { roadmap?: string; runbooks?: string },
      location = `url:${base}/repo/product/catalog-info.yaml`,
    ) {
      visions += 1;
      return productAt(location, annotations, {
        spec: { vision: `Vision ${visions}` },
      });
    }

    it('reads a roadmap, asks with its etag, and tells where it can be seen', async () => {
      const path = '/repo/product/plan/roadmap.yaml';
      answers.set(path, { body: roadmap('First'), etag: '"1"' });
      portal = await startPortal({
        config: config(),
        knex: await databases.init(databaseId),
      });
      const declared = { roadmap: './plan/roadmap.yaml' };
      portal.inCatalog(product(declared));
      await portal.refresh();
      expect(await portal.roadmap(ref)).toMatchObject({
        items: [{ title: 'First', sourceUrl: `${base}${path}#L4` }],
        sources: [{ state: 'ok', url: `${base}${path}` }],
      });

      portal.inCatalog(product(declared));
      await portal.refresh();
      answers.set(path, { body: roadmap('Second'), etag: '"2"' });
      portal.inCatalog(product(declared));
      await portal.refresh();
      expect((await portal.roadmap(ref)).items[0].title).toBe('Second');
      expect(asked).toEqual([path, `${path} "1"`, `${path} "1"`]);
    });

    it('keeps what is good when a location stops answering, and picks up again', async () => {
      const path = '/repo/product/roadmap.yaml';
      answers.set(path, { body: roadmap('Good'), etag: '"1"' });
      portal = await startPortal({
        config: config(),
        knex: await databases.init(databaseId),
      });
      const declared = { roadmap: 'roadmap.yaml' };
      portal.inCatalog(product(declared));
      await portal.refresh();

      answers.set(path, 'silence');
      portal.inCatalog(product(declared));
      await portal.refresh();
      expect(await portal.roadmap(ref)).toMatchObject({
        items: [{ title: 'Good' }],
        sources: [
          {
            state: 'stale',
            errors: [
              {
                code: 'unreachable',
                file: 'roadmap.yaml',
                message: 'The location did not answer within 1 s.',
              },
            ],
          },
        ],
      });

      answers.set(path, { body: roadmap('Good'), etag: '"1"' });
      portal.inCatalog(product(declared));
      await portal.refresh();
      expect(await portal.roadmap(ref)).toMatchObject({
        items: [{ title: 'Good' }],
        sources: [{ state: 'ok', errors: [] }],
      });
    });

    it('tells what is missing, forbidden, too large, or out of reach of its host', async () => {
      answers.set('/repo/product/huge.yaml', {
        body: `# ${'x'.repeat(3 * 1024 * 1024)}`,
      });
      answers.set('/repo/secret.yaml', { body: roadmap('Secret') });
      portal = await startPortal({
        config: config(),
        knex: await databases.init(databaseId),
      });
      const cases: Array<[{ roadmap?: string; runbooks?: string }, string]> = [
        [{ roadmap: 'missing.yaml' }, 'not-found'],
        [{ roadmap: 'huge.yaml' }, 'too-large'],
        [{ roadmap: '../secret.yaml' }, 'target'],
        [{ roadmap: '%2e%2e/secret.yaml' }, 'not-found'],
        [{ roadmap: '//evil.example/roadmap.yaml' }, 'target'],
        [{ roadmap: 'https://evil.example/roadmap.yaml' }, 'target'],
        [{ runbooks: 'runbooks' }, 'folder-unsupported'],
      ];
      for (const [annotations, code] of cases) {
        portal.inCatalog(product(annotations));
        await portal.refresh();
        const { sources } = await portal.overview(ref);
        expect({ annotations, sources }).toEqual({
          annotations,
          sources: [
            expect.objectContaining({
              state: 'failed',
              errors: [expect.objectContaining({ code })],
            }),
          ],
        });
      }
      portal.inCatalog(
        product({ roadmap: 'a.yaml' }, 'url:https://elsewhere.example/c.yaml'),
      );
      await portal.refresh();
      expect((await portal.roadmap(ref)).sources[0].errors).toEqual([
        expect.objectContaining({ code: 'not-allowed' }),
      ]);
      expect(asked).not.toContain('/repo/secret.yaml');
    });

    it('reads a folder of a source host with one request, and again only when it has changed', async () => {
      const etags: Array<string | undefined> = [];
      let tree: Record<string, string> = {
        'restart.md':
          '# Restart\n\n1. Go. See [more](more/a.md), [map](map.png)',
        'more/a.md': '---\ntype: recovery\n---\n# More',
        'map.png': 'image',
        '.github/hidden.md': '# Hidden',
        'huge.md': 'x'.repeat(2 * 1024 * 1024),
      };
      let version = 'v1';
      portal = await startPortal({
        config: config(),
        knex: await databases.init(databaseId),
        features: [
          mockServices.urlReader.mock({
            readTree: async (url, options) => {
              expect(url).toBe(
                'https://github.com/org/repo/tree/main/product/runbooks',
              );
              etags.push(options?.etag);
              if (options?.etag === version) {
                throw new NotModifiedError();
              }
              const files = Object.entries(tree).filter(([path, content]) =>
                options?.filter?.(path, { size: content.length }),
              );
              return {
                etag: version,
                files: async () =>
                  files.map(([path, content]) => ({
                    path,
                    content: async () => Buffer.from(content),
                  })),
                archive: async () => {
                  throw new Error('not used');
                },
                dir: async () => {
                  throw new Error('not used');
                },
              };
            },
          }).factory,
        ],
      });
      const declared = () =>
        product(
          { runbooks: 'runbooks/' },
          'url:https://github.com/org/repo/tree/main/product/catalog-info.yaml',
        );
      portal.inCatalog(declared());
      await portal.refresh();
      const { items, sources } = await portal.runbooks(ref);
      expect(items.map(({ id }) => id)).toEqual(['a', 'restart']);
      expect(sources).toEqual([
        expect.objectContaining({
          state: 'ok',
          url: 'https://github.com/org/repo/tree/main/product/runbooks',
          errors: [
            expect.objectContaining({
              code: 'too-large',
              file: 'runbooks/huge.md',
            }),
          ],
        }),
      ]);
      const file = 'github.com/org/repo/blob/main/product/runbooks';
      expect(await portal.runbook(ref, 'restart')).toMatchObject({
        sourceUrl: `https://${file}/restart.md`,
        links: [
          {
            target: 'more/a.md',
            runbook: 'a',
            url: `https://${file}/more/a.md`,
          },
          { target: 'map.png', url: `https://${file}/map.png` },
        ],
      });

      portal.inCatalog(declared());
      await portal.refresh();
      version = 'v2';
      tree = { 'restart.md': '# Restart it' };
      portal.inCatalog(declared());
      await portal.refresh();
      expect(await portal.runbooks(ref)).toMatchObject({
        totalItems: 1,
        items: [{ title: 'Restart it' }],
      });
      tree = {};
      version = 'v3';
      portal.inCatalog(declared());
      await portal.refresh();
      expect(await portal.runbooks(ref)).toMatchObject({
        totalItems: 1,
        sources: [{ state: 'stale', errors: [{ code: 'not-found' }] }],
      });
      expect(etags).toEqual([undefined, 'v1', 'v1', 'v2']);
    });
  },
);
