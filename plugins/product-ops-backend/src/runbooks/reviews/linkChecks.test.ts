import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import {
  productAt,
  readingFrom,
  startPortal,
  type Portal,
} from '../../documents/__testUtils__/startPortal';
import {
  organisation,
  surroundings,
} from '../../lifecycle/__testUtils__/startStages';
import { LinkHosts, readLinkChecks } from './linkChecksConfig';
import { LinkChecker } from './LinkChecker';
import { isPrivateAddress } from './privateAddresses';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A host with pages, that writes down what it is asked for. */
async function startHost() {
  const asked: Array<{ line: string; headers: object }> = [];
  const pages = new Map<string, number | string>();
  const server: Server = createServer((req, res) => {
    asked.push({ line: `${req.method} ${req.url}`, headers: req.headers });
    const page = pages.get(req.url ?? '') ?? 404;
    if (typeof page === 'string') {
      res.writeHead(302, { location: page }).end();
    } else if (page === 405) {
      res.writeHead(req.method === 'HEAD' ? 405 : 200).end('x');
    } else {
      res.writeHead(page).end(req.method === 'HEAD' ? undefined : 'x');
    }
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    pages,
    port,
    host: `127.0.0.1:${port}`,
    lines: () => asked.map(({ line }) => line),
    stop: () =>
      new Promise(done => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

type Host = Awaited<ReturnType<typeof startHost>>;

describe('the addresses of a network', () => {
  it.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.31.255.1', true],
    ['172.32.0.1', false],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['93.184.216.34', false],
    ['::1', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['::ffff:10.0.0.1', true],
    ['::ffff:7f00:1', true],
    ['2606:2800:220:1::1', false],
    ['nonsense', true],
  ])('%s is private: %s', (address, expected) => {
    expect(isPrivateAddress(address)).toBe(expected);
  });
});

describe('the configuration of link checks', () => {
  const read = (linkChecks: object) =>
    readLinkChecks(
      new ConfigReader({ productOps: { runbooks: { linkChecks } } }),
    );

  it('asks nobody by default', () => {
    const config = readLinkChecks(new ConfigReader({}));
    expect(config.hosts.allows('wiki.example.com')).toBe(false);
    expect(config).toMatchObject({ perRun: 200, pauseMs: 1000 });
  });

  it('names hosts, and all below a domain', () => {
    const { hosts } = read({
      hosts: ['Wiki.example.com:8443', '*.example.org'],
    });
    expect(hosts.allows('wiki.example.com:8443')).toBe(true);
    expect(hosts.allows('wiki.example.com')).toBe(false);
    expect(hosts.allows('a.b.example.org')).toBe(true);
    expect(hosts.allows('example.org')).toBe(false);
    expect(hosts.allows('evilexample.org')).toBe(false);
    expect(hosts.names('a.example.org')).toBe(false);
  });

  it.each([
    [
      { hosts: ['https://wiki.example.com'] },
      /hosts\[0\]: got .*expected a host/,
    ],
    [{ hosts: ['*'] }, /hosts\[0\]/],
    [{ perRun: 0 }, /perRun: got 0; expected a whole number/],
    [{ pause: { hours: 1 } }, /pause: got 3600000/],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});

describe('a look at a page', () => {
  let host: Host;
  let other: Host;
  beforeEach(async () => {
    [host, other] = await Promise.all([startHost(), startHost()]);
  });
  afterEach(() => Promise.all([host.stop(), other.stop()]));

  const check = (
    path: string,
    options: { hosts?: string[]; lookup?: LookupFunction } = {},
  ) =>
    LinkChecker.create({
      hosts: LinkHosts.create(options.hosts ?? [host.host]),
      lookup: options.lookup,
    }).check(path.startsWith('/') ? `http://${host.host}${path}` : path);

  it('asks for the head, then for the page, and sends nothing that names anybody', async () => {
    host.pages.set('/there', 200);
    host.pages.set('/headless', 405);
    host.pages.set('/closed', 401);
    host.pages.set('/broken', 503);
    host.pages.set('/busy', 429);
    expect(await check('/there')).toMatchObject({ state: 'there' });
    expect(host.lines()).toEqual(['HEAD /there']);
    expect(Object.keys(host.asked[0].headers).sort()).toEqual([
      'accept',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(await check('/headless')).toMatchObject({ state: 'there' });
    expect(await check('/closed')).toMatchObject({ state: 'there' });
    expect(await check('/gone')).toEqual({ state: 'gone', why: 'answers 404' });
    expect(await check('/broken')).toMatchObject({ state: 'failed' });
    expect(await check('/busy')).toMatchObject({ state: 'unknown' });
  });

  it('follows redirects on the host, and to no other one', async () => {
    host.pages.set('/moved', '/there');
    host.pages.set('/there', 200);
    host.pages.set('/lost', '/nowhere');
    host.pages.set('/round', '/round');
    host.pages.set('/away', `http://${other.host}/secret`);
    expect(await check('/moved')).toMatchObject({ state: 'there' });
    expect(await check('/lost')).toMatchObject({ state: 'gone' });
    expect(await check('/round')).toMatchObject({ state: 'failed' });
    const both = { hosts: [host.host, other.host] };
    expect(await check('/away', both)).toMatchObject({ state: 'there' });
    expect(other.asked).toEqual([]);
  });

  it('is never at a host that may not be asked, nor at a private address behind a name', async () => {
    const lookup = jest.fn<void, Parameters<LookupFunction>>(
      (_name, { all }, callback) =>
        all
          ? callback(null, [{ address: '127.0.0.1', family: 4 }])
          : callback(null, '127.0.0.1', 4),
    );
    const inside = `http://inside.example.com:${host.port}/there`;
    expect(await check(inside, { lookup })).toMatchObject({
      state: 'unknown',
      why: 'its host may not be asked',
    });
    expect(lookup).not.toHaveBeenCalled();
    expect(
      await check(inside, { lookup, hosts: [`*.example.com:${host.port}`] }),
    ).toEqual({ state: 'unknown', why: 'its host has a private address' });
    expect(host.asked).toEqual([]);
    // Whoever names it means it.
    await check(inside, { lookup, hosts: [`inside.example.com:${host.port}`] });
    expect(host.lines()[0]).toBe('HEAD /there');
  });

  it('fails where nobody answers', async () => {
    await other.stop();
    expect(
      await check(`http://${other.host}/x`, { hosts: [other.host] }),
    ).toEqual({ state: 'failed', why: 'cannot be reached (ECONNREFUSED)' });
  });
});

describe.each(databases.eachSupportedId())('link checks on %p', databaseId => {
  const folder = createMockDirectory();
  let host: Host;
  let portal: Portal;
  let knex: Knex;

  beforeEach(async () => {
    host = await startHost();
    const url = (path: string) => `http://${host.host}${path}`;
    folder.setContent({
      'catalog-info.yaml': '',
      runbooks: {
        'one.md': `# One\n\n1. Read [this](${url(
          '/a#part',
        )})\n2. and [that](${url(
          '/b',
        )})\n3. not [theirs](http://elsewhere.example.com/x)\n`,
        'two.md': `# Two\n\n1. Read [this](${url('/a')})\n`,
      },
    });
    knex = await databases.init(databaseId);
    portal = await startPortal({
      knex,
      entities: [
        ...organisation,
        productAt(`file:${folder.resolve('catalog-info.yaml')}`, {
          runbooks: 'runbooks/',
        }),
      ],
      config: {
        ...readingFrom(folder),
        productOps: {
          runbooks: {
            linkChecks: { hosts: [host.host], pause: { milliseconds: 0 } },
          },
        },
      },
      features: surroundings().features,
    });
    await portal.refresh();
  });
  afterEach(async () => {
    await portal.stop();
    await host.stop();
  });

  const one = () => portal.runbook('product:default/checkout', 'one');
  const later = () =>
    knex('runbook_link_checks').update({ checked_at: new Date(0) });

  it('find pages that are gone, once for all runbooks, and forget it when they are back', async () => {
    host.pages.set('/a', 404);
    host.pages.set('/b', 200);
    await portal.run('runbook-links');
    expect(host.lines().sort()).toEqual(['GET /a', 'HEAD /a', 'HEAD /b']);
    const dead = await one();
    expect(dead).toMatchObject({
      stale: true,
      staleBecause: [{ kind: 'link', link: `http://${host.host}/a`, line: 3 }],
    });
    expect(dead.findings).toContainEqual(
      expect.objectContaining({ rule: 'dead-link', line: 3 }),
    );
    expect(
      (await portal.runbook('product:default/checkout', 'two')).stale,
    ).toBe(true);

    // What was looked at lately is left alone.
    host.asked.length = 0;
    await portal.run('runbook-links');
    expect(host.lines()).toEqual([]);

    host.pages.set('/a', 200);
    await later();
    await portal.run('runbook-links');
    expect(await one()).toMatchObject({ stale: false });
    expect((await one()).findings.map(({ rule }) => rule)).not.toContain(
      'dead-link',
    );
  });

  it('call a page that does not answer dead the second time, and a review settles it', async () => {
    host.pages.set('/a', 500);
    host.pages.set('/b', 200);
    await portal.run('runbook-links');
    expect(await one()).toMatchObject({ stale: false });
    await later();
    await portal.run('runbook-links');
    const { version, stale } = await one();
    expect(stale).toBe(true);
    const { status } = await portal.post(
      '/entities/product/default/checkout/runbooks/one/reviews',
      { id: '0b4b1a1e-0000-4000-8000-000000000000', version },
    );
    expect(status).toBe(200);
    expect(await one()).toMatchObject({
      stale: false,
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'dead-link' }),
      ]),
    });
  });

  it('look at what is written in the portal too, and not at what no runbook links to any more', async () => {
    const path = '/entities/product/default/checkout/written-runbooks';
    host.pages.set('/c', 404);
    const { body: made, status } = await portal.post(path, {
      text: `# Three\n\n1. Read [this](http://${host.host}/c)\n`,
    });
    expect(status).toBe(200);
    await portal.run('runbook-links');
    expect(host.lines()).toContain('GET /c');
    expect(
      await portal.runbook('product:default/checkout', 'three'),
    ).toMatchObject({
      stale: true,
      staleBecause: [{ kind: 'link', link: `http://${host.host}/c`, line: 3 }],
    });

    const removal = await portal
      .ask('patch', `${path}/three`)
      .send({ version: made.version, removed: true });
    expect(removal.status).toBe(200);
    host.asked.length = 0;
    await later();
    await portal.run('runbook-links');
    expect(host.lines()).not.toContain('GET /c');
    expect(host.lines()).toContain('HEAD /a');

    // The product says no more that it has a folder of runbooks.
    portal.inCatalog(
      ...organisation,
      productAt(`file:${folder.resolve('catalog-info.yaml')}`, {}),
    );
    await portal.refresh();
    await portal.refresh();
    expect(await knex('runbooks')).toEqual([]);
    host.asked.length = 0;
    await later();
    await portal.run('runbook-links');
    expect(host.lines()).toEqual([]);
    expect(await knex('runbook_links')).toEqual([]);
  });
});
