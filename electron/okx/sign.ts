// Signs a request: the same bytes that are signed go on the wire.
import { createHmac } from 'node:crypto';
import type { Credentials, Key } from '../../shared/schema/key';
import type { PlannedRequest, SignedRequest } from '../core/ports/ports';

/** Base64 of HMAC-SHA256 over time, method, target and body, without separators; the secret is plain text, not decoded. */
export function signature(
  request: Pick<PlannedRequest, 'method' | 'target' | 'body'>,
  secretKey: string,
  timestamp: string
): string {
  const signed = timestamp + request.method + request.target + request.body;
  return createHmac('sha256', secretKey).update(signed).digest('base64');
}

/** `at`: ms. OKX refuses a time more than 30 s off, so this comes after every wait and anew for every try. */
export function sign(request: PlannedRequest, key: Key, credentials: Credentials, at: number): SignedRequest {
  const timestamp = new Date(at).toISOString();
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'OK-ACCESS-KEY': credentials.apiKey,
    'OK-ACCESS-SIGN': signature(request, credentials.secretKey, timestamp),
    'OK-ACCESS-TIMESTAMP': timestamp,
    'OK-ACCESS-PASSPHRASE': credentials.passphrase
  };
  if (credentials.projectId) headers['OK-ACCESS-PROJECT'] = credentials.projectId;
  return { method: request.method, origin: key.host, target: request.target, headers, body: request.body };
}
