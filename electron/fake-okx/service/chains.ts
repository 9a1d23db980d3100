// Lists the chains that the fake server supports, and checks chains and addresses in requests.
import { EVM } from './asset-rows';
import { refusal } from './error-codes';
import type { FakeReply, Call } from './http-message';
import type { ServiceState } from './service-state';

export interface FakeChain {
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
  ['66', 'OKTC'],
  ['100', 'Gnosis'],
  ['118', 'Cosmos', 'ATOM'],
  ['130', 'Uni Chain'],
  ['137', 'Polygon'],
  ['143', 'Monad'],
  ['145', 'Bitcoin Cash', 'BCH'],
  ['146', 'Sonic'],
  ['169', 'Manta Pacific'],
  ['195', 'Tron'],
  ['196', 'X Layer'],
  ['204', 'opBNB'],
  ['223', 'B^2 Network', 'B2_BTC'],
  ['250', 'Fantom', 'FTM'],
  ['255', 'Kroma'],
  ['321', 'KCC'],
  ['324', 'zkSync Era', 'ERA_ETH'],
  ['354', 'Polkadot', 'DOT'],
  ['369', 'PulseChain'],
  ['408', 'Omega Network'],
  ['501', 'Solana'],
  ['607', 'Ton'],
  ['637', 'Aptos', 'APT'],
  ['648', 'Endurance', 'ACE'],
  ['784', 'SUI'],
  ['1030', 'Conflux', 'CFX'],
  ['1088', 'Metis'],
  ['1101', 'Polygon zkEVM'],
  ['1111', 'Wemix'],
  ['1116', 'Core', 'CORE'],
  ['1284', 'Moonbeam', 'GLMR'],
  ['1285', 'Moonriver'],
  ['1625', 'Gravity'],
  ['1815', 'Cardano', 'ADA'],
  ['1952', 'X Layer Testnet'],
  ['2020', 'Ronin'],
  ['2025', 'Rangers'],
  ['2222', 'Kava EVM'],
  ['4200', 'Merlin'],
  ['4217', 'Tempo'],
  ['4663', 'Robinhood Chain'],
  ['5000', 'Mantle'],
  ['7000', 'ZetaChain'],
  ['8217', 'Kaia'],
  ['8453', 'Base', 'BASE_ETH'],
  ['9745', 'Plasma'],
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
  ['94168', 'Lumi'],
  ['167000', 'Taiko'],
  ['200901', 'Bitlayer', 'Bitlayer_BTC'],
  ['513100', 'Ethereum Fair (DIS chain)', 'DIS'],
  ['534352', 'Scroll'],
  ['11155111', 'Sepolia'],
  ['70000061', 'Fractal Bitcoin']
];

export const LISTED_CHAINS: readonly FakeChain[] = NAMES.map(([chainIndex, name, shortName = '']) => ({
  name,
  logoUrl: '',
  shortName,
  chainIndex
}));

/** OKX's own limit for one request. */
const MAX_CHAINS = 50;

const BASE58 = '[1-9A-HJ-NP-Za-km-z]';
const UTXO = new RegExp(`^(?:(?:bc1|fb1|ltc1|addr1|bitcoincash:)[0-9a-z]{8,110}|${BASE58}{26,35})$`);

/** Forms of addresses on chains that are not EVM; close enough to distinguish families, without checksums. */
const ADDRESS_FORMS: Readonly<Record<string, RegExp>> = {
  '0': UTXO,
  '2': UTXO,
  '3': UTXO,
  '5': UTXO,
  '118': /^cosmos1[0-9a-z]{38,58}$/,
  '145': UTXO,
  '195': new RegExp(`^T${BASE58}{33}$`),
  '354': new RegExp(`^${BASE58}{46,48}$`),
  '501': new RegExp(`^${BASE58}{40,44}$`),
  '607': /^(?:[EUk0]Q[\w+/-]{46}|-?\d:[0-9a-f]{64})$/i,
  '637': /^0x[0-9a-f]{41,64}$/i,
  '784': /^0x[0-9a-f]{41,64}$/i,
  '1815': UTXO,
  '70000061': UTXO
};

/** Null when the endpoint supports all of them. The message begins with the endpoint's own name, as OKX's does. */
export function checkChains(chains: readonly string[], call: Call, state: ServiceState): FakeReply | null {
  if (chains.length > MAX_CHAINS) return refusal('51000', { msg: 'Parameter chains error: at most 50' });
  const isKnown = (chain: string) => LISTED_CHAINS.some(listed => listed.chainIndex === chain);
  const isServed = chains.every(chain => isKnown(chain) && !state.unsupportedChains.has(chain));
  return isServed ? null : refusal('81104', { msg: `${endpointOf(call)}.chains: Chain not support` });
}

export function isOnChain(address: string, chainIndex: string): boolean {
  return (ADDRESS_FORMS[chainIndex] ?? EVM).test(address);
}

/** `total-value-by-address` calls itself totalValueByAddress. */
function endpointOf(call: Call): string {
  const name = call.path.slice(call.path.lastIndexOf('/') + 1);
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
