// Odd answers that are still answers: those that are counted as they are, and those with a row that cannot be read.
import type { AssetRow } from '../../../electron/fake-okx/service/asset-rows';
import { PHISHING_SYMBOL } from '../../../electron/fake-okx/faults/fault-shapes';
import type { FaultRule } from '../../../electron/fake-okx/faults/fault-rules';
import { ROWS } from './fault-setup';

/** A fault of the fake server, rows of the wallet, or a reply that the test wrote. */
export type Odd = { rule: FaultRule } | { rows: readonly AssetRow[] } | { body: string };

export interface AcceptedRow {
  readonly odd: Odd;
  readonly total?: string;
  /** The kinds of the alerts that it causes. */
  readonly notifies?: readonly string[];
  /** The names that are shown. */
  readonly names?: readonly string[];
  /** The number of prices that OKX did not give, and that stay in use. */
  readonly keptPrices?: number;
  readonly flagged?: number;
  readonly unverified?: number;
}

export interface UnreadRow {
  readonly odd: Odd;
  /** What the row may be about: it keeps its last value, stale by itself. */
  readonly stale: readonly string[];
}

const [LOOKS, ETH, BNB] = ROWS as readonly AssetRow[] as [AssetRow, AssetRow, AssetRow];
const rows = (...all: readonly AssetRow[]): Odd => ({ rows: all });
const eth = (change: AssetRow): Odd => rows(LOOKS, { ...ETH, ...change }, BNB);
const each = (change: AssetRow): Odd => rows(...ROWS.map(row => ({ ...row, ...change })));
const body = (data: unknown, code: unknown = '0'): Odd => ({ body: JSON.stringify({ code, msg: '', data }) });
const timed = (timeStamp: unknown): Odd => body([{ tokenAssets: ROWS, timeStamp }]);
const RULER = '\u202e';

/** The answer with JSON numbers instead of texts. */
const NUMBERS = JSON.stringify({ code: 0, data: [{ tokenAssets: ROWS }] })
  .replace(/"(balance|tokenPrice)":"([^"]+)"/g, '"$1":$2')
  .replace(/"chainIndex":"(\d+)"/g, '"chainIndex":$1');

export const ACCEPTED_ROWS: Readonly<Record<string, AcceptedRow>> = {
  'code-number': { odd: { rule: { kind: 'code-as-number' } } },
  'data-flat': { odd: { rule: { kind: 'flat-data' } } },
  'data-split': { odd: { rule: { kind: 'several-data', elements: 3 } } },
  'data-mixed': { odd: body([LOOKS, { tokenAssets: [ETH, BNB], timeStamp: null }, { tokenAssets: null }]) },
  'fields-unknown': {
    odd: body([{ tokenAssets: ROWS.map(row => ({ ...row, apr: { now: [1] }, '': null })), page: 2 }])
  },
  'fields-missing': {
    odd: { rule: { kind: 'missing-fields', fields: ['rawBalance', 'tokenType', 'isRiskToken'] } }
  },
  'symbol-missing': { odd: { rule: { kind: 'missing-fields', fields: ['symbol'] } }, names: ['?', '?', '?'] },
  'symbol-wrong-type': { odd: each({ symbol: { name: ['x'] } }), names: ['?', '?', '?'] },
  'types-numbers': { odd: { body: NUMBERS } },
  'types-flags': { odd: each({ isRiskToken: 'false', tokenType: 1 }) },
  'time-missing': { odd: { rule: { kind: 'no-timestamp' } } },
  'time-zero': { odd: timed('0') },
  'time-future': { odd: timed('9999999999999') },
  'time-absurd': { odd: timed('99999999999999999999') },
  'time-text': { odd: timed('yesterday') },
  'rows-twice': { odd: { rule: { kind: 'duplicate-rows' } } },
  'rows-differing': { odd: rows(LOOKS, ETH, { ...ETH, balance: '7.5' }, BNB), flagged: 1 },
  'amount-exponent': { odd: eth({ balance: '0.8e1', tokenPrice: '265043e-2' }) },
  'amount-padded': { odd: eth({ balance: ' 008.000 ', tokenPrice: '+2650.430' }) },
  'amount-exact': {
    odd: eth({ balance: `8.${'0'.repeat(59)}1` }),
    // 10^-60 ether more, counted to the last digit.
    total: '22404.46475719801382706718680090971821760000000000000000000000265043',
    notifies: []
  },
  'price-zero': { odd: each({ tokenPrice: '0' }), keptPrices: 3 },
  'price-empty': { odd: each({ tokenPrice: '' }), keptPrices: 3 },
  'price-null': { odd: each({ tokenPrice: null }), keptPrices: 3 },
  'price-missing': { odd: { rule: { kind: 'missing-fields', fields: ['tokenPrice'] } }, keptPrices: 3 },
  'price-negative': { odd: eth({ tokenPrice: '-2650.43' }), keptPrices: 1 },
  'price-nan': { odd: eth({ tokenPrice: 'NaN' }), keptPrices: 1 },
  'price-infinite': { odd: eth({ tokenPrice: 'Infinity' }), keptPrices: 1 },
  'price-wrong-type': { odd: eth({ tokenPrice: { usd: '1' } }), keptPrices: 1 },
  // Told as a doubt once two answers agree, and its end.
  'price-leap': { odd: eth({ tokenPrice: '1e30' }), notifies: ['doubt', 'doubt'] },
  'price-crash': { odd: eth({ tokenPrice: '0.000000000001' }), notifies: ['doubt', 'doubt'] },
  'token-too-good': {
    odd: rows(...ROWS, {
      ...LOOKS,
      tokenAddress: '0xbad',
      symbol: 'FREE',
      balance: '1e60',
      tokenPrice: '1e9'
    }),
    names: ['BNB', 'ETH', 'FREE', 'LOOKS'],
    unverified: 1,
    notifies: ['unverified']
  },
  'chain-unknown': {
    odd: rows(...ROWS, {
      ...LOOKS,
      chainIndex: '999999999999',
      symbol: 'NEW',
      balance: '2',
      tokenPrice: '1.5'
    }),
    total: '22407.4647571980138270671868009097182176',
    names: ['BNB', 'ETH', 'LOOKS', 'NEW'],
    notifies: []
  },
  'name-surrogate': { odd: eth({ symbol: 'ET\ud83dH\udc00' }) },
  'name-null-bytes': { odd: eth({ symbol: '\u0000E\u0000TH\u0000' }) },
  'name-bidi': {
    odd: eth({ symbol: `${RULER}E\u200bT\u2066H\u2069` }),
    names: ['BNB', 'LOOKS', '·E·T·H·']
  },
  'name-phishing': {
    odd: eth({ symbol: PHISHING_SYMBOL }),
    names: ['BNB', 'LOOKS', 'Visit https://claim-usd.example…']
  },
  'name-endless': {
    odd: eth({ symbol: 'x'.repeat(1_000_000) }),
    names: ['BNB', 'LOOKS', `${'x'.repeat(31)}…`]
  }
};

/** The row is left out and told; its chain is answered. */
export const UNREAD_ROWS: Readonly<Record<string, UnreadRow>> = {
  'amount-negative': { odd: eth({ balance: '-8' }), stale: ['ETH'] },
  'amount-absurd': { odd: eth({ balance: `1${'0'.repeat(80)}` }), stale: ['ETH'] },
  'amount-exponent-huge': { odd: eth({ balance: '1e400' }), stale: ['ETH'] },
  'amount-exponent-tiny': { odd: eth({ balance: '1e-400' }), stale: ['ETH'] },
  'amount-text': { odd: eth({ balance: 'eight' }), stale: ['ETH'] },
  'amount-empty': { odd: eth({ balance: '' }), stale: ['ETH'] },
  'amount-null': { odd: eth({ balance: null }), stale: ['ETH'] },
  'amount-missing': { odd: rows(LOOKS, without(ETH, 'balance'), BNB), stale: ['ETH'] },
  'amount-infinite': { odd: eth({ balance: 'Infinity' }), stale: ['ETH'] },
  'flag-wrong-type': { odd: eth({ isRiskToken: 'maybe' }), stale: ['ETH'] },
  'token-id-missing': { odd: rows(LOOKS, without(ETH, 'tokenAddress'), BNB), stale: ['ETH'] },
  'token-id-null': { odd: eth({ tokenAddress: null }), stale: ['ETH'] },
  'token-id-surrogate': { odd: eth({ tokenAddress: 'btc-brc20-\ud83d' }), stale: ['ETH'] },
  'token-id-null-bytes': { odd: eth({ tokenAddress: 'btc-brc20-\u0000\u202e' }), stale: ['ETH'] },
  'token-id-endless': { odd: eth({ tokenAddress: 'x'.repeat(10_000) }), stale: ['ETH'] },
  'row-null': { odd: { rule: { kind: 'malformed-row', row: null } }, stale: [] },
  'row-nowhere': { odd: rows(LOOKS, BNB, { symbol: 'X', balance: '1' }), stale: ['ETH'] },
  'chain-nonsense': { odd: rows({ ...ETH, chainIndex: '<b>' }, BNB), stale: ['ETH', 'LOOKS'] }
};

function without(row: AssetRow, field: string): AssetRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));
}
