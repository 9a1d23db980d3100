// Holds the built-in table of chains: name, short name, native symbol, family and testnet flag by chainIndex.
// OKX's own list, as last read, adds to it. Reading commands use both, so nothing else is loaded here.
import type { ChainFacts, ChainLookup } from '../core/ports/chain-facts';
import type { ListedChain } from '../core/ports/ports';

export type ChainFamily =
  'evm' | 'utxo' | 'tron' | 'solana' | 'ton' | 'sui' | 'move' | 'cosmos' | 'substrate';

/** Texts are "" where nothing is known. The index has no meaning of its own: 5 is Dash, not Goerli. */
export type ChainTableRow = readonly [
  chainIndex: string,
  name: string,
  shortName: string,
  nativeSymbol: string,
  family: ChainFamily
];

export const CHAIN_TABLE: readonly ChainTableRow[] = [
  ['0', 'Bitcoin', 'BTC', 'BTC', 'utxo'],
  ['1', 'Ethereum', 'ETH', 'ETH', 'evm'],
  ['2', 'Litecoin', '', 'LTC', 'utxo'],
  ['3', 'Dogecoin', 'DOGE', 'DOGE', 'utxo'],
  ['5', 'Dash', 'DASH', 'DASH', 'utxo'],
  ['10', 'Optimism', '', 'ETH', 'evm'],
  ['14', 'Flare', 'FLR', 'FLR', 'evm'],
  ['25', 'Cronos', 'CRO', 'CRO', 'evm'],
  ['56', 'BNB Chain', 'BNB', 'BNB', 'evm'],
  ['61', 'Ethereum Classic', 'ETC', 'ETC', 'evm'],
  ['66', 'OKTC', '', 'OKT', 'evm'],
  ['100', 'Gnosis', '', 'XDAI', 'evm'],
  ['118', 'Cosmos', 'ATOM', 'ATOM', 'cosmos'],
  ['130', 'Uni Chain', '', 'ETH', 'evm'],
  ['137', 'Polygon', '', 'POL', 'evm'],
  ['143', 'Monad', '', 'MON', 'evm'],
  ['145', 'Bitcoin Cash', 'BCH', 'BCH', 'utxo'],
  ['146', 'Sonic', '', 'S', 'evm'],
  ['169', 'Manta Pacific', '', 'ETH', 'evm'],
  ['195', 'Tron', '', 'TRX', 'tron'],
  ['196', 'X Layer', '', 'OKB', 'evm'],
  ['204', 'opBNB', '', 'BNB', 'evm'],
  ['223', 'B^2 Network', 'B2_BTC', 'BTC', 'evm'],
  ['250', 'Fantom', 'FTM', 'FTM', 'evm'],
  ['255', 'Kroma', '', 'ETH', 'evm'],
  ['321', 'KCC', '', 'KCS', 'evm'],
  ['324', 'zkSync Era', 'ERA_ETH', 'ETH', 'evm'],
  ['354', 'Polkadot', 'DOT', 'DOT', 'substrate'],
  ['369', 'PulseChain', '', 'PLS', 'evm'],
  ['408', 'Omega Network', '', 'OMN', 'evm'],
  ['501', 'Solana', '', 'SOL', 'solana'],
  ['607', 'Ton', '', 'TON', 'ton'],
  ['637', 'Aptos', 'APT', 'APT', 'move'],
  ['648', 'Endurance', 'ACE', 'ACE', 'evm'],
  ['784', 'SUI', '', 'SUI', 'sui'],
  ['1030', 'Conflux', 'CFX', 'CFX', 'evm'],
  ['1088', 'Metis', '', 'METIS', 'evm'],
  ['1101', 'Polygon zkEVM', '', 'ETH', 'evm'],
  ['1111', 'Wemix', '', 'WEMIX', 'evm'],
  ['1116', 'Core', 'CORE', 'CORE', 'evm'],
  ['1284', 'Moonbeam', 'GLMR', 'GLMR', 'evm'],
  ['1285', 'Moonriver', '', 'MOVR', 'evm'],
  ['1625', 'Gravity', '', 'G', 'evm'],
  ['1815', 'Cardano', 'ADA', 'ADA', 'utxo'],
  ['1952', 'X Layer Testnet', '', 'OKB', 'evm'],
  ['2020', 'Ronin', '', 'RON', 'evm'],
  ['2025', 'Rangers', '', 'RPG', 'evm'],
  ['2222', 'Kava EVM', '', 'KAVA', 'evm'],
  ['4200', 'Merlin', '', 'BTC', 'evm'],
  ['4217', 'Tempo', '', '', 'evm'],
  ['4663', 'Robinhood Chain', '', '', 'evm'],
  ['5000', 'Mantle', '', 'MNT', 'evm'],
  ['7000', 'ZetaChain', '', 'ZETA', 'evm'],
  ['8217', 'Kaia (Klaytn)', '', 'KAIA', 'evm'],
  ['8453', 'Base', 'BASE_ETH', 'ETH', 'evm'],
  ['9745', 'Plasma', '', 'XPL', 'evm'],
  ['10001', 'EthereumPoW', 'ETHW', 'ETHW', 'evm'],
  ['13371', 'Immutable zkEVM', 'IMX_ZKEVM', 'IMX', 'evm'],
  ['34443', 'Mode', '', 'ETH', 'evm'],
  ['42161', 'Arbitrum One', 'ARB_ETH', 'ETH', 'evm'],
  ['42170', 'Arbitrum Nova', 'ARB_NOVA', 'ETH', 'evm'],
  ['42220', 'Celo', 'CELO', 'CELO', 'evm'],
  ['43114', 'Avalanche C', 'AVAX', 'AVAX', 'evm'],
  ['59144', 'Linea', '', 'ETH', 'evm'],
  ['60808', 'BOB', '', 'ETH', 'evm'],
  ['81457', 'Blast', 'BLAST_ETH', 'ETH', 'evm'],
  ['88888', 'Chiliz', 'CHZ-V2', 'CHZ', 'evm'],
  ['94168', 'Lumi', '', '', 'evm'],
  ['167000', 'Taiko', '', 'ETH', 'evm'],
  ['200901', 'Bitlayer', 'Bitlayer_BTC', 'BTC', 'evm'],
  ['513100', 'Ethereum Fair (DIS chain)', 'DIS', 'DIS', 'evm'],
  ['534352', 'Scroll', '', 'ETH', 'evm'],
  ['11155111', 'Sepolia', '', 'ETH', 'evm'],
  ['70000061', 'Fractal Bitcoin', '', 'FB', 'utxo']
];

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

/** Never empty: a chain that the table lacks is named by its number. */
export function chainName(chainIndex: string): string {
  return NAMES.get(chainIndex) ?? `Chain ${chainIndex}`;
}

/** Coins of a testnet have no value. Pass the name from OKX's own list, when there is one. */
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

/** A chain that the table lacks counts as EVM, as nearly all new chains are. */
export function chainFamily(chainIndex: string): ChainFamily {
  return CHAINS.get(chainIndex)?.family ?? 'evm';
}

/** A chain with what OKX's list and the table know together. */
export type MergedChain = Omit<Chain, 'nativeSymbol'>;

/**
 * The name that is shown everywhere. OKX's two lists name some chains differently ("BNB Chain", "BNB Smart Chain"), so a
 * chain of the table keeps the name of the table, unless OKX says that it is a test chain; "Mainnet" says nothing.
 */
function shownName(chainIndex: string, listed: string): string {
  const known = NAMES.get(chainIndex);
  if (known !== undefined && isTestnet(chainIndex, known) === isTestnet(chainIndex, listed)) return known;
  return listed.replace(/(?<=\S) mainnet$/i, '');
}

/** New chains come from the service. Its list has no family, and they are nearly always EVM chains. */
export function mergeChains(listed: readonly ListedChain[]): Map<string, MergedChain> {
  const chains = new Map<string, MergedChain>(
    [...CHAINS].map(([chainIndex, { name, shortName, family, isTestnet }]) => [
      chainIndex,
      { chainIndex, name, shortName, family, isTestnet }
    ])
  );
  for (const { chainIndex, name, shortName } of listed) {
    const known = chains.get(chainIndex);
    chains.set(chainIndex, {
      chainIndex,
      name: shownName(chainIndex, name),
      shortName: shortName || (known?.shortName ?? ''),
      family: known?.family ?? 'evm',
      isTestnet: (known?.isTestnet ?? false) || isTestnet(chainIndex, name)
    });
  }
  return chains;
}

function unknownChain(chainIndex: string): MergedChain & ChainFacts {
  const name = chainName(chainIndex);
  return {
    chainIndex,
    name,
    shortName: '',
    family: 'evm',
    isTestnet: isTestnet(chainIndex, name),
    isUnknown: true
  };
}

/** The facts that the total, the names of rows and the grouping of requests need: the same ones everywhere. */
export function chainLookup(chains: ReadonlyMap<string, MergedChain>): ChainLookup {
  return chainIndex => chains.get(chainIndex) ?? unknownChain(chainIndex);
}

/** The facts of the table alone. */
export const chainFacts: ChainLookup = chainLookup(mergeChains([]));
