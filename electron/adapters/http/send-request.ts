// Sends a request through an undici dispatcher, and reads and decompresses the body of the reply.
// The decompressed body is limited to 48 MiB.
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { Failure } from '../../../shared/domain/failure';
import type { HttpReply, SignedRequest } from '../../core/ports/ports';
import { request as send } from './undici';

/** Limit of decoded bytes. 100,000 tokens are about 33 MB. */
const MAX_BYTES = 48 * 1024 * 1024;
const INITIAL_BYTES = 64 * 1024;
/** A server and one proxy after it compress at most once each. */
const MAX_CODINGS = 2;

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress
};

/**
 * `coding`: the content-encoding header. Throws Failure: reply-too-large, and reply-damaged for a coding that was not
 * requested; also throws the errors of the stream.
 */
export async function textOf(body: Readable, coding: string): Promise<string> {
  const streams: Readable[] = [body];
  try {
    for (const decoder of decodersOf(coding)) {
      const last = streams.at(-1)!;
      last.on('error', error => decoder.destroy(error));
      streams.push(last.pipe(decoder));
    }
    return await collectText(streams.at(-1)!);
  } finally {
    // A destroyed stream may still emit an error.
    for (const stream of streams) stream.on('error', () => undefined).destroy();
  }
}

/** The coding applied last is last in the header, and is decoded first. */
function decodersOf(coding: string): Transform[] {
  const names = coding
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '' && name !== 'identity');
  const factories = names.reverse().map(name => (Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined));
  const known = factories.filter(factory => factory !== undefined);
  if (known.length < factories.length || known.length > MAX_CODINGS)
    throw new Failure('reply-damaged', { cause: 'packed in a way that was not asked for' });
  return known.map(create => create());
}

/** Copies the chunks into one buffer as they arrive: kept separately, a million chunks of one byte take gigabytes. */
async function collectText(stream: Readable): Promise<string> {
  let buffer = Buffer.allocUnsafe(INITIAL_BYTES);
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (size + chunk.length > MAX_BYTES) throw new Failure('reply-too-large');
    if (size + chunk.length > buffer.length) {
      const larger = Buffer.allocUnsafe(Math.min(MAX_BYTES, 2 * (size + chunk.length)));
      buffer.copy(larger, 0, 0, size);
      buffer = larger;
    }
    size += chunk.copy(buffer, size);
  }
  return buffer.toString('utf8', 0, size);
}

/** Throws the errors of undici, and Failure. A redirect is returned like any other reply and not followed. */
export async function sendRequest(
  request: SignedRequest,
  dispatcher: Dispatcher,
  userAgent: string,
  signal: AbortSignal
): Promise<HttpReply> {
  const { statusCode, headers, body } = await send.call(dispatcher, {
    origin: request.origin,
    // Passed separately from the origin, so that no URL parser changes the signed text.
    path: request.target,
    method: request.method,
    headers: { ...request.headers, 'user-agent': userAgent, 'accept-encoding': 'gzip, br' },
    body: request.body === '' ? null : request.body,
    signal
  });
  const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  const text = await textOf(body, String(headers['content-encoding'] ?? ''));
  return { status: statusCode, headers: Object.fromEntries(names), body: text };
}

/** undici handles the signal only after the connection is made, which a silent proxy never allows. */
export function rejectOnAbort<Answer>(signal: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    // The signal of a timer stays alive until the timer fires, and would keep the reply in memory until then.
    const release = () => signal.removeEventListener('abort', stop);
    answer.then(resolve, reject).then(release, release);
  });
}
