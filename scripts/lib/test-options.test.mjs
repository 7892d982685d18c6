import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserPlaces } from './chromium.mjs';
import { STAGES, readTestOptions } from './test-options.mjs';

test('everything runs, in order, unless something is chosen', () => {
  const all = Object.keys(STAGES);
  assert.deepEqual(readTestOptions([]).stages, all);
  assert.deepEqual(
    readTestOptions(['--without-browser']).stages,
    all.filter(name => name !== 'browser'),
  );
  assert.deepEqual(
    readTestOptions(['--only', 'unit', '--only', 'lint']).stages,
    ['lint', 'unit'],
  );
});

test('arguments for Jest choose its stage', () => {
  const { stages, jestArgs } = readTestOptions(['--', 'plugins/a', '-t', 'x']);
  assert.deepEqual(stages, ['unit']);
  assert.deepEqual(jestArgs, ['plugins/a', '-t', 'x']);
});

test('a stage that does not exist is refused with those that do', () => {
  assert.throws(() => readTestOptions(['--only', 'e2e']), /browser/);
});

test('browsers are looked for on the PATH, then where the system puts programs', () => {
  const linux = browserPlaces({ platform: 'linux', env: { PATH: '/a' } });
  assert.equal(linux[0].endsWith('chromium'), true);
  const mac = browserPlaces({
    platform: 'darwin',
    env: { PATH: '/a', HOME: '/Users/me' },
  });
  assert.ok(mac.some(file => file.includes('Google Chrome.app')));
  assert.ok(mac.some(file => file.includes('Users')));
});
