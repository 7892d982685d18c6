import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { symlinkSync } from 'node:fs';
import { productFolder } from './__testUtils__/productFolder';
import { type Portal, productAt } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ref = 'product:default/checkout';

const ROADMAP = `apiVersion: productops.io/v1alpha1
kind: Roadmap
items:
  - id: one-tap
    title: One-tap checkout
    status: in-progress
    horizon: now
    category: feature
  - id: passkeys
    title: Passkeys
    horizon: next
    category: security
    dependsOn: [one-tap, login@product:identity, nothing]
`;

describe.each(databases.eachSupportedId())(
  'documents on the disk on %p',
  databaseId => {
    const folder = createMockDirectory();
    const product = productFolder(folder);
    const { change } = product;
    let portal: Portal;

    async function setUp(
      files: Record<string, string | Buffer>,
      annotations: { roadmap?: string; runbooks?: string },
      config?: JsonObject,
    ) {
      portal = await product.setUp(
        await databases.init(databaseId),
        files,
        annotations,
        config,
      );
      return portal;
    }

    afterEach(() => product.stop());

    it('never leaves the folder of the catalog-info file', async () => {
      await setUp({ 'roadmap.yaml': ROADMAP }, {});
      folder.addContent({
        'secret.yaml': ROADMAP,
        'secrets/password.md': '# Secret',
        'product/runbooks/fine.md': '# Fine',
      });
      const inside = (path: string) => folder.resolve('product', path);
      symlinkSync(folder.resolve('secret.yaml'), inside('link.yaml'));
      symlinkSync(folder.resolve('secrets'), inside('linked'));
      symlinkSync(folder.resolve('secrets'), inside('runbooks/more'));
      symlinkSync(
        folder.resolve('secrets/password.md'),
        inside('runbooks/password.md'),
      );
      symlinkSync(inside('runbooks'), inside('runbooks/round'));

      const refused: Array<[{ roadmap?: string; runbooks?: string }, string]> =
        [
          [{ roadmap: '../secret.yaml' }, 'target'],
          [{ roadmap: 'a/../../secret.yaml' }, 'target'],
          [{ roadmap: folder.resolve('secret.yaml') }, 'target'],
          [{ roadmap: 'C:/secret.yaml' }, 'target'],
          [{ roadmap: '..\\secret.yaml' }, 'target'],
          [{ roadmap: 'file:///etc/passwd' }, 'target'],
          [{ roadmap: 'http://localhost/roadmap.yaml' }, 'target'],
          [{ roadmap: 'link.yaml' }, 'outside'],
          [{ roadmap: 'linked/password.md' }, 'outside'],
          [{ roadmap: 'runbooks' }, 'not-found'],
          [{ runbooks: 'linked' }, 'outside'],
          [{ runbooks: '..' }, 'target'],
          [{ runbooks: 'roadmap.yaml' }, 'not-found'],
        ];
      for (const [annotations, code] of refused) {
        await change({}, annotations);
        const { sources, roadmap, runbooks } = await portal.overview(ref);
        expect({ annotations, sources }).toEqual({
          annotations,
          sources: [
            expect.objectContaining({
              state: 'failed',
              errors: [expect.objectContaining({ code })],
            }),
          ],
        });
        expect(roadmap.total + runbooks.total).toBe(0);
        const [{ message, expected }] = sources[0].errors;
        expect(`${message} ${expected}`).not.toContain(folder.path);
      }

      await change({}, { runbooks: 'runbooks' });
      const { items, sources } = await portal.runbooks(ref);
      expect(items.map(({ id }) => id)).toEqual(['fine']);
      expect(
        sources[0].errors.map(({ code, file }) => `${file}: ${code}`),
      ).toEqual(['runbooks/more: outside', 'runbooks/password.md: outside']);
    });

    it.each<[string, string, { origin?: string }]>([
      ['beside a folder that is declared', 'elsewhere/catalog-info.yaml', {}],
      [
        'that something else led to than the declared location',
        'product/catalog-info.yaml',
        { origin: 'url:https://git.example.com/all.yaml' },
      ],
      [
        'that was registered by itself in the declared folder',
        'product/team/catalog-info.yaml',
        { origin: 'itself' },
      ],
    ])('reads no file location %s', async (_, file, { origin }) => {
      await setUp({ 'roadmap.yaml': ROADMAP }, {});
      for (const place of ['elsewhere', 'product/team']) {
        folder.addContent({
          [`${place}/catalog-info.yaml`]: '',
          [`${place}/roadmap.yaml`]: ROADMAP,
        });
      }
      const location = `file:${folder.resolve(file)}`;
      portal.inCatalog(
        productAt(
          location,
          { roadmap: 'roadmap.yaml' },
          { origin: origin === 'itself' ? location : origin },
        ),
      );
      await portal.refresh();
      expect(await portal.roadmap(ref)).toMatchObject({
        totalItems: 0,
        sources: [
          {
            state: 'failed',
            errors: [
              {
                code: 'not-declared',
                message:
                  'File locations are read only when app-config declares them.',
              },
            ],
          },
        ],
      });
    });

    it('reads no more files, and none deeper, than is allowed', async () => {
      await setUp(
        {
          'books/a.md': '# A',
          'books/b.md': '# B',
          'books/c.md': '# C',
          'books/x/y/deep.md': '# Deep',
        },
        { runbooks: 'books' },
        { maxFiles: 2, maxDepth: 1 },
      );
      const { items, sources } = await portal.runbooks(ref);
      expect(items.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(
        sources[0].errors.map(({ code, file }) => `${file}: ${code}`),
      ).toEqual(['books/x/y: too-deep', 'books: too-many-files']);
    });
  },
);
