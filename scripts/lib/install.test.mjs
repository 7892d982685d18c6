import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  installFingerprint,
  installInputs,
  phaseOf,
  registryEnv,
  untilEnded,
} from './install.mjs';
import { root } from './paths.mjs';
import { isNetworkFailure } from './registry.mjs';

const folder = mkdtempSync(join(tmpdir(), 'product-ops-install-'));
after(() => rmSync(folder, { recursive: true }));

test('installing again is needed when a manifest, the lock file or the Node.js line changes', () => {
  mkdirSync(join(folder, 'plugins', 'a'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'yarn.lock'), '1');
  const first = installFingerprint(folder, 'v24.1.0');
  assert.equal(installFingerprint(folder, 'v24.9.0'), first);
  assert.notEqual(installFingerprint(folder, 'v22.12.0'), first);

  writeFileSync(join(folder, 'plugins', 'a', 'package.json'), '{}');
  const second = installFingerprint(folder, 'v24.1.0');
  assert.notEqual(second, first);
  writeFileSync(join(folder, 'yarn.lock'), '2');
  assert.notEqual(installFingerprint(folder, 'v24.1.0'), second);
});

test('every package of the repository counts', () => {
  const inputs = installInputs(root);
  for (const file of ['yarn.lock', join('packages', 'app', 'package.json')]) {
    assert.ok(inputs.includes(file));
  }
});

test('the lock file names no server, so that each machine asks its own registry', () => {
  const lock = readFileSync(join(root, 'yarn.lock'), 'utf8');
  assert.deepEqual(lock.match(/^.*https?:\/\/.*$/gm), null);
});

test('an unreachable registry is told apart from other trouble', () => {
  assert.ok(isNetworkFailure('npm error code ECONNREFUSED'));
  assert.ok(isNetworkFailure('Error [ERR_SOCKET_CLOSED_BEFORE_CONNECTION]'));
  assert.ok(isNetworkFailure('YN0001: RequestError: getaddrinfo ENOTFOUND x'));
  assert.ok(!isNetworkFailure('YN0028: The lockfile would have been modified'));
});

test('Yarn gets the registry and the certificates of npm, and may use plain http for that one only', () => {
  assert.deepEqual(registryEnv(undefined), {});
  assert.deepEqual(registryEnv('https://npm.example.com/'), {
    YARN_NPM_REGISTRY_SERVER: 'https://npm.example.com/',
  });
  assert.deepEqual(registryEnv('http://mirror.example.com:4873/'), {
    YARN_NPM_REGISTRY_SERVER: 'http://mirror.example.com:4873/',
    YARN_UNSAFE_HTTP_WHITELIST: 'mirror.example.com',
  });
  assert.deepEqual(registryEnv(undefined, '/etc/ssl/company.pem'), {
    YARN_HTTPS_CA_FILE_PATH: '/etc/ssl/company.pem',
  });
});

test('progress follows the steps of Yarn', () => {
  assert.equal(phaseOf('➤ YN0000: ┌ Fetch step'), 'fetching packages');
  assert.equal(phaseOf('➤ YN0000: └ Completed'), undefined);
});

test('an install that waits for ever is begun again, a few times, and any other end counts', async () => {
  const results = [{ timedOut: true }, { timedOut: false, code: 0 }];
  let again = 0;
  const count = () => {
    again += 1;
  };
  assert.equal((await untilEnded(async () => results.shift(), count)).code, 0);
  assert.equal(again, 1);
  const stuck = await untilEnded(async () => ({ timedOut: true }), count, 2);
  assert.ok(stuck.timedOut);
  assert.equal(again, 2);
  const broken = await untilEnded(
    async () => ({ timedOut: false, code: 1 }),
    count,
  );
  assert.equal(broken.code, 1);
  assert.equal(again, 2);
});
