// A chain book that knows the built-in table and was read just now, so that no round asks for the list.
import { createChainBook, type StoredChains } from '../../electron/okx/chain-list';
import type { ChainList } from '../../electron/core/ports/ports';

export function freshChainBook(now: () => number, stored: StoredChains | null = null): ChainList {
  const book = createChainBook({
    read: () => Promise.resolve({ content: stored, setAsideAs: null }),
    write: () => Promise.resolve()
  });
  return { ...book, readAt: now };
}
