import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * A backend with the plugin in a process of its own, on the same database, which begins to read the catalog and never
 * ends: to be killed in the middle of a refresh.
 */
export async function startHangingInstance(knex: Knex) {
  // knex keeps the password out of what is printed: it must be asked for by name.
  const { connectionSettings } = knex.client;
  const connection = {
    ...connectionSettings,
    password: connectionSettings.password,
  };
  const child = fork(join(__dirname, 'hangingInstance.ts'), [], {
    execArgv: [
      '--require',
      resolvePackagePath('@backstage/cli', 'config/nodeTransform.cjs'),
    ],
    env: {
      ...process.env,
      CONNECTION: JSON.stringify(connection),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const reading = new Promise<void>(resolve => {
    // The backend has messages of its own.
    child.on('message', message => {
      if (message === 'reading') {
        resolve();
      }
    });
  });
  return {
    /** When it is in the middle of a refresh. */
    reading: Promise.race([
      reading,
      exited.then(([code]) => {
        throw new Error(`The instance ended by itself with ${code}`);
      }),
    ]),
    /** Ends it as a lost machine does: without a word. */
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
