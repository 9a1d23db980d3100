// Keeps the list of known chains: the built-in table, updated by OKX's own list once that was read.
import { z } from 'zod';
import { Failure } from '../../shared/domain/failure';
import type { SourceId } from '../../shared/domain/sources';
import type { ChainList, ListedChain, Loaded, HttpReply, PlannedRequest } from '../core/ports/ports';
import { AnyChainIndex, cleanSymbol } from './balance-row';
import { chainLookup, chainName, mergeChains } from './chains';
import { dataOf } from './envelope';
import { planGet } from './request';

/** The file that stores the list between starts. */
export const StoredChains = z.object({
  version: z.literal(1),
  readAt: z.number(),
  chains: z.array(z.object({ chainIndex: z.string(), name: z.string(), shortName: z.string() })).max(5000)
});
export type StoredChains = z.infer<typeof StoredChains>;

export interface ChainFile {
  read(): Promise<Loaded<StoredChains>>;
  write(chains: StoredChains): Promise<unknown>;
}

export function createChainList(file: ChainFile): ChainList {
  let entries = mergeChains([]);
  let readAt: number | null = null;
  return {
    facts: chainIndex => chainLookup(entries)(chainIndex),
    entries: () => [...entries.values()],
    readAt: () => readAt,
    async load() {
      const { content, ...rest } = await file.read();
      if (content) entries = mergeChains(content.chains);
      readAt = content?.readAt ?? null;
      return { content: null, ...rest };
    },
    postponeRefresh: now => void (readAt = now),
    async storeList(listed, now) {
      entries = mergeChains(listed);
      readAt = now;
      await file.write({ version: 1, readAt: now, chains: [...listed] });
    }
  };
}

/** The two API families name the same list differently. */
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
  return planGet(PATHS[source]);
}

/**
 * Gives each chain once. Entries that cannot be read are left out; one without a name gets that of the built-in table.
 * Throws Failure: reply-damaged when nothing remains, because a service without chains has no balances either.
 */
export function readChainList(reply: HttpReply, receivedAt: number): ListedChain[] {
  const entries = z.array(z.unknown()).safeParse(dataOf(reply, receivedAt)).data ?? [];
  const chains = new Map<string, ListedChain>();
  for (const raw of entries) {
    const entry = Entry.safeParse(raw).data;
    if (!entry || chains.has(entry.chainIndex)) continue;
    const { chainIndex, name, shortName } = entry;
    chains.set(chainIndex, { chainIndex, name: isNameless(name) ? chainName(chainIndex) : name, shortName });
  }
  if (chains.size === 0) throw new Failure('reply-damaged', { httpStatus: reply.status });
  return [...chains.values()];
}

/** cleanSymbol gives a question mark for a name without a visible character. */
function isNameless(name: string): boolean {
  return name === '' || name === '?';
}
