// Builds the path, query, body and signature of requests to OKX.
import { createHmac } from 'node:crypto';
import type { Credentials, Key } from '../../shared/schema/key';
import type { PlannedRequest, SignedRequest } from '../core/ports/ports';

/** `chains`: the chains that the query names; null when it names none. */
export function planGet(
  path: string,
  query: readonly (readonly [name: string, value: string])[] = [],
  chains: readonly string[] | null = null
): PlannedRequest {
  return { method: 'GET', target: targetOf(path, query), body: '', chains };
}

/** The text of the body is made here, so that exactly the signed text is sent. */
export function planPost(path: string, body: unknown): PlannedRequest {
  return { method: 'POST', target: path, body: JSON.stringify(body), chains: null };
}

/** Values must be encoded already; empty ones are left out. Commas may stay: the server checks the raw target. */
export function targetOf(path: string, query: readonly (readonly [name: string, value: string])[]): string {
  const pairs = query.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

const EVM_ADDRESS = /^0x[0-9a-f]{40}$/i;

/**
 * OKX refuses EVM addresses in other cases with 81106. Base58, TON, Move types and inscription ids are case-sensitive.
 */
export function normaliseCase(address: string): string {
  return EVM_ADDRESS.test(address) ? address.toLowerCase() : address;
}

/** Base64 of HMAC-SHA256 over time, method, target and body, without separators; the secret is plain text, not decoded. */
export function signatureOf(
  request: Pick<PlannedRequest, 'method' | 'target' | 'body'>,
  secretKey: string,
  timestamp: string
): string {
  const signedText = timestamp + request.method + request.target + request.body;
  return createHmac('sha256', secretKey).update(signedText).digest('base64');
}

/** `at`: ms. OKX refuses a time more than 30 s off, so each attempt is signed again, after every wait. */
export function sign(request: PlannedRequest, key: Key, credentials: Credentials, at: number): SignedRequest {
  const timestamp = new Date(at).toISOString();
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'OK-ACCESS-KEY': credentials.apiKey,
    'OK-ACCESS-SIGN': signatureOf(request, credentials.secretKey, timestamp),
    'OK-ACCESS-TIMESTAMP': timestamp,
    'OK-ACCESS-PASSPHRASE': credentials.passphrase
  };
  if (credentials.projectId) headers['OK-ACCESS-PROJECT'] = credentials.projectId;
  return { method: request.method, origin: key.host, target: request.target, headers, body: request.body };
}
