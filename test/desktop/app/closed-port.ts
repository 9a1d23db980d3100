// Gives a port of this computer on which no program listens.
import { createServer, type AddressInfo } from 'node:net';

/** Takes a port from the system and releases it at once: the next connection to it is refused. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise(done => server.close(done));
  return port;
}
