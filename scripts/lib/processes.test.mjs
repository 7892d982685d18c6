import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { capture, start, stopTree } from './processes.mjs';
import { descendantsIn } from './tree.mjs';

test('children of children are found', () => {
  const pairs = [
    [2, 1],
    [3, 2],
    [4, 3],
    [5, 1],
    [6, 9],
  ];
  assert.deepEqual(descendantsIn(pairs, 2), [3, 4]);
});

test('a program that does not end when asked takes its children with it', async () => {
  const grandchild = 'setInterval(() => {}, 1000)';
  const stubborn = `
    process.on('SIGTERM', () => {});
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['-e', ${JSON.stringify(
      grandchild,
    )}]);
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  const child = start(process.execPath, ['-e', stubborn], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = Number(
    await new Promise(resolve => {
      child.stdout.setEncoding('utf8').once('data', resolve);
    }),
  );
  await stopTree(child, { grace: 50 });
  assert.equal(child.signalCode, 'SIGKILL');
  const gone = Date.now() + 5000;
  const runs = () => {
    try {
      process.kill(pid, 0);
      // In a container nobody may have collected it yet: an entry without a process.
      return (
        process.platform !== 'linux' ||
        !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
      );
    } catch {
      return false;
    }
  };
  while (runs() && Date.now() < gone) {
    await new Promise(resolve => {
      setImmediate(resolve);
    });
  }
  assert.equal(runs(), false);
});

test('a program that does not exist is an exit code, not a crash', async () => {
  const { code, output } = await capture('product-ops-no-such-program', []);
  assert.equal(code, 127);
  assert.match(output, /ENOENT/);
});

test('a program that takes too long is ended, and it is said', async () => {
  const { timedOut, code } = await capture(
    process.execPath,
    ['-e', 'setInterval(() => {}, 1000)'],
    { timeout: 300 },
  );
  assert.equal(timedOut, true);
  assert.notEqual(code, 0);
  const quick = await capture(process.execPath, ['-e', ''], {
    timeout: 60_000,
  });
  assert.equal(quick.timedOut, false);
});
