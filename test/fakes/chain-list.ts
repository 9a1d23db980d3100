// A chain list with the built-in table that was read just now, so that no poll round requests the list.
import { createChainList, type StoredChains } from '../../electron/okx/chain-list';
import type { ChainList } from '../../electron/core/ports/ports';

export function freshChainList(now: () => number, stored: StoredChains | null = null): ChainList {
  const chainList = createChainList({
    read: () => Promise.resolve({ content: stored, setAsideAs: null }),
    write: () => Promise.resolve()
  });
  return { ...chainList, readAt: now };
}
