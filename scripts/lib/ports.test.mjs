import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { SetupError } from './output.mjs';
import { checkPorts, freePort, portProblem } from './ports.mjs';

async function occupied(host, run) {
  const server = createServer();
  const port = await new Promise(resolve => {
    server.listen(0, host, () => resolve(server.address().port));
  });
  try {
    return await run(port);
  } finally {
    await new Promise(resolve => {
      server.close(resolve);
    });
  }
}

for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) {
  test(`a port that is taken on ${host} is noticed`, async t => {
    if (host.includes(':') && (await lacksIPv6())) {
      t.skip('this machine has no IPv6');
      return;
    }
    await occupied(host, async port => {
      assert.equal(await portProblem(port), 'EADDRINUSE');
    });
  });
}

async function lacksIPv6() {
  const { networkInterfaces } = await import('node:os');
  return !Object.values(networkInterfaces())
    .flat()
    .some(({ family }) => family === 'IPv6');
}

test('the message names the port and the way round, and free ports pass', async () => {
  const free = await freePort();
  await occupied('127.0.0.1', async port => {
    await assert.rejects(
      checkPorts({ port: free, backendPort: port }),
      error =>
        error instanceof SetupError &&
        error.message.includes(`Port ${port}`) &&
        error.message.includes(`--backend-port ${port + 1}`),
    );
  });
  await checkPorts({ port: free, backendPort: await freePort() });
});
