import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateConfig, portalUrl } from './config.mjs';

const defaults = {
  catalogs: [],
  demo: true,
  port: 3000,
  backendPort: 7007,
  ownPorts: false,
  built: false,
  postgres: false,
};
const demo = { type: 'file', target: '../../examples/catalog-info.yaml' };
const base = { catalog: { locations: [demo] } };
const mine = { type: 'file', target: '/home/me/catalog-info.yaml' };

test('without options there is nothing to generate', () => {
  assert.equal(generateConfig(defaults, [base]), undefined);
});

test('a catalog is added to the demo, with every kind allowed', () => {
  const { catalog } = generateConfig({ ...defaults, catalogs: [mine] }, [base]);
  assert.deepEqual(catalog.locations[0], demo);
  const { rules, ...location } = catalog.locations[1];
  assert.deepEqual(location, mine);
  for (const kind of ['Product', 'Group', 'User', 'Component', 'Domain']) {
    assert.ok(rules[0].allow.includes(kind));
  }
});

test('what a later file says replaces the list of an earlier one', () => {
  const own = { type: 'file', target: '../../mine.yaml' };
  const { catalog } = generateConfig({ ...defaults, catalogs: [mine] }, [
    base,
    null,
    { catalog: { locations: [own] } },
  ]);
  assert.deepEqual(
    catalog.locations.map(({ target }) => target),
    [own.target, mine.target],
  );
});

test('a catalog can take the place of the demo', () => {
  const { catalog } = generateConfig(
    { ...defaults, demo: false, catalogs: [mine] },
    [base],
  );
  assert.deepEqual(
    catalog.locations.map(({ target }) => target),
    [mine.target],
  );
});

test('the host of a URL may be read, beside those that may already', () => {
  const url = 'https://git.example.com:8443/a/catalog-info.yaml';
  const { backend } = generateConfig(
    { ...defaults, catalogs: [{ type: 'url', target: url }] },
    [base, { backend: { reading: { allow: [{ host: 'example.org' }] } } }],
  );
  assert.deepEqual(backend.reading.allow, [
    { host: 'example.org' },
    { host: 'git.example.com:8443' },
  ]);
});

test('a path is taken as it is, even where it looks like a variable', () => {
  const odd = { type: 'file', target: '/tmp/${HOME}/$x/catalog-info.yaml' };
  const { catalog } = generateConfig(
    { ...defaults, demo: false, catalogs: [odd] },
    [],
  );
  assert.equal(
    catalog.locations[0].target,
    '/tmp/$${HOME}/$x/catalog-info.yaml',
  );
});

test('the address of the database is named, not written down', () => {
  const { backend } = generateConfig({ ...defaults, postgres: true }, [base]);
  assert.deepEqual(backend.database, {
    client: 'pg',
    connection: '${POSTGRES_URL}',
  });
});

test('other ports are told to both halves of the portal', () => {
  const options = {
    ...defaults,
    ownPorts: true,
    port: 4000,
    backendPort: 4001,
  };
  const { app, backend } = generateConfig(options, [base]);
  assert.equal(app.baseUrl, 'http://localhost:4000');
  assert.equal(backend.baseUrl, 'http://localhost:4001');
  assert.equal(backend.listen.port, 4001);
  assert.equal(backend.cors.origin, 'http://localhost:4000');
});

test('a built portal is served from the port of the backend', () => {
  const options = { ...defaults, built: true };
  assert.equal(portalUrl(options), 'http://localhost:7007');
  const { app, backend } = generateConfig(options, [base]);
  assert.equal(app.baseUrl, backend.baseUrl);
});
