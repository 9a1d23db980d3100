// Asks for and reads OKX's own list of chains: names by strangers' leave, so cleaned, and never an empty one.
import { z } from 'zod';
import { Failure } from '../../shared/domain/failure';
import type { SourceId } from '../../shared/schema/wallet';
import type { HttpReply, ListedChain, PlannedRequest } from '../core/ports/ports';
import { chainName } from './chains';
import { dataOf } from './envelope';
import { get } from './request';
import { AnyChainIndex } from './balance-row';
import { cleanSymbol } from './symbol';

/** The two families name the same list differently. */
const PATHS: Readonly<Record<SourceId, string>> = {
  'v5-account': '/api/v5/wallet/chain/supported-chains',
  'v6-address': '/api/v6/dex/balance/supported/chain'
};

const Text = z
  .string()
  .catch('')
  .transform(text => (/\S/.test(text) ? cleanSymbol(text) : ''));

const Entry = z.object({ chainIndex: AnyChainIndex, name: Text, shortName: Text });

export function planChainList(source: SourceId): PlannedRequest {
  return get(PATHS[source]);
}

/**
 * Each chain once. Entries that cannot be read are left out; one without a name has that of the built-in table.
 * Throws Failure: reply-damaged when nothing is left, since a service without chains has no balances either.
 */
export function readChainList(reply: HttpReply, receivedAt: number): ListedChain[] {
  const entries = z.array(z.unknown()).safeParse(dataOf(reply, receivedAt)).data ?? [];
  const chains = new Map<string, ListedChain>();
  for (const raw of entries) {
    const entry = Entry.safeParse(raw).data;
    if (!entry || chains.has(entry.chainIndex)) continue;
    const { chainIndex, name, shortName } = entry;
    chains.set(chainIndex, { chainIndex, name: nameless(name) ? chainName(chainIndex) : name, shortName });
  }
  if (chains.size === 0) throw new Failure('reply-damaged', { httpStatus: reply.status });
  return [...chains.values()];
}

/** cleanSymbol leaves a question mark of a name in which nothing can be seen. */
function nameless(name: string): boolean {
  return name === '' || name === '?';
}
