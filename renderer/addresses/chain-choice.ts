// Proposes, searches and describes the chains that an address is polled on.
import type { AddressFamily, AddressRow } from '../../shared/schema/address-review';
import type { ChainEntry } from '../../shared/ipc/wallet-calls';
import { groupBy } from '../ui/list/group-by';
import { CHAIN_CHOICE_TEXT } from '../text/addresses';

/** Where most people's EVM tokens are: six requests' worth of chains instead of all of them. */
const MOST_USED_EVM: readonly string[] = ['1', '56', '8453', '42161', '137', '10'];

/** The most used of those offered; the first where there is no such list. */
export function mostUsed(offered: readonly string[]): string[] {
  const used = MOST_USED_EVM.filter(chain => offered.includes(chain));
  return used.length > 0 ? used : offered.slice(0, 1);
}

/** What is chosen before anybody chose. */
export function proposedChains({ families, chains }: AddressRow): string[] {
  return families.includes('evm') ? mostUsed(chains) : chains.slice(0, 1);
}

/** "6 of 27 chains", "All 27 chains", or the name when there is one only. */
export function chainChoiceText(
  chosen: readonly string[],
  offered: readonly string[],
  names: ReadonlyMap<string, string>
): string {
  const [only] = chosen;
  if (chosen.length === 1 && only !== undefined)
    return names.get(only) ?? CHAIN_CHOICE_TEXT.some(1, offered.length);
  return chosen.length === offered.length && chosen.length > 0
    ? CHAIN_CHOICE_TEXT.all(offered.length)
    : CHAIN_CHOICE_TEXT.some(chosen.length, offered.length);
}

/** Name, short name or number has the text; in the order given, by family. */
export function findChains(
  chains: readonly ChainEntry[],
  search: string
): { family: AddressFamily; chains: ChainEntry[] }[] {
  const wanted = search.trim().toLowerCase();
  const found = chains.filter(({ name, shortName, chainIndex }) =>
    [name, shortName, chainIndex].some(text => text.toLowerCase().includes(wanted))
  );
  return [...groupBy(found, ({ family }) => family)].map(([family, members]) => ({
    family: family as AddressFamily,
    chains: members
  }));
}

/** The chains with these numbers, in their order; one that the list does not know is named by its number. */
export function chainEntriesFor(offered: readonly string[], known: readonly ChainEntry[]): ChainEntry[] {
  const byIndex = new Map(known.map(chain => [chain.chainIndex, chain]));
  return offered.map(
    chainIndex =>
      byIndex.get(chainIndex) ?? {
        chainIndex,
        name: CHAIN_CHOICE_TEXT.unnamed(chainIndex),
        shortName: '',
        family: 'evm',
        isTestnet: false
      }
  );
}
