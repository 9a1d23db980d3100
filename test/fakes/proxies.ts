// Proxies and TLS servers of this computer for tests: whatever host a client requests, they lead to one service.
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

export const TLS = join(__dirname, '../fixtures/tls');
const read = (name: string) => readFileSync(join(TLS, name));

export interface RunningServer {
  readonly port: number;
  /** `host:port` that clients requested, or paths of requests. */
  readonly requested: string[];
  readonly sockets: Set<Socket>;
  close(): void;
}

async function startListening(server: Server, requested: string[] = []): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const close = () => {
    sockets.forEach(socket => socket.destroy());
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, requested, sockets, close };
}

/** `certificate`: a file of test/fixtures/tls; several: the chain that the server sends. */
export async function startService(...certificates: string[]): Promise<RunningServer & { hangsUp: boolean }> {
  const requested: string[] = [];
  const cert = Buffer.concat((certificates.length > 0 ? certificates : ['server.pem']).map(read));
  const server = createTlsServer({ key: read('server-key.pem'), cert }, (request, response) => {
    requested.push(request.url ?? '');
    if (made.hangsUp) request.socket.destroy();
    else response.end('fine');
  });
  const made = { ...(await startListening(server, requested)), hangsUp: false };
  return made;
}

export interface ProxyOptions {
  /** `user:password` that the proxy requires. */
  readonly login?: string;
  /** Sent instead of opening a tunnel: this status, or for SOCKS this reply code. */
  readonly replyCode?: number;
}

/** Accepts CONNECT; `isSecure`: over TLS with the certificate of the fixtures. */
export async function startHttpProxy(
  service: Pick<RunningServer, 'port'>,
  { login, replyCode }: ProxyOptions = {},
  isSecure = false
): Promise<RunningServer & { readonly headers: IncomingMessage['headers'][] }> {
  const [requested, headers]: [string[], IncomingMessage['headers'][]] = [[], []];
  const tls = { key: read('server-key.pem'), cert: read('server.pem') };
  const server = isSecure ? createTlsServer(tls) : createHttpServer();
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    requested.push(request.url ?? '');
    headers.push(request.headers);
    const wanted = login && `Basic ${Buffer.from(login).toString('base64')}`;
    const isKnown = !wanted || request.headers['proxy-authorization'] === wanted;
    const status = isKnown ? (replyCode ?? 200) : 407;
    socket.on('error', () => undefined);
    if (status === 200) pipeToService(socket, service, 'HTTP/1.1 200 OK\r\n\r\n');
    else socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
  });
  return { ...(await startListening(server, requested)), headers };
}

function pipeToService(socket: Socket, { port }: Pick<RunningServer, 'port'>, first: string | Buffer): void {
  const tunnel = connect(port, '127.0.0.1', () => {
    socket.write(first);
    tunnel.pipe(socket).pipe(tunnel);
  });
  tunnel.on('error', () => socket.destroy());
  socket.on('close', () => tunnel.destroy());
}

const METHODS = { none: 0, login: 2, refused: 0xff };

/** SOCKS5, one message a packet as clients send them; answers byte by byte when it `drips`. */
export async function startSocksProxy(
  service: Pick<RunningServer, 'port'>,
  { login, replyCode = 0 }: ProxyOptions = {},
  bound = Buffer.from([1, 0, 0, 0, 0])
): Promise<RunningServer> {
  const requested: string[] = [];
  const steps = (socket: Socket) => {
    const greet = (packet: Buffer) => {
      const offered = [...packet.subarray(2, 2 + packet[1]!)];
      const method = login === undefined ? METHODS.none : METHODS.login;
      if (!offered.includes(method)) return void socket.end(Buffer.from([5, METHODS.refused]));
      socket.write(Buffer.from([5, method]));
      socket.once('data', method === METHODS.login ? checkLogin : open);
    };
    const checkLogin = (packet: Buffer) => {
      const user = packet.subarray(2, 2 + packet[1]!).toString();
      const password = packet.subarray(3 + packet[1]!).toString();
      const isKnown = `${user}:${password}` === login;
      socket.write(Buffer.from([1, isKnown ? 0 : 1]));
      if (isKnown) socket.once('data', open);
      else socket.end();
    };
    const open = (packet: Buffer) => {
      const kind = packet[3]!;
      const size = kind === 3 ? packet[4]! + 1 : kind === 1 ? 4 : 16;
      const address = packet.subarray(4, 4 + size);
      const host =
        kind === 3
          ? address.subarray(1).toString()
          : kind === 1
            ? [...address].join('.')
            : address.toString('hex');
      requested.push(`${host}:${packet.readUInt16BE(4 + size)}`);
      const reply = Buffer.concat([Buffer.from([5, replyCode, 0]), bound, Buffer.from([0, 0])]);
      if (replyCode === 0) pipeToService(socket, service, reply);
      else socket.end(reply);
    };
    socket.once('data', greet);
  };
  return await startListening(createServer(steps), requested);
}

/** Accepts connections and passes each one to `serve`. */
export async function startRaw(serve: (socket: Socket) => void): Promise<RunningServer> {
  return await startListening(createServer(serve));
}
