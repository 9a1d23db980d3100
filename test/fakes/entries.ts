// Entries of the activity for tests: one of each kind, with what a test changes.
import type { AlertEntry, Entry, WalletsEntry } from '../../shared/schema/activity';
import { NOW } from './holdings';

type Of<Kind, One = AlertEntry> = One extends { kind: infer Own } ? (Kind extends Own ? One : never) : never;

const location = {
  walletId: 'w1',
  wallet: 'Cold wallet',
  chainIndex: '8453',
  chain: 'Base',
  holdingId: 'w1/8453/0xa/0xc01',
  symbol: 'USDC',
  silence: null,
  toldAt: null,
  toldIn: null
};
const noLocation = {
  ...location,
  walletId: null,
  wallet: '',
  chainIndex: null,
  chain: '',
  holdingId: null,
  symbol: ''
};

/** Received 250 USDC on Base, $250 by value, unless changed. */
export function arrived(change: Partial<Of<'arrived'>> = {}): AlertEntry {
  return {
    id: 'e1',
    at: NOW,
    ...location,
    kind: 'arrived',
    amount: '250',
    worth: '250',
    balance: '500',
    price: '1',
    ...change
  };
}

export const EACH_ALERT: readonly AlertEntry[] = [
  arrived(),
  arrived({ id: 'e2', kind: 'left', amount: '-0.5', worth: null, price: null }),
  {
    id: 'e3',
    at: NOW,
    ...noLocation,
    kind: 'total',
    from: '1000',
    since: NOW - 86_400_000,
    to: '1062.5',
    amount: '62.5',
    percent: '6.25',
    prices: '60',
    transfers: '2.5'
  },
  {
    id: 'e4',
    at: NOW,
    ...location,
    kind: 'price',
    from: '2000',
    since: NOW - 3_600_000,
    to: '1700',
    percent: '-15',
    amount: '-300',
    share: '41.5'
  },
  { id: 'e5', at: NOW, ...noLocation, kind: 'key', key: 'OKX', code: 'key-unknown' },
  { id: 'e6', at: NOW, ...noLocation, kind: 'polls', code: 'timeout', since: NOW - 1_800_000 },
  { id: 'e7', at: NOW, ...location, kind: 'unverified', worth: '90000' },
  { id: 'e8', at: NOW, ...noLocation, kind: 'unsupported', chains: ['Fantom', 'Base'] },
  { id: 'e9', at: NOW, ...noLocation, kind: 'unverified', worth: '266200', count: 12 },
  {
    id: 'e10',
    at: NOW,
    ...location,
    kind: 'doubt',
    doubt: 'missing',
    doubtId: 'd1',
    phase: 'checking',
    worth: '80000',
    tokens: [{ symbol: 'USDC', amount: '-80000' }],
    count: 1
  },
  {
    id: 'e11',
    at: NOW,
    ...location,
    kind: 'doubt',
    doubt: 'missing',
    doubtId: null,
    phase: 'returned',
    worth: null,
    tokens: [{ symbol: 'USDC', amount: '80000' }],
    count: 1
  }
];

/** Two wallets, $1,200.50 together, unless changed. */
export function walletsAdded(change: Partial<WalletsEntry> = {}): WalletsEntry {
  return {
    id: 'e12',
    at: NOW,
    ...noLocation,
    kind: 'wallet-added',
    wallets: [
      { walletId: 'w1', name: 'Cold wallet', worth: '1200' },
      { walletId: 'w2', name: 'Daily', worth: '0.5' }
    ],
    worth: '1200.5',
    ...change
  };
}

export const EACH_KIND: readonly Entry[] = [
  ...EACH_ALERT,
  walletsAdded(),
  walletsAdded({
    id: 'e13',
    kind: 'wallet-removed',
    walletId: 'w1',
    wallet: 'Cold wallet',
    wallets: [{ walletId: 'w1', name: 'Cold wallet', worth: null }],
    worth: null
  })
];
