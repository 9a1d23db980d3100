// A chain book that knows the built-in table and was read just now, so that no round asks for the list.
import { createChainList, type StoredChains } from '../../electron/okx/chain-list';
import type { ChainList } from '../../electron/core/ports/ports';

export function freshChainList(now: () => number, stored: StoredChains | null = null): ChainList {
  const chainList = createChainList({
    read: () => Promise.resolve({ content: stored, setAsideAs: null }),
    write: () => Promise.resolve()
  });
  return { ...chainList, readAt: now };
}
