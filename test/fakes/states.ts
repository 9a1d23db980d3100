// Whole states of the app for tests of the window: one of each kind that the design names.
import { decimal, subtract, toText } from '../../shared/domain/decimal';
import { DEFAULT_CHOICES } from '../../shared/domain/default-settings';
import type { WalletFailure } from '../../shared/schema/snapshot';
import type { AppState, DoubtRow, Portfolio } from '../../shared/schema/app-state';
import { groupRowsOf } from '../../electron/core/groups/group-rows';
import { coloursOf } from '../../renderer/portfolio/colours';
import { historyEndingAt } from './history';
import { portfolioOf, type Held, type Part } from './portfolio';
import { HELD, PARTS, WALLETS } from './wallets';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

const EMPTY: Portfolio = {
  total: '0',
  countedOnce: '0',
  takenAt: null,
  isStale: false,
  partsAnswered: 0,
  partsExpected: 0,
  chains: [],
  wallets: [],
  holdings: [],
  notCounted: { risky: 0, unpriced: 0, unverified: 0, keptOut: 0, testnet: 0 },
  doubts: [],
  waiting: { count: 0, worth: '0' },
  change: null
};

/** 612.18 up, of which prices and transfers are the exact parts. */
function withChange(portfolio: Portfolio, now: number): Portfolio {
  const [amount, prices, transfers] = ['612.18', '362.18', '250'];
  const change = {
    since: now - DAY_MS,
    amount,
    percent: '0.87',
    prices,
    transfers,
    recounted: '0',
    movers: []
  };
  return { ...portfolio, change };
}

function stateWith(
  held: readonly Held[],
  parts: readonly Part[],
  now: number,
  doubts: readonly DoubtRow[] = []
): AppState {
  const portfolio = withChange(portfolioOf({ wallets: WALLETS, parts, held, now, doubts }), now);
  const start = toText(subtract(decimal(portfolio.total), decimal('612.18')));
  return withStoredColours({
    profile: 'live',
    phase: 'ready',
    portfolio,
    polling: { isRefreshing: false, nextAt: now + 48 * SECOND_MS, pausedUntil: 0, isStopped: false },
    choices: DEFAULT_CHOICES,
    language: 'en',
    keys: [{ id: 'k1', name: 'OKX read', host: 'https://www.okx.com', keptIn: 'keychain' }],
    history: historyEndingAt(start, portfolio.total, now),
    secondCurrency: null,
    issues: [],
    activity: { latestAt: 0, unseen: 0 },
    failure: null
  });
}

/** As it is once a window has shown it: the colours are stored, and nothing is left to store. */
function withStoredColours(state: AppState): AppState {
  const colourSlots = coloursOf(state).unsaved ?? state.choices.colourSlots;
  return { ...state, choices: { ...state.choices, colourSlots } };
}

export const fresh = (now = Date.now()): AppState => stateWith(HELD, PARTS, now);

/** The second wallet watches the address of the first one's BTC and ordi as well. */
export const twice = (now = Date.now()): AppState =>
  stateWith(
    [
      ...HELD,
      ...HELD.filter(({ symbol }) => symbol === 'BTC' || symbol === 'ordi').map((held): Held => ({
        ...held,
        wallet: 'w2',
        alsoIn: 'w1'
      }))
    ],
    PARTS,
    now
  );

export const demo = (now = Date.now()): AppState => ({ ...fresh(now), profile: 'demo' });

export function hidden(now = Date.now()): AppState {
  const state = fresh(now);
  return { ...state, choices: { ...state.choices, isHidden: true } };
}

export function walletFailure(code: WalletFailure['code'], now: number, host = 'www.okx.com'): WalletFailure {
  return { code, since: now - 24 * MINUTE_MS, at: now, serviceCode: '50000', host, clockOffsetMs: null };
}

/** Only Solana has not answered for 24 minutes. */
export function partial(now = Date.now()): AppState {
  const late = (part: Part): Part =>
    part.name === 'Solana' ? { ...part, ageMs: 24 * MINUTE_MS, isStale: true } : part;
  const state = stateWith(HELD, PARTS.map(late), now);
  const polling = { ...state.polling, nextAt: now + 4 * MINUTE_MS };
  return { ...state, polling, failure: walletFailure('timeout', now) };
}

/** One row of each kind that needs a decision of the person, beside the ordinary rows. */
export function undecided(now = Date.now()): AppState {
  const held = { wallet: 'w2', chain: '8453', balance: '48000', price: '1' };
  const { held: doubted, doubts } = doubtedEth(now);
  const undecidedHoldings = [
    { ...held, symbol: 'CLAIM-USD', tokenAddress: '0xc1', isUnverified: true },
    { ...held, symbol: 'DUST', tokenAddress: '0xc2', isExcluded: true }
  ];
  const defi = { wallet: 'w1', chain: 'defi', symbol: 'DeFi positions', balance: '3120.5', price: '1' };
  const part = { chainIndex: 'defi', name: 'DeFi', changePercent: null, ageMs: 12_000, isStale: false };
  return stateWith([...doubted, ...undecidedHoldings, defi], [...PARTS, part], now, doubts);
}

/** A doubt that began three minutes ago. */
export function doubtOf(change: Partial<DoubtRow>, now: number): DoubtRow {
  return {
    id: 'd1',
    kind: 'missing',
    walletId: 'w1',
    chainIndex: '1',
    holdingIds: [],
    symbols: ['USDC'],
    amount: '975.2149',
    worth: '975.2149',
    since: now - 3 * MINUTE_MS,
    agreedMs: 3 * MINUTE_MS,
    neededMs: 10 * MINUTE_MS,
    isShown: true,
    ...change
  };
}

/** The price of the ETH on Base is in doubt. */
function doubtedEth(now: number): { held: Held[]; doubts: DoubtRow[] } {
  const isDoubted = ({ symbol, chain }: Held): boolean => symbol === 'ETH' && chain === '8453';
  const held = HELD.map(one => (isDoubted(one) ? { ...one, doubtId: 'd1' } : one));
  const holdingIds = portfolioOf({ wallets: WALLETS, parts: PARTS, held, now })
    .holdings.filter(row => row.doubtId)
    .map(({ id }) => id);
  const of = { kind: 'leap-of-price', walletId: 'w2', chainIndex: '8453', symbols: ['ETH'] } as const;
  return { held, doubts: [doubtOf({ ...of, holdingIds, symbols: ['ETH'], amount: null }, now)] };
}

/** Such changes are being checked; the first one is of the USDC on Ethereum. */
export function checking(now: number, changes: readonly Partial<DoubtRow>[] = [{}]): AppState {
  const doubts = changes.map((change, index) => doubtOf({ id: `d${index + 1}`, ...change }, now));
  const isDoubted = ({ symbol, chain }: Held): boolean => symbol === 'USDC' && chain === '1';
  const held = HELD.map(one => (isDoubted(one) ? { ...one, doubtId: 'd1' } : one));
  const state = stateWith(held, PARTS, now, doubts);
  const holdingIds = state.portfolio.holdings.filter(row => row.doubtId).map(({ id }) => id);
  const named = doubts.map((doubt, i) =>
    i === 0 && !changes[0]?.holdingIds ? { ...doubt, holdingIds } : doubt
  );
  return { ...state, portfolio: { ...state.portfolio, doubts: named } };
}

/** So many tokens need the person's OK, worth 100, 200 and so on; `more` beside them. */
export function asking(count: number, now: number, more: readonly Held[] = []): AppState {
  const asked = Array.from({ length: count }, (_, i) => ({
    wallet: 'w2',
    chain: '8453',
    symbol: `DROP${i + 1}`,
    tokenAddress: `0x${(i + 1).toString(16).padStart(40, '0')}`,
    balance: String(100 * (i + 1)),
    price: '1',
    isUnverified: true
  }));
  return stateWith([...HELD, ...asked, ...more], PARTS, now);
}

/** A second currency by its price, two minutes old. */
export function withSecond(now = Date.now()): AppState {
  const second = { code: 'BTC', perUsd: '0.0000103679', takenAt: now - 2 * MINUTE_MS, isManual: false };
  return { ...fresh(now), secondCurrency: second };
}

/** No chain has answered for 24 minutes. */
export function stale(now = Date.now()): AppState {
  const parts = PARTS.map(part => ({ ...part, ageMs: 24 * MINUTE_MS, isStale: true }));
  const state = stateWith(HELD, parts, now);
  const polling = { ...state.polling, nextAt: now + 4 * MINUTE_MS };
  const history = state.history.map(chartPoint => ({
    ...chartPoint,
    isStale: chartPoint.isStale || chartPoint.at > now - 24 * MINUTE_MS
  }));
  return { ...state, history, polling, failure: walletFailure('offline', now) };
}

/** OKX refused the key three hours ago, and refreshing has stopped. */
export function failing(now = Date.now(), code: WalletFailure['code'] = 'key-unknown'): AppState {
  const parts = PARTS.map(part => ({ ...part, ageMs: 180 * MINUTE_MS, isStale: true }));
  const state = stateWith(HELD, parts, now);
  const failure = walletFailure(code, now);
  const wallets = state.portfolio.wallets.map(row => ({ ...row, failure }));
  const polling = { ...state.polling, nextAt: null, isStopped: true };
  return { ...state, portfolio: { ...state.portfolio, wallets }, polling, failure };
}

export function paused(now = Date.now()): AppState {
  const state = fresh(now);
  const pausedUntil = now + 20 * 60 * MINUTE_MS;
  return { ...state, polling: { ...state.polling, nextAt: null, pausedUntil } };
}

export function firstRun(now = Date.now()): AppState {
  const polling = { isRefreshing: false, nextAt: null, pausedUntil: 0, isStopped: false };
  return { ...fresh(now), phase: 'first-run', portfolio: EMPTY, polling, keys: [], history: [] };
}

/** A wallet exists, but no answer has arrived yet. */
export function loading(now = Date.now()): AppState {
  const state = fresh(now);
  const [wallet] = state.portfolio.wallets;
  const wallets = wallet ? [{ ...wallet, value: '0', share: null, takenAt: null }] : [];
  const polling = { ...state.polling, isRefreshing: true };
  return { ...state, phase: 'loading', portfolio: { ...EMPTY, wallets }, history: [], polling };
}

/** OKX answered that the wallet is empty. */
export function empty(now = Date.now()): AppState {
  const state = loading(now);
  const portfolio = { ...state.portfolio, takenAt: now - SECOND_MS, partsAnswered: 1, partsExpected: 1 };
  return { ...state, phase: 'ready', portfolio, polling: { ...state.polling, isRefreshing: false } };
}

/** The given number of holdings, spread over the chains. */
export function many(count: number, now = Date.now()): AppState {
  const held = Array.from({ length: count }, (_, i) => ({
    wallet: 'w1',
    chain: PARTS[i % PARTS.length]?.chainIndex ?? '1',
    symbol: `TOK${i}`,
    tokenAddress: `0x${i.toString(16).padStart(40, '0')}`,
    balance: `${1 + (i % 97)}.25`,
    price: `${1 + (i % 31)}.5`,
    change: '0.40'
  }));
  return stateWith(held, PARTS, now);
}

/** Two groups of wallets, of a wallet each. */
export function grouped(now = Date.now()): AppState {
  const state = fresh(now);
  const groups = [
    { id: 'g1', name: 'Vault', colour: 4, walletIds: ['w1'] },
    { id: 'g2', name: 'Spending', colour: 2, walletIds: ['w2'] }
  ];
  const wallets = state.portfolio.wallets.map(({ wallet }) => wallet);
  const rows = groupRowsOf({ groups, wallets }, state.portfolio, []);
  return { ...state, portfolio: { ...state.portfolio, ...rows } };
}
