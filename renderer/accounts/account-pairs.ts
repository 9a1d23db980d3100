// Converts between wallets and the pairs of address and chain that an OKX account consists of.
import type { NewWallet } from '../../shared/ipc/wallet-calls';
import { groupBy } from '../ui/list/group-by';

export interface Pair {
  readonly chainIndex: string;
  readonly address: string;
}

/** The most pairs that one call may contain. */
export const MAX_PAIRS = 1000;

export function pairsOf(wallets: readonly NewWallet[]): Pair[] {
  return wallets.flatMap(({ address, chains }) => chains.map(chainIndex => ({ chainIndex, address })));
}

export interface AddressPairs {
  readonly address: string;
  readonly pairs: readonly Pair[];
}

export function pairsByAddress(pairs: readonly Pair[]): AddressPairs[] {
  return [...groupBy(pairs, ({ address }) => address)].map(([address, own]) => ({ address, pairs: own }));
}
