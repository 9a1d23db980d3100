// Injects faults into the delivery of a reply: slow, endless, huge, compressed, cut off or missing.
import type { ServerResponse } from 'node:http';
import { Readable, pipeline } from 'node:stream';
import { brotliCompressSync, createGzip, gzipSync } from 'node:zlib';
import type { Reply } from '../service/http-message';

export type DeliveryFault =
  | { kind: 'slow-headers'; ms: number }
  /** The headers come at once, the body this much later. */
  | { kind: 'slow-body'; ms: number }
  /** By default one byte a second. */
  | { kind: 'byte-by-byte'; everyMs?: number }
  /** No header ever comes. */
  | { kind: 'silence' }
  | { kind: 'endless-body' }
  /**
   * The valid reply and blanks up to 50 MB: valid JSON for a client without a limit. `announced`: with a
   * content-length header.
   */
  | { kind: 'huge-body'; bytes?: number; announced?: boolean }
  | { kind: 'gzip' }
  | { kind: 'brotli' }
  /** The same body compressed: 100 MB uncompressed and about 100 kB on the wire. */
  | { kind: 'gzip-bomb'; bytes?: number }
  /** The first half of the text, as a complete reply. */
  | { kind: 'truncated-json' }
  /** The connection ends before any reply. */
  | { kind: 'hang-up' }
  | { kind: 'reset-mid-body' }
  /** The content-length is wrong by this many bytes; if it is too large, the connection ends after the text. */
  | { kind: 'wrong-content-length'; offBy: number };

type Deliver<Fault> = (fault: Fault, reply: Reply, response: ServerResponse) => void;
type Table = { [K in DeliveryFault['kind']]: Deliver<Extract<DeliveryFault, { kind: K }>> };

const BLANKS = Buffer.alloc(64 * 1024, ' ');

/** Sends a reply without a fault. */
export function deliver(reply: Reply, response: ServerResponse, packed = Buffer.from(reply.body)): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': packed.length }).end(packed);
}

/** Calls back after `ms`, unless the client has disconnected by then. */
function runLater(response: ServerResponse, ms: number, callback: () => void): void {
  const timer = setTimeout(callback, ms);
  response.once('close', () => clearTimeout(timer));
}

/** Writes blanks as fast as the client takes them. */
function writeBlanks(response: ServerResponse, bytes: number): void {
  let remaining = bytes;
  const writeMore = () => {
    while (remaining > 0) {
      const chunk = remaining < BLANKS.length ? BLANKS.subarray(0, remaining) : BLANKS;
      remaining -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', writeMore);
        return;
      }
    }
    response.end();
  };
  writeMore();
}

function* unpackedChunks(text: string, bytes: number): Generator<Buffer> {
  yield Buffer.from(text);
  for (let sent = 0; sent < bytes; sent += BLANKS.length) yield BLANKS;
}

/** Time for the written bytes to reach the client before the connection is closed. */
const FLUSH_MS = 20;

const DELIVERIES: Table = {
  'slow-headers': ({ ms }, reply, response) => runLater(response, ms, () => deliver(reply, response)),
  'slow-body': ({ ms }, reply, response) => {
    response.writeHead(reply.status, reply.headers).flushHeaders();
    runLater(response, ms, () => response.end(reply.body));
  },
  'byte-by-byte': ({ everyMs = 1000 }, reply, response) => {
    const bytes = Buffer.from(reply.body);
    response.writeHead(reply.status, { ...reply.headers, 'content-length': bytes.length }).flushHeaders();
    let sent = 0;
    const timer = setInterval(() => {
      if (sent < bytes.length) response.write(bytes.subarray(sent, ++sent));
      else response.end();
    }, everyMs);
    response.once('close', () => clearInterval(timer));
  },
  silence: () => undefined,
  'endless-body': (_fault, reply, response) => {
    response.writeHead(reply.status, reply.headers).write('{"code":"0","msg":"","data":[');
    writeBlanks(response, Infinity);
  },
  'huge-body': ({ bytes = 50_000_000, announced }, reply, response) => {
    const blanks = Math.max(0, bytes - Buffer.byteLength(reply.body));
    const length = announced ? { 'content-length': Buffer.byteLength(reply.body) + blanks } : {};
    response.writeHead(reply.status, { ...reply.headers, ...length }).write(reply.body);
    writeBlanks(response, blanks);
  },
  gzip: (_fault, reply, response) =>
    deliver(withEncoding(reply, 'gzip'), response, gzipSync(Buffer.from(reply.body))),
  brotli: (_fault, reply, response) =>
    deliver(withEncoding(reply, 'br'), response, brotliCompressSync(Buffer.from(reply.body))),
  'gzip-bomb': ({ bytes = 100_000_000 }, reply, response) => {
    response.writeHead(reply.status, withEncoding(reply, 'gzip').headers);
    pipeline(Readable.from(unpackedChunks(reply.body, bytes)), createGzip(), response, () => undefined);
  },
  'truncated-json': (_fault, reply, response) =>
    deliver({ ...reply, body: reply.body.slice(0, reply.body.length / 2) }, response),
  'hang-up': (_fault, _reply, response) => response.socket?.destroy(),
  'reset-mid-body': (_fault, reply, response) => {
    response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
    response.write(reply.body.slice(0, reply.body.length / 2));
    runLater(response, FLUSH_MS, () => response.socket?.resetAndDestroy());
  },
  'wrong-content-length': ({ offBy }, reply, response) => {
    const length = Math.max(0, Buffer.byteLength(reply.body) + offBy);
    response.writeHead(reply.status, { ...reply.headers, 'content-length': length }).write(reply.body);
    if (offBy > 0) runLater(response, FLUSH_MS, () => response.socket?.end());
    else response.end();
  }
};

function withEncoding(reply: Reply, encoding: string): Reply {
  return { ...reply, headers: { ...reply.headers, 'content-encoding': encoding } };
}

export function isDeliveryFault(fault: { kind: string }): fault is DeliveryFault {
  return Object.hasOwn(DELIVERIES, fault.kind);
}

export function deliverWithFault(fault: DeliveryFault, reply: Reply, response: ServerResponse): void {
  (DELIVERIES[fault.kind] as Deliver<DeliveryFault>)(fault, reply, response);
}
