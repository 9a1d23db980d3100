// Builds requests: path, query and body are put together once, here, and never touched again.
import type { PlannedRequest } from '../core/ports/ports';

/** `chains`: those that the query names; null when it names none. */
export function get(
  path: string,
  query: readonly (readonly [name: string, value: string])[] = [],
  chains: readonly string[] | null = null
): PlannedRequest {
  return { method: 'GET', target: targetOf(path, query), body: '', chains };
}

/** The text of the body is made here: what is signed is what is sent, to the last space. */
export function post(path: string, body: unknown): PlannedRequest {
  return { method: 'POST', target: path, body: JSON.stringify(body), chains: null };
}

/** Values must be encoded already; empty ones are left out. Commas may stay: the server checks the raw target. */
export function targetOf(path: string, query: readonly (readonly [name: string, value: string])[]): string {
  const given = query.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`);
  return given.length === 0 ? path : `${path}?${given.join('&')}`;
}
