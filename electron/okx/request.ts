// Builds requests: path, query and body are put together once, here, and never touched again.
import type { PlannedRequest } from '../core/ports';

/** OKX's own limit for `chains`. */
const MOST_CHAINS = 50;

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

/** The fewest blocks that the limit allows, as equal as can be: 51 are 26 and 25, not 50 and 1. */
export function blocksOf<Item>(items: readonly Item[], most = MOST_CHAINS): Item[][] {
  const count = Math.ceil(items.length / most);
  const startOf = (block: number) => Math.ceil((block * items.length) / count);
  return Array.from({ length: count }, (_, block) => items.slice(startOf(block), startOf(block + 1)));
}
