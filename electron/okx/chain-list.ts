// The chains that are known: the built-in table, with OKX's own list above it once it was read.
import { z } from 'zod';
import type { ChainEntry } from '../../shared/ipc/wallet-calls';
import type { ChainBook, ListedChain, Loaded } from '../core/ports/ports';
import { CHAINS, isTestnet } from './chains';

/** The file that keeps the list between starts. */
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

export function createChainBook(file: ChainFile): ChainBook {
  let entries = merged([]);
  let readAt: number | null = null;
  return {
    facts: chainIndex => entries.get(chainIndex) ?? unknownChain(chainIndex),
    entries: () => [...entries.values()],
    readAt: () => readAt,
    async load() {
      const { content, ...rest } = await file.read();
      if (content) entries = merged(content.chains);
      readAt = content?.readAt ?? null;
      return { content: null, ...rest };
    },
    skip: now => void (readAt = now),
    async learn(listed, now) {
      entries = merged(listed);
      readAt = now;
      await file.write({ version: 1, readAt: now, chains: [...listed] });
    }
  };
}

/** Names and short names are the service's; the family is not in its list, and new chains are EVM ones nearly always. */
function merged(listed: readonly ListedChain[]): Map<string, ChainEntry> {
  const entries = new Map<string, ChainEntry>(
    [...CHAINS].map(([chainIndex, { name, shortName, family, isTestnet }]) => [
      chainIndex,
      { chainIndex, name, shortName, family, isTestnet }
    ])
  );
  for (const { chainIndex, name, shortName } of listed) {
    const known = entries.get(chainIndex);
    entries.set(chainIndex, {
      chainIndex,
      name,
      shortName: shortName || (known?.shortName ?? ''),
      family: known?.family ?? 'evm',
      isTestnet: (known?.isTestnet ?? false) || isTestnet(chainIndex, name)
    });
  }
  return entries;
}

function unknownChain(chainIndex: string): ChainEntry {
  const name = `Chain ${chainIndex}`;
  return { chainIndex, name, shortName: '', family: 'evm', isTestnet: isTestnet(chainIndex, name) };
}
