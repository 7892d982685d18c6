import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import {
  productAt,
  startPortal,
  TEST_DATA,
  type Portal,
} from '../documents/__testUtils__/startPortal';
import { surroundings } from '../lifecycle/__testUtils__/startStages';
import { searchWordsOf } from './search';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const FILES: Record<string, Record<string, string>> = {
  checkout: {
    'fail-over.md':
      '# Fail over the gateway\n\nWhen payments hang, move the traffic.\n\n1. Drain it\n',
    'KubeAPIDown.md':
      '# KubeAPIDown\n\nThe API server is failing.\n\n1. Look\n',
    '_help.md': '# Payments help\n\nHang on.\n',
  },
  cart: {
    'KubeAPIDown.md':
      '---\ntype: incident\nalerts: [KubeAPIDown, "Höhe <b>%_"]\n---\n# The cart and the API\n\nCarts hang in /var/lib/cart-state.\n\n1. Look\n',
  },
  vault: {
    'VaultSealed.md': '# VaultSealed\n\nPayments hang as keys are missing.\n',
    'KubeAPIDown.md': '# KubeAPIDown\n\nOf the vault.\n',
  },
};

describe('The words of a search', () => {
  it.each([
    ['Why is the KubeAPI-server down?', ['kubeapi', 'server', 'down']],
    [`'a' & b:* | "c" NOT ( ) \\ %_`, ['b', 'c']],
    ['what is it', ['what', 'is', 'it']],
    ['÷ …', []],
    ['Füße 東京', ['füße', '東京']],
  ])('%s', (text, words) => {
    expect(searchWordsOf(text)).toEqual(words);
  });
});

describe.each(databases.eachSupportedId())('runbooks on %p', databaseId => {
  const folder = createMockDirectory();
  let around: ReturnType<typeof surroundings>;
  let portal: Portal;
  let knex: Knex;

  const at = (name: string) =>
    `file:${folder.resolve(`${name}/catalog-info.yaml`)}`;
  const entities = () => [
    productAt(at('checkout'), { runbooks: 'runbooks' }),
    productAt(
      at('cart'),
      { runbooks: 'runbooks' },
      {
        name: 'cart',
        spec: { owner: 'group:sre' },
        relations: [{ type: 'partOf', targetRef: 'product:default/checkout' }],
      },
    ),
    productAt(
      at('vault'),
      { runbooks: 'runbooks' },
      { name: 'vault', spec: { owner: 'group:sre' } },
    ),
    productAt('url:https://git.example.com/x', {}, { name: 'empty' }),
  ];

  beforeEach(async () => {
    around = surroundings();
    folder.setContent(
      Object.fromEntries(
        Object.entries(FILES).flatMap(([name, files]) => [
          [`${name}/catalog-info.yaml`, ''],
          ...Object.entries(files).map(([file, text]) => [
            `${name}/runbooks/${file}`,
            text,
          ]),
        ]),
      ),
    );
    knex = await databases.init(databaseId);
    portal = await startPortal({
      knex,
      entities: entities(),
      config: {
        catalog: {
          locations: Object.keys(FILES).map(name => ({
            type: 'file',
            target: folder.resolve(`${name}/catalog-info.yaml`),
          })),
        },
      },
      features: around.features,
    });
    await portal.refresh();
  });
  afterEach(() => portal.stop());

  const get = async (path: string) => {
    const { status, body } = await portal.get(path);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const search = (query: Record<string, string> = {}) =>
    get(`/runbooks?${new URLSearchParams(query)}`);
  const found = async (query: Record<string, string>) =>
    (await search(query)).items.map(
      ({ entity, title }: { entity: { name: string }; title: string }) =>
        `${entity.name}: ${title}`,
    );
  const resolve = (alert: string, ...labels: string[]) =>
    get(
      `/runbooks/resolve?${new URLSearchParams([
        ['alert', alert],
        ...labels.map(label => ['label', label]),
      ])}`,
    );

  it('are found by symptom, with the passage that matches', async () => {
    const page = await search({ q: 'payment hanging' });
    expect(page).toMatchObject({ totalItems: 2, matched: 'all' });
    expect(await found({ q: 'payment hanging' })).toEqual(
      expect.arrayContaining([
        'checkout: Fail over the gateway',
        'vault: VaultSealed',
      ]),
    );
    const { passage } = page.items.find(
      ({ id }: { id: string }) => id === 'fail-over',
    );
    expect(passage).toContainEqual({ text: 'hang', match: true });
    expect(passage.map(({ text }: { text: string }) => text).join('')).toMatch(
      /When payments hang, move the traffic/,
    );
    expect(await found({ q: 'cart-state' })).toEqual([
      'cart: The cart and the API',
    ]);
  });

  it('are found by alert, in any case, in words, or by its beginning; what answers it comes first', async () => {
    const page = await search({ q: 'kubeapidown' });
    expect(page.totalItems).toBe(3);
    expect(page.items).toMatchObject([
      { answers: true },
      { answers: true },
      { answers: true },
    ]);
    expect(await found({ q: 'Kube API' })).toHaveLength(3);
    expect(await found({ q: 'vaults' })).toContain('vault: VaultSealed');
    expect((await found({ q: 'Vault' }))[0]).toBe('vault: VaultSealed');
    expect(await found({ q: 'Höhe <b>%_' })).toEqual([
      'cart: The cart and the API',
    ]);
  });

  it('with any of the words where none has all, and none where there are no words', async () => {
    const page = await search({ q: 'gateway unicorn' });
    expect(page).toMatchObject({ totalItems: 1, matched: 'any' });
    expect(await search({ q: '%%%' })).toMatchObject({ totalItems: 0 });
    expect(await search({ q: `' or 1=1 -- " NEAR( : & |` })).toBeDefined();
  });

  it('are narrowed by product, team and type, and come in pages by title', async () => {
    expect(await found({})).toEqual([
      'checkout: Fail over the gateway',
      'checkout: KubeAPIDown',
      'vault: KubeAPIDown',
      'cart: The cart and the API',
      'vault: VaultSealed',
    ]);
    expect(await found({ product: 'checkout', q: 'api' })).toHaveLength(2);
    expect(await found({ team: 'sre', q: 'api' })).toHaveLength(2);
    expect(await found({ type: 'operational' })).toEqual([
      'checkout: Fail over the gateway',
    ]);
    const first = await search({ limit: '2' });
    expect(first).toMatchObject({ totalItems: 5 });
    const second = await search({
      limit: '2',
      cursor: first.pageInfo.nextCursor,
    });
    expect(second.items[0]).toMatchObject({
      title: 'KubeAPIDown',
      entity: { name: 'vault' },
    });
    const { status } = await portal.get('/runbooks?limit=0');
    expect(status).toBe(400);
  });

  it('are neither found nor counted where the caller may not read the entity', async () => {
    // The catalog shows this caller no vault, whatever the directory knows.
    around.reading.asCatalogSays = true;
    portal.inCatalog(
      ...entities().filter(({ metadata }) => metadata.name !== 'vault'),
    );
    expect(await search({ q: 'payments hang' })).toMatchObject({
      totalItems: 1,
    });
    expect(await search()).toMatchObject({ totalItems: 3 });
    expect(await search({ product: 'vault' })).toMatchObject({ totalItems: 0 });
    const resolution = await resolve('KubeAPIDown', 'service=vault');
    expect(JSON.stringify(resolution)).not.toMatch(/vault"/);
    expect(resolution.others).toHaveLength(2);
  });

  it('follow their files', async () => {
    folder.addContent({
      'checkout/runbooks/KubeAPIDown.md': '# Quorum lost\n\n1. Look\n',
    });
    await knex('documents_sources').update({
      next_read_at: new Date(0),
      source_etag: null,
    });
    await portal.refresh();
    expect(await found({ q: 'quorum' })).toEqual(['checkout: Quorum lost']);
    expect(await found({ q: 'server' })).toEqual([]);
    portal.inCatalog(...entities().slice(1));
    for (let round = 0; round < 4; round += 1) {
      await portal.refresh();
    }
    expect(await found({ q: 'quorum' })).toEqual([]);
  });

  it('are searched up to a bound, whatever their text is', async () => {
    // Rare letters of four bytes, each a word of its own: the most that a full-text index makes of a text.
    const words = Array.from({ length: 40_000 }, (_, index) =>
      String.fromCodePoint(0x20000 + index),
    );
    const lines = Array.from({ length: 400 }, (_, index) =>
      words.slice(index * 100, (index + 1) * 100).join(' '),
    ).join('\n');
    folder.addContent({
      'checkout/runbooks/rare.md': `# Rare\n\n\`\`\`\n${lines}\n${lines}\n${lines}\n\`\`\`\n`,
    });
    await knex('documents_sources').update({
      next_read_at: new Date(0),
      source_etag: null,
    });
    await portal.refresh();
    expect(await found({ q: words[30_000] })).toEqual(['checkout: Rare']);
  });

  it('answer an alert for the entity that its labels name, and say why', async () => {
    expect(
      await resolve('kubeapidown', 'service=cart', 'severity=critical'),
    ).toMatchObject({
      entities: [{ entity: { name: 'cart' }, label: 'service', value: 'cart' }],
      chosen: {
        title: 'The cart and the API',
        because: expect.arrayContaining(['The label service=cart names cart.']),
      },
      others: [{}, {}],
      nearest: [],
    });
    expect(
      await resolve('VaultSealed', 'entity=product:default/cart'),
    ).toMatchObject({ chosen: { entity: { name: 'vault' } }, others: [] });
  });

  it('answer it for that entity however many others have one', async () => {
    const [row] = await knex('runbooks').where({
      entity_ref: 'product:default/cart',
    });
    const { search_vector, ...copied } = row;
    const ids = Array.from({ length: 60 }, (_, index) => `copy-${index}`);
    await knex.batchInsert(
      'runbooks',
      ids.map(id => ({ ...copied, runbook_id: id })),
      20,
    );
    await knex.batchInsert(
      'runbook_alerts',
      ids.map(id => ({
        alert: 'kubeapidown',
        entity_ref: row.entity_ref,
        runbook_id: id,
      })),
      20,
    );
    const resolution = await resolve('KubeAPIDown', 'service=vault');
    expect(resolution.chosen.entity.name).toBe('vault');
    expect(resolution.others).toHaveLength(20);
    const open = await resolve('KubeAPIDown');
    expect(open).toMatchObject({
      undecided: expect.stringContaining('Several entities'),
    });
    expect(open.others).toHaveLength(21);
  });

  it('leave the choice to people where several answer alike', async () => {
    const resolution = await resolve('KubeAPIDown', 'service=nobody');
    expect(resolution.chosen).toBeUndefined();
    expect(resolution).toMatchObject({
      undecided: expect.any(String),
      others: [{}, {}, {}],
    });
  });

  it('offer the nearest where none answers', async () => {
    const resolution = await resolve('VaultUnreachable', 'product=empty');
    expect(resolution).toMatchObject({
      entities: [{ entity: { name: 'empty' } }],
      others: [],
    });
    expect(resolution.chosen).toBeUndefined();
    expect(resolution.nearest[0]).toMatchObject({ title: 'VaultSealed' });
    expect(await resolve('...')).toMatchObject({ nearest: [], others: [] });
  });

  it('refuse labels that are none', async () => {
    const { status, body } = await portal.get(
      '/runbooks/resolve?alert=A&label=service',
    );
    expect({ status, name: body.error?.name }).toEqual({
      status: 400,
      name: 'InputError',
    });
  });
});

const openshift = join(TEST_DATA, 'runbooks/openshift');
const present = existsSync(openshift);

(present ? describe : describe.skip).each(databases.eachSupportedId())(
  `the runbooks of OpenShift on %p${
    present ? '' : ` (skipped: no ${openshift})`
  }`,
  databaseId => {
    const folder = createMockDirectory();

    it('answer each of their alerts', async () => {
      folder.setContent({ 'catalog-info.yaml': '' });
      cpSync(join(openshift, 'alerts'), folder.resolve('alerts'), {
        recursive: true,
      });
      const file = folder.resolve('catalog-info.yaml');
      const portal = await startPortal({
        knex: await databases.init(databaseId),
        entities: [productAt(`file:${file}`, { runbooks: 'alerts' })],
        config: {
          catalog: { locations: [{ type: 'file', target: file }] },
        },
      });
      await portal.refresh();
      const body = async (path: string) => (await portal.get(path)).body;
      const { items } = await body('/runbooks?q=KubePersistentVolumeFillingUp');
      expect(items[0]).toMatchObject({
        answers: true,
        title: 'KubePersistentVolumeFillingUp',
      });
      const symptom = await body('/runbooks?q=etcd+member+down&limit=5');
      expect(
        symptom.items.map(({ title }: { title: string }) => title),
      ).toContain('etcdMembersDown');
      // Two files answer it, of the same entity: one is opened, and the other one offered.
      const twice = await body('/runbooks/resolve?alert=KubeAPIDown');
      expect(twice.chosen.title).toBe('KubeAPIDown');
      expect(twice.others).toHaveLength(1);
      await portal.stop();
    });
  },
);
