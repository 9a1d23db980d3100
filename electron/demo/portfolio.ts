// Lists the holdings of the demo at its start: two wallets, six chains, $42,070.96 in all.

export type DemoWallet = 'cold' | 'daily';

/** One address of a demo wallet on one chain. */
interface DemoAddress {
  readonly wallet: DemoWallet;
  readonly chainIndex: string;
  readonly address: string;
  /** Decimals of the raw balance; null where OKX leaves it empty. */
  readonly decimals: number | null;
}

interface Token {
  readonly symbol: string;
  /** "0": no price is known. */
  readonly price: string;
  /** The range of the price in each direction, in thousandths. */
  readonly swing: number;
  readonly isInscription?: boolean;
  readonly isRisky?: boolean;
  /** Set where it differs from the decimals of its address. */
  readonly decimals?: number;
}

/** A holding of the demo. Balance and price are those at the start of the demo. */
export interface DemoHolding extends DemoAddress, Omit<Token, 'decimals'> {
  /** The id that transfers refer to. */
  readonly id: string;
  readonly tokenAddress: string;
  readonly balance: string;
}

function demoHolding(
  demoAddress: DemoAddress,
  id: string,
  tokenAddress: string,
  token: Token,
  balance: string
): DemoHolding {
  return { ...demoAddress, ...token, id, tokenAddress, balance };
}

const EVM_DAILY = '0x7d3fde0c41b25a90e6c8fbd2a4c1970be35d2206';
const BITCOIN_COLD = 'bc1q9h7dem0tray5xk2vnl3wzp8c6fjy04sgu4r4x2';
const SOLANA_DAILY = 'DemoTray9q3vKfW7nYc2ZsLr5HtXe8MbGpUaJd4Rw6Sx';
const ATOM_ID = '7c1f0a5be2d94386b0e7f4a91d35c8206fe19b7a4d02c3586e1f9078ab34d6e1i0';

const ethereum: DemoAddress = {
  wallet: 'cold',
  chainIndex: '1',
  address: '0xa03400e098f4421b34a3a44a1b4e571419517687',
  decimals: 18
};
const bitcoin: DemoAddress = { wallet: 'cold', chainIndex: '0', address: BITCOIN_COLD, decimals: null };
const fractal: DemoAddress = { ...bitcoin, chainIndex: '70000061' };
const solana: DemoAddress = { wallet: 'daily', chainIndex: '501', address: SOLANA_DAILY, decimals: 9 };
const base: DemoAddress = { wallet: 'daily', chainIndex: '8453', address: EVM_DAILY, decimals: 18 };
const polygon: DemoAddress = { ...base, chainIndex: '137' };

const eth: Token = { symbol: 'ETH', price: '2790.1', swing: 35 };
const usdc: Token = { symbol: 'USDC', price: '1', swing: 0.15, decimals: 6 };
const looks: Token = { symbol: 'LOOKS', price: '0.035834243057603148', swing: 60 };
const btc: Token = { symbol: 'BTC', price: '96450.2', swing: 25, decimals: 8 };
const ordi: Token = { symbol: 'ordi', price: '18.440004127730061', swing: 60, isInscription: true };
const dog: Token = {
  symbol: 'DOG•GO•TO•THE•MOON',
  price: '0.004105002318447103',
  swing: 70,
  isInscription: true
};
const atom: Token = { symbol: 'atom', price: '2.18', swing: 60, isInscription: true };
const fb: Token = { symbol: 'FB', price: '0.98', swing: 60 };
const cats: Token = { symbol: 'cats', price: '0', swing: 0, isInscription: true };
const sol: Token = { symbol: 'SOL', price: '168.2', swing: 45 };
const pol: Token = { symbol: 'POL', price: '0.42', swing: 50 };
const phishing: Token = {
  symbol: 'Visit claim-usd.example to claim $5,000',
  price: '1.25',
  swing: 0,
  isRisky: true
};
const airdrop: Token = { symbol: 'FREE-ETH.example', price: '0', swing: 0, isRisky: true };

export const DEMO_HOLDINGS: readonly DemoHolding[] = [
  demoHolding(ethereum, 'eth', '', eth, '7.249998713402911846'),
  demoHolding(ethereum, 'usdc-ethereum', '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', usdc, '975.214903'),
  demoHolding(ethereum, 'looks', '0xf4d2888d29d722226fafa5d9b24f9164c092421e', looks, '0.6908810093750312'),
  demoHolding(bitcoin, 'btc', '', btc, '0.12839997'),
  demoHolding(bitcoin, 'ordi', 'btc-brc20-ordi', ordi, '62.5'),
  demoHolding(bitcoin, 'dog', 'btc-runesMain-840000:3', dog, '210000'),
  demoHolding(bitcoin, 'atom', `btc-arc20-${ATOM_ID}`, atom, '74'),
  demoHolding(fractal, 'fb', '', fb, '262.38779512'),
  demoHolding(fractal, 'cats', 'fbtc_fbrc20_cats', cats, '4200'),
  demoHolding(solana, 'sol', '', sol, '18.420003187'),
  demoHolding(solana, 'usdc-solana', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', usdc, '400'),
  demoHolding(base, 'usdc-base', '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913', usdc, '1250'),
  demoHolding(base, 'eth-base', '', eth, '0.420000218837410552'),
  demoHolding(base, 'phishing', '0x5c1a1de0b5f2c3a9d87e4460f1b29c7733ea9d18', phishing, '5000'),
  demoHolding(base, 'airdrop', '0xd1e0f7c8b93a4256ad70cc18e5f02b6947318fa2', airdrop, '0'),
  demoHolding(polygon, 'pol', '', pol, '309.998412760125384201')
];
