// Proposes, searches and describes the chains that an address is polled on.
import type { AddressFamily, AddressRow } from '../../shared/schema/address-review';
import { localChainName } from '../../shared/text/names';
import type { ChainEntry } from '../../shared/ipc/wallet-calls';
import { groupBy } from '../ui/list/group-by';
import { CHAIN_CHOICE_TEXT } from '../text/addresses';

/** The chains with most people's EVM tokens: they cost six requests, fewer than all chains. */
const MOST_USED_EVM: readonly string[] = ['1', '56', '8453', '42161', '137', '10'];

/** The most used of the offered chains; the first offered chain if none of the most used is offered. */
export function mostUsed(offered: readonly string[]): string[] {
  const used = MOST_USED_EVM.filter(chain => offered.includes(chain));
  return used.length > 0 ? used : offered.slice(0, 1);
}

/** The chains that are chosen until the person chooses: the one that was named with the address, or the most used. */
export function proposedChains({ families, chains, namedChain }: AddressRow): string[] {
  if (namedChain !== undefined) return [namedChain];
  return families.includes('evm') ? mostUsed(chains) : chains.slice(0, 1);
}

/** "6 of 27 chains", "All 27 chains", or the name of the chain when only one is chosen. */
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

/** Finds the chains whose name, short name or number contains the text; in the given order, grouped by family. */
export function findChains(
  chains: readonly ChainEntry[],
  search: string
): { family: AddressFamily; chains: ChainEntry[] }[] {
  const wanted = search.trim().toLowerCase();
  const found = chains.filter(({ name, shortName, chainIndex }) =>
    [name, localChainName(name), shortName, chainIndex].some(text => text.toLowerCase().includes(wanted))
  );
  return [...groupBy(found, ({ family }) => family)].map(([family, members]) => ({
    family: family as AddressFamily,
    chains: members
  }));
}

/** The chains with these numbers, in their order; a chain that the list does not know is named by its number. */
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
