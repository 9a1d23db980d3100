// English texts of the overview and its parts, in one place so that a second language can come.

export function many(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;
}

/** Shown when the main process fails to answer, which is a fault of ours. */
export const FAULT = {
  title: 'Something went wrong inside Tokentray.',
  body: 'The log has the details.'
};

export const OTHERS = (count: number): string => many(count, 'other', 'others');
export const SMALL = (count: number): string => `${count.toLocaleString('en-US')} small`;

export const MARKS = {
  risky: 'Risky, says OKX. Shown because you asked; not counted.',
  riskyCounted: 'Risky, says OKX. Counted because you chose so.',
  unverified: 'New, and worth more than half of the rest. It is not counted.',
  unpriced: 'No price known. Listed, not counted.',
  keptOut: 'Kept out by you. Listed, not counted.',
  doubted: (price: string): string => `OKX now says ${price}. The old price stays in use.`,
  testnet: 'A test network: never valued.',
  duplicate: 'OKX listed it twice with different amounts. The larger one is counted.',
  priceKept: (since: string, until: string): string =>
    `No price since ${since}. The last one is used until ${until}.`
};

export const ACTS = {
  count: 'Count it',
  countAgain: 'Count it again',
  keepOut: 'Keep out',
  newPrice: 'Use the new price'
};

export const SHELL = {
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

export const HEADER = {
  hide: 'Hide balances',
  show: 'Show balances',
  refresh: 'Refresh now',
  noTotal: 'No total yet',
  demo: 'DEMO',
  prices: 'prices',
  transfers: 'transfers',
  recounted: 'recounted',
  firstDay: 'first day: no change to show',
  parts: 'Age of every chain',
  fresh: 'fresh',
  stale: 'stale'
};

export const CHART = {
  soon: 'History starts with the next poll.',
  now: 'now',
  noData: 'no data',
  paused: 'paused',
  point: 'Point of the history line',
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

export const TABLE = {
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
  shown: (shown: number, all: number): string =>
    `${shown.toLocaleString('en-US')} of ${many(all, 'holding', 'holdings')}`
};

/** What is not counted, for the footer and for the chip of its filter. */
export const NOT_COUNTED = {
  unpriced: { chip: 'no price', link: (n: number) => many(n, 'token has no price', 'tokens have no price') },
  risky: { chip: 'risky', link: (n: number) => many(n, 'risky token hidden', 'risky tokens hidden') },
  unverified: {
    chip: 'unverified',
    link: (n: number) => many(n, 'token is unverified', 'tokens are unverified')
  },
  'kept-out': { chip: 'kept out', link: (n: number) => many(n, 'token is kept out', 'tokens are kept out') },
  testnet: { chip: 'testnet', link: (n: number) => many(n, 'testnet token', 'testnet tokens') }
};
