// Names that people type in place of a symbol. OKX gives symbols alone; a name here finds rows and is never shown.

/** Lower case. */
const NAMES: Readonly<Record<string, string>> = {
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

export function nameOf(symbol: string): string {
  const key = symbol.toLowerCase();
  return Object.hasOwn(NAMES, key) ? (NAMES[key] ?? '') : '';
}
