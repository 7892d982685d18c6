import { createServer } from 'node:net';

/** As many ports as asked for that nothing listens on. */
export async function freePorts(count: number): Promise<number[]> {
  // All are held until the last is found, so that no two are the same.
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve);
      });
      return server;
    }),
  );
  return Promise.all(
    servers.map(async server => {
      const address = server.address();
      await new Promise(resolve => {
        server.close(resolve);
      });
      if (!address || typeof address === 'string') {
        throw new Error('A TCP server without a port');
      }
      return address.port;
    }),
  );
}
