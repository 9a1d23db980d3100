// Sends requests to a server over real HTTP, signed by code of its own, so that the server's check is not tested with
// itself.
import { createHmac } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';

export const KEY = {
  apiKey: 'key-1',
  secretKey: 'TEST-SECRET-0123456789',
  passphrase: 'pass',
  projectId: null
};

export interface SignedReply {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

export interface Change {
  key?: { apiKey: string; secretKey: string; passphrase: string };
  at?: number;
  method?: string;
  body?: string;
  headers?: Record<string, string | undefined>;
}

/** The headers of a valid call; a header changed to undefined is left out. */
export function signedHeaders(target: string, change: Change = {}): Record<string, string> {
  const { key = KEY, at = Date.now(), method = 'GET', body = '' } = change;
  const timestamp = new Date(at).toISOString();
  const all = {
    'OK-ACCESS-KEY': key.apiKey,
    'OK-ACCESS-PASSPHRASE': key.passphrase,
    'OK-ACCESS-TIMESTAMP': timestamp,
    'OK-ACCESS-SIGN': createHmac('sha256', key.secretKey)
      .update(`${timestamp}${method}${target}${body}`)
      .digest('base64'),
    'Content-Type': 'application/json',
    ...change.headers
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  );
}

/** Sends exactly this target. Rejects when the connection ends before the whole reply has arrived. */
export function ask(origin: string, target: string, change: Change = {}): Promise<SignedReply> {
  const { method = 'GET', body = '' } = change;
  const length = body === '' ? {} : { 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const call = request(
      {
        hostname,
        port,
        path: target,
        method,
        headers: { ...signedHeaders(target, change), ...length },
        agent: false
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text: bytes.toString()
          });
        });
      }
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** `200 0`, `401 50113`: HTTP status and code of the envelope. */
export function verdict(reply: SignedReply): string {
  return `${reply.status} ${String((JSON.parse(reply.text) as { code: unknown }).code)}`;
}
