// The chains that the stand-in says it supports, in the shape of OKX's own list.

export interface ListedChain {
  name: string;
  logoUrl: string;
  shortName: string;
  chainIndex: string;
}

/** Short names that were not seen are "", as some of OKX's own are. */
const NAMES: readonly (readonly [chainIndex: string, name: string, shortName?: string])[] = [
  ['0', 'Bitcoin', 'BTC'],
  ['1', 'Ethereum', 'ETH'],
  ['2', 'Litecoin'],
  ['3', 'Dogecoin', 'DOGE'],
  ['5', 'Dash', 'DASH'],
  ['10', 'Optimism'],
  ['14', 'Flare', 'FLR'],
  ['25', 'Cronos', 'CRO'],
  ['56', 'BNB Smart Chain', 'BNB'],
  ['61', 'Ethereum Classic', 'ETC'],
  ['100', 'Gnosis'],
  ['137', 'Polygon'],
  ['145', 'Bitcoin Cash', 'BCH'],
  ['169', 'Manta Pacific'],
  ['195', 'Tron'],
  ['196', 'X Layer'],
  ['204', 'opBNB'],
  ['223', 'B^2 Network', 'B2_BTC'],
  ['250', 'Fantom', 'FTM'],
  ['255', 'Kroma'],
  ['321', 'KCC'],
  ['324', 'zkSync Era', 'ERA_ETH'],
  ['369', 'PulseChain'],
  ['501', 'Solana'],
  ['607', 'Ton'],
  ['648', 'Endurance', 'ACE'],
  ['784', 'SUI'],
  ['1030', 'Conflux', 'CFX'],
  ['1088', 'Metis'],
  ['1101', 'Polygon zkEVM'],
  ['1116', 'Core', 'CORE'],
  ['1284', 'Moonbeam', 'GLMR'],
  ['1285', 'Moonriver'],
  ['2020', 'Ronin'],
  ['2025', 'Rangers'],
  ['2222', 'Kava EVM'],
  ['4200', 'Merlin'],
  ['5000', 'Mantle'],
  ['8217', 'Kaia'],
  ['8453', 'Base', 'BASE_ETH'],
  ['10001', 'EthereumPoW', 'ETHW'],
  ['13371', 'Immutable zkEVM', 'IMX_ZKEVM'],
  ['34443', 'Mode'],
  ['42161', 'Arbitrum One', 'ARB_ETH'],
  ['42170', 'Arbitrum Nova', 'ARB_NOVA'],
  ['42220', 'Celo', 'CELO'],
  ['43114', 'Avalanche C', 'AVAX'],
  ['59144', 'Linea'],
  ['60808', 'BOB'],
  ['81457', 'Blast', 'BLAST_ETH'],
  ['88888', 'Chiliz', 'CHZ-V2'],
  ['167000', 'Taiko'],
  ['200901', 'Bitlayer', 'Bitlayer_BTC'],
  ['534352', 'Scroll'],
  ['11155111', 'Sepolia'],
  ['70000061', 'Fractal Bitcoin']
];

export const LISTED_CHAINS: readonly ListedChain[] = NAMES.map(([chainIndex, name, shortName = '']) => ({
  name,
  logoUrl: '',
  shortName,
  chainIndex
}));
