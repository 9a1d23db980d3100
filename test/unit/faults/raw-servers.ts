// Servers that violate the protocol: each writes given bytes to a connection.
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { ROWS, type FaultSetup } from './fault-setup';

/**
 * Starts the server on this computer, on a free port unless one is given; it ends with the test setup, with its
 * connections. Gives the port.
 */
export async function listening(server: Server, setup: FaultSetup, port = 0): Promise<number> {
  const open = new Set<Socket>();
  server.on('connection', socket => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  });
  await new Promise<void>(done => server.listen(port, '127.0.0.1', () => done()));
  setup.later(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

/** Redirects the name to a server that answers each request with `respond`, until the returned function is called. */
export async function leadTo(setup: FaultSetup, respond: (socket: Socket) => void): Promise<() => void> {
  const server = createServer(socket => void socket.on('data', () => respond(socket)));
  const port = await listening(server, setup);
  const sound = setup.leadsTo;
  setup.leadsTo = `http://127.0.0.1:${port}`;
  return () => void (setup.leadsTo = sound);
}

/** Redirects the name until the returned function is called; null: to no server. */
export function leadAway(setup: FaultSetup, elsewhere: string | null): () => void {
  const sound = setup.leadsTo;
  setup.leadsTo = elsewhere;
  return () => void (setup.leadsTo = sound);
}

interface Shape {
  readonly status?: string;
  readonly version?: string;
  /** Content-length in bytes as stated; null: not stated. */
  readonly length?: number | null;
  /** Further header lines, each with its line end. */
  readonly more?: string;
}

/** A complete reply with this text. */
export function httpText(body: string, shape: Shape = {}): string {
  const { status = '200 OK', version = '1.1', length = Buffer.byteLength(body), more = '' } = shape;
  const lengthLine = length === null ? '' : `content-length: ${length}\r\n`;
  return `HTTP/${version} ${status}\r\ncontent-type: application/json\r\n${lengthLine}${more}\r\n${body}`;
}

/** The answer of the service without a fault. */
export function soundBody(setup: FaultSetup): string {
  const data = [{ tokenAssets: ROWS, timeStamp: String(setup.at) }];
  return JSON.stringify({ code: '0', msg: 'success', data });
}

const TLS = 'test/fixtures/tls';
/** The company's root, which issues the certificates of okx.invalid, localhost and 127.0.0.1. */
export const AUTHORITY = join(TLS, 'authority.pem');

export interface Secured {
  readonly port: number;
  /** Uses this file of the fixtures as the certificate from now on. */
  show(certificate: string): void;
}

/** The fake server behind TLS. */
export async function secured(setup: FaultSetup, certificate = 'server.pem'): Promise<Secured> {
  const key = readFileSync(join(TLS, 'server-key.pem'));
  const papers = (name: string) => ({ key, cert: readFileSync(join(TLS, name)) });
  const server = createTlsServer(papers(certificate), socket => leadOn(socket, setup));
  const port = await listening(server, setup);
  return { port, show: name => server.setSecureContext(papers(name)) };
}

function leadOn(socket: Socket, { server }: FaultSetup): void {
  const onward = connect(Number(new URL(server.origin).port), '127.0.0.1');
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
  socket.pipe(onward).pipe(socket);
}

/**
 * A proxy that answers CONNECT with `verdict`: 200 leads to the fake server behind TLS, whatever host was requested.
 */
export interface Proxy {
  readonly port: number;
  verdict: string;
}

/** `verdict`: "" never answers. `port`: 0 uses any free one. */
export async function startProxy(setup: FaultSetup, verdict = '200', port = 0): Promise<Proxy> {
  const { port: securedPort } = await secured(setup);
  const server = createHttpServer();
  server.on('connect', (_request, socket: Socket) => {
    socket.on('error', () => undefined);
    if (proxy.verdict === '') return;
    if (proxy.verdict !== '200') {
      return void socket.end(`HTTP/1.1 ${proxy.verdict} No\r\ncontent-length: 0\r\n\r\n`);
    }
    const onward = connect(securedPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
  });
  const proxy: Proxy = { port: await listening(server, setup, port), verdict };
  return proxy;
}

/** A port on which no server listens. */
export async function closedPort(setup: FaultSetup): Promise<number> {
  const server = createServer();
  const port = await listening(server, setup);
  await new Promise(done => server.close(done));
  return port;
}
