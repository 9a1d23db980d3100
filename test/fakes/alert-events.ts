// Entries and names for tests of the alerts: the default case, with what a test changes.
import { entryAt, namesOf, type AlertEvent } from '../../electron/core/alerts/alert-event';
import type { AlertEntry } from '../../shared/schema/activity';
import { chainFacts, NOW, usdc, walletOf } from './holdings';

export const NAMES = namesOf({ wallets: [walletOf()] }, chainFacts);

type EntryOf<Kind extends AlertEntry['kind']> = Extract<AlertEntry, { kind: Kind }>;
type Arrival = EntryOf<'arrived' | 'left'>;

const USDC = usdc();

/** 250 USDC that arrived in the cold wallet. */
export function arrivalOf(change: Partial<Arrival> = {}): Arrival {
  return {
    ...entryAt(NOW),
    walletId: 'w1',
    wallet: 'Cold wallet',
    chainIndex: '8453',
    chain: 'Base',
    holdingId: USDC.id,
    symbol: 'USDC',
    kind: 'arrived',
    amount: '250',
    worth: '250',
    balance: '250',
    price: '1',
    ...change
  };
}

export function totalOf(change: Partial<EntryOf<'total'>> = {}): EntryOf<'total'> {
  return {
    ...entryAt(NOW),
    kind: 'total',
    from: '10000',
    since: NOW,
    to: '10520',
    amount: '520',
    percent: '5.2',
    prices: '520',
    transfers: '0',
    ...change
  };
}

export function priceOf(change: Partial<EntryOf<'price'>> = {}): EntryOf<'price'> {
  return {
    ...entryAt(NOW),
    walletId: 'w1',
    wallet: 'Cold wallet',
    chainIndex: '1',
    chain: 'Ethereum',
    holdingId: 'w1/1/0xa/',
    symbol: 'ETH',
    kind: 'price',
    from: '2000',
    since: NOW,
    to: '1780',
    percent: '-11',
    amount: '-220',
    share: '40',
    ...change
  };
}

export function keyEntry(change: Partial<EntryOf<'key'>> = {}): EntryOf<'key'> {
  return { ...entryAt(NOW), kind: 'key', key: 'OKX', code: 'key-unknown', ...change };
}

export function pollsOf(change: Partial<EntryOf<'polls'>> = {}): EntryOf<'polls'> {
  const wallet = { walletId: 'w1', wallet: 'Cold wallet' };
  return { ...entryAt(NOW), ...wallet, kind: 'polls', code: 'timeout', since: NOW - 31 * 60_000, ...change };
}

export function unverifiedOf(change: Partial<EntryOf<'unverified'>> = {}): EntryOf<'unverified'> {
  const { walletId, wallet, chainIndex, chain, holdingId, symbol } = arrivalOf();
  const location = { walletId, wallet, chainIndex, chain, holdingId, symbol };
  return { ...entryAt(NOW), ...location, kind: 'unverified', worth: '9000', ...change };
}

/** 12 tokens of all wallets that need the person's OK. */
export function questionOf(change: Partial<EntryOf<'unverified'>> = {}): EntryOf<'unverified'> {
  return { ...entryAt(NOW), kind: 'unverified', worth: '266200', count: 12, ...change };
}

/** 80,000 USDC that an answer of the cold wallet lacks. */
export function doubtOf(change: Partial<EntryOf<'doubt'>> = {}): EntryOf<'doubt'> {
  return {
    ...entryAt(NOW),
    walletId: 'w1',
    wallet: 'Cold wallet',
    chainIndex: '1',
    chain: 'Ethereum',
    holdingId: 'w1/1/0xa/0xc01',
    symbol: 'USDC',
    kind: 'doubt',
    doubt: 'missing',
    doubtId: 'd1',
    phase: 'checking',
    worth: '80000',
    tokens: [{ symbol: 'USDC', amount: '-80000' }],
    count: 1,
    ...change
  };
}

/** An alert event without a suppression reason of its own. */
export function alertEventOf(entry: AlertEntry): AlertEvent {
  return { entry, suppressionReason: null };
}
