// A server that records everything that a hostile page sends out: every connection, request and datagram.
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listener {
  readonly port: number;
  readonly hits: readonly string[];
  close(): Promise<void>;
}

/** Listens on this computer, TCP and UDP, on ports that the system chooses; `stun` in the hits is the UDP port. */
export async function startListener(): Promise<Listener & { readonly udpPort: number }> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*').end('// reached');
  });
  server.on('connection', () => hits.push('a connection'));
  server.on('upgrade', (request, socket) => {
    hits.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  const udp = createSocket('udp4', () => hits.push('stun'));
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  await new Promise<void>(done => udp.bind(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    udpPort: udp.address().port,
    hits,
    async close() {
      udp.close();
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    }
  };
}
