// Servers that speak as no sound server does: each is given what a connection gets, byte for byte.
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { ROWS, type Stage } from './fault-stage';

/** On this computer, on a free port unless one is named; ends with the stage, its connections too. Gives the port. */
export async function listening(server: Server, stage: Stage, port = 0): Promise<number> {
  const open = new Set<Socket>();
  server.on('connection', socket => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  });
  await new Promise<void>(done => server.listen(port, '127.0.0.1', () => done()));
  stage.later(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

/** Leads the name to a server that answers each request with `speak`, until what this gives back is called. */
export async function leadTo(stage: Stage, speak: (socket: Socket) => void): Promise<() => void> {
  const server = createServer(socket => void socket.on('data', () => speak(socket)));
  const port = await listening(server, stage);
  const sound = stage.leadsTo;
  stage.leadsTo = `http://127.0.0.1:${port}`;
  return () => void (stage.leadsTo = sound);
}

/** The name leads elsewhere for a while; null: nowhere. */
export function leadAway(stage: Stage, elsewhere: string | null): () => void {
  const sound = stage.leadsTo;
  stage.leadsTo = elsewhere;
  return () => void (stage.leadsTo = sound);
}

interface Shape {
  readonly status?: string;
  readonly version?: string;
  /** Of the body, in bytes, as announced; null: not announced. */
  readonly length?: number | null;
  /** Further header lines, each with its end. */
  readonly more?: string;
}

/** A whole reply of this text. */
export function httpText(body: string, shape: Shape = {}): string {
  const { status = '200 OK', version = '1.1', length = Buffer.byteLength(body), more = '' } = shape;
  const lengthLine = length === null ? '' : `content-length: ${length}\r\n`;
  return `HTTP/${version} ${status}\r\ncontent-type: application/json\r\n${lengthLine}${more}\r\n${body}`;
}

/** What the service answers when all is well. */
export function soundBody(stage: Stage): string {
  const data = [{ tokenAssets: ROWS, timeStamp: String(stage.at) }];
  return JSON.stringify({ code: '0', msg: 'success', data });
}

const TLS = 'test/fixtures/tls';
/** The company's root, which vouches for okx.invalid, localhost and 127.0.0.1. */
export const AUTHORITY = join(TLS, 'authority.pem');

export interface Secured {
  readonly port: number;
  /** From now on this file of the fixtures is its certificate. */
  show(certificate: string): void;
}

/** The stand-in behind TLS. */
export async function secured(stage: Stage, certificate = 'server.pem'): Promise<Secured> {
  const key = readFileSync(join(TLS, 'server-key.pem'));
  const papers = (name: string) => ({ key, cert: readFileSync(join(TLS, name)) });
  const server = createTlsServer(papers(certificate), socket => leadOn(socket, stage));
  const port = await listening(server, stage);
  return { port, show: name => server.setSecureContext(papers(name)) };
}

function leadOn(socket: Socket, { server }: Stage): void {
  const onward = connect(Number(new URL(server.origin).port), '127.0.0.1');
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
  socket.pipe(onward).pipe(socket);
}

/** A proxy that answers CONNECT with `verdict`: 200 leads on to the stand-in behind TLS, whatever was asked for. */
export interface Proxy {
  readonly port: number;
  verdict: string;
}

/** `verdict`: "" never answers. `port`: 0 takes any that is free. */
export async function startProxy(stage: Stage, verdict = '200', port = 0): Promise<Proxy> {
  const { port: securedPort } = await secured(stage);
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
  const proxy: Proxy = { port: await listening(server, stage, port), verdict };
  return proxy;
}

/** Where nobody listens. */
export async function closedPort(stage: Stage): Promise<number> {
  const server = createServer();
  const port = await listening(server, stage);
  await new Promise(done => server.close(done));
  return port;
}
