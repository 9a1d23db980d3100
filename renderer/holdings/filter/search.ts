// Finds holdings by symbol, name, address, chain or wallet; every word must match.
import type { HoldingRow } from '../../../shared/schema/app-state';

/** Separates the texts of a row, so that no word matches across two of them. */
const TEXT_SEPARATOR = '\n';
const textCache = new WeakMap<HoldingRow, string>();

function searchTextOf(row: HoldingRow): string {
  const cached = textCache.get(row);
  if (cached !== undefined) return cached;
  const own = [row.symbol, tokenNameOf(row.symbol), row.tokenAddress, row.address];
  const text = own.join(TEXT_SEPARATOR).toLowerCase();
  textCache.set(row, text);
  return text;
}

/** A shortened address, `0x1f9…f984`, matches when one address has both ends. */
function matchesText(text: string, word: string): boolean {
  const [start = '', end] = word.split(/…|\.{3}/);
  if (end === undefined) return text.includes(word);
  return text.split(TEXT_SEPARATOR).some(one => one.startsWith(start) && one.endsWith(end));
}

function keysOfMatchingNames(names: ReadonlyMap<string, string>, word: string): Set<string> {
  return new Set([...names].filter(([, name]) => name.toLowerCase().includes(word)).map(([key]) => key));
}

/** `chains` by chainIndex, `wallets` by id. Upper and lower case are the same. An empty search finds all rows. */
export function createFinder(
  search: string,
  chains: ReadonlyMap<string, string>,
  wallets: ReadonlyMap<string, string>
): (row: HoldingRow) => boolean {
  const searchWords = search
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => ({
      word,
      chains: keysOfMatchingNames(chains, word),
      wallets: keysOfMatchingNames(wallets, word)
    }));
  return row =>
    searchWords.every(
      ({ word, chains, wallets }) =>
        chains.has(row.chainIndex) || wallets.has(row.walletId) || matchesText(searchTextOf(row), word)
    );
}

/** Token names by symbol, in lower case. */
const TOKEN_NAMES: Readonly<Record<string, string>> = {
  ada: 'cardano',
  apt: 'aptos',
  arb: 'arbitrum',
  atom: 'cosmos',
  avax: 'avalanche',
  bch: 'bitcoin cash',
  bnb: 'binance coin',
  btc: 'bitcoin 比特币',
  cake: 'pancakeswap',
  crv: 'curve',
  dai: 'dai stablecoin',
  doge: 'dogecoin 狗狗币',
  dot: 'polkadot',
  eth: 'ethereum ether 以太坊 以太币',
  fil: 'filecoin',
  ftm: 'fantom',
  ldo: 'lido',
  link: 'chainlink',
  ltc: 'litecoin 莱特币',
  matic: 'polygon',
  mkr: 'maker',
  near: 'near protocol',
  okb: 'okx okb',
  op: 'optimism',
  pol: 'polygon',
  sats: 'satoshis',
  shib: 'shiba inu',
  sol: 'solana',
  steth: 'lido staked ether',
  sui: 'sui',
  ton: 'toncoin',
  trx: 'tron',
  uni: 'uniswap',
  usdc: 'usd coin',
  usdt: 'tether 泰达币',
  wbtc: 'wrapped bitcoin',
  weth: 'wrapped ether',
  xlm: 'stellar',
  xrp: 'ripple 瑞波币'
};

function tokenNameOf(symbol: string): string {
  const key = symbol.toLowerCase();
  return Object.hasOwn(TOKEN_NAMES, key) ? (TOKEN_NAMES[key] ?? '') : '';
}
