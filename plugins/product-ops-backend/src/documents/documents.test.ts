import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
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

const RUNBOOK = `# Restart the cart

Brings it back. See [the checks](checks.md).

1. Drain it
2. Restart it
`;

describe.each(databases.eachSupportedId())('documents on %p', databaseId => {
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

  it('shows what is declared, and keeps the last good roadmap when the file breaks', async () => {
    const declared = { roadmap: 'roadmap.yaml' };
    await setUp({ 'roadmap.yaml': ROADMAP }, declared);
    const before = await portal.roadmap(ref);
    expect(before).toMatchObject({
      totalItems: 2,
      items: [
        { id: 'one-tap', status: 'in-progress', line: 4 },
        {
          id: 'passkeys',
          status: 'proposed',
          dependsOn: [
            { id: 'one-tap', known: true, title: 'One-tap checkout' },
            {
              id: 'login',
              known: false,
              entity: { ref: 'product:default/identity', known: false },
            },
            { id: 'nothing', known: false },
          ],
        },
      ],
      sources: [{ state: 'ok', errors: [], target: 'roadmap.yaml' }],
    });
    expect(before.items[1].attention).not.toEqual([]);

    await change(
      {
        'roadmap.yaml': ROADMAP.replace('status: in-progress', 'statsu: done'),
      },
      declared,
    );
    const broken = await portal.roadmap(ref);
    expect(broken.items).toEqual(before.items);
    expect(broken.sources).toEqual([
      expect.objectContaining({
        state: 'stale',
        goodAt: before.sources[0].goodAt,
        errorCount: 1,
        errors: [
          {
            code: 'unknown-field',
            message: expect.stringContaining('statsu'),
            expected: expect.stringContaining('status'),
            file: 'roadmap.yaml',
            line: 6,
            column: 5,
          },
        ],
      }),
    ]);
    const { attention } = await portal.overview(ref);
    expect(attention).toContainEqual(
      expect.objectContaining({ subject: 'documents' }),
    );

    await change(
      { 'roadmap.yaml': ROADMAP.replace('Passkeys', 'Keys') },
      declared,
    );
    expect(await portal.roadmap(ref)).toMatchObject({
      items: [{ id: 'one-tap' }, { title: 'Keys' }],
      sources: [{ state: 'ok', errors: [] }],
    });
  });

  it('tells an item that is there twice, YAML that explodes, and binary data', async () => {
    const declared = { roadmap: 'roadmap.yaml' };
    await setUp({ 'roadmap.yaml': ROADMAP }, declared);
    const bad: Array<[string | Buffer, object]> = [
      [
        ROADMAP.replace('id: passkeys', 'id: one-tap'),
        { code: 'duplicate-id', line: 9 },
      ],
      [`${ROADMAP}  - [`, { code: 'yaml-syntax', line: 14 }],
      [bomb(), { code: 'yaml-aliases' }],
      [Buffer.from([0x89, 0x50, 0xff, 0x00]), { code: 'not-text' }],
      ['x'.repeat(2 * 1024 * 1024), { code: 'too-large' }],
    ];
    for (const [content, error] of bad) {
      await change({ 'roadmap.yaml': content }, declared);
      expect(await portal.roadmap(ref)).toMatchObject({
        totalItems: 2,
        sources: [
          {
            state: 'stale',
            errors: expect.arrayContaining([
              expect.objectContaining({ file: 'roadmap.yaml', ...error }),
            ]),
          },
        ],
      });
    }
  });

  it('shows the good part of a roadmap that was never good', async () => {
    await setUp(
      { 'roadmap.yaml': ROADMAP.replace('horizon: next', 'horizon: soon') },
      { roadmap: 'roadmap.yaml' },
    );
    expect(await portal.roadmap(ref)).toMatchObject({
      items: [{ id: 'one-tap' }],
      sources: [{ state: 'failed', errors: [{ line: 11 }] }],
    });
  });

  it('keeps each runbook by itself', async () => {
    const declared = { runbooks: 'runbooks' };
    await setUp(
      {
        'runbooks/restart.md': RUNBOOK,
        'runbooks/checks.md': '---\ntype: recovery\n---\n# Checks\n\n1. Look',
        'runbooks/notes.txt': 'not read',
      },
      declared,
    );
    const first = await portal.runbooks(ref);
    expect(first.items.map(({ id }) => id)).toEqual(['checks', 'restart']);
    const restart = await portal.runbook(ref, 'restart');
    expect(restart).toMatchObject({
      title: 'Restart the cart',
      steps: 2,
      path: 'runbooks/restart.md',
      outline: [{ id: '1', text: 'Drain it' }, { id: '2' }],
      links: [{ target: 'checks.md', runbook: 'checks' }],
    });

    await change(
      {
        'runbooks/restart.md': Buffer.from([0x23, 0x00, 0xff]),
        'runbooks/checks.md': '---\n"\n---\n# Broken front matter',
        'runbooks/huge.md': `# Huge\n\n${'x'.repeat(5 * 1024 * 1024)}`,
        'runbooks/second.md': '---\nid: restart\n---\n# Also restart',
        'runbooks/new.md': '# New\n\n1. Go',
      },
      declared,
    );
    const { items, sources } = await portal.runbooks(ref);
    expect(items.map(({ id, title }) => `${id}: ${title}`)).toEqual([
      expect.stringMatching(/second.*: Also restart/),
      'checks: Checks',
      'new: New',
      'restart: Restart the cart',
    ]);
    expect(await portal.runbook(ref, 'restart')).toMatchObject({
      content: restart.content,
      version: restart.version,
    });
    expect(sources[0].state).toBe('ok');
    expect(
      sources[0].errors.map(({ code, file }) => `${file}: ${code}`).sort(),
    ).toEqual([
      expect.stringMatching(/^runbooks\/checks\.md: /),
      'runbooks/huge.md: too-large',
      'runbooks/restart.md: not-text',
      'runbooks/second.md: duplicate-id',
    ]);

    // Nothing new is no new version, and what was wrong is still wrong.
    await change({ 'runbooks/new.md': '# New\n\n1. Go on' }, declared);
    const again = await portal.runbooks(ref);
    expect(again.sources[0].errorCount).toBe(4);
    expect(again.items.find(({ id }) => id === 'restart')?.updatedAt).toBe(
      restart.updatedAt,
    );
  });

  it('keeps the last good runbooks when the folder is gone', async () => {
    const declared = { runbooks: './runbooks/' };
    await setUp({ 'runbooks/restart.md': RUNBOOK }, declared);
    folder.setContent({ 'product/catalog-info.yaml': '' });
    await change({}, declared);
    expect(await portal.runbooks(ref)).toMatchObject({
      totalItems: 1,
      sources: [
        {
          state: 'stale',
          errors: [{ code: 'not-found', file: './runbooks/' }],
        },
      ],
    });
  });

  it('forgets what is declared no more, and what has left the catalog', async () => {
    const both = { roadmap: 'roadmap.yaml', runbooks: 'runbooks' };
    await setUp(
      { 'roadmap.yaml': ROADMAP, 'runbooks/restart.md': RUNBOOK },
      both,
    );
    expect((await portal.overview(ref)).sources).toHaveLength(2);
    await change({}, { roadmap: 'roadmap.yaml' });
    expect(await portal.overview(ref)).toMatchObject({
      runbooks: { total: 0 },
      roadmap: { total: 2 },
      sources: [{ kind: 'roadmap' }],
    });
    portal.inCatalog();
    await portal.refresh();
    expect((await portal.get(portal.pathOf(ref))).status).toBe(404);
    portal.inCatalog(productAt(product.location));
    await portal.refresh();
    expect(await portal.overview(ref)).toMatchObject({
      roadmap: { total: 0 },
      sources: [],
    });
  });

  it('filters and pages a roadmap in the order of its file', async () => {
    await setUp({ 'roadmap.yaml': ROADMAP }, { roadmap: 'roadmap.yaml' });
    const ids = async (query: string) =>
      (await portal.roadmap(ref, query)).items.map(({ id }) => id);
    expect(await ids('?status=in-progress&status=done')).toEqual(['one-tap']);
    expect(await ids('?horizon=next&horizon=none')).toEqual(['passkeys']);
    expect(await ids('?category=security')).toEqual(['passkeys']);
    expect(await ids('?q=ONE-tap%20c')).toEqual(['one-tap']);
    expect(await ids('?q=%25')).toEqual([]);

    const first = await portal.roadmap(ref, '?limit=1');
    expect(first).toMatchObject({ totalItems: 2, items: [{ id: 'one-tap' }] });
    const second = await portal.roadmap(
      ref,
      `?limit=1&cursor=${first.pageInfo.nextCursor}`,
    );
    expect(second.items[0].id).toBe('passkeys');
    expect(second.pageInfo.nextCursor).toBeUndefined();
    expect(second.pageInfo.prevCursor).toBeDefined();
    const wrong = await portal.get(
      `${portal.pathOf(ref)}/roadmap?cursor=nonsense`,
    );
    expect(wrong.status).toBe(400);
  });
});

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level += 1) {
    const alias = `*a${level - 1}`;
    lines.push(`a${level}: &a${level} [${Array(10).fill(alias).join(', ')}]`);
  }
  return `${lines.join('\n')}\n`;
}
