import { createServer } from 'node:net';
import { SetupError } from './output.mjs';

function tryListen(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}

/** Why a port cannot be listened on, on any of this machine's own addresses; undefined when it can. */
export async function portProblem(port) {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0', '::']) {
    const code = await tryListen(port, host);
    // A machine without IPv6 has no such address: nobody can be on it.
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      return code;
    }
  }
  return undefined;
}

/** Resolves if both ports are free, else rejects with what to do about it. */
export async function checkPorts({ port, backendPort }) {
  const wanted = [
    [port, 'the portal', '--port', port + 1],
    [backendPort, 'its backend', '--backend-port', backendPort + 1],
  ];
  for (const [number, whose, option, other] of wanted) {
    const problem = await portProblem(number);
    if (problem === 'EACCES') {
      throw new SetupError(
        `Port ${number}, on which ${whose} would listen, may not be used by you: choose one above 1023, for example \`npm start -- ${option} ${
          number < 1024 ? number + 3000 : other
        }\`.`,
      );
    }
    if (problem) {
      throw new SetupError(
        `Port ${number}, on which ${whose} would listen, is taken: end the program that uses it, or run \`npm start -- ${option} ${other}\`.`,
      );
    }
  }
}

/** A port that nobody uses right now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
