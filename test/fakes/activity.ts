// Two days of activity for tests of the window: an entry of each kind, shown and not shown for each reason.
import type { AlertEntry } from '../../shared/schema/activity';
import type { AppState } from '../../shared/schema/app-state';

const MINUTE_MS = 60_000;

type Kind = AlertEntry['kind'];
type Of<K extends Kind> = Extract<AlertEntry, { kind: K }>;

/** Fields that no test is about. */
const LOCATION = {
  walletId: 'w2',
  wallet: 'Daily',
  chainIndex: '8453',
  chain: 'Base',
  holdingId: null,
  symbol: 'USDC'
};
const NO_LOCATION = { walletId: null, wallet: '', chainIndex: null, chain: '', holdingId: null, symbol: '' };
const NOTIFIED = { silence: null, toldIn: 'desktop' as const };

let made = 0;

/** An arrived amount: 250 USDC on Base, shown by the desktop. */
export function arrived(at: number, changed: Partial<Of<'arrived' | 'left'>> = {}): Of<'arrived' | 'left'> {
  made += 1;
  const amounts = { amount: '250', worth: '250', balance: '1250', price: '1' };
  return {
    kind: 'arrived',
    id: `a${made}`,
    at,
    ...LOCATION,
    ...NOTIFIED,
    toldAt: at,
    ...amounts,
    ...changed
  };
}

/** The total, 5.2 % up by prices, shown by the desktop. */
export function total(at: number, changed: Partial<Of<'total'>> = {}): AlertEntry {
  made += 1;
  const split = { amount: '2079.4', percent: '5.20', prices: '2079.4', transfers: '0' };
  const ends = { from: '39991.56', since: at - 120 * MINUTE_MS, to: '42070.96' };
  return {
    kind: 'total',
    id: `t${made}`,
    at,
    ...NO_LOCATION,
    ...NOTIFIED,
    toldAt: at,
    ...split,
    ...ends,
    ...changed
  };
}

export function price(at: number, changed: Partial<Of<'price'>> = {}): AlertEntry {
  made += 1;
  const location = { ...NO_LOCATION, chainIndex: '0', chain: 'Bitcoin', symbol: 'ordi' };
  const move = { from: '16.55', since: at - 60 * MINUTE_MS, to: '18.44', percent: '11.40' };
  const size = { amount: '118.02', share: '2.70' };
  return {
    kind: 'price',
    id: `p${made}`,
    at,
    ...location,
    ...NOTIFIED,
    toldAt: at,
    ...move,
    ...size,
    ...changed
  };
}

/** Newest first, as the main process gives them: entries of today and of yesterday. */
export function entriesOf({ portfolio }: AppState, now: number): AlertEntry[] {
  const at = (minutes: number): number => now - minutes * MINUTE_MS;
  const usdc = portfolio.holdings.find(row => row.symbol === 'USDC' && row.chainIndex === '8453');
  const notNotified = { toldAt: null, toldIn: null };
  return [
    total(at(44)),
    {
      ...NO_LOCATION,
      ...NOTIFIED,
      kind: 'unverified',
      id: 'u',
      at: at(172),
      toldAt: at(172),
      symbol: 'CLAIM-USD',
      worth: '48000',
      chain: 'Base',
      chainIndex: '8453'
    },
    arrived(at(440), { ...notNotified, silence: 'quiet-hours', holdingId: usdc?.id ?? null }),
    {
      ...NO_LOCATION,
      ...notNotified,
      kind: 'polls',
      id: 'n',
      at: at(606),
      since: at(611),
      silence: 'below-threshold',
      code: 'timeout',
      wallet: 'Daily',
      walletId: 'w2'
    },
    {
      ...arrived(at(987)),
      kind: 'left',
      amount: '-0.05',
      worth: '-139.1',
      symbol: 'ETH',
      toldIn: 'window'
    },
    price(at(1201), { ...notNotified, silence: 'small-share' }),
    arrived(at(1410), {
      symbol: 'POL',
      amount: '40',
      worth: '16.8',
      chain: 'Polygon',
      chainIndex: '137',
      silence: 'cooldown',
      toldAt: at(1400)
    }),
    {
      ...NO_LOCATION,
      ...NOTIFIED,
      kind: 'key',
      id: 'k',
      at: at(1500),
      toldAt: at(1500),
      key: 'OKX read',
      code: 'key-unknown'
    },
    {
      ...NO_LOCATION,
      ...notNotified,
      kind: 'unsupported',
      id: 'x',
      at: at(1600),
      silence: null,
      chains: ['Zora']
    }
  ];
}
