// One request over one dispatcher, exactly as it was signed, and its reply as text.
import type { Dispatcher } from 'undici';
import type { HttpReply, SignedRequest } from '../../core/ports/ports';
import { textOf } from './send-request';
import { request as send } from './undici';

/** Throws what undici throws, and Failure. A redirect is a reply like any other: it is not followed. */
export async function exchange(
  request: SignedRequest,
  dispatcher: Dispatcher,
  userAgent: string,
  signal: AbortSignal
): Promise<HttpReply> {
  const { statusCode, headers, body } = await send.call(dispatcher, {
    origin: request.origin,
    // Given apart from the origin, so that no URL parser touches what was signed.
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

/** undici hears the signal only once it is connected, and a silent proxy never lets it. */
export function withinTime<Answer>(signal: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    // A signal of a timer lives until that rings, and would hold the answer for as long.
    const release = () => signal.removeEventListener('abort', stop);
    answer.then(resolve, reject).then(release, release);
  });
}
