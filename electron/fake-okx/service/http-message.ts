// Reads the requests to the fake server, and defines its answers and replies.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface Call {
  readonly method: string;
  /** The path with the query exactly as received, nothing decoded: the signature covers this text. */
  readonly target: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** OKX's envelope. `data` can be missing on a failure. */
export interface Envelope {
  readonly code: string | number;
  readonly msg: string;
  readonly data?: unknown;
}

export interface FakeReply {
  readonly status: number;
  readonly envelope: Envelope;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const MAX_BODY_BYTES = 1024 * 1024;

/** Reads a whole request. Throws when its body is above 1 MiB, which no call of this service needs. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new RangeError('the request body is too large');
    chunks.push(chunk);
  }
  const target = request.url ?? '/';
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  return {
    method: request.method ?? 'GET',
    target,
    path,
    query: new URLSearchParams(query),
    headers: request.headers,
    body: Buffer.concat(chunks)
  };
}

/** A header as one text; "" when it is missing. */
export function headerOf(call: Call, name: string): string {
  const value = call.headers[name];
  return (Array.isArray(value) ? value.join(', ') : value) ?? '';
}

export function chainsOf(call: Call): string[] {
  return (call.query.get('chains') ?? '').split(',').filter(chain => chain !== '');
}

/** The body as JSON; undefined when it is not JSON. */
export function bodyOf(call: Call): unknown {
  try {
    return JSON.parse(call.body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The body as a JSON object; null when it is not one. */
export function objectOf(call: Call): Record<string, unknown> | null {
  const body = bodyOf(call);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
}

export function success(data: unknown): FakeReply {
  return { status: 200, envelope: { code: '0', msg: 'success', data } };
}

export function toReply({ status, envelope }: FakeReply): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(envelope)
  };
}
