// One request over undici: 10 s limits, no redirects, decoded bodies with a size limit, every trouble a Failure.
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import { Failure } from '../../shared/failure';
import { judgeHost } from '../../shared/host';
import type { Http, HttpReply, SignedRequest } from '../core/ports';
import { networkFailure } from './http/failure';

/** OKX tells its own agents to use 10 s. */
const LIMIT_MS = 10_000;
/** Ends replies that drip a byte a second, which no silence limit catches. */
const WHOLE_MS = 30_000;
/** Of decoded bytes. 100,000 tokens are about 33 MB. */
const MOST_BYTES = 48 * 1024 * 1024;

export interface HttpOptions {
  readonly userAgent: string;
  /** Whether the system believes to have a network at all. */
  readonly isOnline: () => boolean;
  readonly limitMs?: number;
}

export function createHttp({ userAgent, isOnline, limitMs = LIMIT_MS }: HttpOptions): Http {
  const limits = { connect: { timeout: limitMs }, headersTimeout: limitMs, bodyTimeout: limitMs };
  const direct = new Agent(limits);
  // Reads HTTP(S)_PROXY and NO_PROXY, with user and password.
  const proxied = new EnvHttpProxyAgent(limits);
  return {
    async send(request) {
      const dispatcher = judgeHost(request.origin) === 'loopback' ? direct : proxied;
      try {
        return await exchange(request, dispatcher, userAgent);
      } catch (thrown) {
        throw networkFailure(thrown, isOnline());
      }
    }
  };
}

async function exchange(
  request: SignedRequest,
  dispatcher: Dispatcher,
  userAgent: string
): Promise<HttpReply> {
  const { statusCode, headers, body } = await dispatcher.request({
    origin: request.origin,
    // Given apart from the origin, so that no URL parser touches what was signed.
    path: request.target,
    method: request.method,
    headers: { ...request.headers, 'user-agent': userAgent, 'accept-encoding': 'gzip, br' },
    body: request.body === '' ? null : request.body,
    signal: AbortSignal.timeout(WHOLE_MS)
  });
  const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return { status: statusCode, headers: Object.fromEntries(names), body: await decoded(body, headers) };
}

/** The body as text. The limit counts decoded bytes, so that a small bomb cannot grow large. */
async function decoded(
  body: Dispatcher.ResponseData['body'],
  headers: Dispatcher.ResponseData['headers']
): Promise<string> {
  const coding = String(headers['content-encoding'] ?? 'identity').toLowerCase();
  const decoder = coding === 'gzip' ? createGunzip() : coding === 'br' ? createBrotliDecompress() : null;
  const stream = decoder ? body.on('error', error => decoder.destroy(error)).pipe(decoder) : body;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new Failure('reply-too-large');
      chunks.push(chunk);
    }
  } finally {
    body.destroy();
  }
  return Buffer.concat(chunks).toString('utf8');
}
