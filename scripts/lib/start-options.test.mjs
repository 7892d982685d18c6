import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { SetupError } from './output.mjs';
import { readStartOptions } from './start-options.mjs';

const folder = mkdtempSync(join(tmpdir(), 'product-ops-options-'));
mkdirSync(join(folder, 'mine'));
writeFileSync(join(folder, 'mine', 'catalog-info.yaml'), '');
after(() => rmSync(folder, { recursive: true }));

const read = (args, env = {}) => readStartOptions(args, env, folder);

test('without options the demo starts on the usual ports', () => {
  const options = read([]);
  assert.equal(options.demo, true);
  assert.deepEqual(options.catalogs, []);
  assert.deepEqual([options.port, options.backendPort], [3000, 7007]);
  assert.equal(options.ownPorts, false);
  assert.equal(options.postgres, false);
});

test('ports come from options, else from the environment', () => {
  const env = { PORT: '4000', BACKEND_PORT: '4001' };
  const fromEnv = read([], env);
  assert.deepEqual([fromEnv.port, fromEnv.backendPort], [4000, 4001]);
  const { port, backendPort } = read(['--port', '5000'], env);
  assert.deepEqual([port, backendPort], [5000, 4001]);
});

test('the pages are built where they are to be served, unless they were before', () => {
  const build = args => read(args).build;
  assert.equal(build([]), false);
  assert.equal(build(['--built']), true);
  assert.equal(build(['--built', '--no-build']), false);
  assert.throws(() => build(['--no-build']), /only goes with --built/);
});

test('a port that is none is refused, and so is one for both', () => {
  for (const port of ['0', '70000', '3000x', '-1']) {
    assert.throws(() => read([`--port=${port}`]), /expected a port number/);
  }
  assert.throws(() => read(['--port', '7007']), /cannot both listen/);
});

test('catalogs are files seen from where the person is, or URLs', () => {
  const { catalogs, demo } = read([
    '--no-demo',
    '--catalog',
    'mine/catalog-info.yaml',
    '--catalog',
    'https://git.example.com/a/catalog-info.yaml',
  ]);
  assert.equal(demo, false);
  assert.deepEqual(catalogs, [
    { type: 'file', target: join(folder, 'mine', 'catalog-info.yaml') },
    { type: 'url', target: 'https://git.example.com/a/catalog-info.yaml' },
  ]);
});

test('a catalog that cannot be is told in one sentence that names it', () => {
  const cases = {
    'gone.yaml': /--catalog gone\.yaml: .*gone\.yaml does not exist\.$/,
    mine: /is a folder; name the catalog-info\.yaml file in it\.$/,
    'ftp://example.com/a.yaml': /expected a path, or a URL with http/,
    'http://': /not a valid URL/,
  };
  for (const [catalog, message] of Object.entries(cases)) {
    assert.throws(
      () => read(['--catalog', catalog]),
      error => error instanceof SetupError && message.test(error.message),
    );
  }
});

test('PostgreSQL is chosen by an address, and a wrong one is never printed', () => {
  const url = 'postgres://me:secret@localhost:5432/portal';
  assert.equal(read([], { POSTGRES_URL: url }).postgres, true);
  assert.throws(
    () => read([], { POSTGRES_URL: 'mysql://me:secret@localhost' }),
    error => error instanceof SetupError && !error.message.includes('secret'),
  );
});

test('an unknown option shows what there is', () => {
  assert.throws(() => read(['--prot', '1']), /'--prot'[^]*--port <number>/);
});
