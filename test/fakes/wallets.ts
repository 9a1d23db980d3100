// Two wallets on six chains: large and small amounts, with and without prices, and one token that OKX calls risky.
import type { Wallet } from '../../shared/schema/wallet';
import type { Held, Part } from './portfolio';

const AGE_MS = 12_000;

const COLD: Wallet = {
  id: 'w1',
  name: 'Cold wallet',
  keyId: 'k1',
  source: 'v5-account',
  accountId: '13886e05-1265-4b79-8ac3-b7ab46211001',
  chains: []
};
export const WALLETS: readonly Wallet[] = [
  COLD,
  { ...COLD, id: 'w2', name: 'Daily', accountId: '31f55853-d430-42c5-b4c6-710d39848cd1' }
];

function part(chainIndex: string, name: string, changePercent: string): Part {
  return { chainIndex, name, changePercent, ageMs: AGE_MS, isStale: false };
}

export const PARTS: readonly Part[] = [
  part('1', 'Ethereum', '2.01'),
  part('0', 'Bitcoin', '-0.61'),
  part('501', 'Solana', '0.52'),
  part('8453', 'Base', '1.02'),
  part('70000061', 'Fractal Bitcoin', '-1.04'),
  part('137', 'Polygon', '-0.83')
];

/** The small holding makes the value of Ethereum exactly 21203.4647571980138270671868009097182176. */
const PEPE = { balance: '0.0248571980138270671868009097182176', price: '1' };
/** The contracts of USDC. */
const USDC = {
  ethereum: '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48',
  base: '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913',
  solana: 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v'
};

export const HELD: readonly Held[] = [
  { wallet: 'w1', chain: '1', symbol: 'ETH', balance: '7.25', price: '2790.10', change: '2.10' },
  {
    wallet: 'w1',
    chain: '1',
    symbol: 'USDC',
    balance: '975.2149',
    price: '1',
    change: '0',
    tokenAddress: USDC.ethereum
  },
  {
    wallet: 'w1',
    chain: '1',
    symbol: 'PEPE',
    ...PEPE,
    change: '-4.20',
    tokenAddress: '0x6982508145454ce325ddbe47a25d4ec3d2311933'
  },
  {
    wallet: 'w1',
    chain: '0',
    symbol: 'BTC',
    balance: '0.1284',
    price: '96450.20',
    change: '-0.90',
    address: 'bc1q9h7r4x2'
  },
  {
    wallet: 'w1',
    chain: '0',
    symbol: 'ordi',
    balance: '62.5',
    price: '18.44',
    change: '4.20',
    tokenAddress: 'ordi'
  },
  {
    wallet: 'w1',
    chain: '0',
    symbol: 'DOG•GO•TO•THE•MOON',
    balance: '210000',
    price: '0.004105',
    change: '-3.20',
    tokenAddress: '840000:3'
  },
  {
    wallet: 'w1',
    chain: '0',
    symbol: 'atom',
    balance: '74',
    price: '2.18',
    change: '1.10',
    tokenAddress: 'atom'
  },
  {
    wallet: 'w2',
    chain: '501',
    symbol: 'SOL',
    balance: '18.42',
    price: '168.20',
    change: '0.60',
    address: '7sXB1aQk'
  },
  {
    wallet: 'w2',
    chain: '501',
    symbol: 'USDC',
    balance: '400',
    price: '1',
    change: '0',
    tokenAddress: USDC.solana
  },
  {
    wallet: 'w2',
    chain: '8453',
    symbol: 'USDC',
    balance: '1250',
    price: '0.99999987',
    change: '0',
    tokenAddress: USDC.base
  },
  { wallet: 'w2', chain: '8453', symbol: 'ETH', balance: '0.42', price: '2790.10', change: '2.10' },
  {
    wallet: 'w2',
    chain: '8453',
    symbol: 'visit-claim xyz',
    balance: '1000000',
    price: '0.35',
    isRisky: true,
    tokenAddress: '0xbad'
  },
  { wallet: 'w1', chain: '70000061', symbol: 'FB', balance: '197.8', price: '1.30', change: '-1.04' },
  { wallet: 'w1', chain: '70000061', symbol: 'cats', balance: '12000', price: null, tokenAddress: 'cats' },
  { wallet: 'w2', chain: '137', symbol: 'POL', balance: '310', price: '0.42', change: '-0.83' }
];
