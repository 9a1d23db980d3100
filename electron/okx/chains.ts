// Names, native symbols and testnets by chainIndex, from the built-in table.
import { CHAIN_TABLE } from './chain-table';
import type { ChainFamily } from './chain-table';

export interface Chain {
  readonly chainIndex: string;
  readonly name: string;
  /** "" when none is known. */
  readonly shortName: string;
  /** "" when none is known; OKX names none in its list. */
  readonly nativeSymbol: string;
  readonly family: ChainFamily;
  readonly isTestnet: boolean;
}

const TESTNETS: ReadonlySet<string> = new Set(['1952', '11155111']);
const TESTNET_NAME = /testnet|sepolia/i;

const NAMES: ReadonlyMap<string, string> = new Map(
  CHAIN_TABLE.map(([chainIndex, name]) => [chainIndex, name])
);

/** Never empty: an index that the table lacks is named by its number. */
export function chainName(chainIndex: string): string {
  return NAMES.get(chainIndex) ?? `Chain ${chainIndex}`;
}

/** Coins of a testnet are worth nothing. Pass the name that OKX's own list gave, when there is one. */
export function isTestnet(chainIndex: string, name: string = chainName(chainIndex)): boolean {
  return TESTNETS.has(chainIndex) || TESTNET_NAME.test(name);
}

export const CHAINS: ReadonlyMap<string, Chain> = new Map(
  CHAIN_TABLE.map(([chainIndex, name, shortName, nativeSymbol, family]) => [
    chainIndex,
    { chainIndex, name, shortName, nativeSymbol, family, isTestnet: isTestnet(chainIndex, name) }
  ])
);

/** "" when none is known. */
export function nativeSymbol(chainIndex: string): string {
  return CHAINS.get(chainIndex)?.nativeSymbol ?? '';
}

/** An index that the table lacks is taken for EVM, as nearly all new chains are. */
export function chainFamily(chainIndex: string): ChainFamily {
  return CHAINS.get(chainIndex)?.family ?? 'evm';
}

/** What the total, the names of rows and the grouping of requests need to know of a chain. */
export function chainFacts(chainIndex: string): {
  readonly name: string;
  readonly isTestnet: boolean;
  readonly family: ChainFamily;
} {
  return { name: chainName(chainIndex), isTestnet: isTestnet(chainIndex), family: chainFamily(chainIndex) };
}
