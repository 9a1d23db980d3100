// Texts of the overview and its parts.
import { spoken } from '../../shared/domain/language';
import { whole } from './whole';
import { WORDS_ZH as ZH } from './words-zh';

/** For languages with a plural. */
export function many(count: number, one: string, more: string): string {
  return `${whole(count)} ${count === 1 ? one : more}`;
}

const FAULT_EN = {
  title: 'Something went wrong inside Tokentray.',
  body: 'The log has the details.'
};

const COUNTS_EN = {
  others: (count: number): string => many(count, 'other', 'others'),
  small: (count: number): string => `${whole(count)} small`
};

const SHELL_EN = {
  allWallets: 'All wallets',
  scope: 'What to show',
  portfolio: 'Portfolio',
  activity: 'Activity',
  settings: 'Settings',
  diagnostics: 'Diagnostics',
  chains: 'Chains',
  wallets: 'Wallets',
  leaveDemo: 'Leave the demo',
  paused: 'paused',
  neverValued: 'never valued',
  noAnswerYet: 'no answer yet',
  old: (age: string): string => `${age} old`,
  ago: (age: string): string => `${age} ago`,
  refreshing: 'Refreshing…',
  due: 'Refresh is due',
  stopped: 'Polling has stopped',
  nextIn: (time: string): string => `Next refresh in ${time}`,
  nextAt: (time: string): string => `Next try at ${time}`
};

const HEADER_EN = {
  hide: 'Hide balances',
  show: 'Show balances',
  refresh: 'Refresh now',
  noTotal: 'No total yet',
  demo: 'DEMO',
  prices: 'prices',
  transfers: 'transfers',
  recounted: 'recounted',
  firstDay: 'first day: no change to show',
  fresh: 'fresh',
  stale: 'stale'
};

const CHART_EN = {
  soon: 'History starts with the next poll.',
  now: 'now',
  noData: 'no data',
  paused: 'paused',
  table: 'Total by time',
  time: 'Time',
  total: 'Total',
  state: 'State',
  label: (from: string, to: string, since: string): string => `Total since ${since}, from ${from} to ${to}`,
  range: 'Range',
  ranges: { '1d': '1D', '1w': '1W', '1m': '1M', '1y': '1Y', all: 'All' },
  rangeNames: {
    '1d': 'the last day',
    '1w': 'the last week',
    '1m': 'the last month',
    '1y': 'the last year',
    all: 'all that is kept'
  },
  extremes: (low: string, high: string): string => `lowest ${low}, highest ${high}`,
  pointHint: 'Enter keeps the point in sight.',
  unpin: 'Close this point',
  deletePoint: 'Delete this point',
  deleteSure: 'Delete it',
  deleteAsk: 'It goes from the history for good; the total is not touched.',
  shareBy: 'Share by',
  shares: (by: string): string => `Share of the total by ${by}`
};

const TABLE_EN = {
  label: 'Holdings',
  token: 'Token',
  amount: 'Amount',
  price: 'Price',
  change: '24 h',
  value: 'Value',
  unknown: 'unknown',
  notCounted: 'not counted',
  search: 'Search tokens',
  clear: 'Clear search',
  groupBy: 'Group by',
  hideSmall: 'Hide small',
  showRisky: 'Show risky',
  remove: (name: string): string => `Stop showing only ${name}`,
  none: (search: string): string => `No token matches “${search}”`,
  nothingLeft: 'No holding is left by these filters',
  showAll: 'Show all',
  riskyNotSearched: (count: number): string =>
    `${many(count, 'risky token is', 'risky tokens are')} hidden and ${count === 1 ? 'was' : 'were'} not searched.`,
  empty: 'This wallet holds nothing yet',
  emptyHint: 'OKX answered with no token. What arrives is listed here.',
  counts: (tokens: number, holdings: number): string =>
    `${many(tokens, 'token', 'tokens')}, ${many(holdings, 'holding', 'holdings')}`,
  shown: (shown: number, all: number): string => `${whole(shown)} of ${many(all, 'holding', 'holdings')}`
};

const NOT_COUNTED_EN = {
  unpriced: { chip: 'no price', link: (n: number) => many(n, 'token has no price', 'tokens have no price') },
  risky: { chip: 'risky', link: (n: number) => many(n, 'risky token hidden', 'risky tokens hidden') },
  unverified: {
    chip: 'unverified',
    link: (n: number) => many(n, 'token is unverified', 'tokens are unverified')
  },
  'kept-out': { chip: 'kept out', link: (n: number) => many(n, 'token is kept out', 'tokens are kept out') },
  testnet: { chip: 'testnet', link: (n: number) => many(n, 'testnet token', 'testnet tokens') }
};

export interface Words {
  readonly FAULT: typeof FAULT_EN;
  readonly COUNTS: typeof COUNTS_EN;
  readonly SHELL: typeof SHELL_EN;
  readonly HEADER: typeof HEADER_EN;
  readonly CHART: typeof CHART_EN;
  readonly TABLE: typeof TABLE_EN;
  readonly NOT_COUNTED: typeof NOT_COUNTED_EN;
}

/** Shown when the main process fails to answer, which is a fault of ours. */
export const FAULT = spoken(FAULT_EN, ZH.FAULT);
export const COUNTS = spoken(COUNTS_EN, ZH.COUNTS);
export const SHELL = spoken(SHELL_EN, ZH.SHELL);
export const HEADER = spoken(HEADER_EN, ZH.HEADER);
export const CHART = spoken(CHART_EN, ZH.CHART);
export const TABLE = spoken(TABLE_EN, ZH.TABLE);
/** What is not counted, for the footer and for the chip of its filter. */
export const NOT_COUNTED = spoken(NOT_COUNTED_EN, ZH.NOT_COUNTED);

export const OTHERS = (count: number): string => COUNTS.others(count);
export const SMALL = (count: number): string => COUNTS.small(count);
