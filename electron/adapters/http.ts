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

type Environment = Readonly<Record<string, string | undefined>>;

export interface HttpOptions {
  readonly userAgent: string;
  /** Whether the system believes to have a network at all. */
  readonly isOnline: () => boolean;
  /** For connecting, for the headers, and for each silence of the body. */
  readonly limitMs?: number;
  readonly wholeMs?: number;
  /** Default: this process's environment. */
  readonly env?: Environment;
}

export function createHttp(options: HttpOptions): Http {
  const { userAgent, isOnline, limitMs = LIMIT_MS, wholeMs = WHOLE_MS, env = process.env } = options;
  const limits = { connect: { timeout: limitMs }, headersTimeout: limitMs, bodyTimeout: limitMs };
  const direct = new Agent(limits);
  let proxied: Dispatcher | null = null;
  return {
    async send(request) {
      try {
        const isHere = judgeHost(request.origin) === 'loopback';
        const dispatcher = isHere ? direct : (proxied ??= agentOf(env, limits));
        return await exchange(request, dispatcher, userAgent, AbortSignal.timeout(wholeMs));
      } catch (thrown) {
        throw networkFailure(thrown, isOnline(), request.origin);
      }
    }
  };
}

/** Reads HTTP(S)_PROXY and NO_PROXY, with user and password. `proxy:8080` means http, as it does to curl. */
function agentOf(env: Environment, limits: EnvHttpProxyAgent.Options): Dispatcher {
  const address = (name: string) => (env[name] ?? env[name.toUpperCase()] ?? '').trim();
  const withScheme = (text: string) => (text === '' || text.includes('://') ? text : `http://${text}`);
  try {
    return new EnvHttpProxyAgent({
      ...limits,
      httpProxy: withScheme(address('http_proxy')),
      httpsProxy: withScheme(address('https_proxy')),
      noProxy: address('no_proxy')
    });
  } catch {
    // The error quotes the address, and with it a password.
    throw new Failure('proxy-failed', { cause: 'the address of the proxy cannot be read' });
  }
}

async function exchange(
  request: SignedRequest,
  dispatcher: Dispatcher,
  userAgent: string,
  signal: AbortSignal
): Promise<HttpReply> {
  const { statusCode, headers, body } = await withinTime(
    signal,
    dispatcher.request({
      origin: request.origin,
      // Given apart from the origin, so that no URL parser touches what was signed.
      path: request.target,
      method: request.method,
      headers: { ...request.headers, 'user-agent': userAgent, 'accept-encoding': 'gzip, br' },
      body: request.body === '' ? null : request.body,
      signal
    })
  );
  const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return { status: statusCode, headers: Object.fromEntries(names), body: await decoded(body, headers) };
}

/** undici hears the signal only once it is connected, and a silent proxy never lets it. */
function withinTime<Answer>(signal: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    answer.then(resolve, reject);
  });
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
